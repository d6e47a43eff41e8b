using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Roster;

/// <summary>Which firms to choose among.</summary>
public enum ChoiceShow
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Those about which nothing is decided yet.</summary>
    Undecided,

    /// <summary>Those that several propose.</summary>
    SeveralProposers,

    /// <summary>Those that are not on the roster now.</summary>
    NotOnRoster,

    /// <summary>Those on the roster that nobody proposes.</summary>
    NotProposed,

    /// <summary>Those that are to be taken.</summary>
    Taken,

    /// <summary>Those that are to be left.</summary>
    Left,

    /// <summary>Those for which the published roster does not follow the decision yet.</summary>
    Failed,
}

/// <summary>What of the choice to list.</summary>
/// <param name="Year">The year; null for the last one that was opened.</param>
/// <param name="Show">Which firms.</param>
/// <param name="Text">Part of the name or the credit code; empty for all.</param>
/// <param name="Skip">Rows before the page.</param>
/// <param name="Take">Rows of the page.</param>
public sealed record ChoiceFilter(int? Year = null, ChoiceShow Show = ChoiceShow.All, string Text = "", int Skip = 0, int Take = 50);

/// <summary>Who proposes a firm.</summary>
/// <param name="Organisation">The proposer's name, or that of the department of the district.</param>
/// <param name="OrganisationEnglish">The proposer's name on English screens; may be empty.</param>
/// <param name="Tier">For which tier.</param>
/// <param name="Reason">Why.</param>
public sealed record ChoiceProposal(string Organisation, string OrganisationEnglish, EnterpriseTier Tier, string Reason);

/// <summary>A figure that a choice rests on.</summary>
/// <param name="Code">The fact.</param>
/// <param name="Year">Of which year, or the year of its last day.</param>
/// <param name="Value">What it says, in the reader's language.</param>
public sealed record ChoiceFigure(string Code, int Year, string Value);

/// <summary>What was decided about a firm.</summary>
/// <param name="Version">To be given back with another decision.</param>
/// <param name="Taken">Whether it is taken.</param>
/// <param name="Tier">In which tier.</param>
/// <param name="Reason">Why.</param>
/// <param name="IsApplied">Whether the roster follows it.</param>
public sealed record ChoiceDecision(int Version, bool Taken, EnterpriseTier Tier, string Reason, bool IsApplied);

/// <summary>A firm that stands to be chosen.</summary>
/// <param name="CreditCode">Unified social credit code.</param>
/// <param name="Name">The name under which it would go onto the roster.</param>
/// <param name="EnterpriseId">Its file; null for a new firm.</param>
/// <param name="NameOnFile">The name in its file where that is another one.</param>
/// <param name="PresentTier">Its tier on the roster as it stands; null where it is not on it.</param>
/// <param name="EconomicCity">The economic city that serves it; empty for a new firm.</param>
/// <param name="EconomicCityEnglish">The city's name on English screens; may be empty.</param>
/// <param name="Proposals">Who proposes it.</param>
/// <param name="Decision">What was decided; null before.</param>
public sealed record ChoiceRow(
    string CreditCode, string Name, long? EnterpriseId, string? NameOnFile, EnterpriseTier? PresentTier, string EconomicCity, string EconomicCityEnglish,
    IReadOnlyList<ChoiceProposal> Proposals, ChoiceDecision? Decision)
{
    /// <summary>The figures of its file, the latest of each.</summary>
    public IReadOnlyList<ChoiceFigure> Figures { get; init; } = [];
}

/// <summary>How the choice stands, counted over all firms.</summary>
/// <param name="All">All that stand to be chosen.</param>
/// <param name="District">Taken in the district tier.</param>
/// <param name="Town">Taken in the town tier.</param>
/// <param name="Joins">Taken that are not on the roster now.</param>
/// <param name="Stays">Taken that are.</param>
/// <param name="Leaves">On the roster now and left.</param>
/// <param name="Undecided">Without a decision.</param>
/// <param name="Failed">Decisions that the published roster does not follow yet.</param>
/// <param name="PresentDistrict">On the roster as it stands, in the district tier.</param>
/// <param name="PresentTown">The same in the town tier.</param>
public sealed record ChoiceCounts(int All, int District, int Town, int Joins, int Stays, int Leaves, int Undecided, int Failed, int PresentDistrict, int PresentTown);

/// <summary>The choice for a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="State">Where its roster stands; null before nominations are opened.</param>
/// <param name="Version">To be given back with an act on the year.</param>
/// <param name="DistrictListOn">When the district's list was received; null before.</param>
/// <param name="DistrictListFrom">Who sent it, under which number.</param>
/// <param name="Files">Its files.</param>
/// <param name="Counts">How the choice stands.</param>
/// <param name="Rows">The page of firms, by name.</param>
/// <param name="Cities">The economic cities that can be given to new firms.</param>
public sealed record ChoiceView(
    int Year, RosterYearState? State, int Version, DateOnly? DistrictListOn, string DistrictListFrom, IReadOnlyList<Attachments.AttachmentItem> Files,
    ChoiceCounts Counts, Page<ChoiceRow> Rows, IReadOnlyList<CityChoice> Cities);
