using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Tickets;

/// <summary>
/// The overdue board of the Centre and the town leaders (plan §五(四)): every open clock past due that a unit or the Centre
/// holds, on request also those close to their due. Working days over come from the working calendar as it stands.
/// </summary>
public sealed class OverdueBoard(OperationRunner operations, MomentSource moments)
{
    /// <summary>
    /// The board with its figures. For others than the Centre and the town leaders it does not exist (NotFound). Refuses a search text
    /// too long or unreadable.
    /// </summary>
    public Task<Outcome<OverdueView>> ReadAsync(Caller caller, OverdueFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<OverdueView>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            if (Refuse(op, filter) is { } refusal)
            {
                return refusal;
            }

            var all = await OverdueRows.ReadAsync(op, await moments.OfAsync(op, cancellation), cancellation);
            var shown = all.Where(r => OverdueOrder.Shown(r, filter.Show)).ToList();
            var matching = await MatchingAsync(op, shown, filter, cancellation);
            var groups = OverdueOrder.Gather(matching, filter);
            var page = groups.SelectMany(g => g).Skip(Math.Max(filter.Skip, 0)).Take(Math.Clamp(filter.Take, 1, Paging.Largest)).ToList();
            var told = await OverdueRows.ProgressAsync(op.Db, [.. page.Select(r => r.TicketId).Distinct()], cancellation);
            var here = page.ToDictionary(r => r.Clock.Id, r => WithProgress(r, told));
            return new OverdueView(
                FiguresOf(all, op.Today),
                [.. from g in groups
                    let rows = g.Where(r => here.ContainsKey(r.Clock.Id)).Select(r => here[r.Clock.Id]).ToList()
                    where rows.Count > 0
                    select new OverdueGroup(g.Key, g.Count(), g.Max(r => r.Clock.DaysOver), rows)],
                matching.Count,
                shown.Count - matching.Count,
                [.. all.DistinctBy(r => r.UnitId).OrderBy(r => r.Unit, StringComparer.CurrentCulture).Select(r => new UnitView(r.UnitId, r.Unit, r.UnitEnglish, ""))],
                [.. all.Select(r => r.Clock.Kind).Distinct().Order()],
                await op.Db.History.Where(h => h.Subject == nameof(Ticket)).OrderByDescending(h => h.Id).Select(h => (DateTime?)h.At).FirstOrDefaultAsync(cancellation));
        }, cancellation);

    /// <summary>All the rows that match, in the order of the board, with what progress was told.</summary>
    internal async Task<Outcome<IReadOnlyList<OverdueRow>>> RowsAsync(Operation op, OverdueFilter filter, CancellationToken cancellation)
    {
        if (Refuse(op, filter) is { } refusal)
        {
            return refusal;
        }

        var all = await OverdueRows.ReadAsync(op, await moments.OfAsync(op, cancellation), cancellation);
        var matching = await MatchingAsync(op, [.. all.Where(r => OverdueOrder.Shown(r, filter.Show))], filter, cancellation);
        var told = await OverdueRows.ProgressAsync(op.Db, [.. matching.Select(r => r.TicketId).Distinct()], cancellation);
        return OverdueOrder.Gather(matching, filter).SelectMany(g => g).Select(r => WithProgress(r, told)).ToList();
    }

    /// <summary>Whether the board is there for this person.</summary>
    internal static bool Allows(Actor actor) => actor.SeesEverything;

    private static Refusal? Refuse(Operation op, OverdueFilter filter) =>
        Allows(op.Actor) ? SearchText.Refuse(filter.Text) : Refusal.NotFound;

    /// <summary>The rows that pass; progress is read for all of them only where they are sorted by it.</summary>
    private static async Task<List<OverdueRow>> MatchingAsync(Operation op, List<OverdueRow> shown, OverdueFilter filter, CancellationToken cancellation)
    {
        var sought = Sought.Of(filter.Text);
        var matching = shown.Where(r => OverdueOrder.Passes(r, filter, sought, op.Today)).ToList();
        if (filter.Sort != OverdueColumn.Progress)
        {
            return matching;
        }

        var told = await OverdueRows.ProgressAsync(op.Db, [.. matching.Select(r => r.TicketId).Distinct()], cancellation);
        return [.. matching.Select(r => WithProgress(r, told))];
    }

    private static OverdueRow WithProgress(OverdueRow row, Dictionary<long, (DateTime At, Move By, string Text)> told) =>
        told.TryGetValue(row.TicketId, out var progress) ? row with { ProgressAt = progress.At, ProgressBy = progress.By, Progress = progress.Text } : row;

    private static OverdueFigures FiguresOf(List<OverdueRow> all, DateOnly today)
    {
        var overdue = all.Where(r => r.Clock.Lamp == Lamp.Breached).ToList();
        return new OverdueFigures(
            overdue.Count,
            [.. Levels.PastDue.Select(level => new LevelCount(level, overdue.Count(r => r.Clock.Level == level)))],
            all.Count(r => r.Clock.Lamp == Lamp.Approaching),
            overdue.Count(r => OverdueOrder.IsNew(r, today)),
            all.Count(r => r.Clock.Kind == ClockKind.WrittenReply));
    }
}
