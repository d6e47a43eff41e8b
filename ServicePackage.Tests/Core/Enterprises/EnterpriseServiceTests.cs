using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Enterprises;

public abstract class EnterpriseServiceTests(TestDatabase database) : TownTests(database)
{
    private static int numbers = 500_000;

    private EnterpriseService Service => new(Town.Runner);

    [Fact]
    public async Task Create_WhenGood_KeepsTheNormalisedCodeAndTheTitles()
    {
        var input = NewEnterprise(Town.EconomicCity());
        var code = input.CreditCode;
        input.CreditCode = $" {code.ToLowerInvariant()}\u200b　";
        input.Titles = ["hnte", "srdi"];
        input.ContactPhone = "021 5915 0000";

        var id = (await Service.CreateAsync(Town.Administrator(), Guid.NewGuid(), input)).Value;

        await using var db = Town.Look();
        var row = await db.Enterprises.SingleAsync(e => e.Id == id, Cancellation);
        Assert.Equal((code, "021-59150000", Town.Clock.Today), (row.CreditCode, row.ContactPhone, row.OnRosterFrom));
        var titles = await db.EnterpriseListItems.Where(i => i.EnterpriseId == id).ToListAsync(Cancellation);
        Assert.All(titles, t => Assert.Equal((ListCatalogue.Title, FactStanding.Checked, null, null, Town.Clock.Now), (t.List, t.Standing, t.From, t.Until, t.RecordedAt)));
        Assert.Equal(["srdi", "hnte"], (await Service.GetAsync(Town.Dispatcher(), id)).Value.Titles); // in the order of the catalogue
        Assert.Contains(code, (await db.History.SingleAsync(h => h.Subject == nameof(Enterprise) && h.SubjectId == id, Cancellation)).Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_WhenFieldsAreBad_SaysSoOnEachAndWritesNothing()
    {
        var input = new NewEnterpriseInput
        {
            Name = "　",
            CreditCode = "9131000013226025OX",
            Tier = (EnterpriseTier)9,
            Titles = ["tech_centre"],
            Address = new string('址', 201),
            ContactPhone = "110",
        };

        var refusal = (await Service.CreateAsync(Town.Dispatcher(), Guid.NewGuid(), input)).Refusal!;

        Assert.Equal(
            ["Missing@Name", "CreditCode.Character@CreditCode", "Enterprise.TierUnknown@Tier", "Enterprise.TitlesUnknown@Titles",
                "Enterprise.CityMissing@EconomicCityId", "TooLong@Address", "Phone.Form@ContactPhone"],
            refusal.Details.Select(d => $"{d.Code}@{d.Field}"));
    }

    [Theory]
    [InlineData("", "Missing")]
    [InlineData("91310000132260250", "CreditCode.Length")]
    [InlineData("91310000132260250Y", "CreditCode.CheckCharacter")]
    [InlineData("9131000013226025\ud842", "CreditCode.Length")]
    public async Task Create_WhenCreditCodeIsBad_IsRefused(string code, string refusal)
    {
        var input = NewEnterprise(Town.EconomicCity());
        input.CreditCode = code;

        Assert.Equal(refusal, (await Service.CreateAsync(Town.Dispatcher(), Guid.NewGuid(), input)).Refusal?.Code);
    }

    [Fact]
    public async Task Create_WhenCodeIsTakenOrCityIsNoneOrDayToCome_IsRefused()
    {
        var taken = NewEnterprise(Town.EconomicCity());
        taken.CreditCode = Town.Enterprise().CreditCode;
        var elsewhere = NewEnterprise(Town.Unit());
        var tomorrow = NewEnterprise(Town.EconomicCity());
        tomorrow.OnRosterFrom = Town.Clock.Today.AddDays(1);
        var ancient = NewEnterprise(Town.EconomicCity());
        ancient.OnRosterFrom = new DateOnly(1, 1, 1);

        Assert.Equal("Enterprise.CodeTaken", await Create(taken));
        Assert.Equal("Enterprise.CityMissing", await Create(elsewhere));
        Assert.Equal("Enterprise.DayToCome", await Create(tomorrow));
        Assert.Equal("Enterprise.DayTooEarly", await Create(ancient));

        async Task<string?> Create(NewEnterpriseInput input) => (await Service.CreateAsync(Town.Dispatcher(), Guid.NewGuid(), input)).Refusal?.Code;
    }

    [Fact]
    public async Task Create_WhenNeitherCentreNorAdministrator_IsRefused()
    {
        var city = Town.EconomicCity();

        Assert.Equal("Enterprise.CentreOnly", (await Service.CreateAsync(Town.GeneralManager(city), Guid.NewGuid(), NewEnterprise(city))).Refusal?.Code);
        Assert.Equal("Enterprise.CentreOnly", (await Service.CreateAsync(Town.TownLeader(), Guid.NewGuid(), NewEnterprise(city))).Refusal?.Code);
        Assert.Equal(Refusal.NotFound, (await Service.CreateAsync(Town.EnterpriseUser(Town.Enterprise()), Guid.NewGuid(), NewEnterprise(city))).Refusal);
    }

    [Fact]
    public async Task See_WhenAnybody_ShowsWhatTheirWorkNeeds()
    {
        var city = Town.EconomicCity();
        var (enterprise, other) = (Town.Enterprise(city), Town.Enterprise());
        Caller[] both = [Town.Dispatcher(), Town.CentreLead(), Town.TownLeader(), Town.GeneralLiaison(), Town.Administrator()];
        Caller[] one = [Town.Specialist(city), Town.GeneralManager(city), Town.Officer(city), Town.Butler(enterprise), Town.EnterpriseUser(enterprise)];
        Caller[] none = [Town.Officer(Town.Unit()), Town.Auditor(), Town.Stranger(), Town.Specialist(Town.EconomicCity())];

        Assert.All(both, c => Assert.Equal((true, true), Sees(c, enterprise, other)));
        Assert.All(one, c => Assert.Equal((true, false), Sees(c, enterprise, other)));
        Assert.All(none, c => Assert.Equal((false, false), Sees(c, enterprise, other)));
    }

    [Fact]
    public async Task See_WhenNoLongerButler_EndsTheSameMoment()
    {
        var enterprise = Town.Enterprise();
        var butler = Town.Butler(enterprise);
        Assert.True((await Service.GetAsync(butler, enterprise.Id)).Done);

        Town.Write(db => db.ButlerAssignments.Single(b => b.EnterpriseId == enterprise.Id).Until = Town.Clock.Today);

        Assert.Equal(Refusal.NotFound, (await Service.GetAsync(butler, enterprise.Id)).Refusal);
    }

    [Fact]
    public async Task Get_WhenAdministrator_LeavesOutTheContact()
    {
        var enterprise = Town.Enterprise();
        Town.EnterpriseUser(enterprise);

        var seen = (await Service.GetAsync(Town.Administrator(), enterprise.Id)).Value;
        var whole = (await Service.GetAsync(Town.Dispatcher(), enterprise.Id)).Value;

        Assert.Null(seen.ContactPerson);
        Assert.Null(Assert.Single(seen.People).Phone);
        Assert.Equal((enterprise.ContactName, enterprise.ContactPhone), (whole.ContactPerson!.Name, whole.ContactPerson.Phone));
        Assert.Equal(new EnterpriseRights(false, false, false, true, true, false), seen.Rights); // enters enterprises and names the first butler, no more
        Assert.Equal(new EnterpriseRights(true, true, true, true, false, true), whole.Rights);
    }

    [Fact]
    public async Task List_WhenFiltered_FindsByTextTierCityTitleAndRoster()
    {
        var city = Town.EconomicCity();
        var dispatcher = Town.Dispatcher();
        var plain = Town.Enterprise(city, name: "上海演示纺织Alpha有限公司");
        var district = Town.Enterprise(city, EnterpriseTier.District);
        var titled = Town.Enterprise(city);
        var left = Town.Enterprise(city);
        Town.Write(db =>
        {
            db.Enterprises.Single(e => e.Id == left.Id).LeftRosterOn = Town.Clock.Today;
        });
        Town.Titles(titled, "hnte", "little_giant");
        Town.Titles(district, "srdi"); // another title
        Town.Write(db => db.EnterpriseListItems.AddRange(
            new EnterpriseListItem { EnterpriseId = plain.Id, List = ListCatalogue.Title, Kind = "little_giant", From = new(2020, 1, 1), Until = Town.Clock.Today.AddDays(-1), RecordedAt = Town.Clock.Now },
            new EnterpriseListItem { EnterpriseId = district.Id, List = ListCatalogue.Title, Kind = "little_giant", RecordedAt = Town.Clock.Now, ReplacedAt = Town.Clock.Now }));
        var elsewhere = Town.Enterprise();
        var here = new EnterpriseFilter(EconomicCityId: city.Id);

        Assert.Equal([plain.Id, district.Id, titled.Id], await Ids(here));
        Assert.Equal([plain.Id, district.Id, titled.Id, elsewhere.Id], await Ids(new EnterpriseFilter()));
        Assert.Equal([plain.Id], await Ids(here with { Text = "演示纺织" }));
        Assert.Equal([plain.Id], await Ids(here with { Text = plain.CreditCode.ToLowerInvariant()[6..] }));
        Assert.Equal([district.Id], await Ids(here with { Tier = EnterpriseTier.District }));
        Assert.Equal([titled.Id], await Ids(here with { Title = "little_giant" })); // not one that is over, nor one taken back
        Assert.Equal(["little_giant", "hnte"], (await Service.ListAsync(dispatcher, here with { Title = "hnte" })).Value.Items.Single().Titles);
        Assert.Equal([left.Id], await Ids(here with { Roster = RosterFilter.Left }));
        Assert.Equal(4, (await Service.ListAsync(dispatcher, here with { Roster = RosterFilter.All, Skip = 3, Take = 1 })).Value.Total);
        Assert.Equal("TooLong", (await Service.ListAsync(dispatcher, here with { Text = new string('长', 10_000) })).Refusal?.Code);
        Assert.Empty(await Ids(here with { Text = "100%' OR 1=1" }));
        Assert.Empty(await Ids(here with { Text = "％ ！" })); // says no word

        async Task<long[]> Ids(EnterpriseFilter filter) =>
            [.. (await Service.ListAsync(dispatcher, filter)).Value.Items.Select(e => e.Id).Order()];
    }

    [Fact]
    public async Task List_WhenButlersAreNamedOrStandIn_ShowsThem()
    {
        var city = Town.EconomicCity();
        var (served, unserved) = (Town.Enterprise(city), Town.Enterprise(city));
        var (manager, specialist) = (Town.GeneralManager(city), Town.Specialist(city));
        Town.Assign(specialist, served);

        var rows = (await Service.ListAsync(manager, new EnterpriseFilter())).Value.Items;

        Assert.Equal((specialist.AccountId, false), (rows.Single(e => e.Id == served.Id).Butler!.AccountId, rows.Single(e => e.Id == served.Id).Butler!.IsStandIn));
        Assert.Equal((manager.AccountId, true), (rows.Single(e => e.Id == unserved.Id).Butler!.AccountId, rows.Single(e => e.Id == unserved.Id).Butler!.IsStandIn));
    }

    [Fact]
    public async Task Choices_WhenAsked_OfferTheCitiesTheReaderMeets()
    {
        var (city, other) = (Town.EconomicCity(), Town.EconomicCity());
        Town.Enterprise(city);

        var own = (await Service.ChoicesAsync(Town.Specialist(city))).Value;
        var all = (await Service.ChoicesAsync(Town.Administrator())).Value;

        Assert.Equal((city.Id, false), (Assert.Single(own.Cities).Id, own.MayCreate));
        Assert.Superset(new HashSet<long> { city.Id, other.Id }, all.Cities.Select(c => c.Id).ToHashSet());
        Assert.True(all.MayCreate);
    }

    [Fact]
    public async Task Change_WhenTheCentre_WritesBeforeAndAfter()
    {
        var enterprise = Town.Enterprise();
        var input = Facts(enterprise);
        input.Name = "上海更名科技有限公司";
        input.Tier = EnterpriseTier.District;

        Assert.True((await Service.ChangeAsync(Town.Dispatcher(), Guid.NewGuid(), input)).Done);
        Assert.Equal(Refusal.Stale, (await Service.ChangeAsync(Town.Dispatcher(), Guid.NewGuid(), input)).Refusal);

        await using var db = Town.Look();
        var changes = (await db.History.SingleAsync(h => h.Subject == nameof(Enterprise) && h.SubjectId == enterprise.Id, Cancellation)).Changes;
        Assert.Contains("\"Before\":\"Town\",\"After\":\"District\"", changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyChange_WhenAdministrator_IsLeftToTheCentre()
    {
        var administrator = Town.Administrator();
        var enterprise = Town.Enterprise();
        var roster = new RosterInput { Id = enterprise.Id, Day = Town.Clock.Today, Reason = "迁出" };

        Assert.Equal("Enterprise.CentreOnly", (await Service.ChangeAsync(administrator, Guid.NewGuid(), Facts(enterprise))).Refusal?.Code);
        Assert.Equal("Enterprise.CentreOnly", (await Service.ChangeContactPersonAsync(administrator, Guid.NewGuid(), new ContactPersonInput { Id = enterprise.Id, ContactName = "甲", ContactPhone = "13800000000" })).Refusal?.Code);
        Assert.Equal("Enterprise.CentreOnly", (await Service.LeaveRosterAsync(administrator, Guid.NewGuid(), roster)).Refusal?.Code);
        Assert.Equal("Enterprise.CentreOnly", (await Service.RejoinRosterAsync(administrator, Guid.NewGuid(), roster)).Refusal?.Code);
        await using var db = Town.Look();
        var row = await db.Enterprises.SingleAsync(e => e.Id == enterprise.Id, Cancellation);
        Assert.Equal((0, enterprise.ContactName), (row.Version, row.ContactName));
    }

    [Fact]
    public async Task Change_WhenOthers_IsRefusedOrNotFound()
    {
        var city = Town.EconomicCity();
        var enterprise = Town.Enterprise(city);

        Assert.Equal("Enterprise.CentreOnly", (await Service.ChangeAsync(Town.Specialist(city), Guid.NewGuid(), Facts(enterprise))).Refusal?.Code);
        Assert.Equal("Enterprise.CentreOnly", (await Service.ChangeAsync(Town.EnterpriseUser(enterprise), Guid.NewGuid(), Facts(enterprise))).Refusal?.Code);
        Assert.Equal(Refusal.NotFound, (await Service.ChangeAsync(Town.EnterpriseUser(Town.Enterprise()), Guid.NewGuid(), Facts(enterprise))).Refusal);
    }

    [Fact]
    public async Task ChangeContact_WhenOwnPeopleCityOrCentre_Corrects()
    {
        var city = Town.EconomicCity();
        var enterprise = Town.Enterprise(city);
        var version = 0;
        foreach (var caller in new[] { Town.EnterpriseUser(enterprise), Town.Specialist(city), Town.Dispatcher() })
        {
            var input = new ContactPersonInput { Id = enterprise.Id, Version = version++, ContactName = $"联系人{version}", ContactPhone = "021-59150000-12" };
            Assert.True((await Service.ChangeContactPersonAsync(caller, Guid.NewGuid(), input)).Done);
        }

        await using var db = Town.Look();
        Assert.Equal("联系人3", (await db.Enterprises.SingleAsync(e => e.Id == enterprise.Id, Cancellation)).ContactName);
    }

    [Fact]
    public async Task ChangeContact_WhenBadOrNotTheirs_IsRefused()
    {
        var enterprise = Town.Enterprise();
        var input = new ContactPersonInput { Id = enterprise.Id, ContactName = "", ContactPhone = "59150000" };

        var refusal = (await Service.ChangeContactPersonAsync(Town.EnterpriseUser(enterprise), Guid.NewGuid(), input)).Refusal!;
        Assert.Equal(["Missing@ContactName", "Phone.Form@ContactPhone"], refusal.Details.Select(d => $"{d.Code}@{d.Field}"));
        Assert.Equal("Enterprise.CentreOnly", (await Service.ChangeContactPersonAsync(Town.Butler(enterprise), Guid.NewGuid(), input)).Refusal?.Code);
        Assert.Equal(Refusal.NotFound, (await Service.ChangeContactPersonAsync(Town.EnterpriseUser(Town.Enterprise()), Guid.NewGuid(), input)).Refusal);
    }

    [Fact]
    public async Task CorrectCreditCode_WhenTheCentreGivesAReason_CorrectsWithHistory()
    {
        var enterprise = Town.Enterprise();
        var code = Town.CreditCode(Interlocked.Increment(ref numbers));
        var input = new CreditCodeInput { Id = enterprise.Id, CreditCode = code, Reason = "录入时看错一位" };

        Assert.Equal("Enterprise.CentreOnly", (await Service.CorrectCreditCodeAsync(Town.Administrator(), Guid.NewGuid(), input)).Refusal?.Code);
        Assert.True((await Service.CorrectCreditCodeAsync(Town.Dispatcher(), Guid.NewGuid(), input)).Done);

        await using var db = Town.Look();
        var entry = await db.History.SingleAsync(h => h.Subject == nameof(Enterprise) && h.SubjectId == enterprise.Id, Cancellation);
        Assert.Equal("CorrectCreditCode", entry.Act);
        Assert.Contains(input.Reason, entry.Content, StringComparison.Ordinal);
        Assert.Contains(enterprise.CreditCode, entry.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CorrectCreditCode_WhenTakenOrWithoutReason_IsRefused()
    {
        var (enterprise, other) = (Town.Enterprise(), Town.Enterprise());
        var dispatcher = Town.Dispatcher();

        Assert.Equal("Enterprise.CodeTaken", (await Correct(new CreditCodeInput { Id = enterprise.Id, CreditCode = other.CreditCode, Reason = "错" })).Refusal?.Code);
        Assert.Equal("Missing", (await Correct(new CreditCodeInput { Id = enterprise.Id, CreditCode = enterprise.CreditCode })).Refusal?.Code);

        Task<Outcome<Nothing>> Correct(CreditCodeInput input) => Service.CorrectCreditCodeAsync(dispatcher, Guid.NewGuid(), input);
    }

    [Fact]
    public async Task Roster_WhenItLeavesAndComesBack_KeepsDatesAndReasons()
    {
        var enterprise = Town.Enterprise();
        var dispatcher = Town.Dispatcher();
        var today = Town.Clock.Today;

        Assert.True((await Service.LeaveRosterAsync(dispatcher, Guid.NewGuid(), Roster(0, today.AddDays(-3), "迁出本镇"))).Done);
        Assert.Equal(today.AddDays(-3), (await Service.GetAsync(dispatcher, enterprise.Id)).Value.LeftRosterOn);
        Assert.Equal("Enterprise.LeftAlready", (await Service.LeaveRosterAsync(dispatcher, Guid.NewGuid(), Roster(1, today, "再次"))).Refusal?.Code);
        Assert.Equal("Enterprise.BeforeLeaving", (await Service.RejoinRosterAsync(dispatcher, Guid.NewGuid(), Roster(1, today.AddDays(-4), "迁回"))).Refusal?.Code);
        Assert.True((await Service.RejoinRosterAsync(dispatcher, Guid.NewGuid(), Roster(1, today, "迁回"))).Done);
        Assert.Equal("Enterprise.OnRosterAlready", (await Service.RejoinRosterAsync(dispatcher, Guid.NewGuid(), Roster(2, today, "再次"))).Refusal?.Code);

        await using var db = Town.Look();
        Assert.Equal(["LeaveRoster", "RejoinRoster"], await db.History.Where(h => h.Subject == nameof(Enterprise) && h.SubjectId == enterprise.Id)
            .OrderBy(h => h.Sequence).Select(h => h.Act).ToListAsync(Cancellation));

        RosterInput Roster(int version, DateOnly day, string reason) => new() { Id = enterprise.Id, Version = version, Day = day, Reason = reason };
    }

    [Fact]
    public async Task LeaveRoster_WhenDayOrReasonIsBad_IsRefused()
    {
        var enterprise = Town.Enterprise();
        var dispatcher = Town.Dispatcher();

        Assert.Equal("Missing@Day,Missing@Reason", await Leave(null, " "));
        Assert.Equal("Enterprise.DayToCome@Day", await Leave(Town.Clock.Today.AddDays(1), "迁出"));
        Assert.Equal("Enterprise.BeforeJoining@Day", await Leave(enterprise.OnRosterFrom.AddDays(-1), "迁出"));

        async Task<string> Leave(DateOnly? day, string reason)
        {
            var refusal = (await Service.LeaveRosterAsync(dispatcher, Guid.NewGuid(), new RosterInput { Id = enterprise.Id, Day = day, Reason = reason })).Refusal!;
            return string.Join(',', (refusal.Details.Count > 0 ? refusal.Details : [refusal]).Select(d => $"{d.Code}@{d.Field}"));
        }
    }

    private (bool, bool) Sees(Caller caller, Enterprise one, Enterprise other)
    {
        using var db = Town.Look();
        var actor = ServicePackage.Core.Accounts.ActorLoader.LoadAsync(db, caller, Town.Clock.Now, Cancellation).GetAwaiter().GetResult()!;
        var seen = db.Enterprises.VisibleTo(new Operation(db, actor, Town.Clock.Now, Town.House)).Where(e => e.Id == one.Id || e.Id == other.Id).Select(e => e.Id).ToList();
        return (seen.Contains(one.Id), seen.Contains(other.Id));
    }

    private static EnterpriseInput Facts(Enterprise enterprise) => new()
    {
        Id = enterprise.Id,
        Name = enterprise.Name,
        Tier = enterprise.Tier,
        EconomicCityId = enterprise.EconomicCityId,
        Address = enterprise.Address,
    };

    private static NewEnterpriseInput NewEnterprise(Organisation city) => new()
    {
        Name = "上海演示新材料有限公司",
        CreditCode = Town.CreditCode(Interlocked.Increment(ref numbers)),
        EconomicCityId = city.Id,
    };

    public sealed class OnSqlite(SqliteDatabase database) : EnterpriseServiceTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : EnterpriseServiceTests(database), IClassFixture<PostgresDatabase>;
}
