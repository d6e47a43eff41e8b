using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.History;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Search;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Organisations;

/// <summary>What the organisations' room tells the others: whom one turns to, which organisations say a text, and how they are called.</summary>
public abstract class OrganisationRoomTests(TestDatabase database) : TownTests(database)
{
    private readonly OrganisationRoom _room = new();

    [Fact]
    public async Task TurnedTo_IsThePersonAtTheirFirstPostInUse()
    {
        var (unit, other, ended) = (Office(OrganisationKind.Unit, "城建办", "Urban Office", "59150001"), Office(OrganisationKind.Unit, "水务站", "", "59150002"), Town.Unit("规土所"));
        Office(OrganisationKind.Centre, "产业发展中心", "Centre", "59150009");
        var (officer, moved, gone) = (Town.Officer(unit), Town.Officer(ended), Town.Officer(unit));
        foreach (var (who, organisation) in new[] { (officer, other), (moved, other), (moved, unit) })
        {
            Town.Write(db => db.Posts.Add(new Post { AccountId = who.AccountId, OrganisationId = organisation.Id, Kind = PostKind.Head }));
        }

        Town.Write(db =>
        {
            db.Organisations.Single(o => o.Id == ended.Id).DisabledAt = Town.Start;
            db.Users.Single(a => a.Id == gone.AccountId).DisabledAt = Town.Start;
            db.Users.Single(a => a.Id == officer.AccountId).DisplayName = "王建国";
            db.Users.Single(a => a.Id == moved.AccountId).DisplayName = "李静";
        });

        Assert.Equal(new ContactPoint("王建国", "城建办", "Urban Office", "59150001"), await TurnedToAsync(officer.AccountId));
        Assert.Equal(new ContactPoint("李静", "水务站", "", "59150002"), await TurnedToAsync(moved.AccountId));
        foreach (var nobody in new long?[] { gone.AccountId, Town.Stranger().AccountId, -1, null })
        {
            Assert.Equal(new ContactPoint(null, "产业发展中心", "Centre", "59150009"), await TurnedToAsync(nobody));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TurnedTo_WithoutACentreInUse_IsNobody(bool disabled)
    {
        Town.Officer(Town.Unit());
        if (disabled)
        {
            var centre = Town.Centre();
            Town.Write(db => db.Organisations.Single(o => o.Id == centre.Id).DisabledAt = Town.Start);
        }

        Assert.Null(await TurnedToAsync(null));
    }

    [Fact]
    public async Task Find_SaysThoseInUseByEitherNameAsTheReaderWrites_ByKindAndName()
    {
        Office(OrganisationKind.EconomicCity, "A马东办", "Madong", "");
        Office(OrganisationKind.CooperatingDepartment, "A市场办", "Market Office", "");
        var second = Office(OrganisationKind.Unit, "C城建办", "Urban OFFICE", "");
        Office(OrganisationKind.Unit, "B综合办", "", "");
        var ended = Office(OrganisationKind.Unit, "D规土办", "Land Office", "");
        Office(OrganisationKind.Unit, "水务站", "Water", "");
        Town.Write(db => db.Organisations.Single(o => o.Id == ended.Id).DisabledAt = Town.Start);
        var reader = Town.Stranger();

        var byName = await FindAsync(reader, "办", 9);
        Assert.Equal(["B综合办", "C城建办", "A市场办", "A马东办"], byName.Select(f => f.Name.Title));
        Assert.Equal((nameof(Organisation), second.Id, "Urban OFFICE", OrganisationKind.Unit), (byName[1].Name.Kind, byName[1].Name.Id, byName[1].EnglishTitle, byName[1].Standing));
        Assert.Equal(["B综合办", "C城建办"], (await FindAsync(reader, "办", 2)).Select(f => f.Name.Title));
        Assert.Equal(["C城建办", "A市场办"], (await FindAsync(reader, "office", 9)).Select(f => f.Name.Title));
        Assert.Equal(["B综合办"], (await FindAsync(reader, "b综", 9)).Select(f => f.Name.Title));
        Assert.Empty(await FindAsync(Town.EnterpriseUser(Town.Enterprise()), "办", 9));
    }

    [Fact]
    public async Task Names_AreSeenByTheTownsPeople_OfEachOrganisation_AndByNoEnterprise()
    {
        var (unit, city) = (Town.Unit("城建办"), Town.EconomicCity("城西经济城"));
        var (reader, applicant) = (Town.Stranger(), Town.EnterpriseUser(Town.Enterprise(city)));

        Assert.Equal([(unit.Id, "城建办"), (city.Id, "城西经济城")], await NamesAsync(reader));
        Assert.Empty(await NamesAsync(applicant));

        async Task<List<(long, string)>> NamesAsync(Caller who) => (await Town.Runner.ReadAsync<List<(long, string)>>(who, async op =>
            (await _room.Subjects.Single().VisibleTo(op).OrderBy(n => n.Id).ToListAsync(Cancellation)).ConvertAll(n => (n.Id, n.Title)), Cancellation)).Value;
    }

    [Fact]
    public async Task History_NamesEachOrganisation_AndTheRoomHasItsDoor()
    {
        var (unit, city) = (Town.Unit("城建办"), Town.EconomicCity("城西经济城"));
        var kind = Assert.Single(_room.Recorded);

        var named = (await Town.Runner.ReadAsync<List<RecordedName>>(Town.Auditor(), async op => (await kind.NamesAsync(op, [unit.Id, city.Id], Cancellation)).OrderBy(n => n.Id).ToList(), Cancellation)).Value;

        Assert.Equal([(unit.Id, "城建办"), (city.Id, "城西经济城")], named.Select(n => (n.Id, n.Name)));
        Assert.Equal((nameof(Organisation), "Create Disable Enable Merge TakeOver"), (kind.Kind, string.Join(' ', kind.Acts)));
        Assert.Equal(["Organisations"], _room.Doors.Select(d => d.Name));
    }

    [Fact]
    public async Task Duties_AreThePeopleInUseOfTheOneOrganisation_EachOnce()
    {
        var (unit, other) = (Town.Unit(), Town.Unit());
        Town.PersonAt(unit, PostKind.Officer, PostKind.Head);
        var gone = Town.Officer(unit);
        Town.Officer(other);
        Town.Head(other);
        Town.Write(db => db.Users.Single(a => a.Id == gone.AccountId).DisabledAt = Town.Start);

        Assert.Equal((1, 2, 0), (await PeopleAsync(unit), await PeopleAsync(other), await PeopleAsync(Town.Unit())));

        async Task<int> PeopleAsync(Organisation organisation) => (await Town.Runner.ReadAsync<int>(Town.Stranger(), async op =>
            (await _room.CountAsync(op, organisation.Id, Cancellation)).Single().Count, Cancellation)).Value;
    }

    private Organisation Office(OrganisationKind kind, string name, string english, string phone)
    {
        var organisation = Town.Organisation(kind, name);
        Town.Write(db =>
        {
            var row = db.Organisations.Single(o => o.Id == organisation.Id);
            (row.EnglishName, row.Phone) = (english, phone);
        });
        return organisation;
    }

    private async Task<ContactPoint?> TurnedToAsync(long? accountId)
    {
        ContactPoint? found = null;
        await Town.Runner.ReadAsync<bool>(Town.Stranger(), async op =>
        {
            found = await _room.OfAsync(op, accountId, Cancellation);
            return true;
        }, Cancellation);
        return found;
    }

    private async Task<List<FoundRow>> FindAsync(Caller who, string text, int most) => (await Town.Runner.ReadAsync<List<FoundRow>>(
        who, async op => (await _room.FindAsync(op, text, most, Cancellation)).ToList(), Cancellation)).Value;

    public sealed class OnSqlite(SqliteDatabase database) : OrganisationRoomTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : OrganisationRoomTests(database), IClassFixture<PostgresDatabase>;
}
