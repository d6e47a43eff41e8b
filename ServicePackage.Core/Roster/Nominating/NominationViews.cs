using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Roster;

/// <summary>Which nominations to list.</summary>
/// <param name="Year">The year; null for the last one that was opened.</param>
/// <param name="OrganisationId">One proposer; null for all that the reader sees.</param>
/// <param name="Text">Part of the name or the credit code; empty for all.</param>
/// <param name="Skip">Rows before the page.</param>
/// <param name="Take">Rows of the page.</param>
public sealed record NominationFilter(int? Year = null, long? OrganisationId = null, string Text = "", int Skip = 0, int Take = 50);

/// <summary>A nomination in a list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Version">To be given back with a change.</param>
/// <param name="Name">The firm's name as the proposer has it.</param>
/// <param name="CreditCode">Unified social credit code.</param>
/// <param name="Tier">The tier it is proposed for.</param>
/// <param name="Reason">Why.</param>
/// <param name="OrganisationId">The proposer.</param>
/// <param name="Organisation">The proposer's name.</param>
/// <param name="OrganisationEnglish">Its name on English screens; may be empty.</param>
/// <param name="OnBehalfOf">The department of the district; empty for the organisation itself.</param>
/// <param name="ProposedOn">The day it was proposed.</param>
/// <param name="NameOnFile">The name in the town's file; null for a firm that has none.</param>
/// <param name="MayChange">Whether the reader may change or withdraw it now.</param>
public sealed record NominationRow(
    long Id, int Version, string Name, string CreditCode, EnterpriseTier Tier, string Reason,
    long OrganisationId, string Organisation, string OrganisationEnglish, string OnBehalfOf, DateOnly ProposedOn, string? NameOnFile, bool MayChange)
{
    /// <summary>Whether the town has no file of it yet.</summary>
    public bool IsNew => NameOnFile is null;

    /// <summary>Whether the town's file has another name.</summary>
    public bool IsRenamed => NameOnFile is { } name && name != Name;
}

/// <summary>For whom one can propose.</summary>
/// <param name="Id">The organisation.</param>
/// <param name="Name">Its name.</param>
/// <param name="EnglishName">Its name on English screens; may be empty.</param>
/// <param name="ForDistrict">Whether it stands for the departments of the district, whose name is then typed.</param>
public sealed record ProposerChoice(long Id, string Name, string EnglishName, bool ForDistrict);

/// <summary>The nominations of a year.</summary>
/// <param name="Rows">The page.</param>
/// <param name="Year">The year.</param>
/// <param name="State">Where its roster stands; null before nominations are opened.</param>
/// <param name="Proposers">For whom the reader can propose.</param>
/// <param name="Chooses">Whether the reader chooses among them.</param>
public sealed record NominationList(Page<NominationRow> Rows, int Year, RosterYearState? State, IReadOnlyList<ProposerChoice> Proposers, bool Chooses)
{
    /// <summary>Whether the reader can propose now.</summary>
    public bool MayPropose => State == RosterYearState.Open && Proposers.Count > 0;
}
