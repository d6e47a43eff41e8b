using ServicePackage.Core.Catalogue;
using ServicePackage.Core.History;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Search;

namespace ServicePackage.Core.Events;

/// <summary>
/// An event for enterprises 活动 (plan §三(二)), a policy's briefing among them (§四(三)). Once published it is no longer rewritten: it is moved or called off. Each act
/// under it is noted with what it changed; how many seats are taken follows from the seats.
/// </summary>
[Unwritten]
public sealed class Event : ISearched
{
    public long Id { get; set; }

    public long OrganiserId { get; set; }

    /// <summary>Who holds it: a provider, a unit, a department, an economic city or the Centre.</summary>
    public Organisation Organiser { get; set; } = null!;

    public EventState State { get; set; }

    public string Title { get; set; } = "";

    /// <summary>The initials of the title's pinyin, from each of its characters on, so that it is found by what is typed of them.</summary>
    public string Initials { get; set; } = "";

    public ServiceClass Class { get; set; }

    public EventKind Kind { get; set; }

    public long? PolicyVersionId { get; set; }

    /// <summary>Of a briefing: what it explains, as it was in force when the briefing was published.</summary>
    public PolicyVersion? PolicyVersion { get; set; }

    /// <summary>What it is about, in words.</summary>
    public string Text { get; set; } = "";

    /// <summary>When it begins (UTC).</summary>
    public DateTime StartsAt { get; set; }

    /// <summary>When it ends (UTC), on the same Shanghai day.</summary>
    public DateTime EndsAt { get; set; }

    public string Place { get; set; } = "";

    /// <summary>How many people it has room for.</summary>
    public int Seats { get; set; }

    /// <summary>The most people one enterprise sends.</summary>
    public int PeoplePerFirm { get; set; }

    /// <summary>The last day on which an enterprise signs up (Shanghai).</summary>
    public DateOnly LastDay { get; set; }

    public ServiceFee Fee { get; set; }

    /// <summary>What it costs, in words; empty where it is free.</summary>
    public string FeeWords { get; set; } = "";

    /// <summary>The same in yuan, where it is one amount.</summary>
    public decimal? FeeYuan { get; set; }

    /// <summary>Whom it is for, as JSON of <see cref="Conditions.Condition"/>; null where it is for all.</summary>
    public string? Audience { get; set; }

    /// <summary>Whom to ask at the organiser.</summary>
    public string Contact { get; set; } = "";

    public string Phone { get; set; } = "";

    /// <summary>Whether it was invented for a demonstration.</summary>
    public bool IsDemo { get; set; }

    /// <summary>How many people have a seat; raised and lowered in the transaction of each seat, by a condition on what it is then.</summary>
    public int Taken { get; set; }

    /// <summary>How many enterprises stand on the waiting list.</summary>
    public int Waiting { get; set; }

    /// <summary>The turn given out last on the waiting list.</summary>
    public int LastTurn { get; set; }

    /// <summary>When it was entered (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>Who entered it.</summary>
    public long DraftedById { get; set; }

    /// <summary>Who changed the draft last.</summary>
    public long ChangedById { get; set; }

    /// <summary>When the draft was changed last (UTC).</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>When it was handed in for review (UTC), the last time.</summary>
    public DateTime? SubmittedAt { get; set; }

    public long? SubmittedById { get; set; }

    /// <summary>When the Centre sent it back (UTC), the last time; null once it is handed in again.</summary>
    public DateTime? SentBackAt { get; set; }

    public long? SentBackById { get; set; }

    /// <summary>Why it was sent back.</summary>
    public string SentBackReason { get; set; } = "";

    /// <summary>When it was published (UTC).</summary>
    public DateTime? PublishedAt { get; set; }

    public long? PublishedById { get; set; }

    /// <summary>When its day, time or place was changed last (UTC); null where they stand as published.</summary>
    public DateTime? MovedAt { get; set; }

    public long? MovedById { get; set; }

    /// <summary>Why it was moved, as readers see it.</summary>
    public string MovedReason { get; set; } = "";

    /// <summary>When it was to begin before (UTC).</summary>
    public DateTime? WasAt { get; set; }

    /// <summary>Where it was to take place before.</summary>
    public string WasPlace { get; set; } = "";

    /// <summary>When it was called off (UTC).</summary>
    public DateTime? CalledOffAt { get; set; }

    public long? CalledOffById { get; set; }

    /// <summary>Why it was called off, as readers see it.</summary>
    public string CalledOffReason { get; set; } = "";

    /// <summary>Raised by every act under the event but those on its seats; a stale save is refused.</summary>
    public int Version { get; set; }

    IReadOnlyList<string> ISearched.SearchedBy => [nameof(Title), nameof(Text), nameof(Initials)];

    string IHistoried.Subject => nameof(Event);

    long IHistoried.SubjectId => Id;
}
