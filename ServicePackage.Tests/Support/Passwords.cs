using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;

namespace ServicePackage.Tests.Support;

/// <summary>Passwords for the people of a test, hashed quickly.</summary>
public static class Passwords
{
    /// <summary>Hashes less often than the program does, which reads how often from the hash.</summary>
    public static readonly PasswordHasher<Account> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));

    /// <summary>Gives the account <see cref="WebTown.Password"/>, and its user name back.</summary>
    public static string Give(Town town, Caller person, bool mustChange = false)
    {
        ArgumentNullException.ThrowIfNull(town);
        var name = "";
        town.Write(db =>
        {
            var account = db.Users.Single(a => a.Id == person.AccountId);
            account.PasswordHash = Hasher.HashPassword(account, WebTown.Password);
            account.MustChangePassword = mustChange;
            account.LockoutEnabled = true;
            name = account.UserName!;
        });
        return name;
    }
}
