using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;

namespace ServicePackage.Core.Accounts;

/// <summary>
/// The accounts of the demo town, for the sign-in page of a Development run. A demo account is one whose user name begins
/// with <see cref="Prefix"/>; all share <see cref="Password"/>. No town has them in Production.
/// </summary>
public sealed class DemoAccounts(IDbContextFactory<AppDbContext> contexts)
{
    /// <summary>How the user name of a demo account begins.</summary>
    public const string Prefix = "demo-";

    /// <summary>The password of every demo account.</summary>
    public const string Password = "a-town-for-show";

    private const string NormalizedPrefix = "DEMO-";

    private const int Most = 40;

    /// <summary>The demo accounts in the order in which they were made; empty where there is no demo town.</summary>
    public async Task<IReadOnlyList<DemoAccount>> ListAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Users.AsNoTracking()
            .Where(a => a.NormalizedUserName!.StartsWith(NormalizedPrefix) && a.DisabledAt == null)
            .OrderBy(a => a.Id)
            .Take(Most)
            .Select(a => new DemoAccount(
                a.UserName!,
                a.DisplayName,
                a.Enterprise == null ? null : a.Enterprise.Name,
                a.Posts.OrderBy(p => p.Id).Select(p => new MyPost(p.Kind, p.OrganisationId, p.Organisation.Name, p.Organisation.EnglishName, p.Organisation.Kind)).ToList()))
            .ToListAsync(cancellation);
    }
}

/// <summary>An account of the demo town to click on the sign-in page.</summary>
/// <param name="UserName">What it signs in with.</param>
/// <param name="Name">The person's name.</param>
/// <param name="EnterpriseName">The enterprise it speaks for, if one.</param>
/// <param name="Posts">Its posts.</param>
public sealed record DemoAccount(string UserName, string Name, string? EnterpriseName, IReadOnlyList<MyPost> Posts);
