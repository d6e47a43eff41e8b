using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Accounts;

/// <summary>
/// Sessions as rows: ending the row ends the session in every open page. Runs on real time, never on the town's clock.
/// </summary>
public sealed class SessionService(IDbContextFactory<AppDbContext> contexts, TimeProvider time)
{
    /// <summary>A session without input ends after this long.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>No session lasts longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>How long the row of an ended session is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TimeSpan SeenGrain = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan SeenWait = TimeSpan.FromSeconds(1);

    private long _notSavedAt;

    /// <summary>Whether a session is still good at an instant (UTC, real time): not ended, and neither idle nor open for too long.</summary>
    public static Expression<Func<Session, bool>> OpenAt(DateTime now)
    {
        var (begun, seen) = (now - Longest, now - Idle);
        return s => s.EndedAt == null && s.StartedAt > begun && s.LastSeenAt > seen;
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Begins a session of the account; gives its id. Refused where the store cannot take it.</summary>
    public Task<Outcome<Guid>> BeginAsync(long accountId, CancellationToken cancellation = default) => StorageTrouble.GuardAsync(async () =>
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var session = new Session { Id = Guid.NewGuid(), AccountId = accountId, StartedAt = Now, LastSeenAt = Now };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(cancellation);
        return session.Id;
    });

    /// <summary>
    /// Whether the session is still good. One that has been idle or open too long, or whose account is disabled, is ended here, as far as the
    /// store takes it: it is no longer good either way.
    /// </summary>
    public async Task<bool> IsOpenAsync(Guid sessionId, long accountId, CancellationToken cancellation = default)
    {
        var now = Now;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var inTime = db.Sessions.Where(OpenAt(now));
        var session = await db.Sessions.AsNoTracking()
            .Where(s => s.Id == sessionId && s.AccountId == accountId && s.EndedAt == null)
            .Select(s => new
            {
                InTime = inTime.Any(o => o.Id == s.Id),
                Disabled = db.Users.Any(a => a.Id == accountId && a.DisabledAt != null),
            })
            .FirstOrDefaultAsync(cancellation);
        if (session is null)
        {
            return false;
        }

        var open = session.InTime && !session.Disabled;
        if (!open)
        {
            await EndAsync(sessionId, cancellation);
        }

        return open;
    }

    /// <summary>Why a session that is not good any more ended; one whose row is gone was idle for long.</summary>
    public async Task<SessionEnd> WhyEndedAsync(Guid sessionId, long accountId, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var session = await db.Sessions.AsNoTracking()
            .Where(s => s.Id == sessionId && s.AccountId == accountId)
            .Select(s => new { s.StartedAt, s.LastSeenAt, s.EndedAt, Disabled = db.Users.Any(a => a.Id == accountId && a.DisabledAt != null) })
            .FirstOrDefaultAsync(cancellation);
        var ended = session?.EndedAt ?? Now;
        return session switch
        {
            { Disabled: true } => SessionEnd.Disabled,
            null => SessionEnd.Idle,
            _ when ended - session.LastSeenAt >= Idle => SessionEnd.Idle,
            _ when ended - session.StartedAt >= Longest => SessionEnd.TooLong,
            _ => SessionEnd.Elsewhere,
        };
    }

    /// <summary>
    /// Notes that the person is at work; written at most once a minute. Where the store cannot take it, it is passed over, and not tried again
    /// within that minute: nobody waits for it. Gives that refusal.
    /// </summary>
    public async Task<Refusal?> SeenAsync(Guid sessionId, CancellationToken cancellation = default)
    {
        var now = Now;
        var stale = now - SeenGrain;
        if (Volatile.Read(ref _notSavedAt) > stale.Ticks)
        {
            return null;
        }

        var noted = await StorageTrouble.GuardAsync(async () =>
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            db.Database.SetCommandTimeout(SeenWait);
            return await db.Sessions.AnyAsync(s => s.Id == sessionId && s.EndedAt == null && s.LastSeenAt < stale, cancellation)
                ? await db.Sessions.Where(s => s.Id == sessionId && s.EndedAt == null)
                    .ExecuteUpdateAsync(u => u.SetProperty(s => s.LastSeenAt, now), cancellation)
                : 0;
        });
        if (!noted.Done)
        {
            Volatile.Write(ref _notSavedAt, now.Ticks);
        }

        return noted.Refusal;
    }

    /// <summary>
    /// Deletes sessions that ended longer ago than <see cref="Kept"/>, as of an instant (UTC, real time), those that nobody ended included;
    /// gives their number.
    /// </summary>
    public async Task<int> SweepAsync(DateTime asOf, CancellationToken cancellation = default)
    {
        var before = asOf - Kept;
        var begunBefore = before - Longest;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Sessions.Where(s => s.EndedAt < before || s.StartedAt < begunBefore).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Ends the session everywhere. Ending it twice changes nothing. Gives a refusal where the store cannot take it.</summary>
    public async Task<Refusal?> EndAsync(Guid sessionId, CancellationToken cancellation = default) => (await StorageTrouble.GuardAsync(async () =>
    {
        var now = Now;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Sessions.Where(s => s.Id == sessionId && s.EndedAt == null)
            .ExecuteUpdateAsync(u => u.SetProperty(s => s.EndedAt, now), cancellation);
    })).Refusal;
}
