namespace ServicePackage.Web.Features.Policies;

/// <summary>The texts of the policy library, of drafts and of their review.</summary>
public sealed class PolicyTexts;
