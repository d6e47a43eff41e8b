using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>What finishes the reader's part of the work and cannot be done yet is shown with the reason, to whom it is for. Each begins on Monday 2 March 2026, 10:00.</summary>
public abstract class BlockedTests(TestDatabase database) : TicketTests(database)
{
    [Fact]
    public async Task Complete_WhileATaskIsOpen_IsShownToTheLeadAlone()
    {
        var support = Town.Unit("水务站");
        var helper = Town.Liaison(support);
        var number = await SupportedAsync(support);
        Assert.Empty(await BlockedAsync(Officer, number)); // not accepted yet
        await DoneAsync(Officer, number, Move.Accept);

        Assert.Equal([(Move.Complete, "TaskOpen")], await BlockedAsync(Officer, number));
        Assert.Empty(await BlockedAsync(helper, number));
        Assert.Empty(await BlockedAsync(Dispatcher, number));
        Assert.Empty(await BlockedAsync(Applicant, number));
    }

    [Fact]
    public async Task FileReply_BeforeTheContact_IsShownToTheUnit_AndNotToTheCentreBeforeItMay()
    {
        var number = await BadlyRatedAsync();

        Assert.Equal([(Move.FileReply, "ContactFirst")], await BlockedAsync(Officer, number));
        Assert.Empty(await BlockedAsync(Dispatcher, number));
    }

    [Fact]
    public async Task DecideReturn_OfTheOwnUnit_IsShownWithTheReason()
    {
        var both = Town.Dispatcher();
        Town.Write(db => db.Posts.Add(new Post { AccountId = both.AccountId, OrganisationId = Unit.Id, Kind = PostKind.Officer }));
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));

        Assert.Equal([(Move.DecideReturn, "OwnUnit")], await BlockedAsync(both, number));
        Assert.Empty(await BlockedAsync(Dispatcher, number));
    }

    [Fact]
    public async Task ApplyForReturn_IsShownWhereItIsTooLate_AndNotWhereItIsOutOfTheQuestion()
    {
        var (late, before) = (await AcceptedAsync(), await AcceptedAsync());
        await DoneAsync(Officer, before, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        await DoneAsync(Dispatcher, before, Move.DecideReturn, new MoveInput { UnitId = Unit.Id, Text = "仍由贵单位办理。" });
        await GoToAsync(Day("2026-03-17"), new TimeOnly(10, 0));

        Assert.Equal([(Move.ApplyForReturn, "ReturnTooLate")], await BlockedAsync(Officer, late));
        Assert.Empty(await BlockedAsync(Officer, before));
    }

    [Fact]
    public async Task WrongState_IsNamedToTheUnitAsItIs_AndToTheEnterpriseAsItReadsIt()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.ReportCannotBeMet, new MoveInput { Text = "管网已满。", Basis = "排水条例" });

        var (toUnit, toEnterprise) = ((await MakeAsync(Officer, number, Move.Complete, Saying("已完成。"))).Refusal!, (await MakeAsync(Applicant, number, Move.ConfirmDone)).Refusal!);

        Assert.Equal(("WrongState", (object?)TicketState.ReplyDue), (toUnit.Code, toUnit.Arguments[1]));
        Assert.Equal(("WrongState", (object?)TicketState.InProgress), (toEnterprise.Code, toEnterprise.Arguments[1]));
    }

    private async Task<IEnumerable<(Move, string)>> BlockedAsync(Caller who, string number) => (await SeeAsync(who, number)).Blocked.Select(b => (b.Move, b.Reason.Code));

    public sealed class OnSqlite(SqliteDatabase database) : BlockedTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : BlockedTests(database), IClassFixture<PostgresDatabase>;
}
