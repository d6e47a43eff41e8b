using System.Collections.Immutable;

namespace ServicePackage.Core.Documents;

/// <summary>What is put in for the words of a template: a text for each word, and for each row of its name the contents it repeats with. Never changes; can be kept as JSON.</summary>
/// <param name="Values">The texts by word. A line break in one becomes a line break on paper; a word without a text gives none.</param>
/// <param name="Rows">The contents by the name of the row; a row that is not here is left out.</param>
public sealed record DocumentContent(ImmutableDictionary<string, string> Values, ImmutableDictionary<string, ImmutableArray<DocumentContent>> Rows)
{
    /// <summary>Nothing yet.</summary>
    public static readonly DocumentContent Empty = new(ImmutableDictionary.Create<string, string>(StringComparer.Ordinal), ImmutableDictionary.Create<string, ImmutableArray<DocumentContent>>(StringComparer.Ordinal));

    /// <summary>The same with these texts.</summary>
    public static DocumentContent Of(params IEnumerable<(string Word, string? Text)> values) =>
        Empty with { Values = Empty.Values.SetItems(values.Select(v => KeyValuePair.Create(v.Word, v.Text ?? ""))) };

    /// <summary>The same with a row that repeats so often.</summary>
    public DocumentContent With(string row, params IEnumerable<DocumentContent> contents) => this with { Rows = Rows.SetItem(row, [.. contents]) };

    /// <summary>The same with a row that is there once where a condition holds, and left out otherwise.</summary>
    public DocumentContent WithIf(string row, bool holds, DocumentContent? content = null) => With(row, holds ? [content ?? Empty] : []);
}
