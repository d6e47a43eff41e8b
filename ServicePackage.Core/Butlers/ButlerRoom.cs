using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Butlers;

/// <summary>What the butlers' room gives to the house.</summary>
public sealed class ButlerRoom : IPersonDuties, IOrganisationDuties
{
    /// <inheritdoc/>
    public Task<Refusal?> RefusalAsync(Operation op, long accountId, IReadOnlyList<PostInput>? posts) => ButlerDuties.RefusalAsync(op, accountId, posts);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Duty>> CountAsync(Operation op, long organisationId, CancellationToken cancellation) =>
        ButlerDuties.CountAsync(op, organisationId, cancellation);
}
