using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Tickets;

/// <summary>One row of the table of moves: what leads from where to where, by whom, with what.</summary>
public sealed record MoveRule
{
    public required Move Move { get; init; }

    /// <summary>The states it starts from.</summary>
    public required IReadOnlyList<TicketState> From { get; init; }

    /// <summary>The states it leads to; empty when the state stays.</summary>
    public IReadOnlyList<TicketState> To { get; init; } = [];

    /// <summary>The relations that may make it; one of them suffices.</summary>
    public required Relation Who { get; init; }

    public IReadOnlyList<Need> Gives { get; init; } = [];

    public IReadOnlyList<Guard> Guards { get; init; } = [];

    /// <summary>Who is told; the enterprise also of any move by which something was written for it.</summary>
    public IReadOnlyList<Recipient> Tells { get; init; } = [];

    /// <summary>Who is told as well where the decision agrees: only then something changes for them.</summary>
    public IReadOnlyList<Recipient> TellsIfAgreed { get; init; } = [];

    /// <summary>The moves whose latest entry stands above this one's button and form: nobody decides without what is decided on.</summary>
    public IReadOnlyList<Move> On { get; init; } = [];

    /// <summary>The move that the same person is led to next, where it is open to them.</summary>
    public Move? Then { get; init; }

    /// <summary>True when the enterprise may not read it.</summary>
    public bool Internal { get; init; }

    /// <summary>True when its text is for the town's own people: the enterprise reads that it was made, and what was written for the enterprise.</summary>
    public bool TextWithin { get; init; }

    /// <summary>True when it records an answer that the enterprise gave in conversation: kept with the demand as it was, for it can be contradicted.</summary>
    public bool Spoken { get; init; }

    /// <summary>What it does to the demand.</summary>
    public required Action<Ticket, MoveAct> Act { get; init; }

    /// <summary>Who is told of this act.</summary>
    internal IEnumerable<Recipient> ToldOf(MoveInput given) => Tells
        .Concat(given.Agreed == true ? TellsIfAgreed : [])
        .Concat(given.ForEnterprise.Length > 0 ? [Recipient.Enterprise] : [])
        .Distinct();

    /// <summary>Whether it takes this field.</summary>
    public bool Takes(Field field) => Gives.Any(n => n.Field == field);
}

/// <summary>A condition of a move beyond state and relation, named by the refusal it gives.</summary>
/// <param name="Code">The refusal's code; the documentation names the guard by it.</param>
/// <param name="Allows">Whether the move may go ahead.</param>
public sealed record Guard(string Code, Func<Ticket, MoveAct, bool> Allows)
{
    /// <summary>What its sentence names.</summary>
    public Func<MoveAct, object?[]> Names { get; init; } = _ => [];

    /// <summary>The refusal it gives to this act.</summary>
    public Refusal RefusalOf(MoveAct act) => new(Code, Names(act));
}
