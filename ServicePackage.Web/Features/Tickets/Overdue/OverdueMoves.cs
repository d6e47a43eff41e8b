using ServicePackage.Core.Accounts;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Web.Features.Tickets;

/// <summary>The moves that the overdue board offers. Shows and hides; the domain refuses.</summary>
public static class OverdueMoves
{
    /// <summary>Those of this reader, whatever the demand.</summary>
    public static IReadOnlyList<Move> For(Me me) => [.. TicketBatch.Moves.Where(m => TicketProcedure.Rules.Any(r => r.Move == m && (r.Who & RelationOf(me)) != 0))];

    /// <summary>Whether the demand of this row is where the move begins.</summary>
    public static bool IsOpen(OverdueRow row, Move move, Me me)
    {
        ArgumentNullException.ThrowIfNull(row);
        return TicketProcedure.Refuse(row.State, move, RelationOf(me)) is null;
    }

    /// <summary>The row of the table of moves that says what a batch gives; files belong to one demand and are left out.</summary>
    public static MoveRule RuleOf(Move move)
    {
        var rule = TicketProcedure.Rules.First(r => r.Move == move);
        return rule with { Gives = [.. rule.Gives.Where(n => n.Field != Field.Attachments)] };
    }

    private static Relation RelationOf(Me me)
    {
        ArgumentNullException.ThrowIfNull(me);
        return (me.IsCentre ? Relation.Centre : Relation.None) | (me.IsTownLeader ? Relation.TownLeader : Relation.None);
    }
}
