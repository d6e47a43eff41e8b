using ServicePackage.Core.Words;

namespace ServicePackage.Core.Enterprises;

/// <summary>How items of lists are said in the reader's language.</summary>
public static class ListWording
{
    /// <summary>What an item is, in few words: 高新技术企业, 企业技术中心（市级）, 国家标准, 500万元.</summary>
    public static string Head(ListDefinition list, EnterpriseListItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Head(list, item.Kind, item.Level, item.Amount);
    }

    /// <inheritdoc cref="Head(ListDefinition, EnterpriseListItem)"/>
    public static string Head(ListDefinition list, ListItemView item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Head(list, item.Kind, item.Level, item.Amount);
    }

    /// <summary>What else an item says, each with its name, in the order of the form: 有效期2023年12月1日至2026年11月30日, 首次认定 …</summary>
    public static IReadOnlyList<string> Details(ListDefinition list, ListItemView item)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(item);
        return [.. list.Fields.Select(f => Detail(list, f, item)).OfType<string>()];
    }

    private static string Head(ListDefinition list, string kind, string level, decimal? amount)
    {
        ArgumentNullException.ThrowIfNull(list);
        return list.Kinds is not null ? level.Length > 0 ? Wording.Sentence("List.KindAtLevel", KindName(list, kind), list.LevelName(level)) : KindName(list, kind)
            : list.Levels is not null ? list.LevelName(level)
            : FactWording.Number(FactKind.Money, amount ?? 0, amount ?? 0);
    }

    private static string KindName(ListDefinition list, string kind) => list.Kind(kind)?.Name ?? kind;

    private static string? Detail(ListDefinition list, ListFieldDefinition field, ListItemView item)
    {
        return field.Field switch
        {
            ListField.From when list.IsHeld => item switch
            {
                { From: { } from, Until: { } until } => Wording.Sentence("List.Held", from, until),
                { From: { } from } => Wording.Sentence("List.HeldSince", from),
                _ => null,
            },
            ListField.From => Named(item.From is { } day ? Wording.Date(day) : null),
            ListField.LiftedOn => Named(item.LiftedOn is { } day ? Wording.Date(day) : null),
            ListField.First => item.First == FirstTime.Unknown ? null : Wording.Name(item.First),
            ListField.Number => Named(item.Number),
            ListField.Announcement => Named(item.Announcement),
            ListField.Amount => list.Kinds is null && list.Levels is null ? null : Named(Money(item.Amount)),
            ListField.Part => Named(Money(item.Part)),
            ListField.Rank => Named(item.Rank is { } rank ? FactWording.Number(FactKind.Rank, rank, rank) : null),
            ListField.Flag => Named(item.Flag is { } yes ? Wording.Text(yes ? "Fact.Yes" : "Fact.No") : null),
            ListField.Purpose => Named(list.PurposeName(item.Purpose)),
            ListField.Kind or ListField.Level or ListField.Until => null, // said before
            _ => throw new InvalidOperationException($"{field.Field}"),
        };

        string? Named(string? value) => string.IsNullOrEmpty(value) ? null : Wording.Sentence("List.Named", field.Name, value);
    }

    private static string? Money(decimal? yuan) => yuan is { } value ? FactWording.Number(FactKind.Money, value, value) : null;
}
