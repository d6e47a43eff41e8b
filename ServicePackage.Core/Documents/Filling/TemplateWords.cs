using System.Collections.Immutable;

namespace ServicePackage.Core.Documents;

/// <summary>A word of a template, 「{{企业名称}}」.</summary>
/// <param name="Name">As it is typed.</param>
/// <param name="Meaning">The key of the text that says what is put in for it.</param>
public sealed record TemplateWord(string Name, string Meaning);

/// <summary>What repeats between 「{{#政策}}」 and 「{{/政策}}」, with words of its own; those of what is around it can be used there too.</summary>
/// <param name="Name">As it is typed.</param>
/// <param name="Meaning">The key of the text that says what it repeats with.</param>
/// <param name="Words">Its own words, and the rows within it.</param>
public sealed record TemplateRow(string Name, string Meaning, TemplateWords Words);

/// <summary>The words that a kind of document has.</summary>
/// <param name="Singles">Those that give one text.</param>
/// <param name="Rows">Those that repeat.</param>
public sealed record TemplateWords(ImmutableArray<TemplateWord> Singles, ImmutableArray<TemplateRow> Rows)
{
    /// <summary>Whether this word gives a text here.</summary>
    public bool Has(string word) => Singles.Any(w => w.Name == word);

    /// <summary>The row of this name; null where there is none here.</summary>
    public TemplateRow? Row(string name) => Rows.FirstOrDefault(r => r.Name == name);
}
