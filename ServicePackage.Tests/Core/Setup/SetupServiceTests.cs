using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Setup;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Setup;

public abstract class SetupServiceTests(TestDatabase database) : TownTests(database)
{
    private SetupService Service => new(Town.Runner, Options.Create(new MailSettings()));

    [Fact]
    public async Task Read_WhenTheTownIsEmpty_AsksForEverythingInOrder()
    {
        var view = await ReadAsync();

        Assert.Equal(Enum.GetValues<SetupTask>(), view.Steps.Select(s => s.Task));
        Assert.All(view.Steps.Where(s => s.Task is not (SetupTask.Calendar or SetupTask.NextCalendar)), s => Assert.False(s.Done));
        Assert.Equal([OrganisationKind.Centre, OrganisationKind.Leadership, OrganisationKind.Unit, OrganisationKind.EconomicCity], view.MissingKinds);
        Assert.False(view.IsComplete);
    }

    [Fact]
    public async Task Read_WhenSomebodyIsMissing_NamesTheOrganisationAndThePost()
    {
        var unit = Town.Unit("城建办");
        Town.Officer(unit);
        Town.PersonAt(Town.Centre(), PostKind.Dispatcher, PostKind.CentreLead);
        Town.Write(db => db.Users.Single(a => a.Posts.Any(p => p.OrganisationId == unit.Id)).DisabledAt = Town.Clock.Now); // who left holds no post

        var view = await ReadAsync();

        var missing = Assert.Single(view.MissingPosts);
        Assert.Equal((unit.Id, "城建办"), (missing.OrganisationId, missing.Organisation));
        Assert.Equal([PostKind.Liaison, PostKind.Officer], missing.Posts);
    }

    [Fact]
    public async Task Read_NamesThoseWithoutPosts_ByTheirPinyin()
    {
        foreach (var name in new[] { "睿园办", "安亭办", "菁园办" }) // rui, an, jing; by their characters 安, 睿, 菁
        {
            Town.Unit(name);
        }

        Assert.Equal(["安亭办", "菁园办", "睿园办"], (await ReadAsync()).MissingPosts.Select(m => m.Organisation));
    }

    [Fact]
    public async Task Read_CountsEnterprisesWithoutButlerOrAccount_OnTheRosterAlone()
    {
        var (served, unserved, left) = (Town.Enterprise(), Town.Enterprise(), Town.Enterprise());
        Town.Butler(served);
        Town.EnterpriseUser(served);
        Town.Write(db => db.Enterprises.Single(e => e.Id == left.Id).LeftRosterOn = Town.Clock.Today);

        var steps = (await ReadAsync()).Steps.ToDictionary(s => s.Task);

        Assert.Equal((2, 0), (steps[SetupTask.Enterprises].There, steps[SetupTask.Enterprises].Missing));
        Assert.Equal((1, 1), (steps[SetupTask.Butlers].There, steps[SetupTask.Butlers].Missing));
        Assert.Equal((1, 1), (steps[SetupTask.EnterpriseAccounts].There, steps[SetupTask.EnterpriseAccounts].Missing));
        Assert.NotEqual(unserved.Id, left.Id);
    }

    [Fact]
    public async Task Read_WhenAllThatIsNeededIsThere_IsComplete()
    {
        var (city, unit) = (Town.EconomicCity(), Town.Unit());
        Town.GeneralManager(city);
        Town.PersonAt(unit, PostKind.Officer, PostKind.Liaison);
        Town.PersonAt(Town.Centre(), PostKind.Dispatcher, PostKind.CentreLead);
        Town.GeneralLiaison();
        Town.Butler(Town.Enterprise(city));
        await GiveCalendarAsync(2026);

        Assert.True((await ReadAsync()).IsComplete); // mail and next year's calendar may wait

        Town.GoTo(new DateOnly(2026, 12, 1), new TimeOnly(9, 0));
        Assert.False((await ReadAsync()).IsComplete); // the next year's calendar has long been published
    }

    private async Task<SetupView> ReadAsync() => (await Service.ReadAsync(Town.Administrator(), Cancellation)).Value;

    private async Task GiveCalendarAsync(int year)
    {
        await using var db = Town.Look();
        if (!await db.CalendarYears.AnyAsync(y => y.Year == year, Cancellation))
        {
            db.CalendarYears.Add(new CalendarYear { Year = year });
            await db.SaveChangesAsync(Cancellation);
        }
    }

    public sealed class OnSqlite(SqliteDatabase database) : SetupServiceTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : SetupServiceTests(database), IClassFixture<PostgresDatabase>;
}
