using System.Text.Json.Serialization;

namespace ServicePackage.Core.FollowUps;

/// <summary>Why an enterprise is to be looked at: a code with what it is about, never a sentence.</summary>
public sealed record FollowUpReason
{
    /// <summary>The enterprise; kept with the item.</summary>
    [JsonIgnore]
    public long EnterpriseId { get; init; }

    /// <summary>Of which kind, as the room that says it calls it.</summary>
    public required string Kind { get; init; }

    /// <summary>How it is worded: the text stands under "FollowUp." and this.</summary>
    public required string Text { get; init; }

    /// <summary>What it is about: a demand, a version of a package, a clause, or the enterprise itself.</summary>
    public required string SubjectKind { get; init; }

    /// <summary>Its key.</summary>
    public required long SubjectId { get; init; }

    /// <summary>Its number, of a demand.</summary>
    public string Number { get; init; } = "";

    /// <summary>What is put into the text, as <see cref="FollowUpArgument"/> writes it.</summary>
    public IReadOnlyList<string> Said { get; init; } = [];

    /// <summary>The month of the run on which it stood first; null where it is new on this one.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>By what it was seen to; null while it stands.</summary>
    public FollowUpDone? Done { get; init; }

    /// <summary>What makes it the same as that of another month or moment, of one enterprise.</summary>
    [JsonIgnore]
    public FollowUpKey Key => new(EnterpriseId, Kind, SubjectKind, SubjectId);
}

/// <summary>What makes reasons the same.</summary>
public readonly record struct FollowUpKey(long EnterpriseId, string Kind, string SubjectKind, long SubjectId);

/// <summary>By what a reason was seen to.</summary>
/// <param name="How">The text stands under "FollowUpDone." and this.</param>
/// <param name="Said">What is put into it, as <see cref="FollowUpArgument"/> writes it.</param>
public sealed record FollowUpDone(string How, IReadOnlyList<string> Said)
{
    /// <summary>It stands no more, and nobody knows by what.</summary>
    public static FollowUpDone Over { get; } = new("Over", []);
}
