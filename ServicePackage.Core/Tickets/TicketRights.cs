using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Tickets;

/// <summary>The moves of the procedure open to somebody, by what they can be to a demand.</summary>
internal static class TicketRights
{
    /// <summary>The rows of the table of moves for the actor; <see cref="Relation.Anyone"/> for what is open to everybody who sees the demand.</summary>
    public static async Task<IReadOnlyList<RightsAs>> OfAsync(Operation op, CancellationToken cancellation)
    {
        var me = op.Actor.AccountId;
        var isButler = await op.Db.ServingOn(op.Today).AnyAsync(s => s.AccountId == me, cancellation);
        return Of(PossibleTo(op.Actor, isButler));
    }

    /// <summary>Everything the person can be to a demand, whichever demand that is.</summary>
    private static Relation PossibleTo(Actor actor, bool isButler)
    {
        var serves = isButler || actor.IsCentre || EnterpriseAccess.CitiesOf(actor).Count > 0;
        TicketTies any = new(actor.EnterpriseId, serves ? actor.AccountId : null, null, null, [], isButler);
        return actor.UnitIds.Select(u => any with { LeadUnitId = u, SupportingUnitIds = [u] })
            .Concat(EnterpriseAccess.CitiesOf(actor).Select(c => any with { EconomicCityId = c }))
            .Append(any)
            .Aggregate(Relation.None, (all, ties) => all | TicketAccess.RelationBy(actor, ties));
    }

    /// <summary>A relation by which nothing more can be done is left out.</summary>
    private static IReadOnlyList<RightsAs> Of(Relation possible) =>
        possible == Relation.None ? [] : [.. from relation in Enum.GetValues<Relation>()
                                             where relation == Relation.Anyone || (int.PopCount((int)relation) == 1 && possible.HasFlag(relation))
                                             let moves = TicketProcedure.Rules
                                                 .Where(r => relation == Relation.Anyone ? r.Who == relation : r.Who != Relation.Anyone && r.Who.HasFlag(relation))
                                                 .Select(r => r.Move).Distinct().ToList()
                                             where moves.Count > 0
                                             select new RightsAs(Wording.KeyOf(relation), moves.ConvertAll(m => Wording.KeyOf(m)))];
}
