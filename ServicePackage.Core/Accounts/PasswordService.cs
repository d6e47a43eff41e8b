using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Accounts;

/// <summary>A change of one's own password.</summary>
/// <param name="Current">The password in use.</param>
/// <param name="Wanted">The one to come.</param>
/// <param name="Repeated">The one to come, typed again.</param>
public sealed record ChangePasswordInput(string? Current, string? Wanted, string? Repeated);

/// <summary>Changes one's own password: the only act open to an account whose first password was set by somebody else.</summary>
public sealed class PasswordService(OperationRunner runner, SessionService sessions, IPasswordHasher<Account> hasher, TimeProvider time)
{
    /// <summary>
    /// Sets the new password and ends every other session of the account. Refuses with Missing, PasswordWrong,
    /// PasswordsDiffer, PasswordUnchanged or what <see cref="PasswordRules"/> finds.
    /// </summary>
    public async Task<Outcome<Nothing>> ChangeAsync(Caller caller, Guid commandId, ChangePasswordInput input, CancellationToken cancellation = default)
    {
        if (caller.SessionId is not { } session || !await sessions.IsOpenAsync(session, caller.AccountId, cancellation))
        {
            return Refusal.SignedOut;
        }

        // The session has been checked: an account that must change its password may do this one thing.
        return await runner.ChangeAsync<Nothing>(caller with { SessionId = null }, commandId, async op =>
        {
            var account = await op.Db.Users.FirstAsync(a => a.Id == caller.AccountId, cancellation);
            if (Refuse(account, input) is { } refusal)
            {
                return refusal;
            }

            account.PasswordHash = hasher.HashPassword(account, input.Wanted!);
            account.SecurityStamp = Guid.NewGuid().ToString("N");
            account.MustChangePassword = false;
            account.Version++;
            op.Note(account, "ChangePassword");
            var others = await op.Db.Sessions.Where(s => s.AccountId == account.Id && s.Id != session && s.EndedAt == null).ToListAsync(cancellation);
            others.ForEach(s => s.EndedAt = time.GetUtcNow().UtcDateTime);
            return Nothing.Value;
        }, cancellation);
    }

    private Refusal? Refuse(Account account, ChangePasswordInput input)
    {
        if (!TextRules.SaysSomething(input.Current))
        {
            return On(nameof(input.Current), new Refusal("Missing", new FieldName("CurrentPassword")));
        }

        if (input.Current!.Length > PasswordRules.Longest * 2
            || account.PasswordHash is null
            || hasher.VerifyHashedPassword(account, account.PasswordHash, input.Current) == PasswordVerificationResult.Failed)
        {
            return On(nameof(input.Current), new Refusal("PasswordWrong"));
        }

        if (PasswordRules.Refuse(input.Wanted, account.UserName!, nameof(input.Wanted)) is { } refusal)
        {
            return refusal;
        }

        if (input.Wanted == input.Current)
        {
            return On(nameof(input.Wanted), new Refusal("PasswordUnchanged"));
        }

        return input.Wanted == input.Repeated ? null : On(nameof(input.Repeated), new Refusal("PasswordsDiffer"));
    }

    private static Refusal On(string field, Refusal refusal) =>
        refusal with { Field = field, Details = [refusal with { Field = field }] };
}
