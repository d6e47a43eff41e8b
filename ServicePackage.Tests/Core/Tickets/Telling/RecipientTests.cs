using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>Who stands behind "the officer", "who asked", "who urged" and the like, and who does not any more. Each begins on Monday 2 March 2026, 10:00.</summary>
public abstract class RecipientTests(TestDatabase database) : TicketTests(database)
{
    private static readonly TimeOnly Morning = new(9, 30);

    [Fact]
    public async Task Comment_IsToldToWhoSpokeLastInThisDemand_AndNotToWhoDidSomethingElse()
    {
        var (asks, elsewhere, butler) = (Town.TownLeader(), Town.TownLeader(), Town.Butler(Enterprise));
        var (number, neighbour) = (await AcceptedAsync(), await AcceptedAsync());
        await DoneAsync(asks, number, Move.Comment, Within("何时踏勘？"));
        await DoneAsync(elsewhere, neighbour, Move.Comment, Within("何时完工？"));
        await DoneAsync(elsewhere, neighbour, Move.Comment, Within("请尽快答复。"));
        await DoneAsync(CentreLead, number, Move.Remind, Saying("请尽快。"));

        await DoneAsync(Officer, number, Move.Comment, Within("明日踏勘。"));
        await DoneAsync(Officer, number, Move.Comment, Within("改为后日踏勘。")); // another answer to the same person
        Assert.Equal((2, 0, 0), (await CommentsAsync(asks, number), await CommentsAsync(elsewhere, number), await CommentsAsync(CentreLead, number)));

        await DoneAsync(butler, number, Move.Comment, Within("企业很着急。"));
        await DoneAsync(Officer, number, Move.Comment, Within("将加快办理。"));
        Assert.Equal((1, 2), (await CommentsAsync(butler, number), await CommentsAsync(asks, number)));
    }

    [Fact]
    public async Task Comment_AfterSomebodyWhoHasNothingToDoWithItAnyMore_IsNotToldToThem()
    {
        var (former, second) = (Town.TownLeader(), Town.Unit("规土所"));
        var successor = Town.Officer(second);
        Town.Butler(Enterprise);
        var (number, moved) = (await AcceptedAsync(), await AcceptedAsync());
        await DoneAsync(former, number, Move.Comment, Within("何时踏勘？"));
        Town.Write(db => db.Posts.Where(p => p.AccountId == former.AccountId).ExecuteDelete());
        await DoneAsync(Officer, number, Move.Comment, Within("明日踏勘。"));
        await DoneAsync(Officer, moved, Move.Comment, Within("请规土所协助。"));
        await DoneAsync(Dispatcher, moved, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "由规土所主办。" });
        await DoneAsync(successor, moved, Move.Comment, Within("已收到。"));

        Assert.Equal((0, 0), (await CommentsAsync(former, number), await CommentsAsync(Officer, moved)));
    }

    [Fact]
    public async Task Comment_WhileAReturnIsAppliedFor_GoesToTheCentreInTheUnitsPlace()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        await DoneAsync(Applicant, number, Move.Comment, Saying("现在由谁办理？"));

        Assert.Equal((1, 0, 0), (await CommentsAsync(Dispatcher, number), await CommentsAsync(Officer, number), await CommentsAsync(Liaison, number)));
    }

    [Fact]
    public async Task Officer_WhoIsOfTheUnitNoMore_IsToldNothing_AndTheLiaisonIs()
    {
        var (number, centre) = (await AcceptedAsync(), Town.Centre()); // whose people are around every demand
        Town.Officer(Unit); // another of the unit, with whom it has nothing to do
        Town.Write(db => db.Posts.Where(p => p.AccountId == Officer.AccountId).ExecuteUpdate(set => set.SetProperty(p => p.OrganisationId, centre.Id)));

        await DoneAsync(Applicant, number, Move.Comment, Saying("何时踏勘？"));

        Assert.Equal((0, 1), (await CommentsAsync(Officer, number), await CommentsAsync(Liaison, number)));
    }

    [Fact]
    public async Task Officer_WhoIsTheOnlyOneOfTheUnit_IsTold()
    {
        var unit = Town.Unit("规土所");
        var (alone, number) = (Town.Officer(unit), await RaisedAsync());
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = unit.Id });
        await DoneAsync(alone, number, Move.Accept);

        await DoneAsync(Applicant, number, Move.Comment, Saying("何时踏勘？"));

        Assert.Equal((1, 0), (await CommentsAsync(alone, number), await CommentsAsync(Dispatcher, number)));
    }

    [Fact]
    public async Task Level_IsToldToTheButlerOfThisEnterprise_NotToOneOfAnother()
    {
        var (another, own) = (Town.Butler(Town.Enterprise(City)), Town.Butler(Enterprise));
        var number = await AcceptedAsync();
        await GoToAsync(Day("2026-03-23"), new TimeOnly(17, 1));

        Assert.Equal((1, 0), (await ToldAsync(own, number, "Level.Breach"), (await ToldAsync(another, number)).Count));
    }

    [Fact]
    public async Task Level_OfAnInstruction_GoesToWhoeverHoldsIt_WhereverTheDemandIsMeanwhile()
    {
        var leader = Town.TownLeader();
        var (atCentre, atUnit) = (await RaisedAsync(), await AcceptedAsync());
        foreach (var number in new[] { atCentre, atUnit })
        {
            await DoneAsync(leader, number, Move.Urge, new MoveInput { Text = "请尽快。", Day = Day("2026-03-05") });
        }

        await DoneAsync(Dispatcher, atCentre, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
        await DoneAsync(Officer, atCentre, Move.Accept);
        await DoneAsync(Officer, atUnit, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        await GoToAsync(Day("2026-03-05"), new TimeOnly(17, 1));

        Assert.Equal((2, 0, 0), (await LevelsAsync(Dispatcher, atCentre, ClockKind.Urge), await LevelsAsync(Officer, atCentre, ClockKind.Urge), await LevelsAsync(Liaison, atCentre, ClockKind.Urge)));
        Assert.Equal((0, 2), (await LevelsAsync(Dispatcher, atUnit, ClockKind.Urge), await LevelsAsync(Officer, atUnit, ClockKind.Urge)));
    }

    [Fact]
    public async Task MonthlyProgress_WhileAReturnIsAppliedFor_IsAskedOfTheCentre()
    {
        Settings.CurrentValue = new ProcedureSettings { ReturnWithin = 250 };
        var number = await AcceptedAsync(); // due on 23 March
        await GoToAsync(Day("2026-03-31"), Morning);
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        await GoToAsync(Day("2026-04-01"), Morning);

        Assert.Equal((1, 0, 0), (await ToldAsync(Dispatcher, number, "Asked.MonthlyProgress"), await ToldAsync(Liaison, number, "Asked.MonthlyProgress"), await ToldAsync(Officer, number, "Asked.MonthlyProgress")));
    }

    [Fact]
    public async Task Level_WhereTheTownTellsTheSupportingUnits_IsToldToThoseWhoseTaskIsOpen()
    {
        Settings.CurrentValue = new ProcedureSettings { Ladders = { [ClockKind.Handling] = new() { [0] = [Recipient.Supporting] } } };
        var (open, done) = (Town.Unit("水务站"), Town.Unit("派出所"));
        var (waits, finished, finisher) = (Town.Liaison(open), Town.Liaison(done), Town.Officer(done));
        var number = await SupportedAsync(open);
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = done.Id, Text = "维持秩序。" });
        await DoneAsync(finisher, number, Move.FinishTask, new MoveInput { AboutId = (await StoredAsync(number)).Tasks.Single(t => t.UnitId == done.Id).Id, Text = "已安排。" });
        await GoToAsync(Day("2026-03-20"), Morning);

        Assert.Equal((1, 0, 0), (await LevelsAsync(waits, number, ClockKind.Handling), await LevelsAsync(finished, number, ClockKind.Handling), await LevelsAsync(Officer, number, ClockKind.Handling)));
    }

    [Fact]
    public async Task Answer_ToAnInstruction_IsToldToWhoGaveThisOne()
    {
        Caller[] people = [Town.TownLeader(), Town.TownLeader(), Town.GeneralLiaison(), Dispatcher];
        var number = await AcceptedAsync();
        foreach (var who in people)
        {
            await DoneAsync(who, number, Move.Urge, new MoveInput { Text = "请加快办理。", Day = Day("2026-03-20") });
        }

        var day = Day("2026-03-03");
        foreach (var who in people)
        {
            await GoToAsync(day, Morning);
            await DoneAsync(Officer, number, Move.AnswerUrge, new MoveInput { AboutId = (await StoredAsync(number)).Urges.Single(u => u.ById == who.AccountId).Id, Text = "本周办结。" });
            Assert.Equal(1, await ToldAsync(who, number, "Moved.AnswerUrge"));
            day = day.AddDays(1);
        }

        foreach (var who in people)
        {
            Assert.Equal(1, await ToldAsync(who, number, "Moved.AnswerUrge"));
        }

        Assert.Equal(0, await ToldAsync(CentreLead, number, "Moved.AnswerUrge"));
    }

    [Fact]
    public async Task Answer_ToAnInstructionOfSomebodyWhoGivesNoneAnyMore_IsToldToTheCentresLead()
    {
        var former = Town.Dispatcher();
        var number = await AcceptedAsync();
        await DoneAsync(former, number, Move.Urge, new MoveInput { Text = "请加快办理。", Day = Day("2026-03-20") });
        MovePost(former, Unit, PostKind.Officer);
        await DoneAsync(Officer, number, Move.AnswerUrge, new MoveInput { AboutId = (await StoredAsync(number)).Urges.Single().Id, Text = "本周办结。" });

        Assert.Equal((0, 1), (await ToldAsync(former, number, "Moved.AnswerUrge"), await ToldAsync(CentreLead, number, "Moved.AnswerUrge")));
    }

    [Fact]
    public async Task Contradict_IsToldToWhoRecordedThatAnswerAtTheCentre_AsLongAsTheyAreThere()
    {
        Town.Write(db => db.Posts.Add(new Post { AccountId = Specialist.AccountId, OrganisationId = Unit.Id, Kind = PostKind.Officer })); // so that the Centre records
        Caller[] leads = [CentreLead, Town.CentreLead(), Town.CentreLead()];
        var number = await CompletedAsync();
        var day = Day("2026-03-03");
        foreach (var lead in leads)
        {
            await DoneAsync(lead, number, Move.ConfirmNotDone, Spoken("说还有积水。"));
            if (lead == leads[^1])
            {
                MovePost(lead, Unit, PostKind.Officer);
            }

            await GoToAsync(day, Morning);
            var answer = (await StoredAsync(number)).SpokenAnswers.Single(s => s.ContradictedAt is null).Id;
            await DoneAsync(Applicant, number, Move.Contradict, new MoveInput { AboutId = answer, Text = "公司认为已经办结。" });
            day = day.AddDays(1);
        }

        Assert.Equal((1, 1, 0), (await ToldAsync(leads[0], number, "Moved.Contradict"), await ToldAsync(leads[1], number, "Moved.Contradict"), await ToldAsync(leads[2], number, "Moved.Contradict")));
    }

    private static MoveInput Within(string text) => new() { Text = text, Internal = true };

    private Task<int> CommentsAsync(Caller who, string number) => ToldAsync(who, number, "Moved.Comment");

    /// <summary>How many levels of a kind of clock somebody was told of.</summary>
    private async Task<int> LevelsAsync(Caller who, string number, ClockKind kind) =>
        (await ToldAsync(who, number)).Count(n => n.Kind.StartsWith("Level.", StringComparison.Ordinal) && n.Arguments.Contains($"@ClockKind.{kind}", StringComparison.Ordinal));

    /// <summary>Gives somebody another post in the place of theirs.</summary>
    private void MovePost(Caller who, Organisation organisation, PostKind post) => Town.Write(db =>
        db.Posts.Where(p => p.AccountId == who.AccountId).ExecuteUpdate(set => set.SetProperty(p => p.OrganisationId, organisation.Id).SetProperty(p => p.Kind, post)));

    public sealed class OnSqlite(SqliteDatabase database) : RecipientTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : RecipientTests(database), IClassFixture<PostgresDatabase>;
}
