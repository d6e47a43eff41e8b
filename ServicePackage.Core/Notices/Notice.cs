using ServicePackage.Core.History;

namespace ServicePackage.Core.Notices;

/// <summary>
/// Something a person has to know, written in the transaction of the change it tells of.
/// Keeps a key and arguments; the sentence is made in the reader's language.
/// </summary>
public sealed class Notice
{
    /// <summary>How the kinds begin that tell of work lost.</summary>
    internal const string LossPrefix = "Moved.Lost";

    public long Id { get; set; }

    public long AccountId { get; set; }

    /// <summary>The key of its sentence: "Notice." and this.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The sentence's arguments as JSON: an array of strings; "@Type.Member" stands for a name of the domain.</summary>
    public string Arguments { get; set; } = "[]";

    /// <summary>The kind of subject it is about; null where it is about none.</summary>
    public string? SubjectKind { get; set; }

    public long? SubjectId { get; set; }

    /// <summary>When it was written (UTC).</summary>
    public DateTime At { get; set; }

    /// <summary>True when its moment had passed while the program was down.</summary>
    public bool Late { get; set; }

    /// <summary>When the person read it (UTC).</summary>
    public DateTime? ReadAt { get; set; }

    /// <summary>What it asks its reader to see to, such as the name of a clock; null where it only tells.</summary>
    public string? Asks { get; set; }

    /// <summary>When that was done, by whomever, or was no longer to be done (UTC); null while it waits.</summary>
    public DateTime? DoneAt { get; set; }

    /// <summary>Who did it; null where time did, or where it was no longer to be done.</summary>
    public long? DoneById { get; set; }

    /// <summary>Whether it tells its reader of work that is no longer theirs: they may not see what it is about.</summary>
    internal bool TellsOfLoss => Kind.StartsWith(LossPrefix, StringComparison.Ordinal);

    /// <summary>The arguments one by one; none where they cannot be read: one notice must not keep a page from being shown.</summary>
    internal List<string> ReadArguments() => HistoryRecorder.Read<List<string>>(Arguments) ?? [];
}
