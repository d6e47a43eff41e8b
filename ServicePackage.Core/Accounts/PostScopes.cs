namespace ServicePackage.Core.Accounts;

/// <summary>Which posts are whose, said once.</summary>
internal static class PostScopes
{
    /// <summary>The accounts in use that work at the Centre.</summary>
    public static IQueryable<long> PeopleOfTheCentre(this IQueryable<Post> posts) =>
        posts.Where(p => p.Account.DisabledAt == null && (p.Kind == PostKind.Dispatcher || p.Kind == PostKind.CentreLead)).Select(p => p.AccountId).Distinct();
}
