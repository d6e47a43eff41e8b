using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Accounts;

/// <summary>An open session as its owner and the administrator see it. The instants are UTC, real time.</summary>
/// <param name="Id">Key.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="LastSeenAt">When it was last renewed, to the minute.</param>
/// <param name="IsThisOne">Whether it is the session the reader reads with.</param>
public sealed record SessionRow(Guid Id, DateTime StartedAt, DateTime LastSeenAt, bool IsThisOne);

/// <summary>
/// Where an account is signed in, and ending that: everybody for their own account, the administrator for any. For anybody else the account does
/// not exist. An ended session has lost its rights at its next command.
/// </summary>
public sealed class AccountSessions(OperationRunner operations, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The open sessions of the account, the one seen last first. Refuses NotFound.</summary>
    public Task<Outcome<IReadOnlyList<SessionRow>>> ListAsync(Caller caller, long accountId, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyList<SessionRow>>(caller, async op =>
            !await SeesAsync(op, accountId, cancellation)
                ? Refusal.NotFound
                : await Open(op, accountId, Now).AsRows(caller).ToListAsync(cancellation), cancellation);

    /// <summary>
    /// Ends one session of the account. Refuses NotFound; Account.ThisSession for the one the command comes from, which signing out ends;
    /// Account.SessionOver for one that is no longer open.
    /// </summary>
    public Task<Outcome<Nothing>> EndAsync(Caller caller, Guid commandId, long accountId, Guid sessionId, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
            !await SeesAsync(op, accountId, cancellation) ? Refusal.NotFound
            : sessionId == caller.SessionId ? new Refusal("Account.ThisSession")
            : await EndAsync(op, accountId, "EndSession", Open(op, accountId, Now).Where(s => s.Id == sessionId), cancellation) == 0 ? new Refusal("Account.SessionOver")
            : Nothing.Value, cancellation);

    /// <summary>
    /// Ends every session of the account but the one the command comes from, and gives their number. Refuses NotFound; Account.NoSessions where
    /// there is no other.
    /// </summary>
    public Task<Outcome<int>> EndAllAsync(Caller caller, Guid commandId, long accountId, CancellationToken cancellation = default) =>
        operations.ChangeAsync<int>(caller, commandId, async op =>
            !await SeesAsync(op, accountId, cancellation) ? Refusal.NotFound
            : await EndAsync(op, accountId, "EndSessions", Open(op, accountId, Now).Where(s => caller.SessionId == null || s.Id != caller.SessionId), cancellation) is > 0 and var ended ? ended
            : new Refusal("Account.NoSessions"), cancellation);

    private static async Task<bool> SeesAsync(Operation op, long accountId, CancellationToken cancellation) =>
        accountId == op.Actor.AccountId || (op.Actor.IsAdministrator && await op.Db.Users.AnyAsync(a => a.Id == accountId, cancellation));

    /// <summary>The open sessions of the account at an instant (UTC, real time).</summary>
    internal static IQueryable<Session> Open(Operation op, long accountId, DateTime now) =>
        op.Db.Sessions.Where(SessionService.OpenAt(now)).Where(s => s.AccountId == accountId);

    private async Task<int> EndAsync(Operation op, long accountId, string act, IQueryable<Session> sessions, CancellationToken cancellation)
    {
        var ended = await sessions.ToListAsync(cancellation);
        ended.ForEach(s => s.EndedAt = Now);
        if (ended.Count > 0)
        {
            op.Note(await op.Db.Users.FirstAsync(a => a.Id == accountId, cancellation), act, new { Sessions = ended.Count });
        }

        return ended.Count;
    }
}

/// <summary>How sessions are shown.</summary>
internal static class SessionQueries
{
    /// <summary>The one seen last first.</summary>
    public static IQueryable<SessionRow> AsRows(this IQueryable<Session> sessions, Caller reader) =>
        sessions.OrderByDescending(s => s.LastSeenAt).ThenBy(s => s.Id)
            .Select(s => new SessionRow(s.Id, s.StartedAt, s.LastSeenAt, s.Id == reader.SessionId));
}
