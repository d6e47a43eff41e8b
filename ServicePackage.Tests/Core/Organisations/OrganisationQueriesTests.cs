using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Organisations;

/// <summary>In which order organisations and their people are shown, and which can handle a demand.</summary>
public abstract class OrganisationQueriesTests(TestDatabase database) : TownTests(database)
{
    private OrganisationService Service => new(Town.Runner);

    [Fact]
    public async Task List_IsInTheOrderOfThePlan_AndWithinAKindByName()
    {
        // By name alone the order would be the opposite.
        Town.Organisation(OrganisationKind.Administration, "1");
        Town.Organisation(OrganisationKind.EconomicCity, "3");
        Town.Organisation(OrganisationKind.EconomicCity, "2");
        Town.Organisation(OrganisationKind.Unit, "5");
        Town.Organisation(OrganisationKind.Unit, "4");
        Town.Organisation(OrganisationKind.CooperatingDepartment, "7");
        Town.Organisation(OrganisationKind.CooperatingDepartment, "6");
        Town.Organisation(OrganisationKind.Leadership, "8");
        Town.Organisation(OrganisationKind.Centre, "9");

        var list = (await Service.ListAsync(Town.Administrator(), new OrganisationFilter())).Value.Items;

        Assert.Equal("9 8 6 7 4 5 2 3 1", string.Join(' ', list.Select(o => o.Name)));
    }

    [Fact]
    public async Task List_CountsThePeopleOfEachInUse_EachOnce()
    {
        var (one, other, empty) = (Town.Unit(), Town.Unit(), Town.Unit());
        Town.PersonAt(one, PostKind.Officer, PostKind.Liaison);
        Town.Officer(one);
        Town.Head(other);
        var gone = Town.Officer(other);
        Town.Write(db => db.Users.Single(a => a.Id == gone.AccountId).DisabledAt = Town.Start);

        var people = (await Service.ListAsync(Town.Administrator(), new OrganisationFilter(OrganisationKind.Unit))).Value.Items.ToDictionary(o => o.Id, o => o.People);

        Assert.Equal(new Dictionary<long, int> { [one.Id] = 2, [other.Id] = 1, [empty.Id] = 0 }, people);
    }

    [Fact]
    public async Task Get_NamesItsPeopleByPostAndName_AndThoseOfOneNameAsTheyCame()
    {
        var (unit, other) = (Town.Unit(), Town.Unit());
        Caller head = Town.Head(unit), second = Town.Officer(unit), first = Town.Officer(unit), third = Town.Officer(unit);
        Town.Officer(other);
        Town.Write(db =>
        {
            foreach (var (who, name, phone) in new[] { (head, "A", null), (first, "A", "13800000000"), (second, "B", null), (third, "B", null) })
            {
                var account = db.Users.Single(a => a.Id == who.AccountId);
                (account.DisplayName, account.PhoneNumber) = (name, phone);
            }
        });

        Assert.Equal(
            [
                new PostHolder(first.AccountId, "A", "13800000000", PostKind.Officer),
                new PostHolder(second.AccountId, "B", "", PostKind.Officer),
                new PostHolder(third.AccountId, "B", "", PostKind.Officer),
                new PostHolder(head.AccountId, "A", "", PostKind.Head),
            ],
            (await Service.GetAsync(Town.Dispatcher(), unit.Id)).Value.Holders);
    }

    [Fact]
    public async Task CanHandle_IsUnitsDepartmentsAndCitiesInUse()
    {
        var (unit, department, city, gone) = (Town.Unit(), Town.CooperatingDepartment(), Town.EconomicCity(), Town.Unit());
        foreach (var kind in new[] { OrganisationKind.Centre, OrganisationKind.Leadership, OrganisationKind.Administration })
        {
            Town.Organisation(kind, $"{kind}");
        }

        Town.Write(db => db.Organisations.Single(o => o.Id == gone.Id).DisabledAt = Town.Start);
        await using var db = Town.Look();

        Assert.Equal(new[] { unit.Id, department.Id, city.Id }.Order(), (await db.Organisations.CanHandle().Select(o => o.Id).ToListAsync(Cancellation)).Order());
    }

    [Theory]
    [InlineData(nameof(Organisation), "Merge", 0, true)]
    [InlineData(nameof(Organisation), "Disable", 0, false)]
    [InlineData("Topic", "Merge", 0, false)] // a topic has the same key by chance
    [InlineData(nameof(Organisation), "Merge", -1, false)] // a merger from which it came back
    public async Task Successor_ToldByNameAlone_IsTheOneOfTheActByWhichItEnded(string subject, string act, int hours, bool named)
    {
        var (ended, heir, neighbour) = (Town.Unit(), Town.Unit("综合办"), Town.Unit("水务站"));
        Town.Write(db =>
        {
            db.Organisations.Single(o => o.Id == ended.Id).DisabledAt = Town.Start;
            db.Organisations.Single(o => o.Id == heir.Id).EnglishName = "General Office";
            db.Organisations.Single(o => o.Id == neighbour.Id).DisabledAt = Town.Start;
            db.History.Add(new HistoryEntry { Subject = subject, SubjectId = ended.Id, Sequence = 1, At = Town.Start.AddHours(hours), Act = act, Content = "{\"Into\":\"综合办\"}" });
        });

        var rows = (await Service.ListAsync(Town.Dispatcher(), new OrganisationFilter(OrganisationKind.Unit, WithDisabled: true))).Value.Items;

        Assert.Equal(named ? new Successor(heir.Id, "综合办", "General Office") : null, rows.Single(r => r.Id == ended.Id).Successor);
        Assert.All(rows.Where(r => r.Id != ended.Id), r => Assert.Null(r.Successor));
    }

    [Fact]
    public async Task List_WhereWhatTheHistorySaysOfAMergerCannotBeRead_NamesNoSuccessorOfThatOne_AndThoseOfTheOthers()
    {
        var (unread, merged, heir) = (Town.Unit(), Town.Unit(), Town.Unit("综合办"));
        Town.Write(db =>
        {
            foreach (var (unit, content) in new[] { (unread, "{\"Into\":"), (merged, $"{{\"Into\":\"综合办\",\"IntoId\":{heir.Id}}}") })
            {
                db.Organisations.Single(o => o.Id == unit.Id).DisabledAt = Town.Start;
                db.History.Add(new HistoryEntry { Subject = nameof(Organisation), SubjectId = unit.Id, Sequence = 1, At = Town.Start, Act = "Merge", Content = content });
            }
        });

        var rows = (await Service.ListAsync(Town.Dispatcher(), new OrganisationFilter(OrganisationKind.Unit, WithDisabled: true))).Value.Items;

        Assert.Equal((null, heir.Id), (rows.Single(r => r.Id == unread.Id).Successor, rows.Single(r => r.Id == merged.Id).Successor?.Id));
    }

    public sealed class OnSqlite(SqliteDatabase database) : OrganisationQueriesTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : OrganisationQueriesTests(database), IClassFixture<PostgresDatabase>;
}
