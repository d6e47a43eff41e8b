using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers.Demo;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Butlers;

/// <summary>What the butlers' room gives to the house.</summary>
public sealed class ButlerRoom : IPersonDuties, IOrganisationDuties, ISeeds, IContactNeed, IEnterpriseTies, IServing, ICaseloads
{
    /// <inheritdoc/>
    public Task<Refusal?> RefusalAsync(Operation op, long accountId, IReadOnlyList<PostInput>? posts) => ButlerDuties.RefusalAsync(op, accountId, posts);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Duty>> CountAsync(Operation op, long organisationId, CancellationToken cancellation) =>
        ButlerDuties.CountAsync(op, organisationId, cancellation);

    /// <summary>The enterprises whose named butler the actor is, or covers for today; who stands in is of the Centre or the economic city.</summary>
    public Expression<Func<Enterprise, bool>> NeededNow(Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var mine = op.Db.ServingOn(op.Today).Where(s => s.AccountId == op.Actor.AccountId);
        return e => mine.Any(s => s.EnterpriseId == e.Id);
    }

    /// <inheritdoc/>
    public Expression<Func<Enterprise, bool>> LeadsTo(Operation op) => NeededNow(op);

    /// <inheritdoc/>
    public Expression<Func<Enterprise, bool>> ServedBy(Operation op) => NeededNow(op);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<long, ButlerCard>> ServingAsync(Operation op, IReadOnlyCollection<long> enterpriseIds)
    {
        ArgumentNullException.ThrowIfNull(op);
        return op.Db.ButlersOfAsync(enterpriseIds, op.Today);
    }

    /// <inheritdoc/>
    public bool MayAssign(Actor actor, bool isFirst) => ButlerRules.MayAssign(actor, isFirst);

    /// <inheritdoc/>
    public Task<int> CaseloadAsync(Operation op, long accountId)
    {
        ArgumentNullException.ThrowIfNull(op);
        return op.Db.AssignedTo(accountId).CountAsync();
    }

    /// <summary>The same: who was the butler once needs the contact person no more.</summary>
    public Expression<Func<Enterprise, bool>> NeededOnce(Operation op) => NeededNow(op);

    /// <inheritdoc/>
    public IEnumerable<Scene> Scenes(Stage stage) => [.. new Rounds(stage).Scenes(), .. new Leading(stage).Scenes(), .. new Covering(stage).Scenes()];
}
