namespace ServicePackage.Web.Features.Policies;

/// <summary>The texts of what becomes of clauses that enterprises meet: applications, confirmations, take-up.</summary>
public sealed class FollowTexts;
