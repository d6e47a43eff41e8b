using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Accounts;

/// <summary>How accounts are found and shown. They exist for administrators alone: <see cref="AccountService"/> refuses anybody else.</summary>
internal static class AccountQueries
{
    public static async Task<IQueryable<Account>> MatchingAsync(this IQueryable<Account> accounts, AccountFilter filter)
    {
        var chosen = accounts
            .Where(a => filter.OrganisationId == null || a.Posts.Any(p => p.OrganisationId == filter.OrganisationId))
            .Where(a => filter.EnterpriseId == null || a.EnterpriseId == filter.EnterpriseId)
            .Where(a => filter.OfEnterprises == null || a.EnterpriseId != null == filter.OfEnterprises)
            .Where(a => filter.Disabled == null || a.DisabledAt != null == filter.Disabled);
        if (string.IsNullOrWhiteSpace(filter.Text))
        {
            return chosen;
        }

        var (sought, people) = (Sought.Of(filter.Text), await chosen.Select(a => new { a.Id, a.UserName, a.DisplayName, a.PhoneNumber }).ToListAsync());
        var found = people.Where(a => sought.IsIn(a.UserName, a.DisplayName, a.PhoneNumber)).Select(a => a.Id).ToList();
        return chosen.Where(a => EF.Parameter(found).Contains(a.Id));
    }

    public static IQueryable<AccountRow> AsRows(this IQueryable<Account> accounts) =>
        accounts.Select(a => new AccountRow(
            a.Id, a.UserName!, a.DisplayName, a.PhoneNumber ?? "", a.EnterpriseId, a.Enterprise == null ? null : a.Enterprise.Name,
            a.Posts.OrderBy(p => p.Id)
                .Select(p => new PostRow(p.Kind, p.OrganisationId, p.Organisation.Name, p.Organisation.EnglishName, p.Organisation.Kind)).ToList(),
            a.DisabledAt, a.MustChangePassword));
}
