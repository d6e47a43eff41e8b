namespace ServicePackage.Core.History;

/// <summary>
/// One change, written in its transaction: who, when, what was given, before and after. Entries of a subject form a
/// chain: each carries the hash of the one before and of its own canonical text. Entries are never changed.
/// </summary>
public sealed class HistoryEntry
{
    public long Id { get; set; }

    /// <summary>The kind of thing, such as Ticket or Enterprise.</summary>
    public string Subject { get; set; } = "";

    public long SubjectId { get; set; }

    /// <summary>1, 2, 3 … within the subject; unique with it.</summary>
    public int Sequence { get; set; }

    /// <summary>When (UTC, whole milliseconds).</summary>
    public DateTime At { get; set; }

    /// <summary>Who; null for the system.</summary>
    public long? AccountId { get; set; }

    /// <summary>What was done: a move of the procedure or an act such as Create.</summary>
    public string Act { get; set; } = "";

    /// <summary>True when the enterprise may not read it.</summary>
    public bool Internal { get; set; }

    /// <summary>What was given with the act, as JSON.</summary>
    public string Content { get; set; } = "{}";

    /// <summary>The values before and after, as JSON.</summary>
    public string Changes { get; set; } = "[]";

    /// <summary>The hash of the entry before; empty for the first.</summary>
    public string PreviousHash { get; set; } = "";

    /// <summary>SHA-256 over the previous hash and the canonical text.</summary>
    public string Hash { get; set; } = "";

    /// <summary>The seal that covers it; null until then. No part of its hash, and the only value set later.</summary>
    public int? SealSequence { get; set; }
}
