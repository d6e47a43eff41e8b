using Microsoft.Extensions.Configuration;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>What a town may set, and what keeps the program from starting.</summary>
public sealed class ProcedureSettingsTests
{
    public static TheoryData<string, ProcedureSettings> Wrong => new()
    {
        { "Procedure:Days:Review的值0超出范围，应为1至250", new() { Days = { [ClockKind.Review] = 0 } } },
        { "Procedure:Days:Review的值251超出范围", new() { Days = { [ClockKind.Review] = 251 } } },
        { "Procedure:Days:Handling不起作用", new() { Days = { [ClockKind.Handling] = 5 } } },
        { "Procedure:Handling:Coordination的值-5超出范围", new() { Handling = { [TicketType.Coordination] = -5 } } },
        { "Procedure:LevelDays:1不起作用", new() { LevelDays = { [1] = 1 } } },
        { "Procedure:LevelDays:9不起作用", new() { LevelDays = { [9] = 7 } } },
        { "Procedure:LevelDays有误：各级超期应依次推后", new() { LevelDays = { [2] = 5 } } },
        { "Procedure:LevelDays:3的值0超出范围", new() { LevelDays = { [3] = 0 } } },
        { "Procedure:CentreRepliesAfter的值-1超出范围", new() { CentreRepliesAfter = -1 } },
        { "Procedure:HandBacksBeforeLead的值0超出范围", new() { HandBacksBeforeLead = 0 } },
        { "Procedure:NotDoneBeforeCourse的值11超出范围", new() { NotDoneBeforeCourse = 11 } },
        { "Procedure:NotDoneBeforeCourse的值0超出范围", new() { NotDoneBeforeCourse = 0 } },
        { "Procedure:ReturnWithin的值0超出范围", new() { ReturnWithin = 0 } },
        { "Procedure:ReturnWithin的值251超出范围", new() { ReturnWithin = 251 } },
        { "Procedure:StatutoryWithinDays的值0超出范围", new() { StatutoryWithinDays = 0 } },
        { "Procedure:StatutoryWithinDays的值3661超出范围", new() { StatutoryWithinDays = 3661 } },
        { "Procedure:LegalWithinDays的值0超出范围", new() { LegalWithinDays = 0 } },
        { "Procedure:LegalWithinDays的值3661超出范围", new() { LegalWithinDays = 3661 } },
        { "Procedure:PromiseWithinDays的值0超出范围", new() { PromiseWithinDays = 0 } },
        { "Procedure:PromiseWithinDays的值3661超出范围", new() { PromiseWithinDays = 3661 } },
        { "Procedure:ContradictWithin的值0超出范围", new() { ContradictWithin = 0 } },
        { "Procedure:ContradictWithin的值251超出范围", new() { ContradictWithin = 251 } },
        { "Procedure:ReopenWithinDays的值0超出范围", new() { ReopenWithinDays = 0 } },
        { "Procedure:ReopenWithinDays的值367超出范围", new() { ReopenWithinDays = 367 } },
        { "Procedure:Ladders:Handling有误，程序未启动：级别应为0（临期）至3", new() { Ladders = { [ClockKind.Handling] = [] } } },
        { "Procedure:Ladders:Handling有误", new() { Ladders = { [ClockKind.Handling] = new() { [1] = [Recipient.Liaison] } } } },
        { "Procedure:Ladders:Handling有误", new() { Ladders = { [ClockKind.Handling] = new() { [0] = [] } } } },
        { "Procedure:Ladders:Review有误", new() { Ladders = { [ClockKind.Review] = new() { [0] = [Recipient.Officer], [4] = [Recipient.CentreLead] } } } },
        { "Procedure:Ladders:Review有误", new() { Ladders = { [ClockKind.Review] = new() { [0] = [Recipient.Asker] } } } },
        { "Procedure:Ladders:Review有误", new() { Ladders = { [ClockKind.Review] = new() { [0] = [Recipient.Recorder] } } } },
        { "Procedure:Ladders:Review有误", new() { Ladders = { [ClockKind.Review] = new() { [0] = [Recipient.Officer, (Recipient)99] } } } },
        { "Procedure:Ladders:Review有误", new() { Ladders = { [ClockKind.Review] = new() { [0] = [Recipient.Officer, Recipient.Enterprise] } } } },
        { "Procedure:Ladders:Rating有误", new() { Ladders = { [ClockKind.Rating] = new() { [0] = [Recipient.Enterprise], [1] = [Recipient.Enterprise] } } } },
        { "Procedure:Ladders:Rating有误", new() { Ladders = { [ClockKind.Rating] = new() { [0] = [Recipient.FirstAsked], [1] = [Recipient.Enterprise] } } } },
        { "Procedure:Ladders:Rating有误", new() { Ladders = { [ClockKind.Rating] = null! } } },
        { "Procedure:Ladders:99有误", new() { Ladders = { [(ClockKind)99] = new() { [0] = [Recipient.Officer] } } } },
        { "Procedure:Opening的时刻应早于Procedure:CloseOfBusiness", new() { Opening = new(17, 0) } },
        { "Procedure:CalendarDuties的时刻应早于Procedure:CloseOfBusiness", new() { CalendarDuties = new(18, 0) } },
        { "Procedure:CalendarDuties的时刻应早于Procedure:CloseOfBusiness", new() { CalendarDuties = new(17, 0) } },
    };

    public static TheoryData<ProcedureSettings> Right => new()
    {
        new ProcedureSettings(),
        new ProcedureSettings { Days = { [ClockKind.Review] = 1, [ClockKind.Rating] = 250 }, Handling = { [TicketType.Coordination] = 250 } },
        new ProcedureSettings { LevelDays = { [2] = 4 }, CentreRepliesAfter = 0, HandBacksBeforeLead = 1, NotDoneBeforeCourse = 10, ReopenWithinDays = 366 },
        new ProcedureSettings { ReturnWithin = 250, StatutoryWithinDays = 3660, LegalWithinDays = 3660, PromiseWithinDays = 3660, ContradictWithin = 250, NotDoneBeforeCourse = 1, ReopenWithinDays = 1 },
        new ProcedureSettings { ReturnWithin = 1, StatutoryWithinDays = 1, LegalWithinDays = 1, PromiseWithinDays = 1, ContradictWithin = 1 },
        new ProcedureSettings { Opening = new(16, 59), CalendarDuties = new(16, 59) },
        new ProcedureSettings { Ladders = { [ClockKind.Rating] = new() { [0] = [Recipient.Enterprise], [1] = [Recipient.FirstAsked] } } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_IsRefusedWithASentenceThatNamesTheSetting(string said, ProcedureSettings settings) =>
        Assert.Contains(said, settings.Refuse()?.Sentence, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Right))]
    public void Right_IsNot(ProcedureSettings settings) => Assert.Null(settings.Refuse());

    [Fact]
    public void Ladders_ByConfiguration_StandInPlaceOfTheTablesOwn()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Procedure:Ladders:Handling:0:0"] = "Officer",
            ["Procedure:Ladders:Handling:0:1"] = "Liaison",
            ["Procedure:Ladders:Handling:2:0"] = "CentreLead",
            ["Procedure:Ladders:Dispatch:0:0"] = "CentreLead",
        }).Build();
        var settings = configuration.GetSection(ProcedureSettings.Section).Get<ProcedureSettings>()!;

        Assert.Null(settings.Refuse());
        Assert.Empty(settings.LadderOf(ClockKind.Handling).At(Levels.Breach)); // that level names nobody
        Assert.Equal([Recipient.Officer, Recipient.Liaison, Recipient.CentreLead], settings.LadderOf(ClockKind.Handling).At(2));
        Assert.False(settings.LadderOf(ClockKind.Handling).GoesOnAt(3));
        Assert.Equal(3, settings.LadderOf(ClockKind.Dispatch).AgendaAt); // the agenda stays
        Assert.Same(ClockRules.For(ClockKind.Review).Ladder, settings.LadderOf(ClockKind.Review));
    }

    [Fact]
    public void Contacts_OutOfRange_AreRefused()
    {
        Assert.Null(new ContactSettings().Refuse());
        Assert.Contains("Contacts:EveryMonths的值0", new ContactSettings { EveryMonths = 0 }.Refuse()?.Sentence, StringComparison.Ordinal);
        Assert.Contains("Contacts:VisitsApart的值61", new ContactSettings { VisitsApart = 61 }.Refuse()?.Sentence, StringComparison.Ordinal);
    }
}
