using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Roster;

/// <summary>The roster as of any day, for the town's own people: each of the enterprises they see (plan §二).</summary>
public sealed class RosterReader(OperationRunner operations)
{
    /// <summary>The roster as of a day with the year before beside it. NotFound for an enterprise's people and for who meets no enterprise; refused: a day before the plan or to come; the search text.</summary>
    public Task<Outcome<RosterView>> ReadAsync(Caller caller, RosterReadFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<RosterView>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            if (Refuse(op, filter) is { } refusal)
            {
                return refusal;
            }

            var day = filter.Day ?? op.Today;
            var all = op.Db.RosterMemberships.VisibleTo(op);
            var published = await op.Db.RosterYears.Where(y => y.Year == day.Year && y.PublishedOn <= day).Select(y => y.PublishedOn).FirstOrDefaultAsync(cancellation);
            var rows = await (await op.RosterRowsAsync(filter, cancellation)).PageAsync(filter.Skip, filter.Take, cancellation);
            return new RosterView(
                day, await CountAsync(all.HoldingOn(day), cancellation), await CountAsync(all.HoldingOn(RosterQueries.LastDayBefore(day)), cancellation),
                await all.JoinedBy(day).CountAsync(cancellation), await all.LeftBy(day).CountAsync(cancellation), rows, published,
                new RosterRights(
                    RosterAccess.MayPropose(op.Actor), op.Actor.IsCentre, op.Actor.IsCentre && day == op.Today && published is not null, op.Actor.SeesEverything || op.Actor.IsAdministrator));
        }, cancellation);

    /// <summary>Who may not read it, and what cannot be asked.</summary>
    internal static Refusal? Refuse(Operation op, RosterReadFilter filter) =>
        !RosterAccess.MayRead(op.Actor) ? Refusal.NotFound
        : SearchText.Refuse(filter.Text) ?? (filter.Day is { } day ? RosterRules.RefuseDay(day, op.Today) : null);

    private static async Task<TierCounts> CountAsync(IQueryable<RosterMembership> rows, CancellationToken cancellation)
    {
        var counts = await rows.GroupBy(m => m.Tier).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return new TierCounts(counts.GetValueOrDefault(EnterpriseTier.District), counts.GetValueOrDefault(EnterpriseTier.Town));
    }
}
