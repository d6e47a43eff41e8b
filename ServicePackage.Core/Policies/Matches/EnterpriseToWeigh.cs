using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Policies;

/// <summary>An enterprise to be weighed, with all that is needed for it.</summary>
internal sealed record EnterpriseToWeigh
{
    private const char Between = '\0'; // stands in no code

    public required long EnterpriseId { get; init; }

    public required bool IsOnRoster { get; init; }

    /// <summary>The row of its turn as it was read; null where it was never weighed.</summary>
    public MatchTurn? Turn { get; init; }

    /// <summary>What asked for it, by key.</summary>
    public required IReadOnlyList<long> Rows { get; init; }

    /// <summary>Since when it waits to be weighed (UTC): the first thing that asked for it, or the beginning of the day that is its turn.</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>Whether all its clauses are weighed.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>The clauses it is weighed against.</summary>
    public required IReadOnlyList<WeighedClause> Clauses { get; init; }

    /// <summary>Begins to weigh it, by what is known of it.</summary>
    public required Func<Stands> Begin { get; init; }

    /// <summary>A page of enterprises as they are to be weighed; what is known of them in a few queries. What changes after this reading has a row of its own, which stays.</summary>
    public static async Task<IReadOnlyList<EnterpriseToWeigh>> ReadAsync(Operation op, IReadOnlyList<long> ids, ClauseColumns clauses, CancellationToken cancellation)
    {
        var (db, today, asOf) = (op.Db, op.Today, op.Now);
        var turns = await db.MatchTurns.AsNoTracking().Where(t => ids.Contains(t.EnterpriseId)).ToDictionaryAsync(t => t.EnterpriseId, cancellation);
        var rows = (await db.Unweighed.AsNoTracking().Where(u => u.ClauseId == null && u.EnterpriseId != null && ids.Contains(u.EnterpriseId.Value) && u.At <= asOf).ToListAsync(cancellation))
            .ToLookup(u => u.EnterpriseId!.Value);
        var roster = (await db.Enterprises.OnRoster(today).Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(cancellation)).ToHashSet();
        var asked = ids.ToLookup(id => CodesOf(turns.GetValueOrDefault(id), [.. rows[id]], today)).Select(g => (Ids: g.ToList(), IsWhole: g.Key is null, Clauses: g.Key is null ? clauses.Clauses : clauses.Asking(g.Key.Split(Between)))).ToList();
        var whole = asked.Exists(a => a.IsWhole);
        var codes = asked.SelectMany(a => a.Clauses).Distinct().SelectMany(c => c.Codes).Where(c => !c.StartsWith(Unweighed.JudgedPrefix, StringComparison.Ordinal)).Distinct().ToList();
        var known = await op.KnownAsync(db.Enterprises.Where(e => ids.Contains(e.Id)).Select(e => e.Id), whole ? null : codes, asOf, cancellation);
        return [.. asked.SelectMany(a => clauses.Beside(a.Ids.FindAll(roster.Contains), known) is var begin ? a.Ids.Select(id => new EnterpriseToWeigh
        {
            EnterpriseId = id,
            IsOnRoster = roster.Contains(id),
            Turn = turns.GetValueOrDefault(id),
            Rows = [.. rows[id].Select(r => r.Id)],
            AskedAt = AskedSince(turns.GetValueOrDefault(id), [.. rows[id]], op),
            IsWhole = a.IsWhole,
            Clauses = a.Clauses,
            Begin = () => begin(id),
        }) : []).OrderBy(one => one.EnterpriseId)];
    }

    private static DateTime AskedSince(MatchTurn? turn, List<Unweighed> rows, Operation op) =>
        rows.Select(r => r.At).Concat(turn?.NextTurn is { } day && day <= op.Today ? [TownTime.At(day, TimeOnly.MinValue)] : []).DefaultIfEmpty(op.Now).Min();

    /// <summary>What has changed of an enterprise, by code; null where all its clauses are to be weighed.</summary>
    private static string? CodesOf(MatchTurn? turn, List<Unweighed> rows, DateOnly today) =>
        turn is null || turn.NextTurn <= today || rows.Exists(r => r.Code is null) ? null : string.Join(Between, rows.Select(r => r.Code).Distinct().Order(StringComparer.Ordinal));
}
