namespace ServicePackage.Web.Features.Policies;

/// <summary>The texts of clauses beside enterprises, both ways.</summary>
public sealed class MatchTexts;
