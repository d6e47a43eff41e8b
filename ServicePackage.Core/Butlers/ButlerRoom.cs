using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers.Demo;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Butlers;

/// <summary>What the butlers' room gives to the house.</summary>
public sealed class ButlerRoom : IPersonDuties, IOrganisationDuties, ISeeds, IContactNeed
{
    /// <inheritdoc/>
    public Task<Refusal?> RefusalAsync(Operation op, long accountId, IReadOnlyList<PostInput>? posts) => ButlerDuties.RefusalAsync(op, accountId, posts);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Duty>> CountAsync(Operation op, long organisationId, CancellationToken cancellation) =>
        ButlerDuties.CountAsync(op, organisationId, cancellation);

    /// <summary>The enterprises whose named butler the actor is; who stands in is of the Centre or the economic city.</summary>
    public IQueryable<long> NeededNow(Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        return op.Db.AssignedTo(op.Actor.AccountId);
    }

    /// <summary>The same: who was the butler once needs the contact person no more.</summary>
    public IQueryable<long> NeededOnce(Operation op) => NeededNow(op);

    /// <inheritdoc/>
    public IEnumerable<Scene> Scenes(Stage stage) => new Rounds(stage).Scenes();
}
