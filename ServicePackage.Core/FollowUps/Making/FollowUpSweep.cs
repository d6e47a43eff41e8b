using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.FollowUps;

/// <summary>
/// Makes the runs of a month once they are due, one for each who serves enterprises, and ends what was seen to (plan §五(六); RULES §6). Runs that fell due while the program was
/// down are made late, once; of several sweeps at a time one makes each.
/// </summary>
public sealed class FollowUpSweep(IDbContextFactory<AppDbContext> contexts, FollowUpSchedule schedule, FollowUpMaking making, FollowUpTicking ticking, ItemByItem items, House house)
{
    /// <summary>Does what is due as of an instant (UTC), and gives how many runs were made and items ended. A butler whose run fails is named and keeps it from nobody else.</summary>
    public async Task<int> RunAsync(DateTime asOf, CancellationToken cancellation = default)
    {
        var made = await schedule.DueAsync(asOf, cancellation) is { } month ? await MakeAsync(month, asOf, cancellation) : 0;
        return made + await ticking.RunAsync(asOf, cancellation);
    }

    private async Task<int> MakeAsync(FollowUpMonth month, DateTime asOf, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (made, run) = (0, await items.BeginAsync(FollowUpRoom.Sweep, asOf, cancellation));
        foreach (var holder in await WithoutRunAsync(db, month.Month, asOf, cancellation))
        {
            var subject = holder.AccountId is { } person ? new Subject(nameof(Account), person) : new Subject(nameof(Organisation), holder.OfficeId!.Value);
            made += await run.TryAsync(subject, () => making.MakeAsync(month, holder, asOf, cancellation), () => NameAsync(db, subject, cancellation), cancellation) ? 1 : 0;
        }

        await run.EndAsync(cancellation);
        if (!await AnyWithoutRunAsync(db, month.Month, asOf, cancellation))
        {
            await schedule.CompleteAsync(month.Month, asOf, cancellation);
        }

        return made;
    }

    private async Task<bool> AnyWithoutRunAsync(AppDbContext db, DateOnly month, DateTime asOf, CancellationToken cancellation) =>
        (await WithoutRunAsync(db, month, asOf, cancellation)).Count > 0;

    /// <summary>Those who serve enterprises of the roster and have no run of the month yet, in the order of their keys, people first.</summary>
    private async Task<IReadOnlyList<FollowUpHolder>> WithoutRunAsync(AppDbContext db, DateOnly month, DateTime asOf, CancellationToken cancellation)
    {
        var op = new Operation(db, null, asOf, house);
        var roster = await db.Enterprises.OnRoster(TownTime.DayOf(asOf)).Select(e => new { e.Id, e.Tier, e.EconomicCityId }).ToListAsync(cancellation);
        var cards = await op.ServersAsync(roster.ConvertAll(e => e.Id));
        var centre = await db.Organisations.Where(o => o.Kind == OrganisationKind.Centre).OrderBy(o => o.Id).Select(o => (long?)o.Id).FirstOrDefaultAsync(cancellation);
        var have = (await db.FollowUpRuns.Where(r => r.Month == month).Select(r => new { r.AccountId, r.OfficeId }).ToListAsync(cancellation)).ConvertAll(r => (r.AccountId, r.OfficeId)).ToHashSet();
        return
        [
            .. from firm in roster
               let person = cards.GetValueOrDefault(firm.Id)?.AccountId
               let office = person is not null ? null : firm.Tier == EnterpriseTier.District ? centre : firm.EconomicCityId
               where (person ?? office) is not null && !have.Contains((person, office))
               group firm.Id by (person, office) into holder
               orderby holder.Key.person ?? long.MaxValue, holder.Key.office
               select new FollowUpHolder(holder.Key.person, holder.Key.office, [.. holder.Order()]),
        ];
    }

    private static Task<string> NameAsync(AppDbContext db, Subject subject, CancellationToken cancellation) => subject.Kind == nameof(Account)
        ? db.Users.Where(a => a.Id == subject.Id).Select(a => a.UserName!).FirstAsync(cancellation)
        : db.Organisations.Where(o => o.Id == subject.Id).Select(o => o.Name).FirstAsync(cancellation);
}
