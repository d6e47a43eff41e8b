using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;

namespace ServicePackage.Core.Accounts;

/// <summary>
/// Counts the wrong passwords of an account in its lock-out, the one that signing in keeps too. A try counts from its beginning, so that
/// many at once gain nothing. Runs on real time, never on the town's clock.
/// </summary>
public sealed class PasswordTries(IDbContextFactory<AppDbContext> contexts, TimeProvider time)
{
    /// <summary>How many wrong passwords lock the account.</summary>
    public const int Most = 5;

    /// <summary>How long it is locked.</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>Counts a try as wrong until it is taken back; false, counting nothing, while the account is locked or where there is none.</summary>
    public async Task<bool> BeginAsync(long accountId, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        while (true)
        {
            var now = time.GetUtcNow();
            var account = await db.Users.Where(a => a.Id == accountId).Select(a => new { a.AccessFailedCount, a.LockoutEnd }).FirstOrDefaultAsync(cancellation);
            if (account is null || account.LockoutEnd > now)
            {
                return false;
            }

            var isLast = account.AccessFailedCount + 1 >= Most;
            var (count, end) = isLast ? (0, now + LockedFor) : (account.AccessFailedCount + 1, account.LockoutEnd);
            var written = await db.Users
                .Where(a => a.Id == accountId && a.AccessFailedCount == account.AccessFailedCount && a.LockoutEnd == account.LockoutEnd)
                .ExecuteUpdateAsync(u => u.SetProperty(a => a.AccessFailedCount, count).SetProperty(a => a.LockoutEnd, end), cancellation);
            if (written == 1)
            {
                return true; // otherwise another try was counted in between
            }
        }
    }

    /// <summary>The password was right: what was wrong before no longer counts.</summary>
    public async Task TakeBackAsync(long accountId, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await db.Users.Where(a => a.Id == accountId)
            .ExecuteUpdateAsync(u => u.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null), cancellation);
    }
}
