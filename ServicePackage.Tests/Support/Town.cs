using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Boards;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Data;
using ServicePackage.Core.Demo;
using ServicePackage.Core.Documents;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Events;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.History;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Live;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Packages;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Roster;
using ServicePackage.Core.Search;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Tests.Support;

/// <summary>
/// A town to test in, in the words of the domain: <c>var officer = Town.Officer(Town.Unit("城建办"))</c>.
/// Makers write their rows at once, beside the services, and give back the caller or the row. Names left out are made up and unique.
/// </summary>
public sealed class Town
{
    /// <summary>Where every test begins: Monday 2 March 2026, 10:00 in Shanghai.</summary>
    public static readonly DateTime Start = TownTime.At(new DateOnly(2026, 3, 2), new TimeOnly(10, 0));

    private static int made;

    public Town(TestDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        Contexts = database.Contexts;
        Time = new FakeTimeProvider(new DateTimeOffset(Start));
        Clock = new TownClock(Time);
        Runner = new OperationRunner(Contexts, Clock, Time, Feed, House);
        Items = new ItemByItem(Contexts, Feed, NullLogger<ItemByItem>.Instance);
    }

    public IDbContextFactory<AppDbContext> Contexts { get; }

    /// <summary>The time the town's clock follows; forward only.</summary>
    public FakeTimeProvider Time { get; }

    public TownClock Clock { get; }

    /// <summary>Tells what was changed in this town, by the services made with <see cref="Runner"/>.</summary>
    public LiveFeed Feed { get; } = new(NullLogger<LiveFeed>.Instance);

    public OperationRunner Runner { get; }

    /// <summary>Writes down what jobs could not handle.</summary>
    public ItemByItem Items { get; }

    /// <summary>Keeps which enterprise meets which clause.</summary>
    public MatchSweep Weighing => new(Contexts, Items, new MatchWeighing(Runner), House);

    /// <summary>Tells of it once a week.</summary>
    public DigestSweep Telling => new(Contexts, new CalendarSource(), new DigestTelling(Runner), Items, House);

    /// <summary>Which reasons stand to look at enterprises.</summary>
    public FollowUpReasons Reasons { get; } = new(House);

    /// <summary>Makes the monthly runs.</summary>
    public FollowUpSweep FollowingUp => FollowingUpWith(Reasons);

    /// <summary>The service of the monthly runs.</summary>
    public FollowUpService FollowUps => new(Runner, new CalendarSource(), Reasons);

    /// <summary>The sweep of the monthly runs over these reasons.</summary>
    public FollowUpSweep FollowingUpWith(FollowUpReasons reasons)
    {
        var (schedule, ticking) = (new FollowUpSchedule(Contexts, Runner, new CalendarSource()), new FollowUpTicking(Contexts, Runner, reasons));
        return new FollowUpSweep(Contexts, schedule, new FollowUpMaking(Runner, reasons, ticking), ticking, Items, House);
    }

    /// <summary>The rooms of the program.</summary>
    public static House House { get; } = HouseWith();

    /// <summary>The house of the program with these rooms above it.</summary>
    public static House HouseWith(params IRoom[] more) => new(
        [new OperationRoom(), new HistoryRoom(), new MailRoom(), new AttachmentRoom(), new SearchRoom(), new JobRoom(), new DocumentRoom(),
        new OrganisationRoom(), new AccountRoom(), new EnterpriseRoom(), new ButlerRoom(), new ButlerRecords(), new LeaderRoom(), new CoverRoom(), new FollowUpRoom(new CalendarSource(), new Unchanging<ContactSettings>()), new TicketRoom(new MomentSource(new CalendarSource(), new Unchanging<ProcedureSettings>())), new PolicyRoom(), new ServiceRoom(), new EventRoom(), new RosterRoom(), new PackageRoom(), new PackagePapers(), new BoardRoom(), new DemoRoom(), .. more]);

    /// <summary>A context of its own, to look at what was written. The test disposes it.</summary>
    public AppDbContext Look() => Contexts.CreateDbContext();

    /// <summary>Moves the clock forward to this wall-clock time in Shanghai.</summary>
    public void GoTo(DateOnly day, TimeOnly time) => Time.SetUtcNow(new DateTimeOffset(TownTime.At(day, time)));

    /// <summary>The industry centre; there is one, made when first asked for.</summary>
    public Organisation Centre() => Only(OrganisationKind.Centre, "产业发展中心");

    /// <summary>The town's leadership; there is one.</summary>
    public Organisation Leadership() => Only(OrganisationKind.Leadership, "镇领导班子");

    /// <summary>Where administrators and auditors belong; there is one.</summary>
    public Organisation Administration() => Only(OrganisationKind.Administration, "系统管理");

    public Organisation Unit(string name = "城建办") => Organisation(OrganisationKind.Unit, name);

    public Organisation CooperatingDepartment(string name = "市场监管所") => Organisation(OrganisationKind.CooperatingDepartment, name);

    /// <summary>A provider of services.</summary>
    public Organisation Provider(ProviderNature nature = ProviderNature.Public, string name = "企业服务中心")
    {
        var provider = Organisation(OrganisationKind.Provider, name);
        Write(db => db.Organisations.Single(o => o.Id == provider.Id).Nature = nature);
        return provider;
    }

    public Organisation EconomicCity(string name = "希望经济城") => Organisation(OrganisationKind.EconomicCity, name);

    /// <summary>An organisation of a kind; a number is put behind the name where the name is taken.</summary>
    public Organisation Organisation(OrganisationKind kind, string name)
    {
        using var db = Look();
        var unique = db.Organisations.Any(o => o.Name == name) ? $"{name}{Next()}" : name;
        return Save(new Organisation { Kind = kind, Name = unique, Phone = "021-59157000" });
    }

    public Caller Dispatcher() => PersonAt(Centre(), PostKind.Dispatcher);

    public Caller CentreLead() => PersonAt(Centre(), PostKind.CentreLead);

    public Caller TownLeader() => PersonAt(Leadership(), PostKind.TownLeader);

    public Caller GeneralLiaison() => PersonAt(Leadership(), PostKind.GeneralLiaison);

    public Caller Administrator() => PersonAt(Administration(), PostKind.Administrator);

    public Caller Auditor() => PersonAt(Administration(), PostKind.Auditor);

    public Caller Officer(Organisation unit) => PersonAt(unit, PostKind.Officer);

    public Caller Liaison(Organisation unit) => PersonAt(unit, PostKind.Liaison);

    public Caller Head(Organisation unit) => PersonAt(unit, PostKind.Head);

    public Caller Specialist(Organisation economicCity) => PersonAt(economicCity, PostKind.Specialist);

    public Caller GeneralManager(Organisation economicCity) => PersonAt(economicCity, PostKind.GeneralManager);

    /// <summary>A person holding these posts in one organisation.</summary>
    public Caller PersonAt(Organisation organisation, params PostKind[] posts)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        var account = NewAccount(null);
        account.Posts.AddRange(posts.Select(p => new Post { OrganisationId = organisation.Id, Kind = p }));
        return new Caller(Save(account).Id);
    }

    /// <summary>A person without any post or enterprise.</summary>
    public Caller Stranger() => new(Save(NewAccount(null)).Id);

    /// <summary>A key enterprise on the roster, of an economic city of its own unless one is named.</summary>
    public Enterprise Enterprise(Organisation? economicCity = null, EnterpriseTier tier = EnterpriseTier.Town, string? name = null)
    {
        var number = Next();
        var enterprise = Save(new Enterprise
        {
            Name = name ?? $"上海马陆精密机械{number}有限公司",
            CreditCode = CreditCode(number),
            Tier = tier,
            EconomicCityId = (economicCity ?? EconomicCity()).Id,
            ContactName = "陈晓明",
            ContactPhone = "13800000000",
            Address = "嘉定区马陆镇沪宜公路2228号",
            OnRosterFrom = new DateOnly(2024, 1, 1),
        });
        Save(new RosterMembership { EnterpriseId = enterprise.Id, Year = enterprise.OnRosterFrom.Year, Tier = tier, Joined = enterprise.OnRosterFrom });
        return enterprise;
    }

    /// <summary>Titles that an enterprise holds, of unknown dates.</summary>
    public void Titles(Enterprise enterprise, params IReadOnlyList<string> kinds)
    {
        ArgumentNullException.ThrowIfNull(enterprise);
        Write(db => db.EnterpriseListItems.AddRange(kinds.Select(k => new EnterpriseListItem
        {
            EnterpriseId = enterprise.Id,
            List = ListCatalogue.Title,
            Kind = k,
            Standing = FactStanding.Checked,
            RecordedAt = Clock.Now,
        })));
    }

    /// <summary>A person who speaks for an enterprise.</summary>
    public Caller EnterpriseUser(Enterprise enterprise)
    {
        ArgumentNullException.ThrowIfNull(enterprise);
        return new Caller(Save(NewAccount(enterprise.Id)).Id);
    }

    /// <summary>A person without a post who is the enterprise's butler from this day on.</summary>
    public Caller Butler(Enterprise enterprise)
    {
        var butler = Stranger();
        Assign(butler, enterprise);
        return butler;
    }

    /// <summary>Makes somebody the enterprise's butler from the first day of the year.</summary>
    public void Assign(Caller butler, Enterprise enterprise)
    {
        ArgumentNullException.ThrowIfNull(enterprise);
        Save(new ButlerAssignment { AccountId = butler.AccountId, EnterpriseId = enterprise.Id, From = new DateOnly(2026, 1, 1) });
    }

    /// <summary>Somebody covers for an absent butler, for all enterprises unless some are named.</summary>
    public ButlerCover Cover(Caller absent, Caller coverer, DateOnly from, DateOnly until, params IReadOnlyList<Enterprise> some)
    {
        var cover = new ButlerCover { AbsentId = absent.AccountId, CovererId = coverer.AccountId, From = from, Until = until, All = some.Count == 0, Reason = "出差", GivenById = absent.AccountId, GivenAt = Clock.Now };
        cover.Enterprises.AddRange(some.Select(e => new ButlerCoverEnterprise { EnterpriseId = e.Id }));
        return Save(cover);
    }

    /// <summary>A leader of the town, or of the district, with an account or without.</summary>
    public Leader Leader(LeaderLevel level = LeaderLevel.Town, Caller? account = null, string? name = null) =>
        Save(new Leader { Name = name ?? $"领导{Next()}", Title = "副镇长", Phone = "021-59158000", Level = level, AccountId = account?.AccountId });

    /// <summary>Lets a leader keep contact with an enterprise, from the first day of the year unless another is named.</summary>
    public LeaderContact Led(Leader leader, Enterprise enterprise, DateOnly? from = null, DateOnly? until = null)
    {
        ArgumentNullException.ThrowIfNull(leader);
        ArgumentNullException.ThrowIfNull(enterprise);
        return Save(new LeaderContact { LeaderId = leader.Id, EnterpriseId = enterprise.Id, Level = leader.Level, From = from ?? new DateOnly(2026, 1, 1), Until = until });
    }

    /// <summary>The same person, signed in with a session of their own.</summary>
    public Caller SignedIn(Caller caller) =>
        caller with { SessionId = Save(new Session { Id = Guid.NewGuid(), AccountId = caller.AccountId, StartedAt = Clock.Now, LastSeenAt = Clock.Now }).Id };

    /// <summary>Ends the caller's session, as signing out elsewhere does.</summary>
    public void SignOut(Caller caller)
    {
        using var db = Look();
        db.Sessions.Single(s => s.Id == caller.SessionId).EndedAt = Clock.Now;
        db.SaveChanges();
    }

    /// <summary>Changes rows directly, where no service is under test.</summary>
    public void Write(Action<AppDbContext> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        using var db = Look();
        change(db);
        db.SaveChanges();
    }

    /// <summary>A credit code with a right check digit (GB 32100), one for each number.</summary>
    public static string CreditCode(int number)
    {
        const string Digits = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        int[] weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
        var body = "91310114" + number.ToString("D9", CultureInfo.InvariantCulture);
        var sum = body.Select((c, i) => Digits.IndexOf(c, StringComparison.Ordinal) * weights[i]).Sum();
        return body + Digits[(31 - (sum % 31)) % 31];
    }

    private static int Next() => Interlocked.Increment(ref made);

    private static Account NewAccount(long? enterpriseId)
    {
        var name = $"user{Next()}";
        return new Account
        {
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            DisplayName = $"人员{name[4..]}",
            SecurityStamp = name,
            EnterpriseId = enterpriseId,
        };
    }

    private Organisation Only(OrganisationKind kind, string name)
    {
        using var db = Look();
        return db.Organisations.AsNoTracking().FirstOrDefault(o => o.Kind == kind) ?? Organisation(kind, name);
    }

    private T Save<T>(T row)
        where T : class
    {
        using var db = Look();
        db.Add(row);
        db.SaveChanges();
        return row;
    }

    /// <summary>What an enterprise fills in to ask a question; the topics must be there.</summary>
    public async Task<RaiseInput> ConsultationAsync()
    {
        await using var db = Look();
        return new RaiseInput
        {
            Type = TicketType.Consultation,
            TopicId = await db.Topics.Select(t => t.Id).FirstAsync(),
            Title = "社保缴费咨询",
            Text = "请问如何办理。",
            ContactName = "陈晓明",
            ContactPhone = "13800000000",
        };
    }
}
