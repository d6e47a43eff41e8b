using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Policies;

/// <summary>Weighs enterprises against clauses and keeps what came of it, each in a transaction in which nobody else does the same.</summary>
public sealed class MatchWeighing(OperationRunner operations)
{
    /// <summary>One enterprise. A clause that fails with it is put down to be weighed with it alone, and the rest is kept.</summary>
    internal async Task EnterpriseAsync(EnterpriseToWeigh one, DateTime asOf, CancellationToken cancellation)
    {
        var (today, stands) = (TownTime.DayOf(asOf), one.Begin());
        var (weighed, failed, turn) = (new List<Weighed>(), new List<long>(), one.IsWhole ? null : one.Turn?.NextTurn);
        foreach (var clause in one.IsOnRoster ? one.Clauses : [])
        {
            try
            {
                var (holds, next) = clause.Beside(one.EnterpriseId, stands, today);
                weighed.Add(new Weighed(one.EnterpriseId, clause.ClauseId, holds));
                turn = WeighedClause.Earlier(turn, next);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failed.Add(clause.ClauseId); // weighed once more by itself, and written down there
            }
        }

        await operations.ActAsSystemAsync(asOf, async op =>
        {
            if (!await TakeAsync(op, one, turn, cancellation))
            {
                return; // somebody has weighed it meanwhile: what asked for it is met again
            }

            var scope = one.Clauses.Select(c => c.ClauseId).Except(failed).ToList();
            var open = await op.Db.Matches.Open().Where(m => m.EnterpriseId == one.EnterpriseId && (one.IsWhole ? !failed.Contains(m.ClauseId) : scope.Contains(m.ClauseId))).ToListAsync(cancellation);
            await MatchKeeping.KeepAsync(op, weighed, open, again: false, one.AskedAt, cancellation);
            await PutDownAsync(op, failed.ConvertAll(c => (one.EnterpriseId, ClauseId: c)), again: false, one.AskedAt, cancellation);
            var mended = weighed.ConvertAll(w => w.ClauseId);
            await op.Db.Unweighed.Where(u => u.EnterpriseId == one.EnterpriseId && u.ClauseId != null && mended.Contains(u.ClauseId.Value) && !u.Again).ExecuteDeleteAsync(cancellation); // failed once, and does no longer
            await op.Db.Unweighed.Where(u => one.Rows.Contains(u.Id)).ExecuteDeleteAsync(cancellation);
        }, cancellation);
    }

    /// <summary>
    /// One clause against a page of enterprises, as these rows ask, read in the transaction that keeps what came of it; those with which it fails are put down. False where
    /// somebody else came in between. Without a clause that stands, what was open ends.
    /// </summary>
    internal Task<bool> PageAsync(
        long clauseId, WeighedClause? clause, IReadOnlyList<long> page, IReadOnlyList<Unweighed> rows, Dictionary<long, Exception> failed, DateTime asOf, CancellationToken cancellation) =>
        operations.ActAsSystemAsync(asOf, async op =>
        {
            var (again, askedAt) = (rows.Any(r => r.Again), rows.Min(r => r.At));
            var turns = await TakeAsync(op, page, cancellation);
            var later = new Dictionary<long, DateOnly>();
            var roster = await op.Db.Enterprises.OnRoster(op.Today).Where(e => page.Contains(e.Id)).Select(e => e.Id).ToListAsync(cancellation);
            var codes = (clause?.Codes ?? new HashSet<string>()).Where(c => !c.StartsWith(Unweighed.JudgedPrefix, StringComparison.Ordinal)).ToList();
            var known = await op.KnownAsync(op.Db.Enterprises.Where(e => page.Contains(e.Id)).Select(e => e.Id), codes, op.Now, cancellation);
            var weighed = new List<Weighed>();
            var begin = clause is null ? null : new ClauseColumns([clause], op.Today).Beside(roster, known);
            foreach (var id in begin is null ? [] : roster)
            {
                try
                {
                    var (holds, next) = clause!.Beside(id, begin!(id), op.Today);
                    weighed.Add(new Weighed(id, clauseId, holds));
                    if (WeighedClause.Earlier(turns[id], next) is { } turn && turn != turns[id])
                    {
                        later[id] = turn;
                    }
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    failed[id] = exception;
                }
            }

            var open = (await op.Db.Matches.Open().Where(m => m.ClauseId == clauseId && page.Contains(m.EnterpriseId)).ToListAsync(cancellation)).FindAll(m => !failed.ContainsKey(m.EnterpriseId));
            await MatchKeeping.KeepAsync(op, weighed, open, again, askedAt, cancellation);
            foreach (var (turn, ids) in later.GroupBy(t => t.Value, t => t.Key).Select(g => (g.Key, g.ToList())))
            {
                await op.Db.MatchTurns.Where(t => ids.Contains(t.EnterpriseId)).ExecuteUpdateAsync(t => t.SetProperty(x => x.NextTurn, turn), cancellation); // days are few, enterprises many
            }

            await PutDownAsync(op, [.. page.Where(failed.ContainsKey).Select(id => (id, clauseId))], again, askedAt, cancellation);
            var mended = page.Where(id => !failed.ContainsKey(id)).ToList();
            await op.Db.Unweighed.Where(u => u.ClauseId == clauseId && u.EnterpriseId != null && mended.Contains(u.EnterpriseId.Value) && (again || !u.Again)).ExecuteDeleteAsync(cancellation);
        }, cancellation);

    /// <summary>The whole roster is to be weighed, by this edition of the program.</summary>
    internal Task<bool> AskAllAsync(DateTime asOf, CancellationToken cancellation) =>
        operations.ActAsSystemAsync(asOf, async op =>
        {
            var basis = await op.Db.MatchBasis.FirstOrDefaultAsync(cancellation) ?? op.Db.MatchBasis.Add(new MatchBasis()).Entity;
            basis.Edition = MatchBasis.Running;
            var roster = await op.Db.Enterprises.OnRoster(op.Today).Select(e => e.Id).ToListAsync(cancellation);
            op.Db.Unweighed.AddRange(roster.Select(id => new Unweighed { EnterpriseId = id, At = asOf }));
        }, cancellation);

    /// <summary>What these rows asked for has been done.</summary>
    internal Task<bool> DoneAsync(IReadOnlyList<Unweighed> rows, DateTime asOf, CancellationToken cancellation) =>
        operations.ActAsSystemAsync(asOf, async op =>
        {
            var done = rows.Select(r => r.Id).ToList();
            await op.Db.Unweighed.Where(u => done.Contains(u.Id)).ExecuteDeleteAsync(cancellation);
        }, cancellation);

    /// <summary>Takes the enterprise for this transaction, where nobody has weighed it since it was read.</summary>
    private static async Task<bool> TakeAsync(Operation op, EnterpriseToWeigh one, DateOnly? turn, CancellationToken cancellation)
    {
        if (one.Turn is not { Version: var version })
        {
            op.Db.MatchTurns.Add(new MatchTurn { EnterpriseId = one.EnterpriseId, NextTurn = turn });
            await op.SaveAsync(cancellation);
            return true;
        }

        return await op.Db.MatchTurns.Where(t => t.EnterpriseId == one.EnterpriseId && t.Version == version)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.Version, x => x.Version + 1).SetProperty(x => x.NextTurn, turn), cancellation) == 1;
    }

    /// <summary>Takes a page of enterprises for this transaction: who weighs one of them at the same time waits, and finds it changed.</summary>
    private static async Task<Dictionary<long, DateOnly?>> TakeAsync(Operation op, IReadOnlyList<long> page, CancellationToken cancellation)
    {
        await op.Db.MatchTurns.Where(t => page.Contains(t.EnterpriseId)).ExecuteUpdateAsync(t => t.SetProperty(x => x.Version, x => x.Version + 1), cancellation);
        var turns = await op.Db.MatchTurns.Where(t => page.Contains(t.EnterpriseId)).Select(t => new { t.EnterpriseId, t.NextTurn }).ToDictionaryAsync(t => t.EnterpriseId, t => t.NextTurn, cancellation);
        var missing = page.Where(id => !turns.ContainsKey(id)).ToList();
        if (missing.Count > 0)
        {
            op.Db.MatchTurns.AddRange(missing.Select(id => new MatchTurn { EnterpriseId = id }));
            op.Db.Unweighed.AddRange(missing.Select(id => new Unweighed { EnterpriseId = id, At = op.Now })); // never weighed so far: the other clauses follow
            await op.SaveAsync(cancellation);
            missing.ForEach(id => turns.Add(id, null));
        }

        return turns;
    }

    /// <summary>Puts down pairs that fail, with when that was asked for and whether those told are to be told again.</summary>
    private static async Task PutDownAsync(Operation op, List<(long EnterpriseId, long ClauseId)> pairs, bool again, DateTime askedAt, CancellationToken cancellation)
    {
        if (pairs.Count == 0)
        {
            return;
        }

        var (enterprises, clauses) = (pairs.Select(p => p.EnterpriseId).Distinct().ToList(), pairs.Select(p => p.ClauseId).Distinct().ToList());
        var there = (await op.Db.Unweighed.Where(u => u.EnterpriseId != null && u.ClauseId != null && enterprises.Contains(u.EnterpriseId.Value) && clauses.Contains(u.ClauseId.Value))
            .ToListAsync(cancellation)).ToLookup(u => (u.EnterpriseId!.Value, u.ClauseId!.Value));
        foreach (var pair in pairs.Where(p => again || !there.Contains(p)))
        {
            var row = there[pair].FirstOrDefault() ?? op.Db.Unweighed.Add(new Unweighed { EnterpriseId = pair.EnterpriseId, ClauseId = pair.ClauseId, At = askedAt }).Entity;
            row.Again |= again;
        }
    }
}
