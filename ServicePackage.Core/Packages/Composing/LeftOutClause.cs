namespace ServicePackage.Core.Packages;

/// <summary>A clause that would stand in a package and was left out of it.</summary>
/// <param name="PolicyId">Its policy.</param>
/// <param name="ClauseId">Its key through all versions.</param>
/// <param name="Title">Its title.</param>
/// <param name="PolicyTitle">That of its policy.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">By whom.</param>
/// <param name="At">When (UTC).</param>
/// <param name="ByEnterprise">Whether the enterprise has said that it is not for it.</param>
/// <param name="Version">The version of the decision, to be given back with another; 0 where nobody who serves the enterprise has decided anything.</param>
public sealed record LeftOutClause(long PolicyId, long ClauseId, string Title, string PolicyTitle, string Reason, string By, DateTime At, bool ByEnterprise, int Version);
