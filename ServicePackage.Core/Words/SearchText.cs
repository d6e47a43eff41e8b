using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Words;

/// <summary>What is typed into a search box.</summary>
public static class SearchText
{
    /// <summary>The most characters searched for.</summary>
    public const int Longest = 100;

    /// <summary>Why it is not searched for: TooLong or Unreadable; null when it can be.</summary>
    public static Refusal? Refuse(string? text) =>
        TextRules.Length(text) > Longest ? new Refusal("TooLong", new FieldName("Search"), Longest, TextRules.Length(text))
        : TextRules.IsReadable(text) ? null
        : new Refusal("Unreadable", new FieldName("Search"));
}
