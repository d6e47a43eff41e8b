namespace ServicePackage.Web.Features.Policies.Conditions;

/// <summary>The texts of the page on which the condition of a clause is built.</summary>
public sealed class BuilderTexts;
