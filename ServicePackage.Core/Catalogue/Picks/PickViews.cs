using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Catalogue;

/// <summary>Which picks are listed.</summary>
public enum PickShow
{
    All,

    /// <summary>Those that wait for an answer.</summary>
    Unanswered,

    /// <summary>Of these, those that should have been answered.</summary>
    Late,

    /// <summary>Those that were taken on and not given yet.</summary>
    ToDeliver,

    /// <summary>Those that were rated badly and not seen to.</summary>
    RatedBadly,

    /// <summary>Those that are neither asked for nor taken on any more.</summary>
    Ended,
}

/// <summary>What of the picks is listed.</summary>
public sealed record PickFilter(PickShow Show = PickShow.All, int Skip = 0, int Take = 20);

/// <summary>A pick, as far as the reader sees it.</summary>
public sealed record PickRow
{
    public long Id { get; init; }

    /// <summary>The version of the copy, for a step.</summary>
    public int Version { get; init; }

    /// <summary>The enterprise; 0 for who does not serve it.</summary>
    public long EnterpriseId { get; init; }

    public string Enterprise { get; init; } = "";

    public long ServiceId { get; init; }

    /// <summary>Which version of the service was picked.</summary>
    public int ServiceNumber { get; init; }

    public string Title { get; init; } = "";

    public ServiceProvider Provider { get; init; } = new(0, "", "", null);

    /// <summary>Whether the provider has nobody with an account: the Centre acts for it.</summary>
    public bool IsProviderWithoutAccount { get; init; }

    public PickState State { get; init; }

    public string Wish { get; init; } = "";

    public string Contact { get; init; } = "";

    public string Phone { get; init; } = "";

    /// <summary>When it was asked for (UTC).</summary>
    public DateTime AskedAt { get; init; }

    /// <summary>Until when the provider is to answer (UTC).</summary>
    public DateTime AnswerDueAt { get; init; }

    /// <summary>Whether it should have been answered.</summary>
    public bool IsLate { get; init; }

    /// <summary>When it was accepted or declined (UTC).</summary>
    public DateTime? AnsweredAt { get; init; }

    public string AnsweredBy { get; init; } = "";

    public bool AnsweredForProvider { get; init; }

    public string Answer { get; init; } = "";

    /// <summary>The day on which the service was given (Shanghai).</summary>
    public DateOnly? DeliveredOn { get; init; }

    public string DeliveredBy { get; init; } = "";

    public bool DeliveredForProvider { get; init; }

    public string Delivered { get; init; } = "";

    public RatingLevel? Rating { get; init; }

    public string RatingReason { get; init; } = "";

    /// <summary>When it was rated (UTC).</summary>
    public DateTime? RatedAt { get; init; }

    /// <summary>When the Centre had seen to a bad rating (UTC).</summary>
    public DateTime? FollowedUpAt { get; init; }

    public string FollowedUpBy { get; init; } = "";

    /// <summary>What was done about it; for the Centre alone.</summary>
    public string FollowUp { get; init; } = "";

    /// <summary>When the enterprise took it back (UTC).</summary>
    public DateTime? WithdrawnAt { get; init; }

    public string WithdrawnReason { get; init; } = "";

    /// <summary>Whether it is of the reader's own enterprise.</summary>
    public bool IsOwn { get; init; }

    /// <summary>What the reader may do.</summary>
    public IReadOnlyList<PickStep> Steps { get; init; } = [];

    /// <summary>Whether it is asked for or taken on, and not given yet.</summary>
    public bool IsOpen => PickScopes.OpenState.Holds(State);

    /// <summary>Whether it waits for the Centre to see to a bad rating.</summary>
    public bool WaitsForFollowUp { get; init; }
}

/// <summary>A page of picks.</summary>
/// <param name="Picks">The page.</param>
/// <param name="Unanswered">How many wait for an answer, of all that the reader sees.</param>
/// <param name="Late">How many of these should have been answered.</param>
/// <param name="ToDeliver">How many were taken on and not given.</param>
/// <param name="RatedBadly">How many were rated badly and not seen to.</param>
/// <param name="IsCentre">Whether the reader is of the Centre.</param>
public sealed record PickList(Page<PickRow> Picks, int Unanswered, int Late, int ToDeliver, int RatedBadly, bool IsCentre);
