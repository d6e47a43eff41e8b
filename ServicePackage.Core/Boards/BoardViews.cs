using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Packages;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Boards;

/// <summary>Which cards the board shows; every part may be left out. Kept in the page's address.</summary>
public sealed record BoardFilter
{
    /// <summary>Part of the enterprise's name, or of its pinyin: initials, whole syllables, or both.</summary>
    public string Text { get; init; } = "";

    public EnterpriseTier? Tier { get; init; }

    public long? CityId { get; init; }

    /// <summary>Only cards under this lamp.</summary>
    public Lamp? Lamp { get; init; }

    /// <summary>A day of the month to show as a calendar; null for none.</summary>
    public DateOnly? Month { get; init; }
}

/// <summary>What an enterprise needs next, as its card says it.</summary>
public enum CardNeed
{
    /// <summary>A clock the reader holds waits.</summary>
    Handle,

    /// <summary>The enterprise has to be called for its answer.</summary>
    Call,

    /// <summary>The enterprise's confirmation is awaited.</summary>
    AwaitConfirmation,

    /// <summary>The enterprise's rating is awaited.</summary>
    AwaitRating,

    /// <summary>A planned contact has come.</summary>
    HoldPlanned,

    /// <summary>A contact is due by the cadence.</summary>
    Contact,

    /// <summary>A demand is under way: follow it.</summary>
    Follow,

    /// <summary>Nothing before the next contact by the cadence.</summary>
    Nothing,
}

/// <summary>The demand whose answer the enterprise owes first.</summary>
/// <param name="Number">The demand.</param>
/// <param name="Title">Its title.</param>
/// <param name="State">What is awaited: confirmation, rating or supplement.</param>
/// <param name="CallDue">Whether the reader, as first-asked person, has to call.</param>
/// <param name="MayRecord">Whether the reader may record a spoken confirmation.</param>
public sealed record OwedAnswer(string Number, string Title, TicketState State, bool CallDue, bool MayRecord);

/// <summary>A contact that is planned.</summary>
/// <param name="Id">Key.</param>
/// <param name="Version">To be given back with a change.</param>
/// <param name="Day">The day (Shanghai).</param>
/// <param name="Way">How.</param>
/// <param name="Who">Who means to hold it.</param>
/// <param name="Purpose">What it is to be about.</param>
public sealed record PlannedContact(long Id, int Version, DateOnly Day, ContactWay Way, string Who, string Purpose);

/// <summary>An enterprise on its butler's board.</summary>
public sealed record BoardCard
{
    public required long EnterpriseId { get; init; }

    public required string Name { get; init; }

    public required EnterpriseTier Tier { get; init; }

    /// <summary>The kinds of title it holds today, in the order of the catalogue.</summary>
    public required IReadOnlyList<string> Titles { get; init; }

    public required string ContactName { get; init; }

    /// <summary>Who covers for the butler today, or for whom the reader does; null where nobody does.</summary>
    public CardCover? Cover { get; init; }

    /// <summary>First day of the butler's service; null for who stands in.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>What its column depends on.</summary>
    public required CardFacts Facts { get; init; }

    public required CardNeed Need { get; init; }

    /// <summary>The clock the card shows, of the demand whose clock is the worst: the one that waits on the reader, else the worst; null without an open clock.</summary>
    public ClockView? Clock { get; init; }

    /// <summary>That demand; lamp and next step are of this one.</summary>
    public string ClockNumber { get; init; } = "";

    /// <summary>Another demand that waits on the reader most; empty where the next step says it, or none does.</summary>
    public string OwnNumber { get; init; } = "";

    /// <summary>The lamp of the worst open clock; red where a contact was missed, normal without either.</summary>
    public required Lamp Lamp { get; init; }

    /// <summary>The clock whose lamp it is; null where a missed contact lights it, or nothing does. A clock past due comes before a missed contact unless the contact is what the card asks for.</summary>
    public ClockView? LampClock { get; init; }

    /// <summary>Whether a planned contact, or one due by the cadence, was not held by its day.</summary>
    public required bool IsContactMissed { get; init; }

    /// <summary>Where its package stands; null for one that is not on the roster.</summary>
    public PackageRow? Package { get; init; }

    /// <summary>Days since the last contact; null before the first.</summary>
    public int? DaysSinceContact { get; init; }

    /// <summary>The day by which the next contact is due.</summary>
    public required DateOnly ContactBy { get; init; }

    public PlannedContact? Plan { get; init; }

    /// <summary>The due days to keep in mind: those of the clocks that wait on the reader, and of the answers the enterprise owes.</summary>
    public IReadOnlyList<CardDue> Dues { get; init; } = [];

    /// <summary>The demand whose answer is owed first.</summary>
    public OwedAnswer? Owed { get; init; }

    /// <summary>The column the card stands in.</summary>
    public BoardColumn Column => Facts.Column;

    /// <summary>Whether a contact is still to be planned: on the roster, and none is planned.</summary>
    public bool AwaitsPlan => Plan is null && Facts.OnRoster;

    /// <summary>Whether the next contact by the cadence is past due, due, or due within <see cref="ContactRules.Soon"/> days of this one.</summary>
    public bool IsContactSoon(DateOnly today) => ContactBy <= today.AddDays(ContactRules.Soon);
}

/// <summary>That a butler is covered for.</summary>
/// <param name="Name">Who covers; the absent butler where the reader does.</param>
/// <param name="Until">Last day (Shanghai).</param>
/// <param name="ByReader">Whether the reader covers.</param>
public sealed record CardCover(string Name, DateOnly Until, bool ByReader);

/// <summary>A due day on a card.</summary>
/// <param name="Number">The demand.</param>
/// <param name="Kind">Which clock.</param>
/// <param name="Day">Its last day (Shanghai).</param>
/// <param name="Lamp">Its lamp.</param>
public sealed record CardDue(string Number, ClockKind Kind, DateOnly Day, Lamp Lamp);

/// <summary>The board of one reader.</summary>
/// <param name="Cards">The cards that the filter leaves, each column's most urgent first.</param>
/// <param name="Total">How many there are without the filter.</param>
/// <param name="Cities">The economic cities to filter by.</param>
/// <param name="Month">The month of those cards, where one was asked for.</param>
public sealed record Board(IReadOnlyList<BoardCard> Cards, int Total, IReadOnlyList<CityChoice> Cities, BoardMonth? Month = null)
{
    /// <summary>For how many enterprises, of those whose butlers the reader arranges, a new one is to be named.</summary>
    public int Unfit { get; init; }

    /// <summary>Those of some cards whose contact is still to be planned, the soonest due first.</summary>
    public static IReadOnlyList<BoardCard> ToPlan(IEnumerable<BoardCard> cards) =>
        [.. cards.Where(c => c.AwaitsPlan).OrderBy(c => c.ContactBy).ThenByDescending(c => c.DaysSinceContact ?? int.MaxValue).ThenBy(c => NameKey.Of(c.Name), StringComparer.Ordinal)];
}

/// <summary>Who last changed something about an enterprise.</summary>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="Who">The person; empty when it was the program.</param>
/// <param name="IsReader">Whether it was the reader.</param>
public sealed record LastChange(long EnterpriseId, string Who, bool IsReader);
