using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Policies;

/// <summary>What of policies makes an enterprise one to look at: windows of clauses it meets that close, and old facts on which what it meets rests (plan §五(二), §五(六)).</summary>
internal static class PolicyReasons
{
    private const string Window = "Window";
    private const string Facts = "Facts";

    /// <summary>The kinds.</summary>
    public static IReadOnlyCollection<string> Kinds { get; } = [Window, Facts];

    /// <summary>The clauses met whose window closes within 30 days, and how many facts are to be confirmed.</summary>
    public static async Task<IReadOnlyList<FollowUpReason>> StandingAsync(AppDbContext db, DateTime at, IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var (today, keys) = (TownTime.DayOf(at), ids.ToList());
        var (open, notOver, close) = (PolicyScopes.IsOpen.At(today), PolicyScopes.IsNotOver.At(today), today.AddDays(DigestWeek.CloseDays));
        var clauses = db.PolicyClauses.Published().InForce(today).Where(c => !c.Windows.Any() || c.Windows.AsQueryable().Any(notOver));
        var met = await (
            from m in db.Matches.Open().Wanted(db)
            where EF.Parameter(keys).Contains(m.EnterpriseId)
            join c in clauses on m.ClauseId equals c.ClauseId
            select new { m.EnterpriseId, m.ClauseId, c.Title, Closes = c.Windows.AsQueryable().Where(open).Min(w => w.Until) }).ToListAsync(cancellation);
        var asked = await AskedAsync(db, [.. met.Select(m => m.ClauseId).Distinct()], today, cancellation);
        var old = await OldAsync(db, met.Select(m => (m.EnterpriseId, asked.GetValueOrDefault(m.ClauseId, []))), today, cancellation);
        return
        [
            .. met.Where(m => m.Closes <= close).OrderBy(m => m.Closes).ThenBy(m => m.ClauseId).Select(m => new FollowUpReason
            {
                EnterpriseId = m.EnterpriseId,
                Kind = Window,
                Text = Window,
                SubjectKind = nameof(PolicyClause),
                SubjectId = m.ClauseId,
                Said = [FollowUpArgument.Of(m.Title), FollowUpArgument.Of(m.Closes!.Value)],
            }),
            .. old.Select(o => new FollowUpReason
            {
                EnterpriseId = o.Enterprise,
                Kind = Facts,
                Text = o.Codes.Count == 1 ? "Facts.One" : "Facts.Some",
                SubjectKind = nameof(Enterprise),
                SubjectId = o.Enterprise,
                Said = [FollowUpArgument.OfFact(o.Codes[0]), FollowUpArgument.Of(o.Codes.Count)],
            }),
        ];
    }

    /// <summary>That was applied, that the enterprise does not want it, or that the window has closed; when facts were recorded last.</summary>
    public static async Task<IReadOnlyDictionary<FollowUpKey, FollowUpDone>> DoneAsync(AppDbContext db, DateTime at, IReadOnlyCollection<FollowUpReason> gone, CancellationToken cancellation)
    {
        var (today, enterprises, clauses) = (TownTime.DayOf(at), gone.Select(r => r.EnterpriseId).Distinct().ToList(), gone.Where(r => r.Kind == Window).Select(r => r.SubjectId).Distinct().ToList());
        var applied = (await db.ClauseApplications.Where(ApplicationScopes.Counts.Rule).Where(a => EF.Parameter(enterprises).Contains(a.EnterpriseId) && EF.Parameter(clauses).Contains(a.ClauseId))
            .Select(a => new { a.EnterpriseId, a.ClauseId, a.BegunOn }).ToListAsync(cancellation)).ToLookup(a => (a.EnterpriseId, a.ClauseId), a => a.BegunOn);
        var declined = (await db.ClauseAnswers.NotForUs().Where(a => EF.Parameter(enterprises).Contains(a.EnterpriseId) && EF.Parameter(clauses).Contains(a.ClauseId))
            .Select(a => new { a.EnterpriseId, a.ClauseId }).ToListAsync(cancellation)).ToHashSet();
        var recorded = await db.EnterpriseFacts.Standing().Where(f => EF.Parameter(enterprises).Contains(f.EnterpriseId)).GroupBy(f => f.EnterpriseId)
            .Select(g => new { g.Key, At = g.Max(f => f.RecordedAt) }).ToDictionaryAsync(g => g.Key, g => TownTime.DayOf(g.At), cancellation);
        return gone.DistinctBy(r => r.Key).ToDictionary(r => r.Key, r =>
            r.Kind == Facts ? recorded.TryGetValue(r.EnterpriseId, out var day) ? new FollowUpDone("Facts", [FollowUpArgument.Of(day)]) : FollowUpDone.Over
            : applied.Contains((r.EnterpriseId, r.SubjectId)) ? new FollowUpDone("Window.Applied", [FollowUpArgument.Of(applied[(r.EnterpriseId, r.SubjectId)].Max())])
            : declined.Contains(new { r.EnterpriseId, ClauseId = r.SubjectId }) ? new FollowUpDone("Window.Declined", [])
            : r.Said is [_, var closes] && FollowUpArgument.Say(closes) is DateOnly last && last < today ? new FollowUpDone("Window.Closed", [closes])
            : new FollowUpDone("Window.NotMet", []));
    }

    /// <summary>The facts that each of these clauses asks for, those that are asked again one day alone.</summary>
    private static async Task<Dictionary<long, IReadOnlyList<string>>> AskedAsync(AppDbContext db, List<long> clauseIds, DateOnly today, CancellationToken cancellation)
    {
        var rows = await db.PolicyClauses.Published().InForce(today).Where(c => EF.Parameter(clauseIds).Contains(c.ClauseId) && c.Condition != null)
            .Select(c => new { c.ClauseId, c.PolicyVersion.Place, c.Condition }).ToListAsync(cancellation);
        return rows.ToDictionary(r => r.ClauseId, r => (IReadOnlyList<string>)(
            PlaceFirst.Before(r.Place, ConditionJson.Weighable(r.Condition)) is { } asks
                ? [.. KnownReading.AskedBy([asks], Criteria.OfTheProgram).Where(code => FactCatalogue.Find(code) is not null)]
                : []));
    }

    /// <summary>The enterprises with answers to these facts that are old enough to be asked again, and which those are.</summary>
    private static async Task<IReadOnlyList<(long Enterprise, IReadOnlyList<string> Codes)>> OldAsync(
        AppDbContext db, IEnumerable<(long Enterprise, IReadOnlyList<string> Codes)> asked, DateOnly today, CancellationToken cancellation)
    {
        var of = asked.GroupBy(a => a.Enterprise).ToDictionary(g => g.Key, g => g.SelectMany(a => a.Codes).ToHashSet());
        var (enterprises, codes) = (of.Keys.ToList(), of.Values.SelectMany(c => c).Distinct().ToList());
        var known = await db.EnterpriseFacts.Standing().Where(f => EF.Parameter(enterprises).Contains(f.EnterpriseId) && EF.Parameter(codes).Contains(f.Code) && !(f.Until >= today))
            .GroupBy(f => new { f.EnterpriseId, f.Code }).Select(g => new { g.Key.EnterpriseId, g.Key.Code, Until = g.Max(f => f.Until), At = g.Max(f => f.RecordedAt) }).ToListAsync(cancellation);
        return
        [
            .. known.Where(k => of[k.EnterpriseId].Contains(k.Code) && FactCatalogue.Find(k.Code)!.IsAskedAgain(k.Until, k.At, today))
                .GroupBy(k => k.EnterpriseId, k => k.Code).OrderBy(g => g.Key).Select(g => (g.Key, (IReadOnlyList<string>)[.. FactCatalogue.All.Select(f => f.Code).Intersect(g)])),
        ];
    }
}
