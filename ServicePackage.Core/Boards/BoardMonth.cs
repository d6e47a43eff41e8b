using ServicePackage.Core.Butlers;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Boards;

/// <summary>What stands on a day of the board's calendar.</summary>
public enum BoardItemKind
{
    /// <summary>到期: a clock that waits on the reader, or an answer the enterprise owes.</summary>
    Due,

    /// <summary>已安排: a planned contact.</summary>
    Plan,

    /// <summary>应联系: the last day for a contact by the cadence, where none is planned.</summary>
    Contact,

    /// <summary>已联系: a contact that was held.</summary>
    Held,
}

/// <summary>One thing on a day of the board's calendar.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="EnterpriseId">For which enterprise.</param>
/// <param name="Name">Its name.</param>
/// <param name="Late">Whether its day, or its clock, has passed without it.</param>
/// <param name="Way">How the contact is held; null for others.</param>
/// <param name="Due">The clock; null for contacts.</param>
public sealed record BoardItem(BoardItemKind Kind, long EnterpriseId, string Name, bool Late = false, ContactWay? Way = null, CardDue? Due = null);

/// <summary>A day of the board's calendar.</summary>
/// <param name="Day">The day (Shanghai).</param>
/// <param name="Kind">Whether offices work on it.</param>
/// <param name="Items">What stands on it, the most pressing first.</param>
public sealed record BoardDay(DateOnly Day, DayKind Kind, IReadOnlyList<BoardItem> Items);

/// <summary>A contact that was held in the month shown.</summary>
internal sealed record HeldContact(long EnterpriseId, DateOnly Day, ContactWay Way);

/// <summary>A month of the reader's enterprises, day by day.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Days">Its days.</param>
/// <param name="Provisional">True where its year has no published arrangement (暂定).</param>
/// <param name="Earlier">How much of what is still to do had its day before this month.</param>
public sealed record BoardMonth(DateOnly First, IReadOnlyList<BoardDay> Days, bool Provisional, int Earlier)
{
    /// <summary>The month in which a day lies, of these cards.</summary>
    internal static BoardMonth Of(DateOnly first, IEnumerable<BoardCard> cards, IEnumerable<HeldContact> held, Moment moment)
    {
        var list = cards.ToList();
        var names = list.ToDictionary(c => c.EnterpriseId, c => c.Name);
        var toDo = list.SelectMany(c => Items(c, moment.Day)).ToList();
        var done = held.Select(h => (h.Day, new BoardItem(BoardItemKind.Held, h.EnterpriseId, names[h.EnterpriseId], Way: h.Way)));
        var of = toDo.Concat(done).ToLookup(i => i.Item1, i => i.Item2);
        var days = Enumerable.Range(0, DateTime.DaysInMonth(first.Year, first.Month)).Select(first.AddDays)
            .Select(d => new BoardDay(d, moment.Calendar.KindOf(d), [.. of[d].OrderByDescending(i => i.Late && i.Kind != BoardItemKind.Held).ThenBy(i => i.Kind).ThenBy(i => NameKey.Of(i.Name), StringComparer.Ordinal)]));
        return new BoardMonth(first, [.. days], moment.Calendar.IsProvisional(first, first), toDo.Count(i => i.Item1 < first));
    }

    private static IEnumerable<(DateOnly, BoardItem)> Items(BoardCard card, DateOnly today)
    {
        foreach (var due in card.Dues)
        {
            yield return (due.Day, new BoardItem(BoardItemKind.Due, card.EnterpriseId, card.Name, due.Lamp == Lamp.Breached, Due: due));
        }

        if (card.Plan is { } plan)
        {
            yield return (plan.Day, new BoardItem(BoardItemKind.Plan, card.EnterpriseId, card.Name, plan.Day < today, plan.Way));
        }

        if (card.Facts.OnRoster && (card.Plan is null || (card.ContactBy < today && card.Plan.Day > today)))
        {
            yield return (card.ContactBy, new BoardItem(BoardItemKind.Contact, card.EnterpriseId, card.Name, card.ContactBy < today));
        }
    }
}
