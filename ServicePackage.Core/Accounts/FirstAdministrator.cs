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
    private const int LongestName = 60;

    /// <summary>
    /// Makes the account, and the organisation of the administration where there is none. Refuses with AdministratorExists
    /// (unless <paramref name="another"/> is wanted, for instance after a lost password), AdministratorNameTaken,
    /// a blank or too long name, or what <see cref="PasswordRules"/> finds.
    /// </summary>
    public async Task<Outcome<Nothing>> CreateAsync(string userName, string displayName, string password, bool another, CancellationToken cancellation = default)
    {
        var name = userName.Trim();
        if ((CheckName(name) ?? PasswordRules.Refuse(password, name)) is { } bad)
        {
            return bad;
        }

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
                DisplayName = string.IsNullOrWhiteSpace(displayName) ? name : displayName.Trim(),
                SecurityStamp = Guid.NewGuid().ToString("N"),
                LockoutEnabled = true,
            };
            account.PasswordHash = hasher.HashPassword(account, password);
            account.Posts.Add(new Post { Kind = PostKind.Administrator, Organisation = await AdministrationAsync(op, cancellation) });
            op.Db.Users.Add(account);
            op.Note(account, "Create");
        }, cancellation);
        return saved ? outcome : Refusal.Stale;
    }

    private static Refusal? CheckName(string name) =>
        !TextRules.SaysSomething(name) ? new Refusal("Missing", new FieldName("UserName"))
        : !TextRules.IsReadable(name) ? new Refusal("Unreadable", new FieldName("UserName"))
        : TextRules.Length(name) > LongestName ? new Refusal("TooLong", new FieldName("UserName"), LongestName, TextRules.Length(name))
        : null;

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
