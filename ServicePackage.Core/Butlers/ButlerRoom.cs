using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers.Demo;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Butlers;

/// <summary>What the butlers' room gives to the house.</summary>
public sealed class ButlerRoom : IPersonDuties, IOrganisationDuties, ISeeds
{
    /// <inheritdoc/>
    public Task<Refusal?> RefusalAsync(Operation op, long accountId, IReadOnlyList<PostInput>? posts) => ButlerDuties.RefusalAsync(op, accountId, posts);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Duty>> CountAsync(Operation op, long organisationId, CancellationToken cancellation) =>
        ButlerDuties.CountAsync(op, organisationId, cancellation);

    /// <inheritdoc/>
    public IEnumerable<Scene> Scenes(Stage stage) => new Rounds(stage).Scenes();
}
