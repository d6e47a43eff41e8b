using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>Nobody decides on the own unit's demand: others at the Centre do, or the general liaison where all of them belong to it. Begins on Monday 2 March 2026.</summary>
public abstract class OwnUnitTests(TestDatabase database) : TicketTests(database)
{
    [Fact]
    public async Task Decisions_OfWhoAlsoBelongsToTheLeadUnit_AreForOthersAtTheCentre()
    {
        var both = Town.Dispatcher();
        AlsoOf(Unit, both);
        var number = await AcceptedAsync();
        foreach (var (move, given) in new (Move, MoveInput)[]
        {
            (Move.Reassign, new() { UnitId = Town.Unit("规土所").Id, Text = "改派。" }),
            (Move.SetType, new() { Type = TicketType.Consultation, Text = "属咨询。" }),
            (Move.Extend, new() { Days = 5, Text = "情况复杂。" }),
            (Move.End, new() { EndReason = EndReason.Dissolved, Text = "企业已注销。" }),
        })
        {
            await RefusedAsync("OwnUnit", both, number, move, given);
        }

        var proceedings = new MoveInput { Proceeding = ProceedingKind.Litigation, CaseNumber = "1号", Day = Town.Clock.Today.AddDays(30) };
        await RefusedAsync("ProceedingsNotTold", both, number, Move.EnterProceedings, proceedings); // no more than the unit may
        Assert.DoesNotContain((await SeeAsync(both, number)).Moves, r => r.Move is Move.Reassign or Move.Extend or Move.End);
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        await RefusedAsync("OwnUnit", both, number, Move.DecideReturn, Back);
        await DoneAsync(Dispatcher, number, Move.DecideReturn, Back);
        await DoneAsync(both, number, Move.Complete, Saying("已完成排水改造。")); // as one of the unit
    }

    [Fact]
    public async Task Answer_RecordedByAFirstAskedPersonOfTheLeadUnit_IsRefused()
    {
        var both = Town.Dispatcher();
        AlsoOf(Unit, both);
        var number = await CompletedAsync();
        await DoneAsync(Dispatcher, number, Move.HandOnFirstAsked, new MoveInput { PersonId = both.AccountId });

        await RefusedAsync("HandlingUnit", both, number, Move.ConfirmDone, Spoken("电话确认。"));
    }

    [Fact]
    public async Task Dispatch_WhereNobodyAtTheCentreCould_IsNotTheGeneralLiaisons()
    {
        var (general, number) = (Town.GeneralLiaison(), await RaisedAsync());
        Town.Write(db => db.Posts.Where(p => p.Kind == PostKind.Dispatcher || p.Kind == PostKind.CentreLead).ExecuteDelete());

        await RefusedAsync("NotYourMove", general, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
    }

    [Fact]
    public async Task Decisions_WhereEverybodyAtTheCentreBelongsToTheLeadUnit_AreTheGeneralLiaisons()
    {
        var (general, leader) = (Town.GeneralLiaison(), Town.TownLeader());
        var (number, elsewhere) = (await AcceptedAsync(), await RaisedAsync());
        await DoneAsync(Dispatcher, elsewhere, Move.Dispatch, new MoveInput { UnitId = Town.Unit("规土所").Id });
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        await RefusedAsync("NotYourMove", general, number, Move.DecideReturn, Back);
        await using (var db = Town.Look())
        {
            AlsoOf(Unit, [.. db.Posts.Where(p => p.Kind == PostKind.Dispatcher || p.Kind == PostKind.CentreLead).Select(p => p.AccountId).Distinct().Select(a => new Caller(a))]);
        }

        var disabled = Town.Dispatcher(); // belongs to no unit, and decides nothing
        Town.Write(db => db.Users.Single(a => a.Id == disabled.AccountId).DisabledAt = Town.Clock.Now);
        Assert.True(await IsMineAsync(general, number)); // on the desk of who is to decide, and of nobody who may not
        Assert.False(await IsMineAsync(CentreLead, number));
        await RefusedAsync("OwnUnit", Dispatcher, number, Move.DecideReturn, Back);
        await RefusedAsync("OwnUnit", CentreLead, number, Move.DecideReturn, Back);
        await RefusedAsync("NotYourMove", leader, number, Move.DecideReturn, Back);
        await DoneAsync(general, number, Move.DecideReturn, Back);

        Assert.Equal(TicketState.InProgress, (await StoredAsync(number)).State);
        await DoneAsync(Officer, number, Move.ProposeType, new MoveInput { Type = TicketType.Consultation, Text = "只需解答。" });
        Assert.Equal((1, 0), (await ToldAsync(general, number, "Asked.TypeDecision"), await ToldAsync(Dispatcher, number, "Asked.TypeDecision")));
        await DoneAsync(general, number, Move.DecideType, new MoveInput { Agreed = false, Text = "须协调。" });
        await RefusedAsync("NotYourMove", general, elsewhere, Move.Reassign, new MoveInput { UnitId = Unit.Id, Text = "改派。" }); // of another unit: the Centre decides
    }

    [Fact]
    public async Task GeneralLiaison_InTheCentresPlace_IsItsLeadToo_AndStaysWhatTheyAreBesides()
    {
        var general = Town.GeneralLiaison();
        var (unseen, asked) = (await AcceptedAsync(), await CompletedAsync());
        await DoneAsync(Officer, unseen, Move.ReportCannotBeMet, new MoveInput { Text = "管网已满。", Basis = "排水条例" });
        Town.Write(db => db.Tickets.Where(t => t.Number == asked).ExecuteUpdate(set => set.SetProperty(t => t.FirstAskedId, general.AccountId)));
        AlsoOf(Unit, Dispatcher, CentreLead);
        await GoToAsync(new DateOnly(2026, 3, 5), new TimeOnly(9, 30)); // it stands by lapse

        await DoneAsync(general, unseen, Move.See);
        await DoneAsync(general, asked, Move.ConfirmDone, Spoken("电话确认。")); // as the first-asked person, whom nobody stands in for
    }

    [Fact]
    public async Task Return_ThatIsForTheCentresLead_WhereEveryLeadBelongsToTheLeadUnit_IsTheGeneralLiaisons()
    {
        var general = Town.GeneralLiaison();
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        await using (var db = Town.Look())
        {
            AlsoOf(Unit, [.. db.Posts.Where(p => p.Kind == PostKind.CentreLead).Select(p => p.AccountId).Distinct().Select(a => new Caller(a))]);
        }

        await DoneAsync(general, number, Move.DecideReturn, Back);
        await RefusedAsync("NotYourMove", general, number, Move.Extend, new MoveInput { Days = 5, Text = "情况复杂。" }); // a dispatcher can
    }

    private async Task<bool> IsMineAsync(Caller who, string number) =>
        (await Desk.ListAsync(who, new DeskFilter { Kinds = [ClockKind.ReturnDecision], Take = 100 }, Cancellation)).Value.Items.Any(r => r.Number == number);

    private MoveInput Back => new() { UnitId = Unit.Id, Text = "属本单位职责。" };

    private void AlsoOf(Organisation unit, params Caller[] people) =>
        Town.Write(db => db.Posts.AddRange(people.Select(p => new Post { AccountId = p.AccountId, OrganisationId = unit.Id, Kind = PostKind.Officer })));

    public sealed class OnSqlite(SqliteDatabase database) : OwnUnitTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : OwnUnitTests(database), IClassFixture<PostgresDatabase>;
}
