using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Accounts;

/// <summary>
/// Makes the administrator with whom a town begins; everything else is then set up on screens.
/// Whoever can run a command beside the database holds the keys anyway, so it asks for no account.
/// </summary>
public sealed class FirstAdministrator(OperationRunner runner, TownClock clock, IPasswordHasher<Account> hasher, ILookupNormalizer normalizer)
{
    /// <summary>
    /// Makes the account, and the organisation of the administration where there is none. Refuses with AdministratorExists
    /// (unless <paramref name="another"/> is wanted, for instance after a lost password), AdministratorNameTaken,
    /// or what <see cref="NewAccountValidator"/> finds, as for any other account.
    /// </summary>
    public async Task<Outcome<Nothing>> CreateAsync(string userName, string displayName, string password, bool another, CancellationToken cancellation = default)
    {
        var input = new NewAccountInput
        {
            UserName = userName,
            DisplayName = TextRules.SaysSomething(displayName) ? displayName : userName,
            Password = password,
            Posts = [new PostInput(PostKind.Administrator, 0)], // the organisation may still be to come
        };
        if (new NewAccountValidator().Refuse(input) is { } bad)
        {
            return bad;
        }

        var name = PersonRules.NormaliseUserName(userName);
        var hash = hasher.HashPassword(new Account(), password); // slow on purpose: before the transaction

        Outcome<Nothing> outcome = Nothing.Value;
        var saved = await runner.ActAsSystemAsync(clock.Now, async op =>
        {
            var normalized = normalizer.NormalizeName(name);
            if (!another && await op.Db.Posts.AnyAsync(p => p.Kind == PostKind.Administrator && p.Account.DisabledAt == null, cancellation))
            {
                outcome = new Refusal("AdministratorExists");
                return;
            }

            if (await op.Db.Users.AnyAsync(a => a.NormalizedUserName == normalized, cancellation))
            {
                outcome = new Refusal("AdministratorNameTaken", name);
                return;
            }

            var account = new Account
            {
                UserName = name,
                NormalizedUserName = normalized,
                DisplayName = TextRules.SaysSomething(displayName) ? displayName.Trim() : name,
                PasswordHash = hash,
                SecurityStamp = Guid.NewGuid().ToString("N"),
                LockoutEnabled = true,
            };
            account.Posts.Add(new Post { Kind = PostKind.Administrator, Organisation = await AdministrationAsync(op, cancellation) });
            op.Db.Users.Add(account);
            op.Note(account, "Create");
        }, cancellation);
        return saved ? outcome : Refusal.Stale;
    }

    private static async Task<Organisation> AdministrationAsync(Operation op, CancellationToken cancellation)
    {
        var existing = await op.Db.Organisations.FirstOrDefaultAsync(o => o.Kind == OrganisationKind.Administration && o.DisabledAt == null, cancellation);
        if (existing is not null)
        {
            return existing;
        }

        var made = new Organisation { Name = "系统管理", EnglishName = "Administration", Kind = OrganisationKind.Administration };
        op.Db.Organisations.Add(made);
        op.Note(made, "Create");
        return made;
    }
}
