using ServicePackage.Core.Accounts;

namespace ServicePackage.Core.Organisations;

/// <summary>How organisations and those who hold their posts are shown.</summary>
internal static class OrganisationQueries
{
    /// <summary>In the order of the plan: the Centre, the leadership, cooperating departments, units, economic cities, providers of services, the administration; then by name.</summary>
    public static IOrderedQueryable<Organisation> InOrder(this IQueryable<Organisation> organisations) =>
        organisations
            .OrderBy(o => o.Kind == OrganisationKind.Centre ? 0
                : o.Kind == OrganisationKind.Leadership ? 1
                : o.Kind == OrganisationKind.CooperatingDepartment ? 2
                : o.Kind == OrganisationKind.Unit ? 3
                : o.Kind == OrganisationKind.EconomicCity ? 4
                : o.Kind == OrganisationKind.Provider ? 5 : 6)
            .ThenBy(o => o.SortKey).ThenBy(o => o.Id);

    public static IQueryable<OrganisationRow> AsRows(this IQueryable<Organisation> organisations) =>
        organisations.Select(o => new OrganisationRow(
            o.Id, o.Name, o.EnglishName, o.Kind, o.Phone, o.DisabledAt,
            o.Posts.Where(p => p.Account.DisabledAt == null).Select(p => p.AccountId).Distinct().Count(), o.Version)
        { Nature = o.Nature });

    public static IQueryable<PostHolder> Holders(this IQueryable<Post> posts) =>
        posts.Where(p => p.Account.DisabledAt == null)
            .OrderBy(p => p.Account.SortKey).ThenBy(p => p.Id)
            .Select(p => new PostHolder(p.AccountId, p.Account.DisplayName, p.Account.PhoneNumber ?? "", p.Kind));
}
