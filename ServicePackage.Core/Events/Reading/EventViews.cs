using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Events;

/// <summary>Which events are listed.</summary>
public enum EventShow
{
    /// <summary>Those to come, and those that go on.</summary>
    ToCome,

    /// <summary>Those that are over.</summary>
    Past,

    /// <summary>Those that are over and of which the reader is still to note who came.</summary>
    ToNote,

    /// <summary>For the Centre: those with a bad rating that nobody has seen to.</summary>
    RatedBadly,
}

/// <summary>What of the events is listed.</summary>
/// <param name="Text">What is looked for: words of the title, the description or the organiser's name, or initials of their pinyin.</param>
/// <param name="Class">One class; all where none is chosen.</param>
/// <param name="Fee">What it costs.</param>
/// <param name="Kind">Briefings or others.</param>
/// <param name="WithRoom">Only those that can be signed up for and have seats left.</param>
/// <param name="Show">Which events.</param>
/// <param name="Skip">How many rows before the page.</param>
/// <param name="Take">The size of the page.</param>
public sealed record EventFilter(
    string Text = "", ServiceClass? Class = null, ServiceFee? Fee = null, EventKind? Kind = null, bool WithRoom = false, EventShow Show = EventShow.ToCome, int Skip = 0, int Take = 20);

/// <summary>The policy that a briefing explains.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="Number">The version that was in force when the briefing was published.</param>
/// <param name="Title">What it is called.</param>
public sealed record BriefedPolicy(long PolicyId, int Number, string Title);

/// <summary>What an event says.</summary>
public sealed record EventFacts
{
    public string Title { get; init; } = "";

    public ServiceClass Class { get; init; }

    public EventKind Kind { get; init; }

    public ServiceProvider Organiser { get; init; } = new(0, "", "", null);

    public string Text { get; init; } = "";

    /// <summary>When it begins (UTC).</summary>
    public DateTime StartsAt { get; init; }

    /// <summary>When it ends (UTC).</summary>
    public DateTime EndsAt { get; init; }

    public string Place { get; init; } = "";

    public int Seats { get; init; }

    /// <summary>The most people one enterprise sends.</summary>
    public int PeoplePerFirm { get; init; }

    /// <summary>The last day to sign up (Shanghai).</summary>
    public DateOnly LastDay { get; init; }

    public ServiceFee Fee { get; init; }

    public string FeeWords { get; init; } = "";

    public decimal? FeeYuan { get; init; }

    /// <summary>Whom it is for, as JSON; null where it is for all.</summary>
    public string? Audience { get; init; }

    public string Contact { get; init; } = "";

    public string Phone { get; init; } = "";

    public bool IsDemo { get; init; }
}

/// <summary>An event in a list.</summary>
public sealed record EventRow
{
    public long Id { get; init; }

    public EventState State { get; init; }

    public EventFacts Facts { get; init; } = new();

    /// <summary>How many people have a seat.</summary>
    public int Taken { get; init; }

    /// <summary>How many enterprises wait for one.</summary>
    public int Waiting { get; init; }

    /// <summary>Whether enterprises sign up for it now.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether it is over.</summary>
    public bool IsOver { get; init; }

    /// <summary>Whether it was moved.</summary>
    public bool IsMoved { get; init; }

    /// <summary>Where the seat of the reader's own enterprise stands; null where it has none.</summary>
    public SeatState? Own { get; init; }

    /// <summary>How many seats can be had at once: none while somebody waits.</summary>
    public int Left => Waiting > 0 ? 0 : Math.Max(0, Facts.Seats - Taken);
}

/// <summary>A page of events.</summary>
/// <param name="Events">The page, those to come by their day, those that are over the last first.</param>
/// <param name="Drafts">How many drafts wait for the reader.</param>
/// <param name="ToNote">How many that are over wait for the reader to note who came.</param>
/// <param name="RatedBadly">For the Centre: how many have a bad rating that nobody has seen to; 0 for all others.</param>
/// <param name="MayEnter">Whether the reader enters events.</param>
public sealed record EventList(Page<EventRow> Events, int Drafts, int ToNote, int RatedBadly, bool MayEnter);

/// <summary>What the reader may do with an event.</summary>
/// <param name="SignUp">Sign their own enterprise up.</param>
/// <param name="Change">Move it or call it off.</param>
/// <param name="Note">Note who came.</param>
/// <param name="SeesSeats">Read who signed up, of all enterprises.</param>
/// <param name="SeesRatings">Read each rating rather than how many there are of each.</param>
public sealed record EventRights(bool SignUp, bool Change, bool Note, bool SeesSeats, bool SeesRatings);

/// <summary>An event, as its page shows it.</summary>
public sealed record EventDetails
{
    /// <summary>What the list shows of it.</summary>
    public EventRow Row { get; init; } = new();

    /// <summary>The version of the copy, for an act.</summary>
    public int Version { get; init; }

    /// <summary>Whether it is a draft: then its draft page shows it.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Whether it has begun.</summary>
    public bool HasBegun { get; init; }

    /// <summary>The policy of a briefing, where the reader sees that.</summary>
    public BriefedPolicy? Policy { get; init; }

    /// <summary>Whether nobody of the organiser has an account: then the Centre notes who came.</summary>
    public bool IsOrganiserWithoutAccount { get; init; }

    /// <summary>When it was moved (UTC); null where it was not.</summary>
    public DateTime? MovedAt { get; init; }

    public string MovedReason { get; init; } = "";

    /// <summary>When it was to begin before that (UTC).</summary>
    public DateTime? WasAt { get; init; }

    public string WasPlace { get; init; } = "";

    /// <summary>When it was called off (UTC).</summary>
    public DateTime? CalledOffAt { get; init; }

    public string CalledOffReason { get; init; } = "";

    /// <summary>The seat of the reader's own enterprise, the last one; null where it has none.</summary>
    public SeatRow? Own { get; init; }

    /// <summary>The seats the reader sees, those with a seat first, then those who wait in their order.</summary>
    public IReadOnlyList<SeatRow> Seats { get; init; } = [];

    /// <summary>How many ratings there are of each level, for who sees the seats.</summary>
    public IReadOnlyDictionary<Enterprises.RatingLevel, int> Ratings { get; init; } = new Dictionary<Enterprises.RatingLevel, int>();

    public EventRights Rights { get; init; } = new(false, false, false, false, false);
}

/// <summary>A seat, as a reader sees it.</summary>
public sealed record SeatRow
{
    public long Id { get; init; }

    /// <summary>The version of the copy, for an act.</summary>
    public int Version { get; init; }

    public long EventId { get; init; }

    /// <summary>The enterprise, where the reader serves it; 0 otherwise.</summary>
    public long EnterpriseId { get; init; }

    public string Enterprise { get; init; } = "";

    public SeatState State { get; init; }

    public int People { get; init; }

    /// <summary>Who comes; empty where the reader is not to read it, as the contact is.</summary>
    public string Names { get; init; } = "";

    public string Contact { get; init; } = "";

    public string Phone { get; init; } = "";

    /// <summary>The place on the waiting list, from 1 on; 0 elsewhere.</summary>
    public int Place { get; init; }

    /// <summary>When it signed up (UTC).</summary>
    public DateTime SignedUpAt { get; init; }

    /// <summary>When it came from the waiting list to a seat (UTC).</summary>
    public DateTime? AdmittedAt { get; init; }

    /// <summary>How many of its people came; null while it is not noted.</summary>
    public int? Came { get; init; }

    /// <summary>Whether the Centre noted it for an organiser without an account.</summary>
    public bool CameNotedForOrganiser { get; init; }

    public Enterprises.RatingLevel? Rating { get; init; }

    public string RatingReason { get; init; } = "";

    /// <summary>What the Centre did about a bad rating; for the Centre alone.</summary>
    public string FollowUp { get; init; } = "";

    /// <summary>Whether it is the reader's own enterprise.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether the reader may give it up.</summary>
    public bool MayCancel { get; init; }

    /// <summary>Whether the reader may rate the event.</summary>
    public bool MayRate { get; init; }

    /// <summary>Whether the reader is to see to a bad rating.</summary>
    public bool WaitsForFollowUp { get; init; }
}
