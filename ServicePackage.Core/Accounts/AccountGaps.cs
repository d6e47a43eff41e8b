using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Accounts;

/// <summary>Accounts that nobody can work with yet, for the administrator's first page.</summary>
public sealed class AccountGaps(OperationRunner operations)
{
    /// <summary>The town's own people in use who hold no post in an organisation in use, by name. NotFound for anybody but an administrator.</summary>
    public Task<Outcome<Page<AccountRow>>> WithoutPostAsync(Caller caller, int take, CancellationToken cancellation = default) =>
        operations.ReadAsync<Page<AccountRow>>(caller, async op =>
            !op.Actor.IsAdministrator ? Refusal.NotFound
            : await op.Db.Users
                .Where(a => a.DisabledAt == null && a.EnterpriseId == null && !a.Posts.Any(p => p.Organisation.DisabledAt == null))
                .OrderBy(a => a.SortKey).ThenBy(a => a.Id)
                .AsRows().PageAsync(0, take, cancellation), cancellation);
}
