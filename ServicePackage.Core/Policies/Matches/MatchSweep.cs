using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Policies;

/// <summary>
/// Keeps which enterprise meets which clause (plan §五(二)): weighs what a change has asked for and the enterprises whose turn has come, and nothing else. An enterprise
/// that fails, or a clause, is written down and keeps nothing from the others.
/// </summary>
public sealed class MatchSweep(IDbContextFactory<AppDbContext> contexts, ItemByItem items, MatchWeighing weighing, House house)
{
    private const int EnterprisesAtOnce = 50;
    private const int EnterprisesOfAClause = 1000;

    /// <summary>Weighs everything due up to an instant (UTC) and gives how many clauses and enterprises it has handled.</summary>
    public async Task<int> RunAsync(DateTime asOf, CancellationToken cancellation = default)
    {
        var run = await items.BeginAsync(PolicyRoom.Weighing, asOf, cancellation);
        await FillAsync(asOf, cancellation);
        var handled = await ClausesAsync(run, asOf, cancellation) + await EnterprisesAsync(run, asOf, cancellation);
        await run.EndAsync(cancellation);
        return handled;
    }

    /// <summary>Where nothing was weighed yet, or by another edition of the program, all is to be.</summary>
    private async Task FillAsync(DateTime asOf, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var isOfThisEdition = await db.MatchBasis.AnyAsync(b => b.Edition == MatchBasis.Running, cancellation);
        if (!isOfThisEdition || (!await db.MatchTurns.AnyAsync(cancellation) && await db.Enterprises.OnRoster(TownTime.DayOf(asOf)).AnyAsync(cancellation)))
        {
            await weighing.AskAllAsync(asOf, cancellation);
        }
    }

    private async Task<int> ClausesAsync(ItemByItem.Run run, DateTime asOf, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var clauses = await db.Unweighed.Where(u => u.ClauseId != null && u.EnterpriseId == null && u.At <= asOf).Select(u => u.ClauseId!.Value).Distinct().OrderBy(id => id).ToListAsync(cancellation);
        var handled = 0;
        foreach (var id in clauses)
        {
            handled += await run.TryAsync(new Subject(nameof(Clause), id), () => ClauseAsync(id, asOf, cancellation), () => ClauseNameAsync(id, cancellation), cancellation) ? 1 : 0;
        }

        foreach (var pair in await db.Unweighed.AsNoTracking().Where(u => u.ClauseId != null && u.EnterpriseId != null && u.At <= asOf).OrderBy(u => u.Id).ToListAsync(cancellation))
        {
            handled += await run.TryAsync(new Subject(nameof(Unweighed), pair.Id), () => PairAsync(pair, asOf, cancellation), () => PairNameAsync(pair, cancellation), cancellation) ? 1 : 0;
        }

        return handled;
    }

    /// <summary>One clause against every enterprise on the roster. One with which it fails is put down as a pair, which keeps nothing from the others nor from a later change of the clause.</summary>
    private async Task ClauseAsync(long clauseId, DateTime asOf, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await db.Unweighed.AsNoTracking().Where(u => u.ClauseId == clauseId && u.EnterpriseId == null && u.At <= asOf).ToListAsync(cancellation);
        if (rows.Count == 0)
        {
            return; // done by somebody else meanwhile
        }

        var today = TownTime.DayOf(asOf);
        var clause = (await WeighedClause.ReadAsync(db, today, clauseId, cancellation)).SingleOrDefault();
        var met = db.Matches.Open().Where(m => m.ClauseId == clauseId).Select(m => m.EnterpriseId);
        var (last, done) = (0L, true);
        while (await Page(db.Enterprises.OnRoster(today).Select(e => e.Id), last).Union(Page(met, last)).OrderBy(id => id).Take(EnterprisesOfAClause).ToListAsync(cancellation) is { Count: > 0 } page)
        {
            last = page[^1];
            done &= await weighing.PageAsync(clauseId, clause, page, rows, [], asOf, cancellation);
        }

        if (done)
        {
            await weighing.DoneAsync(rows, asOf, cancellation);
        }
    }

    /// <summary>The next page of each, so that joining them takes no longer the more there are.</summary>
    private static IQueryable<long> Page(IQueryable<long> enterprises, long last) => enterprises.Where(id => id > last).OrderBy(id => id).Take(EnterprisesOfAClause);

    /// <summary>A clause against the one enterprise with which it failed.</summary>
    private async Task PairAsync(Unweighed pair, DateTime asOf, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (clauseId, failed) = (pair.ClauseId!.Value, new Dictionary<long, Exception>());
        var clause = (await WeighedClause.ReadAsync(db, TownTime.DayOf(asOf), clauseId, cancellation)).SingleOrDefault();
        var done = await weighing.PageAsync(clauseId, clause, [pair.EnterpriseId!.Value], [pair], failed, asOf, cancellation);
        if (failed.Count > 0)
        {
            ExceptionDispatchInfo.Throw(failed.Values.First());
        }

        if (done)
        {
            await weighing.DoneAsync([pair], asOf, cancellation);
        }
    }

    private async Task<int> EnterprisesAsync(ItemByItem.Run run, DateTime asOf, CancellationToken cancellation)
    {
        var (handled, last, today) = (0, 0L, TownTime.DayOf(asOf));
        ClauseColumns? clauses = null;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var due = db.Unweighed.Where(u => u.ClauseId == null && u.EnterpriseId != null && u.At <= asOf).Select(u => u.EnterpriseId!.Value)
            .Union(db.MatchTurns.Where(t => t.NextTurn <= today).Select(t => t.EnterpriseId));
        while (await due.Where(id => id > last).OrderBy(id => id).Take(EnterprisesAtOnce).ToListAsync(cancellation) is { Count: > 0 } page)
        {
            last = page[^1];
            clauses ??= new ClauseColumns(await WeighedClause.ReadAsync(db, today, clauseId: null, cancellation), today);
            foreach (var one in await EnterpriseToWeigh.ReadAsync(new Operation(db, null, asOf, house), page, clauses, cancellation))
            {
                handled += await run.TryAsync(new Subject(nameof(Enterprise), one.EnterpriseId), () => weighing.EnterpriseAsync(one, asOf, cancellation), () => EnterpriseNameAsync(one.EnterpriseId, cancellation), cancellation) ? 1 : 0;
            }
        }

        return handled;
    }

    private async Task<string> ClauseNameAsync(long id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var title = await db.PolicyClauses.Where(c => c.ClauseId == id).OrderByDescending(c => c.PolicyVersion.Number).Select(c => c.Title).FirstAsync(cancellation);
        return Words.TextRules.Cut(title, FailedItem.LongestName);
    }

    private async Task<string> PairNameAsync(Unweighed pair, CancellationToken cancellation)
    {
        var code = await EnterpriseNameAsync(pair.EnterpriseId!.Value, cancellation);
        return $"{code} {Words.TextRules.Cut(await ClauseNameAsync(pair.ClauseId!.Value, cancellation), FailedItem.LongestName - code.Length - 1)}";
    }

    /// <summary>What a job could not handle is called by a number, never by what it is about.</summary>
    private async Task<string> EnterpriseNameAsync(long id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Enterprises.Where(e => e.Id == id).Select(e => e.CreditCode).FirstAsync(cancellation);
    }
}
