using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.FollowUps;

/// <summary>Somebody, or an office, of whom a run is made, with the enterprises they serve.</summary>
/// <param name="AccountId">The person; null for an office.</param>
/// <param name="OfficeId">The office; null for a person.</param>
/// <param name="Enterprises">Keys of the enterprises, on the roster of the day.</param>
internal sealed record FollowUpHolder(long? AccountId, long? OfficeId, IReadOnlyList<long> Enterprises);

/// <summary>Makes the run of one butler: what is left over from earlier runs, what is new, and the one notice of it are one transaction (plan §五(六)).</summary>
public sealed class FollowUpMaking(OperationRunner operations, FollowUpReasons reasons, FollowUpTicking ticking)
{
    /// <summary>The kind of the notice to the butler; an enterprise is not prompted by a run (无事不扰).</summary>
    public const string Notice = "FollowUpRun";

    /// <summary>Makes it; false where another sweep was first. Who has nothing to look at gets a run without items, and no notice.</summary>
    internal Task<bool> MakeAsync(FollowUpMonth month, FollowUpHolder holder, DateTime asOf, CancellationToken cancellation) =>
        operations.ActAsSystemAsync(asOf, async op =>
        {
            var run = await TakeAsync(op, month, holder, cancellation);
            var firms = holder.Enterprises.ToList();
            var items = op.Db.FollowUpItems.Where(i => EF.Parameter(firms).Contains(i.EnterpriseId));
            var taken = (await items.Where(i => i.Month == run.Month).Select(i => i.EnterpriseId).ToListAsync(cancellation)).ToHashSet(); // of another's run, and handed over since
            var standing = await reasons.StandingAsync(op.Db, op.Now, holder.Enterprises, cancellation);
            var left = await CarryAsync(op, await items.Open().Where(i => i.Month < run.Month).ToListAsync(cancellation), standing, cancellation);
            var added = holder.Enterprises.Where(e => standing.Contains(e) && !taken.Contains(e)).Select(e => Item(run, e, standing[e], left.GetValueOrDefault(e))).ToList();
            op.Db.FollowUpItems.AddRange(added);
            if (holder.AccountId is { } person && added.Count > 0)
            {
                var isLate = op.Now - month.DueAt > FollowUpRules.LateAfter;
                Tell(op, person, run, added, isLate);
                var covered = await op.Db.CoversOn(op.Today).Where(x => x.Cover.AbsentId == person).Select(x => new { x.Cover.CovererId, x.Assignment.EnterpriseId }).ToListAsync(cancellation);
                foreach (var covering in covered.GroupBy(c => c.CovererId, c => c.EnterpriseId))
                {
                    Tell(op, covering.Key, run, added.FindAll(i => covering.Contains(i.EnterpriseId)), isLate);
                }
            }

            op.Changed(nameof(FollowUpRun), run.Id);
        }, cancellation);

    /// <summary>The run with its number, before anything else is written: of each butler and month there is never a second.</summary>
    private static async Task<FollowUpRun> TakeAsync(Operation op, FollowUpMonth month, FollowUpHolder holder, CancellationToken cancellation)
    {
        var run = new FollowUpRun { Month = month.Month, AccountId = holder.AccountId, OfficeId = holder.OfficeId, DueAt = month.DueAt, MadeAt = op.Now };
        run.Count((await op.Db.FollowUpRuns.Where(r => r.Month == month.Month).MaxAsync(r => (int?)r.Number, cancellation) ?? 0) + 1);
        op.Db.FollowUpRuns.Add(run);
        await op.SaveAsync(cancellation);
        return run;
    }

    /// <summary>Ends the open items of earlier runs, those that were seen to as that; gives the others by enterprise, to stand on this run.</summary>
    private async Task<Dictionary<long, (FollowUpItem Item, IReadOnlyList<FollowUpReason> Reasons)>> CarryAsync(
        Operation op, IReadOnlyCollection<FollowUpItem> open, ILookup<long, FollowUpReason> standing, CancellationToken cancellation)
    {
        var left = await ticking.EndAsync(op, open, standing, cancellation);
        foreach (var (item, present) in left)
        {
            item.Close(FollowUpEnd.Carried, op.Now);
            item.Take(present);
        }

        await op.SaveAsync(cancellation); // before the new ones: of each enterprise one is open
        return left.ToDictionary(l => l.Item.EnterpriseId);
    }

    private static FollowUpItem Item(FollowUpRun run, long enterprise, IEnumerable<FollowUpReason> standing, (FollowUpItem? Item, IReadOnlyList<FollowUpReason> Reasons) left)
    {
        var since = left.Item is null ? [] : left.Reasons.Where(r => r.Done is null).ToDictionary(r => r.Key, r => r.Since ?? left.Item.Month);
        var item = new FollowUpItem { RunId = run.Id, Month = run.Month, EnterpriseId = enterprise, LeftSince = left.Item is null ? null : left.Item.LeftSince ?? left.Item.Month };
        item.Take(standing.Select(r => r with { Since = since.TryGetValue(r.Key, out var month) ? month : null }));
        return item;
    }

    private static void Tell(Operation op, long person, FollowUpRun run, List<FollowUpItem> items, bool isLate)
    {
        if (items.Count == 0)
        {
            return;
        }

        var left = items.Count(i => i.LeftSince is not null);
        op.Tell(person, Notice, new Subject(nameof(FollowUpRun), run.Id), isLate, run.Label, Number(items.Count), left > 0 ? $"@FollowUps.LeftOver|{Number(left)}" : "");
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
