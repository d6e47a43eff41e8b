using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Accounts;

/// <summary>What a person's posts let them do, in the words of the screens.</summary>
/// <param name="Opens">The pages they may open.</param>
/// <param name="Moves">The moves of the procedure open to them, by what they are to the demand.</param>
public sealed record AccountRights(Doors Opens, IReadOnlyList<RelationRights> Moves)
{
    /// <summary>The pages one by one.</summary>
    public IReadOnlyList<Doors> Pages => [.. Enum.GetValues<Doors>().Where(d => d != Doors.None && Opens.HasFlag(d))];

    /// <summary>Makes the list from the same rules that open the pages and allow the moves.</summary>
    internal static async Task<AccountRights> OfAsync(Operation op, long accountId, CancellationToken cancellation = default)
    {
        var account = await op.Db.Users.Where(a => a.Id == accountId)
            .Select(a => new
            {
                a.DisplayName,
                a.EnterpriseId,
                Posts = a.Posts.Where(p => p.Organisation.DisabledAt == null)
                    .Select(p => new HeldPost(p.Kind, p.OrganisationId, p.Organisation.Kind)).ToList(),
                Butler = op.Db.ButlerAssignments.Current().Any(b => b.AccountId == a.Id),
            })
            .FirstAsync(cancellation);
        var actor = new Actor(accountId, account.DisplayName, account.EnterpriseId, account.Posts);
        var doors = await DoorsOf.ReadAsync(new Operation(op.Db, actor, op.Now, op.House), cancellation);
        return new AccountRights(doors, RelationRights.Of(PossibleTo(actor, account.Butler)));
    }

    /// <summary>Everything the person can be to a demand, whichever demand that is.</summary>
    private static Relation PossibleTo(Actor actor, bool isButler)
    {
        var serves = isButler || actor.IsCentre || actor.EconomicCityIds.Count > 0;
        TicketTies any = new(actor.EnterpriseId, serves ? actor.AccountId : null, null, null, [], isButler);
        return actor.UnitIds.Select(u => any with { LeadUnitId = u, SupportingUnitIds = [u] })
            .Concat(EnterpriseAccess.CitiesOf(actor).Select(c => any with { EconomicCityId = c }))
            .Append(any)
            .Aggregate(Relation.None, (all, ties) => all | TicketAccess.RelationBy(actor, ties));
    }
}

/// <summary>The moves open to somebody by one relation.</summary>
/// <param name="As">What they are to the demand; <see cref="Relation.Anyone"/> for what is open to everybody who sees it.</param>
/// <param name="Moves">The moves, in the order of the procedure.</param>
public sealed record RelationRights(Relation As, IReadOnlyList<Move> Moves)
{
    /// <summary>The rows of the table of moves for these relations; a relation by which nothing more can be done is left out.</summary>
    internal static IReadOnlyList<RelationRights> Of(Relation possible) =>
        possible == Relation.None ? [] : [.. from relation in Enum.GetValues<Relation>()
                                             where relation == Relation.Anyone || (int.PopCount((int)relation) == 1 && possible.HasFlag(relation))
                                             let moves = TicketProcedure.Rules
                                                 .Where(r => relation == Relation.Anyone ? r.Who == relation : r.Who != Relation.Anyone && r.Who.HasFlag(relation))
                                                 .Select(r => r.Move).Distinct().ToList()
                                             where moves.Count > 0
                                             select new RelationRights(relation, moves)];
}
