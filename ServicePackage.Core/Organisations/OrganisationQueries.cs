using ServicePackage.Core.Accounts;

namespace ServicePackage.Core.Organisations;

/// <summary>How organisations and those who hold their posts are shown.</summary>
internal static class OrganisationQueries
{
    public static IQueryable<OrganisationRow> AsRows(this IQueryable<Organisation> organisations) =>
        organisations.Select(o => new OrganisationRow(
            o.Id, o.Name, o.EnglishName, o.Kind, o.Phone, o.DisabledAt,
            o.Posts.Where(p => p.Account.DisabledAt == null).Select(p => p.AccountId).Distinct().Count(), o.Version));

    public static IQueryable<PostHolder> Holders(this IQueryable<Post> posts) =>
        posts.Where(p => p.Account.DisabledAt == null)
            .OrderBy(p => p.Kind).ThenBy(p => p.Account.DisplayName).ThenBy(p => p.Id)
            .Select(p => new PostHolder(p.AccountId, p.Account.DisplayName, p.Account.PhoneNumber ?? "", p.Kind));
}
