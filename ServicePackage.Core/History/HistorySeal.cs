namespace ServicePackage.Core.History;

/// <summary>
/// A link of the one chain over all histories: the entries that were the last of their subjects when it was made. It fixes
/// them, so that cutting off the end of a history, or writing it anew with fitting hashes, is found too.
/// </summary>
public sealed class HistorySeal
{
    /// <summary>Key: 1, 2, 3 …</summary>
    public int Sequence { get; set; }

    /// <summary>When (UTC, whole milliseconds).</summary>
    public DateTime At { get; set; }

    /// <summary>The sealed entries, as a JSON array of <see cref="SealedHead"/>.</summary>
    public string Heads { get; set; } = "[]";

    /// <summary>The hash of the seal before; empty for the first.</summary>
    public string PreviousHash { get; set; } = "";

    /// <summary>SHA-256 over the previous hash and the canonical text.</summary>
    public string Hash { get; set; } = "";
}

/// <summary>An entry fixed by a seal, with the hash it had then.</summary>
/// <param name="Subject">The kind of thing.</param>
/// <param name="SubjectId">Its key.</param>
/// <param name="Sequence">The entry's number in the thing's history.</param>
/// <param name="Hash">The entry's hash.</param>
public sealed record SealedHead(string Subject, long SubjectId, int Sequence, string Hash);
