using ServicePackage.Core.Boards;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Packages;

/// <summary>Who covers for a butler sees and acts as the butler does, on the days of the cover alone. The town's day is Monday 2 March 2026.</summary>
public abstract class CoverRightsTests(TestDatabase database) : PackageTestsBase(database)
{
    [Fact]
    public async Task Coverer_FromTheFirstDayToTheLast_SeesAndActsBesideTheButler()
    {
        await MeetAsync();
        Clause("稳岗补贴");
        var coverer = Town.Stranger();
        Town.Cover(Butler, coverer, Today.AddDays(1), Today.AddDays(1));
        var other = Town.Enterprise(City);
        Assert.Equal("-----", await FoundAsync(coverer));

        Town.GoTo(Today.AddDays(1), new TimeOnly(0, 0));
        Assert.Equal("fpbrc", await FoundAsync(coverer));
        Assert.Equal("fpbrc", await FoundAsync(Butler));
        Assert.Equal("NotFound", (await new EnterpriseService(Town.Runner).GetAsync(coverer, other.Id)).Refusal!.Code);
        Assert.True((await IssueAsync(coverer)).Done);

        Town.GoTo(Today.AddDays(1), new TimeOnly(0, 0));
        Assert.Equal("-----", await FoundAsync(coverer));
        Assert.Equal("fpbrc", await FoundAsync(Butler));
    }

    [Fact]
    public async Task Board_OfEach_SaysWhoCoversUntilWhen()
    {
        var coverer = Town.Stranger();
        Town.Write(db => db.Users.Single(a => a.Id == coverer.AccountId).DisplayName = "唐俊杰");
        Town.Cover(Butler, coverer, Today, Today.AddDays(3), Enterprise);

        Assert.Equal((Today.AddDays(3), true), ((await CardAsync(coverer)).Cover!.Until, (await CardAsync(coverer)).Cover!.ByReader));
        Assert.Equal(("唐俊杰", false), ((await CardAsync(Butler)).Cover!.Name, (await CardAsync(Butler)).Cover!.ByReader));
    }

    [Fact]
    public async Task Package_SaysWhoCovers_AndIsNoOtherForIt()
    {
        await MeetAsync();
        Clause("稳岗补贴");
        var before = (await LiveAsync(Own)).Key;
        Town.Cover(Butler, Town.Stranger(), Today, Today.AddDays(3));

        var live = await LiveAsync(Own);

        Assert.Equal((before, Today.AddDays(3)), (live.Key, live.Content.Butler!.Cover!.Until));
    }

    private async Task<BoardCard> CardAsync(Caller who) => Must(await Board.CardAsync(who, Enterprise.Id, Cancellation));

    private BoardService Board => new(Town.Runner, Moments, new Unchanging<ContactSettings>());

    /// <summary>f: the file with the contact person · p: the package · b: the card on the board · r: raises a demand · c: keeps contact.</summary>
    private async Task<string> FoundAsync(Caller who) => string.Concat(
        (await new EnterpriseService(Town.Runner).GetAsync(who, Enterprise.Id)) is { Done: true, Value.ContactPerson: not null } ? 'f' : '-',
        (await Packages.LiveAsync(who, Enterprise.Id, Cancellation)).Done ? 'p' : '-',
        (await Board.CardAsync(who, Enterprise.Id, Cancellation)).Done ? 'b' : '-',
        (await new RaiseChoicesService(Town.Runner).EnterpriseAsync(who, Enterprise.Id, Cancellation)).Done ? 'r' : '-',
        (await new ContactService(Town.Runner, new CalendarSource(), new Unchanging<ContactSettings>()).KeepsAsync(who, Enterprise.Id)) is { Done: true, Value: true } ? 'c' : '-');

    public sealed class OnSqlite(SqliteDatabase database) : CoverRightsTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : CoverRightsTests(database), IClassFixture<PostgresDatabase>;
}
