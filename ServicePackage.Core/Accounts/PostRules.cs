using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Accounts;

/// <summary>Who may hold which posts together, and what keeps a post from being taken away.</summary>
public static class PostRules
{
    /// <summary>
    /// Why these posts cannot be held together; null when they can. Codes: Account.NoPosts, Account.PostTwice, Account.PostUnknown (no such
    /// organisation in use), Account.PostElsewhere (the organisation's kind has no such post), Account.AdministrationApart
    /// (administering, auditing and the procedure's own work are kept in different hands).
    /// </summary>
    public static async Task<Refusal?> RefusalAsync(AppDbContext db, IReadOnlyList<PostInput> posts)
    {
        if (posts.Count == 0)
        {
            return Refuse("Account.NoPosts");
        }

        if (posts.Distinct().Count() != posts.Count)
        {
            return Refuse("Account.PostTwice");
        }

        var ids = posts.Select(p => p.OrganisationId).Distinct().ToList();
        var organisations = await db.Organisations.Where(o => ids.Contains(o.Id) && o.DisabledAt == null)
            .Select(o => new { o.Id, o.Name, o.Kind })
            .ToDictionaryAsync(o => o.Id);
        foreach (var post in posts)
        {
            if (!organisations.TryGetValue(post.OrganisationId, out var organisation))
            {
                return Refuse("Account.PostUnknown");
            }

            if (!PostKinds.In(organisation.Kind).Contains(post.Kind))
            {
                return Refuse("Account.PostElsewhere", organisation.Name, post.Kind);
            }
        }

        return posts.Count > 1 && organisations.Values.Any(o => o.Kind == OrganisationKind.Administration) ? Refuse("Account.AdministrationApart") : null;
    }

    /// <summary>Whether somebody else, in use, administers too.</summary>
    public static Task<bool> AnotherAdministratorAsync(AppDbContext db, long accountId) =>
        db.Posts.AnyAsync(p => p.Kind == PostKind.Administrator && p.AccountId != accountId && p.Account.DisabledAt == null);

    /// <summary>
    /// Marks that the circle of administrators shrinks: of two who remove each other at once, the second is refused as stale.
    /// </summary>
    public static async Task GuardLastAdministratorAsync(AppDbContext db)
    {
        var administration = await db.Organisations.FirstAsync(o => o.Kind == OrganisationKind.Administration);
        administration.Version++;
    }

    private static Refusal Refuse(string code, params object?[] arguments) => new(code, arguments) { Field = nameof(PostsInput.Posts) };
}
