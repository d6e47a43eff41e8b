using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Accounts;

/// <summary>
/// People who sign in, as the administrator keeps them. For anybody else accounts do not exist: every act is refused NotFound.
/// </summary>
public sealed class AccountService(OperationRunner operations, IPasswordHasher<Account> hasher, ILookupNormalizer normalizer, TimeProvider time)
{
    /// <summary>A page of the list, by name.</summary>
    public Task<Outcome<Page<AccountRow>>> ListAsync(Caller caller, AccountFilter filter) =>
        operations.ReadAsync<Page<AccountRow>>(caller, async op =>
            !op.Actor.IsAdministrator ? Refusal.NotFound
            : SearchText.Refuse(filter.Text) is { } tooLong ? tooLong
            : await (await op.Db.Users.MatchingAsync(filter))
                .OrderBy(a => a.SortKey).ThenBy(a => a.Id)
                .AsRows().PageAsync(filter.Skip, filter.Take));

    /// <summary>One account.</summary>
    public Task<Outcome<AccountDetails>> GetAsync(Caller caller, long id) =>
        operations.ReadAsync<AccountDetails>(caller, async op =>
        {
            var accounts = op.Db.Users.Where(a => a.Id == id);
            var row = op.Actor.IsAdministrator ? await accounts.AsRows().FirstOrDefaultAsync() : null;
            if (row is null)
            {
                return Refusal.NotFound;
            }

            var more = await accounts
                .Select(a => new { a.Email, a.Version })
                .FirstAsync();
            var caseload = 0;
            foreach (var room in op.House.Of<ICaseloads>())
            {
                caseload += await room.CaseloadAsync(op, id);
            }

            return new AccountDetails(row, more.Email ?? "", more.Version, caseload, id == op.Actor.AccountId,
                await AccountSessions.Open(op, id, time.GetUtcNow().UtcDateTime).AsRows(caller).ToListAsync(), await AccountRights.OfAsync(op, id));
        });

    /// <summary>
    /// Makes an account with a first password and gives its key. Refused: a sign-in name in use, a bad password, neither or both of
    /// enterprise and posts, posts that <see cref="PostRules"/> refuses.
    /// </summary>
    public async Task<Outcome<long>> CreateAsync(Caller caller, Guid commandId, NewAccountInput input)
    {
        var hash = HashOf(input.Password); // slow on purpose: before the transaction, so that nobody waits for it
        return await operations.ChangeAsync<long>(caller, commandId, op => MakeAsync(op, input, hash));
    }

    /// <summary>The same within a greater act, such as the import of a list, with the hash that <see cref="HashOf"/> made before it.</summary>
    internal async Task<Outcome<long>> MakeAsync(Operation op, NewAccountInput input, string hash)
    {
        if (!op.Actor.IsAdministrator)
        {
            return Refusal.NotFound;
        }

        if (new NewAccountValidator().Refuse(input) is { } refusal)
        {
            return refusal;
        }

        var userName = PersonRules.NormaliseUserName(input.UserName);
        var normalised = normalizer.NormalizeName(userName);
        if (await op.Db.Users.AnyAsync(a => a.NormalizedUserName == normalised))
        {
            return new Refusal("UserNameTaken", userName) { Field = nameof(input.UserName) };
        }

        if (input.EnterpriseId is { } enterpriseId)
        {
            if (!await op.Db.Enterprises.AnyAsync(e => e.Id == enterpriseId))
            {
                return new Refusal("Account.EnterpriseUnknown") { Field = nameof(input.EnterpriseId) };
            }
        }
        else if (await PostRules.RefusalAsync(op.Db, input.Posts) is { } badPosts)
        {
            return badPosts;
        }

        var account = new Account
        {
            UserName = userName,
            NormalizedUserName = normalised,
            EnterpriseId = input.EnterpriseId,
            PasswordHash = hash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
            MustChangePassword = true,
        };
        Fill(account, input.DisplayName, input.Phone, input.Email);
        op.Db.Users.Add(account);
        op.Note(account, "Create");
        await op.SaveAsync();
        op.Db.Posts.AddRange(input.Posts.Select(p => new Post { AccountId = account.Id, Kind = p.Kind, OrganisationId = p.OrganisationId }));
        return account.Id;
    }

    /// <summary>Changes the person's name, telephone and e-mail address. Refused: stale.</summary>
    public Task<Outcome<Nothing>> ChangeAsync(Caller caller, Guid commandId, AccountInput input) =>
        ChangeOneAsync(caller, commandId, input.Id, input.Version, (op, account) =>
        {
            if (new AccountValidator().Refuse(input) is { } refusal)
            {
                return Task.FromResult<Refusal?>(refusal);
            }

            Fill(account, input.DisplayName, input.Phone, input.Email);
            op.Note(account, "Change");
            return Task.FromResult<Refusal?>(null);
        });

    /// <summary>
    /// Gives the person exactly these posts. Refused: an enterprise's user, posts that <see cref="PostRules"/> refuses, one's own
    /// post of administrator or the last one, a butler left without the post the enterprise's tier asks for, a first-asked person or officer of
    /// open demands who could be it no longer, stale.
    /// </summary>
    public Task<Outcome<Nothing>> SetPostsAsync(Caller caller, Guid commandId, PostsInput input) =>
        ChangeOneAsync(caller, commandId, input.Id, input.Version, async (op, account) =>
        {
            if (account.EnterpriseId is not null)
            {
                return new Refusal("Account.EnterpriseAndPosts") { Field = nameof(input.Posts) };
            }

            if (await PostRules.RefusalAsync(op.Db, input.Posts) is { } refusal)
            {
                return refusal;
            }

            var held = await op.Db.Posts.Where(p => p.AccountId == account.Id).ToListAsync();
            var losesAdministration = held.Exists(p => p.Kind == PostKind.Administrator) && !input.Posts.Exists(p => p.Kind == PostKind.Administrator);
            if (losesAdministration && await RefuseLosingAdministratorAsync(op, account) is { } administrator)
            {
                return administrator;
            }

            if (await AccountDuties.RefusalAsync(op, account.Id, input.Posts) is { } duty)
            {
                return duty;
            }

            op.Db.Posts.RemoveRange(held.Where(p => !input.Posts.Contains(new PostInput(p.Kind, p.OrganisationId))));
            op.Db.Posts.AddRange(input.Posts
                .Where(p => !held.Exists(h => h.Kind == p.Kind && h.OrganisationId == p.OrganisationId))
                .Select(p => new Post { AccountId = account.Id, Kind = p.Kind, OrganisationId = p.OrganisationId }));
            op.Note(account, "SetPosts");
            return null;
        });

    /// <summary>
    /// Sets a new password, which the person must change on signing in; ends a lock-out and the account's sessions. Refused: a bad password, stale,
    /// also where only a first password is to be replaced and the person has changed it.
    /// </summary>
    public async Task<Outcome<Nothing>> ResetPasswordAsync(Caller caller, Guid commandId, PasswordInput input, bool onlyFirst = false)
    {
        var hash = HashOf(input.Password);
        return await ChangeOneAsync(caller, commandId, input.Id, input.Version, async (op, account) =>
        {
            if (PasswordRules.Refuse(input.Password, account.UserName!, nameof(input.Password)) is { } refusal)
            {
                return refusal;
            }

            if (onlyFirst && !account.MustChangePassword)
            {
                return Refusal.Stale;
            }

            account.PasswordHash = hash;
            account.SecurityStamp = Guid.NewGuid().ToString("N");
            account.MustChangePassword = true;
            account.AccessFailedCount = 0;
            account.LockoutEnd = null;
            op.Note(account, "ResetPassword");
            await EndSessionsAsync(op, account);
            return null;
        });
    }

    /// <summary>
    /// Takes the account out of use and ends its sessions. Refused: one's own, the last administrator's, somebody who is still a
    /// butler, first-asked person or officer of an open demand, stale.
    /// </summary>
    public Task<Outcome<Nothing>> DisableAsync(Caller caller, Guid commandId, long id, int version) =>
        ChangeOneAsync(caller, commandId, id, version, async (op, account) =>
        {
            if (account.Id == op.Actor.AccountId)
            {
                return new Refusal("Account.Own");
            }

            var administers = await op.Db.Posts.AnyAsync(p => p.AccountId == account.Id && p.Kind == PostKind.Administrator);
            if (administers && await RefuseLosingAdministratorAsync(op, account) is { } administrator)
            {
                return administrator with { Field = null };
            }

            if (await AccountDuties.RefusalAsync(op, account.Id) is { } duty)
            {
                return duty;
            }

            account.DisabledAt = op.Now;
            account.SecurityStamp = Guid.NewGuid().ToString("N");
            op.Note(account, "Disable");
            await EndSessionsAsync(op, account);
            return null;
        });

    /// <summary>Takes the account into use again, with the posts it had. Refused: stale.</summary>
    public Task<Outcome<Nothing>> EnableAsync(Caller caller, Guid commandId, long id, int version) =>
        ChangeOneAsync(caller, commandId, id, version, (op, account) =>
        {
            account.DisabledAt = null;
            op.Note(account, "Enable");
            return Task.FromResult<Refusal?>(null);
        });

    private Task<Outcome<Nothing>> ChangeOneAsync(
        Caller caller, Guid commandId, long id, int version, Func<Operation, Account, Task<Refusal?>> change) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            var account = op.Actor.IsAdministrator ? await op.Db.Users.FirstOrDefaultAsync(a => a.Id == id) : null;
            if (account is null)
            {
                return Refusal.NotFound;
            }

            if (account.Version != version)
            {
                return Refusal.Stale;
            }

            if (await change(op, account) is { } refusal)
            {
                return refusal;
            }

            account.Version++;
            return Nothing.Value;
        });

    private static async Task<Refusal?> RefuseLosingAdministratorAsync(Operation op, Account account)
    {
        await PostRules.GuardLastAdministratorAsync(op.Db); // before the count: who was removed meanwhile is then either counted or makes this stale
        if (!await PostRules.AnotherAdministratorAsync(op.Db, account.Id))
        {
            return new Refusal("Account.LastAdministrator") { Field = nameof(PostsInput.Posts) };
        }

        if (account.Id == op.Actor.AccountId)
        {
            return new Refusal("Account.OwnAdministration") { Field = nameof(PostsInput.Posts) };
        }

        return null;
    }

    private async Task EndSessionsAsync(Operation op, Account account)
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var session in await op.Db.Sessions.Where(s => s.AccountId == account.Id && s.EndedAt == null).ToListAsync())
        {
            session.EndedAt = now;
        }
    }

    private void Fill(Account account, string displayName, string phone, string email)
    {
        account.DisplayName = TextRules.Kept(displayName);
        account.PhoneNumber = PhoneNumber.Normalise(phone) is { Length: > 0 } number ? number : null;
        account.Email = CodeText.Of(email) is { Length: > 0 } address ? address : null;
        account.NormalizedEmail = normalizer.NormalizeEmail(account.Email);
    }

    /// <summary>What is kept of a password; empty where it may not be used. Slow on purpose: never within a transaction.</summary>
    internal string HashOf(string password) =>
        PasswordRules.Refuse(password, "") is null ? hasher.HashPassword(new Account(), password) : "";
}
