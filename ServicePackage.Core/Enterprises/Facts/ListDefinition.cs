using ServicePackage.Core.Words;

namespace ServicePackage.Core.Enterprises;

/// <summary>What an item of a list can say.</summary>
public enum ListField
{
    /// <summary>Which of the list's kinds.</summary>
    Kind,

    /// <summary>Of which level.</summary>
    Level,

    /// <summary>The number of its certificate or of the standard.</summary>
    Number,

    /// <summary>The first day of a title; otherwise the day it took place.</summary>
    From,

    /// <summary>The last day of a title.</summary>
    Until,

    /// <summary>Whether a title was given for the first time.</summary>
    First,

    /// <summary>The announcement by which it was given.</summary>
    Announcement,

    /// <summary>Yuan with two decimals.</summary>
    Amount,

    /// <summary>A part of the amount, in yuan.</summary>
    Part,

    /// <summary>A place, from 1 on.</summary>
    Rank,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>One of the list's purposes.</summary>
    Purpose,

    /// <summary>The day it was lifted.</summary>
    LiftedOn,
}

/// <summary>A field of a list's items, as this list calls it.</summary>
/// <param name="Field">Which.</param>
/// <param name="Chinese">Its Chinese name.</param>
/// <param name="English">Its English name.</param>
/// <param name="Required">Whether no item is without it.</param>
public sealed record ListFieldDefinition(ListField Field, string Chinese, string English, bool Required = false)
{
    /// <summary>Its name in the reader's language.</summary>
    public string Name => Wording.Either(Chinese, English);
}

/// <summary>A kind of item, such as a title.</summary>
/// <param name="Code">What rows keep.</param>
/// <param name="Chinese">Its Chinese name.</param>
/// <param name="English">Its English name.</param>
/// <param name="Levelled">Whether it has one of the list's levels.</param>
public sealed record ListKind(string Code, string Chinese, string English, bool Levelled = false)
{
    /// <summary>Its name in the reader's language.</summary>
    public string Name => Wording.Either(Chinese, English);
}

/// <summary>A list of things that an enterprise has or that happened to it: a row of lists.json. Its codes never change; its names may.</summary>
/// <param name="Code">What rows keep.</param>
/// <param name="Chinese">Its Chinese name.</param>
/// <param name="English">Its English name.</param>
/// <param name="ItemChinese">What one of its items is called.</param>
/// <param name="ItemEnglish">The same in English.</param>
/// <param name="SourceChinese">Where it is best taken from.</param>
/// <param name="SourceEnglish">The same in English.</param>
/// <param name="Commercial">Whether its items are for those alone who serve the enterprise.</param>
/// <param name="Again">Months for which it is known to be complete once somebody said so.</param>
/// <param name="Fields">What its items say, in the order of the form.</param>
/// <param name="Kinds">The kinds of items, where it has any.</param>
/// <param name="Levels">The levels, where its items or some of its kinds have one.</param>
/// <param name="Purposes">The purposes, where its items have one.</param>
public sealed record ListDefinition(
    string Code, string Chinese, string English, string ItemChinese, string ItemEnglish, string SourceChinese, string SourceEnglish, bool Commercial, int Again,
    IReadOnlyList<ListFieldDefinition> Fields, IReadOnlyList<ListKind>? Kinds = null, IReadOnlyList<FactOption>? Levels = null, IReadOnlyList<FactOption>? Purposes = null)
{
    /// <summary>Its name in the reader's language.</summary>
    public string Name => Wording.Either(Chinese, English);

    /// <summary>What one of its items is called in the reader's language.</summary>
    public string ItemName => Wording.Either(ItemChinese, ItemEnglish);

    /// <summary>Where it is best taken from, in the reader's language.</summary>
    public string Source => Wording.Either(SourceChinese, SourceEnglish);

    /// <summary>Whether its items are held from a day until a day, and can be of unknown dates.</summary>
    public bool IsHeld => Field(ListField.Until) is not null;

    /// <summary>A field of its items; null where they have none such.</summary>
    public ListFieldDefinition? Field(ListField field) => Fields.FirstOrDefault(f => f.Field == field);

    /// <summary>One of its kinds; null for a code that is none of them.</summary>
    public ListKind? Kind(string code) => Kinds?.FirstOrDefault(k => k.Code == code);

    /// <summary>Whether an item of a kind has a level.</summary>
    public bool HasLevel(string kind) => Field(ListField.Level) is not null && (Kinds is null || Kind(kind) is { Levelled: true });

    /// <summary>The name of a level; the code itself where there is none of that code.</summary>
    public string LevelName(string code) => Levels?.FirstOrDefault(l => l.Code == code)?.Name ?? code;

    /// <summary>The name of a purpose; the code itself where there is none of that code.</summary>
    public string PurposeName(string code) => Purposes?.FirstOrDefault(p => p.Code == code)?.Name ?? code;
}
