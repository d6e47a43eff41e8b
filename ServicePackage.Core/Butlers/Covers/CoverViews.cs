using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Butlers;

/// <summary>A cover that holds, or is to come.</summary>
/// <param name="Id">Key.</param>
/// <param name="Version">To be given back with a change.</param>
/// <param name="AbsentId">Who is absent.</param>
/// <param name="Absent">Their name.</param>
/// <param name="CovererId">Who covers.</param>
/// <param name="Coverer">Their name.</param>
/// <param name="From">First day (Shanghai).</param>
/// <param name="Until">Last day (Shanghai).</param>
/// <param name="Enterprises">The names of the enterprises it is for; none where it is for all.</param>
/// <param name="Reason">Why.</param>
/// <param name="GivenBy">Who gave it.</param>
/// <param name="MayEnd">Whether the reader may end it.</param>
public sealed record CoverRow(
    long Id, int Version, long AbsentId, string Absent, long CovererId, string Coverer, DateOnly From, DateOnly Until, IReadOnlyList<string> Enterprises, string Reason, string GivenBy, bool MayEnd)
{
    /// <summary>Whether it is for every enterprise of the absent butler.</summary>
    public bool All => Enterprises.Count == 0;
}

/// <summary>A butler, or somebody who could cover.</summary>
/// <param name="AccountId">The person.</param>
/// <param name="Name">The name.</param>
/// <param name="Caseload">Of how many enterprises they are the butler.</param>
public sealed record CoverPerson(long AccountId, string Name, int Caseload);

/// <summary>An enterprise of a butler.</summary>
/// <param name="Id">The enterprise.</param>
/// <param name="Name">Its name.</param>
public sealed record CoveredEnterprise(long Id, string Name);

/// <summary>What a cover for one butler can be made of.</summary>
/// <param name="Enterprises">The enterprises for which the reader may give cover.</param>
/// <param name="IsAll">Whether these are all the butler has: only then it can be for all.</param>
/// <param name="Coverers">Who fits each of them.</param>
public sealed record CoverChoices(IReadOnlyList<CoveredEnterprise> Enterprises, bool IsAll, IReadOnlyList<CoverPerson> Coverers);

/// <summary>The page of butlers and their covers.</summary>
/// <param name="Covers">The covers that hold or are to come, by their first day.</param>
/// <param name="Absent">For whom the reader may give cover.</param>
/// <param name="Unfit">The enterprises whose butler fits no longer, for who arranges it.</param>
/// <param name="MayName">Whether the reader names butlers.</param>
public sealed record ButlersView(Page<CoverRow> Covers, IReadOnlyList<CoverPerson> Absent, Page<UnfitButler> Unfit, bool MayName);

/// <summary>Why a butler fits no longer.</summary>
public enum UnfitReason
{
    /// <summary>The enterprise asks for a butler of another sort: it came to the district tier.</summary>
    District,

    /// <summary>It is of the town tier now.</summary>
    Town,

    /// <summary>It is in another economic city than the butler.</summary>
    City,

    /// <summary>The butler's account is out of use.</summary>
    Disabled,

    /// <summary>The butler holds no post that makes one fit.</summary>
    NoPost,
}

/// <summary>An enterprise whose butler fits no longer: a new one is to be named, and nothing changes by itself.</summary>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="ButlerId">The butler.</param>
/// <param name="Butler">The butler's name.</param>
/// <param name="Reason">Why.</param>
public sealed record UnfitButler(long EnterpriseId, string Name, EnterpriseTier Tier, long ButlerId, string Butler, UnfitReason Reason);
