using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Policies;

/// <summary>
/// Tells once a week of new matches, pushes and windows that close within 30 days (plan §一 无事不扰): each enterprise's people, and each person who serves enterprises
/// of all of theirs together. It comes from 08:30 of the week's first working day on, with what was there by then; earlier or later in the week only for what closes
/// before the next one would come, and then in its place. Where it has gone out, what comes after waits for the next. Who is still to be weighed is told once that is
/// done. Where nobody wishes it, what it would tell counts as told.
/// </summary>
public sealed class DigestSweep(IDbContextFactory<AppDbContext> contexts, CalendarSource calendars, DigestTelling telling, ItemByItem items, House house)
{
    /// <summary>Tells whom anything is due as of an instant (UTC), in working hours alone, and gives how many enterprises and people were told. One that fails keeps nothing from the others.</summary>
    public async Task<int> RunAsync(DateTime asOf, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var calendar = await calendars.CurrentAsync(db, cancellation);
        if (!DigestWeek.IsOffice(asOf, calendar) || await IsClauseUnfinishedAsync(db, asOf, cancellation))
        {
            return 0;
        }

        var week = DigestWeek.Of(TownTime.DayOf(asOf), calendar);
        var (told, run) = (0, await items.BeginAsync(PolicyRoom.Telling, asOf, cancellation));
        foreach (var id in await EnterprisesAsync(db, week, asOf, cancellation))
        {
            told += await run.TryAsync(new Subject(nameof(Enterprise), id), () => telling.EnterpriseAsync(id, week, asOf, cancellation), () => db.Enterprises.Where(e => e.Id == id).Select(e => e.CreditCode).FirstAsync(cancellation), cancellation) ? 1 : 0;
        }

        foreach (var (person, enterprises) in await ServersAsync(db, week, asOf, cancellation))
        {
            told += await run.TryAsync(new Subject(nameof(Account), person), () => telling.ServerAsync(person, enterprises, week, asOf, cancellation), () => db.Users.Where(a => a.Id == person).Select(a => a.UserName!).FirstAsync(cancellation), cancellation) ? 1 : 0;
        }

        await run.EndAsync(cancellation);
        return told;
    }

    /// <summary>The enterprises to be told: they have people, were not told in this week, are weighed, and something is due.</summary>
    private static async Task<IReadOnlyList<long>> EnterprisesAsync(AppDbContext db, DigestWeek week, DateTime asOf, CancellationToken cancellation)
    {
        var (told, unfinished) = (db.MatchDigests.Where(d => d.Week == week.Monday && d.EnterpriseId != null).Select(d => d.EnterpriseId!.Value), Unfinished(db, asOf));
        var left = DigestTelling.WithPeople(db).Where(id => !told.Contains(id) && !unfinished.Contains(id));
        var news = await left.AnyAsync(cancellation) ? await DigestNews.ReadAsync(db, left, toServer: false, TownTime.DayOf(asOf), cancellation) : [];
        return [.. news.Where(n => n.IsDue(week)).Select(n => n.EnterpriseId).Distinct().Order()];
    }

    /// <summary>Those who serve enterprises of which something is due, with the enterprises; who was told in this week, or serves one that is not weighed yet, is not among them.</summary>
    private async Task<IReadOnlyList<(long Person, IReadOnlyList<long> Enterprises)>> ServersAsync(AppDbContext db, DigestWeek week, DateTime asOf, CancellationToken cancellation)
    {
        var op = new Operation(db, null, asOf, house);
        var roster = await db.Enterprises.OnRoster(op.Today).Select(e => e.Id).ToListAsync(cancellation);
        var serving = (await op.ServersAsync(roster)).Values.SelectMany(c => c.Accounts.Select(a => (Enterprise: c.EnterpriseId, Account: a))).ToHashSet();
        var people = serving.Select(s => s.Account).Distinct().ToList();
        var open = (await db.Users.Where(a => people.Contains(a.Id) && a.DisabledAt == null && !db.MatchDigests.Any(d => d.AccountId == a.Id && d.Week == week.Monday))
            .Select(a => a.Id).ToListAsync(cancellation)).ToHashSet();
        var unfinished = open.Count == 0 ? [] : (await Unfinished(db, asOf).ToListAsync(cancellation)).ToHashSet();
        var left = serving.GroupBy(s => s.Account, s => s.Enterprise).Where(g => open.Contains(g.Key) && !g.Any(unfinished.Contains)).ToList();
        if (left.Count == 0)
        {
            return [];
        }

        var theirs = left.SelectMany(g => g).ToList();
        var news = await DigestNews.ReadAsync(db, db.Enterprises.Where(e => theirs.Contains(e.Id)).Select(e => e.Id), toServer: true, op.Today, cancellation);
        var due = news.Where(n => n.IsDue(week)).Select(n => n.EnterpriseId).ToHashSet();
        return [.. left.Where(g => g.Any(due.Contains)).OrderBy(g => g.Key).Select(g => (g.Key, (IReadOnlyList<long>)[.. g.Order()]))];
    }

    /// <summary>Enterprises still to be weighed: their digest would come without what is found in a minute. One that cannot be weighed is not waited for.</summary>
    private static IQueryable<long> Unfinished(AppDbContext db, DateTime asOf)
    {
        var (today, job, kind) = (TownTime.DayOf(asOf), PolicyRoom.Weighing.Name, nameof(Enterprise));
        return db.Unweighed.Where(u => u.ClauseId == null && u.EnterpriseId != null && u.At <= asOf).Select(u => u.EnterpriseId!.Value)
            .Union(db.MatchTurns.Where(t => t.NextTurn <= today).Select(t => t.EnterpriseId))
            .Where(id => !db.FailedItems.Any(i => i.Job == job && i.SubjectKind == kind && i.SubjectId == id));
    }

    /// <summary>Whether a clause is still to be weighed against everybody.</summary>
    private static Task<bool> IsClauseUnfinishedAsync(AppDbContext db, DateTime asOf, CancellationToken cancellation)
    {
        var (job, kind) = (PolicyRoom.Weighing.Name, nameof(Clause));
        return db.Unweighed.AnyAsync(u => u.ClauseId != null && u.EnterpriseId == null && u.At <= asOf && !db.FailedItems.Any(i => i.Job == job && i.SubjectKind == kind && i.SubjectId == u.ClauseId), cancellation);
    }
}
