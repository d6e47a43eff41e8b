using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Tickets;

/// <summary>
/// The overdue board of the Centre and the town leaders (plan §五(四)): every demand with an open clock past due that a unit or the
/// Centre holds, on request also those close to their due. Working days over come from the working calendar as it stands.
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

            var moment = await moments.OfAsync(op, cancellation);
            var all = await OverdueRows.ReadAsync(op, moment, cancellation);
            var shown = all.Where(r => OverdueOrder.Shown(r, filter.Show)).ToList();
            var matching = await MatchingAsync(op, shown, filter, moment, cancellation);
            var groups = OverdueOrder.Gather(matching, filter);
            List<OverdueRow> page = [.. groups.SelectMany(g => g).Skip(Math.Max(filter.Skip, 0)).Take(Math.Clamp(filter.Take, 1, Paging.Largest))];
            var here = (await ToldAsync(op, page, moment, cancellation)).ToDictionary(r => r.TicketId);
            return new OverdueView(
                FiguresOf(all, moment),
                [.. from g in groups
                    let rows = g.Where(r => here.ContainsKey(r.TicketId)).Select(r => here[r.TicketId]).ToList()
                    where rows.Count > 0
                    select new OverdueGroup(g.Key, g.Count(), g.Max(r => r.Clock.DaysOver), rows)],
                matching.Count,
                shown.Select(r => r.TicketId).Distinct().Count() - matching.Count,
                [.. all.DistinctBy(r => r.UnitId).OrderBy(r => NameKey.Of(r.Unit), StringComparer.Ordinal).Select(r => new UnitView(r.UnitId, r.Unit, r.UnitEnglish, ""))],
                [.. all.Select(r => r.Clock.Kind).Distinct().Order()],
                await op.Db.History.Where(h => h.Subject == nameof(Ticket)).MaxAsync(h => (DateTime?)h.At, cancellation));
        }, cancellation);

    /// <summary>All the rows that match, in the order of the board, with what was told of them.</summary>
    internal async Task<Outcome<IReadOnlyList<OverdueRow>>> RowsAsync(Operation op, OverdueFilter filter, CancellationToken cancellation)
    {
        if (Refuse(op, filter) is { } refusal)
        {
            return refusal;
        }

        var moment = await moments.OfAsync(op, cancellation);
        var all = await OverdueRows.ReadAsync(op, moment, cancellation);
        var matching = await MatchingAsync(op, [.. all.Where(r => OverdueOrder.Shown(r, filter.Show))], filter, moment, cancellation);
        return await ToldAsync(op, [.. OverdueOrder.Gather(matching, filter).SelectMany(g => g)], moment, cancellation);
    }

    /// <summary>Whether the board is there for this person.</summary>
    internal static bool Allows(Actor actor) => actor.SeesEverything;

    private static Refusal? Refuse(Operation op, OverdueFilter filter) =>
        Allows(op.Actor) ? SearchText.Refuse(filter.Text) : Refusal.NotFound;

    /// <summary>The demands that pass; what was told of them is read for all only where they are sorted or filtered by it.</summary>
    private static async Task<List<OverdueRow>> MatchingAsync(Operation op, List<OverdueRow> shown, OverdueFilter filter, Moment moment, CancellationToken cancellation)
    {
        var matching = OverdueOrder.Demands(shown, filter, Sought.Of(filter.Text), op.Today);
        if (filter.Urging is null && filter.Sort is not (OverdueColumn.Progress or OverdueColumn.Urging))
        {
            return matching;
        }

        var told = await ToldAsync(op, matching, moment, cancellation);
        return [.. told.Where(r => filter.Urging is not { } urging || r.Supervision.Is(urging))];
    }

    /// <summary>The rows with what progress was told and what supervisors have done.</summary>
    private static async Task<List<OverdueRow>> ToldAsync(Operation op, List<OverdueRow> rows, Moment moment, CancellationToken cancellation)
    {
        List<long> ids = [.. rows.Select(r => r.TicketId)];
        var told = await OverdueRows.ProgressAsync(op.Db, ids, cancellation);
        var traces = await Supervision.OfAsync(op.Db, ids, moment.Now, cancellation);
        return [.. from row in rows
                   let traced = row with { Supervision = traces.GetValueOrDefault(row.TicketId, Supervision.None) }
                   select told.TryGetValue(row.TicketId, out var progress) ? traced with { ProgressAt = progress.At, ProgressBy = progress.By, Progress = progress.Text } : traced];
    }

    private static OverdueFigures FiguresOf(List<OverdueRow> all, Moment moment)
    {
        var today = moment.Day;
        var overdue = DemandsShown(all, OverdueShow.Overdue, today);
        return new OverdueFigures(
            overdue.Count,
            [.. Levels.PastDue.Select(level => new LevelCount(level, overdue.Count(r => r.Clock.Level == level), level == Levels.Breach ? 0 : moment.Limits.LevelAfter(level)))],
            DemandsShown(all, OverdueShow.Approaching, today).Count,
            overdue.Count(r => OverdueOrder.IsNew(r, today)),
            DemandsShown(all, OverdueShow.Replies, today).Count);
    }

    private static List<OverdueRow> DemandsShown(List<OverdueRow> all, OverdueShow show, DateOnly today) =>
        OverdueOrder.Demands([.. all.Where(r => OverdueOrder.Shown(r, show))], new OverdueFilter { Show = show }, Sought.Of(""), today);
}
