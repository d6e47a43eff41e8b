using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Accounts;

/// <summary>A change of one's own password.</summary>
/// <param name="Current">The password in use.</param>
/// <param name="Wanted">The one to come.</param>
/// <param name="Repeated">The one to come, typed again.</param>
public sealed record ChangePasswordInput(string? Current, string? Wanted, string? Repeated);

/// <summary>Changes one's own password: the only act open to an account whose first password was set by somebody else.</summary>
public sealed class PasswordService(
    OperationRunner runner,
    IDbContextFactory<AppDbContext> contexts,
    SessionService sessions,
    PasswordTries tries,
    IPasswordHasher<Account> hasher,
    TimeProvider time)
{
    /// <summary>
    /// Sets the new password and ends every other session of the account. Refuses with Missing, PasswordWrong, PasswordLocked (too many
    /// wrong ones, here or on signing in), PasswordsDiffer, PasswordUnchanged or what <see cref="PasswordRules"/> finds.
    /// </summary>
    public async Task<Outcome<Nothing>> ChangeAsync(Caller caller, Guid commandId, ChangePasswordInput input, CancellationToken cancellation = default)
    {
        try
        {
            return caller.SessionId is { } session && await sessions.IsOpenAsync(session, caller.AccountId, cancellation)
                ? await CheckAndChangeAsync(caller, session, commandId, input, cancellation)
                : Refusal.SignedOut;
        }
        catch (Exception exception) when (StorageTrouble.RefusalOf(exception) is not null)
        {
            return StorageTrouble.RefusalOf(exception)!;
        }
    }

    /// <summary>Passwords are checked and hashed, which is slow on purpose, before the transaction: nobody waits for it.</summary>
    private async Task<Outcome<Nothing>> CheckAndChangeAsync(Caller caller, Guid session, Guid commandId, ChangePasswordInput input, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var account = await db.Users.AsNoTracking().FirstAsync(a => a.Id == caller.AccountId, cancellation);
        if (Refuse(account, input) is { } refusal)
        {
            return refusal;
        }

        if (!await tries.BeginAsync(account.Id, cancellation))
        {
            return On(nameof(input.Current), new Refusal("PasswordLocked", (int)PasswordTries.LockedFor.TotalMinutes));
        }

        var right = IsRight(account, input.Current!);
        var hash = right ? hasher.HashPassword(account, input.Wanted!) : null;

        // The session has been checked: an account that must change its password may do this one thing.
        var outcome = await runner.ChangeAsync<Nothing>(caller with { SessionId = null }, commandId, async op =>
            hash is null ? On(nameof(input.Current), new Refusal("PasswordWrong"))
            : await SetAsync(op, session, account.PasswordHash, hash, cancellation), cancellation);
        if (right || outcome.Done) // done before, where a double click comes with the password that is no longer the present one
        {
            await tries.TakeBackAsync(account.Id, cancellation);
        }

        return outcome;
    }

    private async Task<Outcome<Nothing>> SetAsync(Operation op, Guid session, string? checkedHash, string hash, CancellationToken cancellation)
    {
        var account = await op.Db.Users.FirstAsync(a => a.Id == op.Actor.AccountId, cancellation);
        if (account.PasswordHash != checkedHash)
        {
            return Refusal.Stale;
        }

        account.PasswordHash = hash;
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        account.MustChangePassword = false;
        account.Version++;
        op.Note(account, "ChangePassword");
        var others = await op.Db.Sessions.Where(s => s.AccountId == account.Id && s.Id != session && s.EndedAt == null).ToListAsync(cancellation);
        others.ForEach(s => s.EndedAt = time.GetUtcNow().UtcDateTime);
        return Nothing.Value;
    }

    private bool IsRight(Account account, string password) =>
        password.Length <= PasswordRules.Longest * 2
        && TextRules.IsReadable(password)
        && account.PasswordHash is { } hash
        && hasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed;

    private static Refusal? Refuse(Account account, ChangePasswordInput input) =>
        !TextRules.SaysSomething(input.Current) ? On(nameof(input.Current), new Refusal("Missing", new FieldName("CurrentPassword")))
        : PasswordRules.Refuse(input.Wanted, account.UserName!, nameof(input.Wanted)) is { } refusal ? refusal
        : input.Wanted == input.Current ? On(nameof(input.Wanted), new Refusal("PasswordUnchanged"))
        : input.Wanted != input.Repeated ? On(nameof(input.Repeated), new Refusal("PasswordsDiffer"))
        : null;

    private static Refusal On(string field, Refusal refusal) =>
        refusal with { Field = field, Details = [refusal with { Field = field }] };
}
