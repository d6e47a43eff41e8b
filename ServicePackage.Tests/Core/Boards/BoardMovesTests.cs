using ServicePackage.Core.Boards;
using ServicePackage.Core.Butlers;
using static ServicePackage.Core.Boards.BoardAct;
using static ServicePackage.Core.Boards.BoardColumn;

namespace ServicePackage.Tests.Core.Boards;

/// <summary>The column of a card, and what dropping it does: the whole table.</summary>
public sealed class BoardMovesTests
{
    private static readonly CardFacts None = new();

    private static readonly CardFacts OwnClock = new() { OwnClocks = 1, OpenDemands = 1 };
    private static readonly CardFacts CallDue = new() { CallsDue = 1, Awaited = 1, OpenDemands = 1 };
    private static readonly CardFacts CallDueAndMayAnswer = CallDue with { MayAnswer = true };
    private static readonly CardFacts SupplementCall = new() { CallsDue = 1, OpenDemands = 1 };
    private static readonly CardFacts Awaited = new() { Awaited = 1, OpenDemands = 1 };
    private static readonly CardFacts AwaitedAndMayAnswer = Awaited with { MayAnswer = true };
    private static readonly CardFacts TwoAwaited = AwaitedAndMayAnswer with { Awaited = 2, OpenDemands = 2 };
    private static readonly CardFacts Due = new() { ContactDue = true };
    private static readonly CardFacts DueWithDemand = new() { ContactDue = true, OpenDemands = 2 };
    private static readonly CardFacts Demand = new() { OpenDemands = 2 };
    private static readonly CardFacts Left = new() { OpenDemands = 1, OnRoster = false };

    public static TheoryData<CardFacts, BoardColumn> Columns => new()
    {
        { None, AtEase },
        { Demand, UnderWay },
        { DueWithDemand, BoardColumn.Contact },
        { Due, BoardColumn.Contact },
        { Awaited with { ContactDue = true }, Answer },
        { CallDue with { ContactDue = true }, Mine },
        { OwnClock with { Awaited = 1, ContactDue = true }, Mine },
    };

    public static TheoryData<string, CardFacts, BoardColumn, BoardAct?, string?> Drops => new()
    {
        { "own clock", OwnClock, Mine, null, null },
        { "own clock", OwnClock, Answer, null, "Board.WaitsOnYou" },
        { "own clock", OwnClock, BoardColumn.Contact, null, "Board.WaitsOnYou" },
        { "own clock", OwnClock, UnderWay, null, "Board.WaitsOnYou" },
        { "own clock", OwnClock, AtEase, null, "Board.WaitsOnYou" },
        { "call due", CallDue, Answer, RecordCall, null },
        { "call due", CallDue, UnderWay, null, "Board.WaitsOnYou" },
        { "call due, may answer", CallDueAndMayAnswer, UnderWay, RecordAnswer, null },
        { "two calls due", CallDue with { CallsDue = 2, Awaited = 2 }, Answer, null, "Board.WaitsOnYou" },
        { "call for a supplement", SupplementCall, UnderWay, RecordCall, null },
        { "call for a supplement", SupplementCall, Answer, null, "Board.WaitsOnYou" },
        { "awaited", Awaited, Mine, null, "Board.PutBySystem" },
        { "awaited", Awaited, Answer, null, null },
        { "awaited", Awaited, BoardColumn.Contact, null, "Board.AnswerAwaited" },
        { "awaited", Awaited, UnderWay, null, "Board.AnswerAwaited" },
        { "awaited", Awaited, AtEase, null, "Board.AnswerAwaited" },
        { "awaited, may answer", AwaitedAndMayAnswer, UnderWay, RecordAnswer, null },
        { "awaited, may answer", AwaitedAndMayAnswer, AtEase, null, "Board.AnswerAwaited" },
        { "two awaited", TwoAwaited, UnderWay, null, "Board.AnswerAwaited" },
        { "due", Due, Mine, null, "Board.PutBySystem" },
        { "due", Due, Answer, null, "Board.NoAnswerAwaited" },
        { "due", Due, BoardColumn.Contact, null, null },
        { "due", Due, UnderWay, null, "Board.NothingUnderWay" },
        { "due", Due, AtEase, RecordContact, null },
        { "due with a demand", DueWithDemand, UnderWay, RecordContact, null },
        { "due with a demand", DueWithDemand, AtEase, null, "Board.StillUnderWay" },
        { "demand", Demand, Mine, null, "Board.PutBySystem" },
        { "demand", Demand, Answer, null, "Board.NoAnswerAwaited" },
        { "demand", Demand, BoardColumn.Contact, PlanContact, null },
        { "demand", Demand, UnderWay, null, null },
        { "demand", Demand, AtEase, null, "Board.StillUnderWay" },
        { "off the roster", Left, BoardColumn.Contact, null, "Board.OffRoster" },
        { "nothing", None, Mine, null, "Board.PutBySystem" },
        { "nothing", None, Answer, null, "Board.NoAnswerAwaited" },
        { "nothing", None, BoardColumn.Contact, PlanContact, null },
        { "nothing", None, UnderWay, null, "Board.NothingUnderWay" },
        { "nothing", None, AtEase, null, null },
    };

    [Theory]
    [MemberData(nameof(Columns))]
    public void Column_IsTheMostPressingNeed(CardFacts facts, BoardColumn expected) => Assert.Equal(expected, facts.Column);

    [Theory]
    [MemberData(nameof(Drops))]
    public void Drop_OpensTheActThatBringsTheCardThere_OrSaysWhyNone(string what, CardFacts facts, BoardColumn target, BoardAct? act, string? code)
    {
        var move = BoardMoves.Of(facts, target);

        Assert.Equal((what, act, code), (what, move.Act, move.Refusal?.Code));
        Assert.DoesNotContain("{", move.Refusal?.Sentence ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Acts_AreThoseTheCardIsOpenFor()
    {
        Assert.Equal([PlanContact, RecordContact], BoardMoves.Acts(None));
        Assert.Equal([PlanContact, RecordContact, RecordCall, RecordAnswer], BoardMoves.Acts(CallDueAndMayAnswer));
        Assert.Equal([RecordContact], BoardMoves.Acts(Left));
    }

    [Fact]
    public void Due_IsAQuarterAfterTheLastContactOrTheBeginning()
    {
        var settings = new ContactSettings();

        Assert.Equal(new DateOnly(2026, 5, 30), settings.DueDay(new DateOnly(2026, 2, 28), new DateOnly(2024, 1, 1)).AddDays(2));
        Assert.Equal(new DateOnly(2026, 4, 1), settings.DueDay(null, new DateOnly(2026, 1, 1)));
    }
}
