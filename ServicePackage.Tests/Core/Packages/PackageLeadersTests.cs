using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Packages;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Packages;

/// <summary>The leaders in the package: those who keep contact with the enterprise, the general liaison only where there is none.</summary>
public abstract class PackageLeadersTests(TestDatabase database) : PackageTestsBase(database)
{
    [Fact]
    public async Task Leader_WhileNobodyKeepsContact_IsTheGeneralLiaison()
    {
        var general = Town.GeneralLiaison();
        Town.Write(db => db.Users.Single(a => a.Id == general.AccountId).DisplayName = "顾明华");
        Assert.Equal(["顾明华"], (await LiveAsync(Own)).Content.AllLeaders.Select(l => l.Name.Chinese));

        Town.Led(Town.Leader(LeaderLevel.Town, name: "徐志远"), Enterprise, until: Today);
        Town.Led(Town.Leader(LeaderLevel.District, name: "陆文斌"), Enterprise);

        var content = (await LiveAsync(Own)).Content;
        Assert.Equal([("陆文斌", "021-59158000"), ("徐志远", "021-59158000")], content.OtherLeaders.Select(l => (l.Name.Chinese, l.Phone)));
        Assert.Null(content.Leader);
        Town.GoTo(Today.AddDays(1), new TimeOnly(0, 0));
        Assert.Equal(["陆文斌"], (await LiveAsync(Own)).Content.AllLeaders.Select(l => l.Name.Chinese)); // the other's last day was yesterday
    }

    [Fact]
    public async Task Package_ReadByALeaderWhoKeepsContact_IsTheSame_AndOffersNoWork()
    {
        await MeetAsync();
        Clause("稳岗补贴");
        var leading = Town.TownLeader();
        Town.Led(Town.Leader(account: leading), Enterprise);

        var (theirs, butlers) = (await LiveAsync(leading), await LiveAsync());

        Assert.Equal(butlers.Key, theirs.Key);
        Assert.Equal((false, true), (theirs.Serves, butlers.Serves));
    }

    [Fact]
    public async Task Package_IssuedBeforeAnotherLeader_SaysWhoChanged()
    {
        await MeetAsync();
        Clause("稳岗补贴");
        Must(await IssueAsync());
        Town.Led(Town.Leader(name: "徐志远"), Enterprise);

        var change = Assert.Single((await LiveAsync()).Changes!.Rows);

        Assert.Equal((PackageAspect.Person, "徐志远 021-59158000"), (change.Aspect, change.After!.Chinese));
    }

    [Fact]
    public void Paper_NamesEachLeaderWithTheTelephone_AndNobodyTwice()
    {
        PackagePerson district = new(new("陆文斌", ""), null, "021-1") { Title = "副区长", Level = LeaderLevel.District }, town = new(new("徐志远", ""), null, "021-2") { Level = LeaderLevel.Town };
        var package = new PackageContent { Butler = town, Leaders = [district, town] };

        Assert.Equal([district], package.OtherLeaders);
        Assert.Equal(["副区长", "镇领导"], package.AllLeaders.Select(l => l.Role));
    }

    public sealed class OnSqlite(SqliteDatabase database) : PackageLeadersTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : PackageLeadersTests(database), IClassFixture<PostgresDatabase>;
}
