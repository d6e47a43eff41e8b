using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Roster;

/// <summary>Which part of the roster to read.</summary>
public enum RosterShow
{
    /// <summary>Who is on it on the day.</summary>
    On,

    /// <summary>Who joined in the year of the day, up to it.</summary>
    Joined,

    /// <summary>Who left in the year of the day, up to it.</summary>
    Left,
}

/// <summary>What of the roster to read.</summary>
/// <param name="Day">As of which day (Shanghai); null for today.</param>
/// <param name="Show">Which part.</param>
/// <param name="Tier">One tier; null for both.</param>
/// <param name="Text">Part of the name or the credit code; empty for all.</param>
/// <param name="Skip">Rows before the page.</param>
/// <param name="Take">Rows of the page.</param>
public sealed record RosterReadFilter(DateOnly? Day = null, RosterShow Show = RosterShow.On, EnterpriseTier? Tier = null, string Text = "", int Skip = 0, int Take = 50);

/// <summary>An enterprise on the roster.</summary>
/// <param name="EnterpriseId">Key.</param>
/// <param name="Version">The version of its file, to be given back with its removal.</param>
/// <param name="Name">Its name today.</param>
/// <param name="CreditCode">Unified social credit code.</param>
/// <param name="EconomicCity">The economic city that serves it today.</param>
/// <param name="EconomicCityEnglish">The city's name on English screens; may be empty.</param>
/// <param name="Year">The year whose roster it is.</param>
/// <param name="Tier">Its tier then.</param>
/// <param name="Joined">Since when without a gap; of one that stayed on another year's roster or changed its tier, since the day of that.</param>
/// <param name="Stayed">Whether it stood on the roster before that day.</param>
/// <param name="Left">When it left; null while it has not.</param>
/// <param name="JoinReason">Why it joined or stayed; may be empty.</param>
/// <param name="LeaveReason">Why it left; empty while it has not.</param>
/// <param name="TierLastYear">Its tier on the last day of the year before; null where it was not on the roster then.</param>
public sealed record RosterRow(
    long EnterpriseId, int Version, string Name, string CreditCode, string EconomicCity, string EconomicCityEnglish,
    int Year, EnterpriseTier Tier, DateOnly Joined, bool Stayed, DateOnly? Left, string JoinReason, string LeaveReason, EnterpriseTier? TierLastYear);

/// <summary>How many the reader sees in each tier.</summary>
/// <param name="District">In the district tier.</param>
/// <param name="Town">In the town tier.</param>
public sealed record TierCounts(int District, int Town);

/// <summary>The roster as of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Counts">On it then.</param>
/// <param name="LastYear">On it on the last day of the year before.</param>
/// <param name="Joined">Joined in the year of the day, up to it.</param>
/// <param name="Left">Left in the year of the day, up to it.</param>
/// <param name="Rows">The page, by name.</param>
/// <param name="PublishedOn">When the roster of the year was published; null before.</param>
/// <param name="Rights">What the reader may do.</param>
public sealed record RosterView(DateOnly Day, TierCounts Counts, TierCounts LastYear, int Joined, int Left, Page<RosterRow> Rows, DateOnly? PublishedOn, RosterRights Rights);

/// <summary>What a reader of the roster may do: for the buttons; each act checks again.</summary>
/// <param name="Propose">Open the nominations.</param>
/// <param name="Choose">Choose, for the Centre.</param>
/// <param name="Change">Add and remove single enterprises today.</param>
/// <param name="SeesAll">Whether the counts are those of the whole town.</param>
public sealed record RosterRights(bool Propose, bool Choose, bool Change, bool SeesAll);
