using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Documents;

/// <summary>What is wrong with a template, each with its place and the text around it.</summary>
internal sealed class TemplateFindings
{
    /// <summary>What was found, in the order of the document.</summary>
    public List<Refusal> All { get; } = [];

    /// <summary>How many words were found, right or wrong.</summary>
    public int Words { get; set; }

    /// <summary>One refusal that lists them; null where nothing is wrong.</summary>
    public Refusal? Refusal => All.Count == 0 ? null : new Refusal("Template.Wrong", All.Count) { Details = [.. All.Take(TemplateRules.MostFindings)] };

    /// <summary>Something wrong in a text, from one character to another.</summary>
    public void Add(string code, TemplatePlace place, string text, int from, int to, params object?[] more)
    {
        var (start, end) = (Math.Max(0, from - TemplateRules.Around), Math.Min(text.Length, to + TemplateRules.Around));
        Add(code, place, (start > 0 ? "…" : "") + Shown(text[start..end]) + (end < text.Length ? "…" : ""), more);
    }

    /// <summary>Something wrong near a text.</summary>
    public void Add(string code, TemplatePlace place, string around, params object?[] more) => All.Add(new Refusal(code, [place, around, .. more]));

    /// <summary>A text as it is shown: what is no text is a space, and no half of a character is left at its ends.</summary>
    private static string Shown(string text)
    {
        var shown = text.Replace(ParagraphText.NoText, ' ').Replace('\n', ' ');
        var start = shown.Length > 0 && char.IsLowSurrogate(shown[0]) ? 1 : 0;
        var end = shown.Length > start && char.IsHighSurrogate(shown[^1]) ? shown.Length - 1 : shown.Length;
        return shown[start..end];
    }
}
