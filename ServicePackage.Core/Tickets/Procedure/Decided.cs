using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Tickets;

/// <summary>What a decision of the Centre came to, in words: the same on the form, in the story of the demand and in its notices.</summary>
public static class Decided
{
    /// <summary>The text, by its key, that names one side of a decision.</summary>
    /// <param name="move">The move that decides.</param>
    /// <param name="from">The state it was made in: that proceedings go on or end reads otherwise than that they are entered or not.</param>
    /// <param name="agreed">Whether it was agreed.</param>
    public static string Key(Move move, TicketState? from, bool agreed) =>
        $"Decided.{(move == Move.DecideProceedings && from == TicketState.InLegalProceedings ? Move.ContestProceedings : move)}.{(agreed ? "Yes" : "No")}";

    /// <summary>One side of a decision in the reader's language.</summary>
    public static string Name(Move move, TicketState? from, bool agreed) => Wording.Text(Key(move, from, agreed));

    /// <summary>What a notice of the move names: what was decided, the rating recorded for the enterprise, or the move.</summary>
    internal static string Said(MoveRule rule, MoveInput given, TicketState from, long? leadUnitId) => "@" + given switch
    {
        { Rating: { } rating } when rule.Spoken => $"RatingLevel.{rating}",
        { Course: { } course } => $"Course.{course}",
        { Agreed: { } agreed } => Key(rule.Move, from, agreed),
        _ when rule.Move == Move.DecideReturn => Key(rule.Move, from, given.UnitId != leadUnitId),
        _ => $"Move.{rule.Move}",
    };
}
