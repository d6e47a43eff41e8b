using ServicePackage.Core.Butlers;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Boards;

/// <summary>What one can do for an enterprise from the board.</summary>
public enum BoardAct
{
    /// <summary>安排联系.</summary>
    PlanContact,

    /// <summary>记录联系.</summary>
    RecordContact,

    /// <summary>记录提醒企业: the call that asked the enterprise for its answer.</summary>
    RecordCall,

    /// <summary>代录答复: the enterprise's spoken answer.</summary>
    RecordAnswer,
}

/// <summary>What dropping a card on a column does: the act whose form opens, or why none can bring it there. Neither on its own column.</summary>
/// <param name="Act">The act.</param>
/// <param name="Refusal">Why not.</param>
public sealed record BoardMove(BoardAct? Act, Refusal? Refusal);

/// <summary>
/// The table of the board: a column is derived, so a card is never put there; dropping it opens the act after which it
/// stands there by itself.
/// </summary>
public static class BoardMoves
{
    /// <summary>What dropping a card with these facts on a column does.</summary>
    public static BoardMove Of(CardFacts facts, BoardColumn target)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Column == target)
        {
            return new BoardMove(null, null);
        }

        foreach (var act in Acts(facts))
        {
            if (After(facts, act).Column == target)
            {
                return new BoardMove(act, null);
            }
        }

        return new BoardMove(null, Why(facts, target));
    }

    /// <summary>The acts open for a card with these facts, whatever its column.</summary>
    public static IReadOnlyList<BoardAct> Acts(CardFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var acts = new List<BoardAct>();
        Add(BoardAct.PlanContact, facts.OnRoster);
        Add(BoardAct.RecordContact, true);
        Add(BoardAct.RecordCall, facts.CallsDue > 0 || facts.Awaited > 0);
        Add(BoardAct.RecordAnswer, facts.MayAnswer);
        return acts;

        void Add(BoardAct act, bool open)
        {
            if (open)
            {
                acts.Add(act);
            }
        }
    }

    /// <summary>The facts once the act is done; a spoken answer is taken as "not done", the one that sends the demand on to its unit.</summary>
    private static CardFacts After(CardFacts facts, BoardAct act) => act switch
    {
        BoardAct.PlanContact => facts with { ContactDue = true },
        BoardAct.RecordContact => facts with { ContactDue = false },
        BoardAct.RecordCall => facts with { CallsDue = Math.Max(0, facts.CallsDue - 1), ContactDue = false },
        _ => facts with { CallsDue = Math.Max(0, facts.CallsDue - 1), Awaited = Math.Max(0, facts.Awaited - 1) },
    };

    private static Refusal Why(CardFacts facts, BoardColumn target) => (facts.Column, target) switch
    {
        (_, BoardColumn.Mine) => new Refusal("Board.PutBySystem"),
        (BoardColumn.Mine, _) => new Refusal("Board.WaitsOnYou", facts.OwnClocks + facts.CallsDue),
        (_, BoardColumn.Answer) => new Refusal("Board.NoAnswerAwaited"),
        (BoardColumn.Answer, _) => new Refusal("Board.AnswerAwaited", facts.Awaited),
        (_, BoardColumn.Contact) => new Refusal("Board.OffRoster"),
        (_, BoardColumn.UnderWay) => new Refusal("Board.NothingUnderWay"),
        _ => new Refusal("Board.StillUnderWay", facts.OpenDemands),
    };
}
