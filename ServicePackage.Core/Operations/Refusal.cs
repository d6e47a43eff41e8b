using ServicePackage.Core.Words;

namespace ServicePackage.Core.Operations;

/// <summary>
/// An expected "no": a code with arguments, and the field of the input it concerns, if one.
/// The sentence is made in the reader's language by <see cref="Wording"/>.
/// </summary>
public sealed record Refusal(string Code, params object?[] Arguments)
{
    /// <summary>The input's property the refusal concerns; null when it concerns the act as a whole.</summary>
    public string? Field { get; init; }

    /// <summary>All that is wrong with an input, one a field; the first is also this refusal itself.</summary>
    public IReadOnlyList<Refusal> Details { get; init; } = [];

    /// <summary>One sentence in the culture of the calling thread.</summary>
    public string Sentence => Wording.Sentence($"Refusal.{Code}", Arguments);

    /// <summary>Whether the copy the caller worked on is no longer the present one: reloading helps.</summary>
    public bool IsStale => Code.StartsWith("Stale", StringComparison.Ordinal);

    /// <summary>What the caller may not see does not exist.</summary>
    public static Refusal NotFound => new("NotFound");

    /// <summary>The caller sees it but may not do this.</summary>
    public static Refusal NotAllowed => new("NotAllowed");

    /// <summary>The session has ended or the account is disabled.</summary>
    public static Refusal SignedOut => new("SignedOut");

    /// <summary>Somebody else saved in between.</summary>
    public static Refusal Stale => new("Stale");
}
