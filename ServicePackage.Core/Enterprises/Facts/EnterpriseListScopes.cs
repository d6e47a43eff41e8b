using ServicePackage.Core.Data;

namespace ServicePackage.Core.Enterprises;

/// <summary>Which items and closings were known at an instant, and which titles are held on a day, said once for queries and rows.</summary>
public static class EnterpriseListScopes
{
    /// <summary>Recorded by then and not replaced by then.</summary>
    public static readonly Scope<EnterpriseListItem, DateTime> IsKnown =
        new((i, at) => i.RecordedAt <= at && (i.ReplacedAt == null || i.ReplacedAt > at));

    /// <summary>Said by then and not taken back by then.</summary>
    public static readonly Scope<EnterpriseListClosing, DateTime> IsSaid =
        new((c, at) => c.RecordedAt <= at && (c.ReplacedAt == null || c.ReplacedAt > at));

    /// <summary>A title that holds on the day; one of unknown dates does.</summary>
    public static readonly Scope<EnterpriseListItem, DateOnly> IsHeldOn =
        new((i, day) => i.List == ListCatalogue.Title && (i.From == null || i.From <= day) && (i.Until == null || i.Until >= day));

    /// <summary>The items that were known at an instant (UTC).</summary>
    public static IQueryable<EnterpriseListItem> KnownAt(this IQueryable<EnterpriseListItem> items, DateTime at) => items.Where(IsKnown.At(at));

    /// <summary>The closings that were known at an instant (UTC).</summary>
    public static IQueryable<EnterpriseListClosing> KnownAt(this IQueryable<EnterpriseListClosing> closings, DateTime at) => closings.Where(IsSaid.At(at));

    /// <summary>Those that no other has taken the place of.</summary>
    public static IQueryable<EnterpriseListItem> Standing(this IQueryable<EnterpriseListItem> items) => items.Where(i => i.ReplacedAt == null);

    /// <summary>Those that count still.</summary>
    public static IQueryable<EnterpriseListClosing> Standing(this IQueryable<EnterpriseListClosing> closings) => closings.Where(c => c.ReplacedAt == null);

    /// <summary>The titles held on a day.</summary>
    public static IQueryable<EnterpriseListItem> HeldOn(this IQueryable<EnterpriseListItem> items, DateOnly day) => items.Where(IsHeldOn.At(day));

    /// <summary>Whether a closing tells of a day: one as of the day or later does, an earlier one for as many months as its list says.</summary>
    public static bool TellsOf(this EnterpriseListClosing closing, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(closing);
        return ListCatalogue.Find(closing.List) is { } list && day <= closing.AsOf.AddMonths(list.Again);
    }
}
