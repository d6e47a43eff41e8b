using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.History;

/// <summary>Which entries of the history are searched for; every part may be left out.</summary>
public sealed record HistoryFilter
{
    /// <summary>What this person did.</summary>
    public long? AccountId { get; init; }

    /// <summary>What nobody did: sweeps, imports, time passing.</summary>
    public bool BySystem { get; init; }

    /// <summary>The kind of thing, such as Ticket.</summary>
    public string? Kind { get; init; }

    /// <summary>The thing: a demand's number, a part of a name as it is written or read, or, with its kind, its key.</summary>
    public string Thing { get; init; } = "";

    /// <summary>The act.</summary>
    public string? Act { get; init; }

    /// <summary>From this Shanghai day on.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Up to this Shanghai day, which counts whole.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Only what stands behind this entry in the list, newest first: the next page. New entries move no page.</summary>
    public long? Before { get; init; }

    /// <summary>Entries of the page.</summary>
    public int Take { get; init; } = 50;

    /// <summary>Whether anything is left out.</summary>
    public bool Narrows => AccountId is not null || BySystem || Kind is not null || Thing.Length > 0 || Act is not null || From is not null || Until is not null;

    /// <summary>Why it is not searched for: TooLong, Unreadable, History.DaysReversed; null when it can be.</summary>
    public Refusal? Refuse() => SearchText.Refuse(Thing) ?? (From > Until ? new Refusal("History.DaysReversed", From, Until) : null);
}
