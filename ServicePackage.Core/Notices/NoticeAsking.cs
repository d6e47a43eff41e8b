using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Live;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Notices;

/// <summary>What notices ask, and that they stop asking once it is done.</summary>
internal static class NoticeAsking
{
    /// <summary>Where the notices of a level name their clock.</summary>
    private const int LevelClock = 2;

    /// <summary>What a notice asks its reader to see to; null where it only tells of it.</summary>
    public static string? Of(string kind, IReadOnlyList<string> arguments) => kind.Split('.') switch
    {
        ["Asked", var asked, ..] => asked,
        ["Level", _] or ["Level", _, not "Told"] when arguments.Count > LevelClock => arguments[LevelClock].Split('.')[^1],
        _ => null,
    };

    /// <summary>
    /// Lets the notices that asked for this stop asking: they are done, by whoever acts or by nobody, and read. Written at once, in the transaction of the act;
    /// notices that the act itself writes are not among them.
    /// </summary>
    /// <param name="op">The act.</param>
    /// <param name="about">What they are about.</param>
    /// <param name="asks">What they asked for.</param>
    /// <param name="accounts">Whose alone; everybody's when null.</param>
    /// <param name="isDone">Whether whoever acts has done it; false where it is no longer to be done.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public static async Task SettleAsync(Operation op, Subject about, IReadOnlyCollection<string> asks, IQueryable<long>? accounts, bool isDone, CancellationToken cancellation)
    {
        var names = asks.ToList();
        var waiting = op.Db.Notices.Where(n => n.SubjectKind == about.Kind && n.SubjectId == about.Id && n.DoneAt == null && n.Asks != null && names.Contains(n.Asks));
        if (accounts is not null)
        {
            waiting = waiting.Where(n => accounts.Contains(n.AccountId));
        }

        var told = await waiting.Select(n => n.AccountId).Distinct().ToListAsync(cancellation);
        if (told.Count == 0)
        {
            return;
        }

        var doer = isDone ? op.ActorId : null;
        await waiting.ExecuteUpdateAsync(n => n
            .SetProperty(x => x.DoneAt, op.Now)
            .SetProperty(x => x.DoneById, doer)
            .SetProperty(x => x.ReadAt, x => x.ReadAt ?? op.Now), cancellation);
        foreach (var accountId in told)
        {
            op.Changed(Change.Notices, accountId);
        }
    }

    /// <summary>Lets notices that the act itself wrote ask for nothing of this: it was over before they could be read.</summary>
    public static void SettleNew(Operation op, IReadOnlyCollection<string> asks)
    {
        foreach (var notice in op.Db.ChangeTracker.Entries<Notice>().Select(e => e.Entity).Where(n => n.Asks is { } asked && asks.Contains(asked)))
        {
            (notice.DoneAt, notice.DoneById, notice.ReadAt) = (op.Now, op.ActorId, op.Now);
        }
    }
}
