using ServicePackage.Core.Accounts;
using ServicePackage.Core.Boards;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Accounts;

/// <summary>Which doors open for whom: every post, and those without one, by every door of the house.</summary>
public abstract class DoorTests(TestDatabase database) : TownTests(database)
{
    private const string EnterpriseUser = "enterprise user", Butler = "butler", Certifier = "officer of a unit that certifies figures", PlaceCertifier = "officer of a unit that certifies a place alone", Stranger = "nobody's post", ProvidersPerson = "person of a provider";

    /// <summary>The people by their post, each where it is held; the town has an enterprise, whose economic city is the city's people's.</summary>
    private static readonly Dictionary<string, string[]> Table = new()
    {
        [nameof(PostKind.Dispatcher)] = ["Templates", "Organisations", "Enterprises", "Leaders", "Butlers", "FollowUps", "Dispatch", "Overdue", "Tickets", "NewTicket", "Calendar", "Policies", "PolicyDrafts", "Applications", "TakeUp", "Services", "ServiceRequests", "ServiceDrafts", "Events", "Roster", "Nominations", "RosterChoosing", "Packages"],
        [nameof(PostKind.CentreLead)] = ["Templates", "Organisations", "Enterprises", "Leaders", "Butlers", "FollowUps", "Dispatch", "Overdue", "Tickets", "NewTicket", "Calendar", "Policies", "PolicyDrafts", "Applications", "TakeUp", "Services", "ServiceRequests", "ServiceDrafts", "Events", "Roster", "Nominations", "RosterChoosing", "Packages", "Board"],
        [nameof(PostKind.Officer)] = ["Organisations", "Enterprises", "Inbox", "Tickets", "Policies", "PolicyDrafts", "Applications", "TakeUp", "Services", "ServiceDrafts", "Events", "Roster", "Nominations"],
        [nameof(PostKind.Liaison)] = ["Organisations", "Enterprises", "Inbox", "Tickets", "Policies", "PolicyDrafts", "Applications", "TakeUp", "Services", "ServiceDrafts", "Events", "Roster", "Nominations"],
        [nameof(PostKind.Head)] = ["Organisations", "Enterprises", "Inbox", "Tickets", "Policies", "PolicyDrafts", "Applications", "TakeUp", "Services", "ServiceDrafts", "Events", "Roster", "Nominations"],
        [nameof(PostKind.Specialist)] = ["Organisations", "Enterprises", "Inbox", "Tickets", "NewTicket", "Policies", "ServedPolicies", "PolicyDrafts", "Applications", "TakeUp", "Services", "ServiceDrafts", "Events", "Roster", "Nominations", "Packages", "Board"],
        [nameof(PostKind.GeneralManager)] = ["Organisations", "Enterprises", "Butlers", "FollowUps", "Inbox", "Tickets", "NewTicket", "Policies", "ServedPolicies", "PolicyDrafts", "Applications", "TakeUp", "Services", "ServiceDrafts", "Events", "Roster", "Nominations", "Packages", "Board"],
        [nameof(PostKind.TownLeader)] = ["Organisations", "Enterprises", "Leaders", "Overdue", "Tickets", "Policies", "Applications", "TakeUp", "Services", "Events", "Roster", "Board"],
        [nameof(PostKind.GeneralLiaison)] = ["Organisations", "Enterprises", "Leaders", "Overdue", "Tickets", "Policies", "Applications", "TakeUp", "Services", "Events", "Roster", "Board"],
        [nameof(PostKind.Administrator)] = ["History", "Jobs", "Organisations", "Accounts", "Enterprises", "Policies", "Services", "Events", "Roster"],
        [nameof(PostKind.Auditor)] = ["History", "Organisations", "Policies", "Services", "Events"],
        [EnterpriseUser] = ["OwnEnterprise", "OwnFacts", "Tickets", "NewTicket", "Policies", "OwnPolicies", "Services", "OwnServices", "Events", "OwnPackage"],
        [Butler] = ["Organisations", "Butlers", "FollowUps", "NewTicket", "Policies", "ServedPolicies", "Services", "Events", "Packages", "Board"],
        [Certifier] = ["Organisations", "Enterprises", "Figures", "Inbox", "Tickets", "Policies", "PolicyDrafts", "Applications", "TakeUp", "Services", "ServiceDrafts", "Events", "Roster", "Nominations"],
        [PlaceCertifier] = ["Organisations", "Enterprises", "Inbox", "Tickets", "Policies", "PolicyDrafts", "Applications", "TakeUp", "Services", "ServiceDrafts", "Events", "Roster", "Nominations"], // no figure of a year
        [Stranger] = ["Organisations", "Policies", "Services", "Events"],
        [ProvidersPerson] = ["Policies", "Services", "ServiceRequests", "ServiceDrafts", "Events"],
    };

    public static TheoryData<string> Whom => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Whom))]
    public async Task Doors_OpenForWhomTheTableSays(string whom) => Assert.Equal(Table[whom], (await MeAsync(Person(whom))).Opens);

    [Fact]
    public void Table_HasEveryPostAndEveryDoor()
    {
        Assert.Empty(Enum.GetNames<PostKind>().Except(Table.Keys));
        Assert.Equal(NamesOf(Town.House).Order(StringComparer.Ordinal), Table.Values.SelectMany(doors => doors).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Doors_HaveNamesOfTheirOwn() => Assert.Equal(NamesOf(Town.House).Distinct(), NamesOf(Town.House));

    [Fact]
    public async Task Door_OfARoomThatNobodyKnew_OpensForWhomItSays()
    {
        var runner = new OperationRunner(Town.Contexts, Town.Clock, Town.Time, Town.Feed, Town.HouseWith(new Garden()));

        Assert.True((await MeAsync(Person(nameof(PostKind.Auditor)), runner)).MayOpen(Garden.Gate));
        Assert.False((await MeAsync(Person(nameof(PostKind.Administrator)), runner)).MayOpen(Garden.Gate));
    }

    private static IEnumerable<string> NamesOf(House house) => house.Of<IDoors>().SelectMany(r => r.Doors).Select(d => d.Name);

    private Caller Person(string whom)
    {
        var city = Town.EconomicCity();
        var enterprise = Town.Enterprise(city);
        return whom switch
        {
            EnterpriseUser => Town.EnterpriseUser(enterprise),
            Butler => Town.Butler(enterprise),
            Certifier => OfficerWhoCertifies("tax_paid", "tax_place"),
            PlaceCertifier => OfficerWhoCertifies("tax_place"),
            Stranger => Town.Stranger(),
            ProvidersPerson => Town.Liaison(Town.Provider()),
            _ => Enum.Parse<PostKind>(whom) switch
            {
                PostKind.Dispatcher => Town.Dispatcher(),
                PostKind.CentreLead => Town.CentreLead(),
                PostKind.TownLeader => Town.TownLeader(),
                PostKind.GeneralLiaison => Town.GeneralLiaison(),
                PostKind.Administrator => Town.Administrator(),
                PostKind.Auditor => Town.Auditor(),
                PostKind.Specialist => Town.Specialist(city),
                PostKind.GeneralManager => Town.GeneralManager(city),
                var post => Town.PersonAt(Town.Unit(), post),
            },
        };
    }

    private Caller OfficerWhoCertifies(params string[] codes)
    {
        var unit = Town.Unit();
        Town.Write(db => db.CertifiedFacts.AddRange(codes.Select(c => new CertifiedFact { OrganisationId = unit.Id, Code = c })));
        return Town.Officer(unit);
    }

    private async Task<Me> MeAsync(Caller who, OperationRunner? runner = null) =>
        (await new MeService(runner ?? Town.Runner, new CalendarSource()).ReadAsync(who, Cancellation)).Value;

    private sealed class Garden : IDoors
    {
        public static Door Gate { get; } = new("Gate", op => op.Actor.IsAuditor);

        public IReadOnlyList<Door> Doors => [Gate];
    }

    public sealed class OnSqlite(SqliteDatabase database) : DoorTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : DoorTests(database), IClassFixture<PostgresDatabase>;
}
