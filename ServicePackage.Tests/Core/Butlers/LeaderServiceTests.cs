using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Butlers;

/// <summary>The list of leaders, with and without an account.</summary>
public abstract class LeaderServiceTests(TestDatabase database) : TownTests(database)
{
    private LeaderService Service => new(Town.Runner);

    [Fact]
    public async Task Enter_ByTheGeneralLiaison_StandsInTheListByLevelAndName()
    {
        var general = Town.GeneralLiaison();
        var account = Town.TownLeader();

        Assert.True((await EnterAsync(general, "徐志远", LeaderLevel.Town, account.AccountId, "021 5915 8000")).Done);
        Assert.True((await EnterAsync(general, "安静", LeaderLevel.Town)).Done);
        Assert.True((await EnterAsync(general, "周文", LeaderLevel.District)).Done);

        var rows = (await Service.ListAsync(general, new LeaderFilter(), Cancellation)).Value.Rows.Items;
        Assert.Equal(["周文", "安静", "徐志远"], rows.Select(r => r.Name));
        Assert.Equal(((long?)account.AccountId, "021-59158000"), (rows[2].AccountId, rows[2].Phone));
    }

    [Fact]
    public async Task Enter_WithAnAccountThatIsNone_OrAnothers_IsRefused()
    {
        var centre = Town.CentreLead();
        var account = Town.TownLeader();
        Assert.True((await EnterAsync(centre, "徐志远", LeaderLevel.Town, account.AccountId)).Done);

        Assert.Equal("Leader.AccountUnfit", (await EnterAsync(centre, "钱雪芳", LeaderLevel.Town, account.AccountId)).Refusal!.Code);
        Assert.Equal("Leader.AccountUnfit", (await EnterAsync(centre, "钱雪芳", LeaderLevel.Town, centre.AccountId)).Refusal!.Code);
        Assert.Equal("Leader.AccountOfTown", (await EnterAsync(centre, "周文", LeaderLevel.District, Town.TownLeader().AccountId)).Refusal!.Code);
        Assert.Single((await Service.ListAsync(centre, new LeaderFilter(), Cancellation)).Value.Rows.Items);
    }

    [Theory]
    [InlineData("", "", "Missing")]
    [InlineData("徐志远", "12", "Phone.Form")]
    [InlineData("半\u0000", "", "Unreadable")]
    public async Task Enter_WithBadInput_IsRefused(string name, string phone, string code) =>
        Assert.Equal(code, (await EnterAsync(Town.Dispatcher(), name, LeaderLevel.Town, 0, phone)).Refusal!.Code);

    [Fact]
    public async Task Change_OnAStaleCopy_IsRefused()
    {
        var (centre, leader) = (Town.Dispatcher(), Town.Leader());
        var input = new LeaderInput { Id = leader.Id, Name = "徐志远", Title = "副镇长" };
        Assert.True((await Service.ChangeAsync(centre, Guid.NewGuid(), input)).Done);

        Assert.Equal("Stale", (await Service.ChangeAsync(centre, Guid.NewGuid(), input)).Refusal!.Code);
        Assert.Equal(("徐志远", 1), ((await Service.GetAsync(centre, leader.Id, Cancellation)).Value.Row.Name, (await Service.GetAsync(centre, leader.Id, Cancellation)).Value.Row.Version));
    }

    [Fact]
    public async Task Leave_WithEnterprisesLeft_IsRefused_AndAfterwardsIsListedOnRequestAlone()
    {
        var (centre, leader, account) = (Town.Dispatcher(), Town.Leader(), Town.TownLeader());
        var led = Town.Led(leader, Town.Enterprise());
        Assert.Equal("Leader.StillContacts", (await Service.LeaveAsync(centre, Guid.NewGuid(), leader.Id, 0)).Refusal!.Code);
        Town.Write(db => db.LeaderContacts.Single(c => c.Id == led.Id).Until = Town.Clock.Today.AddDays(-1));

        Assert.True((await Service.LeaveAsync(centre, Guid.NewGuid(), leader.Id, 0)).Done);

        Assert.Empty((await Service.ListAsync(centre, new LeaderFilter(), Cancellation)).Value.Rows.Items);
        Assert.Equal(Town.Clock.Today, Assert.Single((await Service.ListAsync(centre, new LeaderFilter(WithLeft: true), Cancellation)).Value.Rows.Items).LeftOn);
        Assert.Equal("Leader.Left", (await Service.ChangeAsync(centre, Guid.NewGuid(), new LeaderInput { Id = leader.Id, Version = 1, Name = "徐志远", AccountId = account.AccountId })).Refusal!.Code);
        await using var db = Town.Look();
        Assert.Contains("LeaveOffice", await db.History.Where(h => h.Subject == nameof(Leader) && h.SubjectId == leader.Id).Select(h => h.Act).ToListAsync(Cancellation));
    }

    private Task<Outcome<long>> EnterAsync(Caller who, string name, LeaderLevel level, long account = 0, string phone = "") =>
        Service.EnterAsync(who, Guid.NewGuid(), new LeaderInput { Name = name, Level = level, AccountId = account, Phone = phone });

    public sealed class OnSqlite(SqliteDatabase database) : LeaderServiceTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : LeaderServiceTests(database), IClassFixture<PostgresDatabase>;
}
