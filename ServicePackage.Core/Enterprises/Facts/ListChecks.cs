using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Enterprises;

/// <summary>What an item is held against: the day of the act, and the items of its list that stand already.</summary>
/// <param name="List">The list.</param>
/// <param name="Item">What it says.</param>
/// <param name="Today">The day of the act.</param>
/// <param name="Standing">The other items of the list that no other has taken the place of.</param>
internal sealed record ListChecks(ListDefinition List, EnterpriseListItem Item, DateOnly Today, IReadOnlyList<EnterpriseListItem> Standing)
{
    /// <summary>Years that two titles of a kind may begin apart without being asked back.</summary>
    private const int YearsApart = 10;

    /// <summary>Why it cannot be: a day to come, a day before there were any, a title that stands there already.</summary>
    public Refusal? Refuse() =>
        Day(Item.From, nameof(ListItemInput.From)) ?? Day(Item.LiftedOn, nameof(ListItemInput.LiftedOn))
        ?? (List.IsHeld && Standing.Any(IsSame) ? new Refusal("List.Twice", ListWording.Head(List, Item)) { Field = nameof(ListItemInput.Kind) } : null);

    /// <summary>What is asked back once: a title that begins many years apart from the nearest of its kind. Null where nothing is odd.</summary>
    public Refusal? Ask()
    {
        if (Item.From is not { } from || !List.IsHeld)
        {
            return null;
        }

        var nearest = Standing.Where(i => i.Kind == Item.Kind && i.Level == Item.Level).Select(i => i.From).OfType<DateOnly>().OrderBy(d => Math.Abs(d.DayNumber - from.DayNumber)).Take(1).ToList();
        return nearest is [var other] && (other.AddYears(YearsApart) < from || from.AddYears(YearsApart) < other)
            ? new Refusal("List.AskJump", from, ListWording.Head(List, Item), other, YearsApart) { Field = nameof(ListItemInput.Again) }
            : null;
    }

    /// <summary>The same title of the same first day; of unknown dates also one that is held today.</summary>
    private bool IsSame(EnterpriseListItem other) =>
        other.Kind == Item.Kind && other.Level == Item.Level
        && (other.From == Item.From || (Item.From is null && EnterpriseListScopes.IsHeldOn.Holds(other, Today)));

    private Refusal? Day(DateOnly? day, string field) =>
        day > Today ? new Refusal("Fact.DayToCome", Today) { Field = field }
        : day < FactPeriod.Always ? new Refusal("Fact.DayTooEarly", FactPeriod.Always) { Field = field }
        : null;
}
