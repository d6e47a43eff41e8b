using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Live;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Butlers;

public abstract class ContactServiceTests(TestDatabase database) : TicketTests(database)
{
    private ContactService Service => new(Town.Runner, new CalendarSource(), new Unchanging<ContactSettings>());

    [Fact]
    public async Task Plan_WhenButler_IsSeenAndMovedAndGivenUp()
    {
        var butler = Town.Butler(Enterprise);
        var heard = new List<Change>();
        using var hearing = Town.Feed.Subscribe(c => heard.AddRange(c));
        Assert.True((await PlanAsync(butler, new DateOnly(2026, 3, 5))).Done);
        Assert.Contains(new Change(nameof(Enterprise), Enterprise.Id), heard);

        var plan = Assert.Single((await Service.OfAsync(butler, Enterprise.Id)).Value);
        Assert.Equal((new DateOnly(2026, 3, 5), null, ContactWay.Telephone, "了解近况"), (plan.Day, plan.HeldAt, plan.Way, plan.Text));
        Assert.Equal("Contact.PlannedAlready", (await PlanAsync(Specialist, new DateOnly(2026, 3, 9))).Refusal?.Code);

        Assert.True((await PlanAsync(butler, new DateOnly(2026, 3, 9), plan)).Done);
        Assert.Equal("Stale", (await PlanAsync(butler, new DateOnly(2026, 3, 10), plan)).Refusal?.Code);
        var moved = Assert.Single((await Service.OfAsync(butler, Enterprise.Id)).Value);
        Assert.Equal((plan.Id, new DateOnly(2026, 3, 9)), (moved.Id, moved.Day));

        Assert.Equal("Stale", (await Service.GiveUpPlanAsync(butler, Guid.NewGuid(), Enterprise.Id, plan.Id, plan.Version)).Refusal?.Code);
        Assert.True((await Service.GiveUpPlanAsync(butler, Guid.NewGuid(), Enterprise.Id, moved.Id, moved.Version)).Done);
        Assert.Empty((await Service.OfAsync(butler, Enterprise.Id)).Value);
        await using var db = Town.Look();
        var acts = await db.History.Where(h => h.Subject == nameof(Enterprise) && h.SubjectId == Enterprise.Id && h.Internal).Select(h => h.Act).ToListAsync(Cancellation);
        Assert.Equal(["PlanContact", "MoveContact", "GiveUpContact"], acts);
    }

    [Theory]
    [InlineData(-1, "Contact.DayPast")]
    [InlineData(400, "Contact.TooFarAhead")]
    [InlineData(5, "Contact.RestDay")] // Saturday, 7 March
    public async Task Plan_OnADayThatCannotBe_IsRefusedBesideTheDay(int days, string code)
    {
        var refusal = (await PlanAsync(Town.Butler(Enterprise), Town.Clock.Today.AddDays(days))).Refusal;

        Assert.Equal((code, nameof(PlanContactInput.Day)), (refusal?.Code, refusal?.Field));
    }

    [Fact]
    public async Task Plan_UpToAYearAhead_IsDone_AndADayLaterRefused()
    {
        var (butler, today) = (Town.Butler(Enterprise), Town.Clock.Today);

        Assert.Equal("Contact.TooFarAhead", (await PlanAsync(butler, today.AddDays(367))).Refusal?.Code);
        Assert.True((await PlanAsync(butler, today.AddDays(366))).Done);
    }

    [Fact]
    public async Task Plan_WithAPurposeOf200Characters_IsDone_AndOneMoreRefused()
    {
        var butler = Town.Butler(Enterprise);

        Assert.Equal("TooLong@Purpose", Said(await PlanAsync(butler, Town.Clock.Today, purpose: new string('谈', 201))));
        Assert.True((await PlanAsync(butler, Town.Clock.Today, purpose: new string('谈', 200))).Done);
        Assert.Equal(new string('谈', 200), Assert.Single((await Service.OfAsync(butler, Enterprise.Id)).Value).Text);
    }

    [Fact]
    public async Task Plan_WhenNothingIsFilledIn_SaysWhatIsMissing()
    {
        var refusal = (await Service.PlanContactAsync(Town.Butler(Enterprise), Guid.NewGuid(), new PlanContactInput { EnterpriseId = Enterprise.Id })).Refusal!;

        Assert.Equal([nameof(PlanContactInput.Way), nameof(PlanContactInput.Day)], refusal.Details.Select(d => d.Field));
        Assert.Equal("请填写联系方式。", refusal.Sentence);
    }

    [Fact]
    public async Task Plan_WhenOffTheRoster_IsRefused()
    {
        Town.Write(db => db.Enterprises.Single(e => e.Id == Enterprise.Id).LeftRosterOn = Town.Clock.Today);

        Assert.Equal("Contact.OffRoster", (await PlanAsync(Town.Butler(Enterprise), Town.Clock.Today)).Refusal?.Code);
    }

    [Fact]
    public async Task Record_ByThoseWhoKeepContact_IsDoneAndSeen_ByOthersRefusedAndHidden()
    {
        await DispatchedAsync(); // so that the unit sees the enterprise
        foreach (var who in new[] { Town.Butler(Enterprise), Specialist, Town.GeneralManager(City), Dispatcher, Town.TownLeader() })
        {
            Assert.True((await RecordAsync(who)).Done);
        }

        Assert.Equal("Contact.NotYours", (await RecordAsync(Officer)).Refusal?.Code);
        Assert.Equal("Contact.NotYours", (await RecordAsync(Applicant)).Refusal?.Code);
        Assert.Equal("Contact.NotYours", (await RecordAsync(Town.Administrator())).Refusal?.Code);
        Assert.Equal("NotFound", (await RecordAsync(Town.Officer(Town.Unit()))).Refusal?.Code);
        Assert.Equal("NotFound", (await Service.OfAsync(Town.Stranger(), Enterprise.Id)).Refusal?.Code);
        Assert.Empty((await Service.OfAsync(Officer, Enterprise.Id)).Value);
        Assert.Empty((await Service.OfAsync(Applicant, Enterprise.Id)).Value);
        Assert.Equal(5, (await Service.OfAsync(Specialist, Enterprise.Id)).Value.Count);
    }

    [Fact]
    public async Task Record_WhenPlanned_MakesThePlanTheContactHeld()
    {
        var butler = Town.Butler(Enterprise);
        await PlanAsync(butler, Town.Clock.Today);
        var plan = Assert.Single((await Service.OfAsync(butler, Enterprise.Id)).Value);

        Assert.True((await RecordAsync(butler, r => (r.PlanId, r.PlanVersion) = (plan.Id, plan.Version))).Done);

        var held = Assert.Single((await Service.OfAsync(butler, Enterprise.Id)).Value);
        Assert.Equal((plan.Id, "陈晓明", "生产平稳，无新诉求。", Town.Clock.Now.AddMinutes(-30)), (held.Id, held.WithWhom, held.Text, held.HeldAt));
        Assert.Equal("Stale", (await RecordAsync(butler, r => (r.PlanId, r.PlanVersion) = (plan.Id, plan.Version))).Refusal?.Code);
    }

    [Fact]
    public async Task Record_WithBadInput_SaysOneSentenceAFieldAndWritesNothing()
    {
        var butler = Town.Butler(Enterprise);
        var missing = (await RecordAsync(butler, r => (r.Way, r.When, r.WithWhom, r.Said) = (null, null, " ", "\u200b"))).Refusal!;
        Assert.Equal(["Way", "When", "WithWhom", "Said"], missing.Details.Select(d => d.Field));

        Assert.Equal("Contact.NotYet", (await RecordAsync(butler, r => r.When = r.When!.Value.AddHours(2))).Refusal?.Code);
        Assert.Equal("Contact.TooFar", (await RecordAsync(butler, r => r.When = r.When!.Value.AddDays(-400))).Refusal?.Code);
        Assert.Equal("Contact.TooFar", (await RecordAsync(butler, r => r.When = new DateTime(1, 1, 1, 0, 0, 0, DateTimeKind.Unspecified))).Refusal?.Code);
        Assert.Equal("TooLong", (await RecordAsync(butler, r => r.Said = new string('长', 4001))).Refusal?.Code);
        Assert.Equal("Contact.OtherDemand", (await RecordAsync(butler, r => r.TicketNumber = "2026-99999")).Refusal?.Code);
        Assert.Empty((await Service.OfAsync(butler, Enterprise.Id)).Value);
    }

    [Fact]
    public async Task Record_UpToAYearBack_IsDone_AndADayEarlierRefused()
    {
        var butler = Town.Butler(Enterprise);

        Assert.Equal("Contact.TooFar@When", Said(await RecordAsync(butler, r => r.When = r.When!.Value.AddDays(-367))));
        Assert.True((await RecordAsync(butler, r => r.When = r.When!.Value.AddDays(-366))).Done);
        Assert.Equal(Town.Clock.Today.AddDays(-366), Assert.Single((await Service.OfAsync(butler, Enterprise.Id)).Value).Day);
    }

    [Theory]
    [InlineData(100, 4000, null)]
    [InlineData(101, 4000, "TooLong@WithWhom")]
    [InlineData(100, 4001, "TooLong@Said")]
    public async Task Record_WithTextsAsLongAsTheyMayBe_IsDone_AndWithLongerOnesRefused(int withWhom, int said, string? refusal)
    {
        var butler = Town.Butler(Enterprise);

        Assert.Equal(refusal, Said(await RecordAsync(butler, r => (r.WithWhom, r.Said) = (new string('陈', withWhom), new string('长', said)))));

        Assert.Equal(refusal is null ? [(withWhom, said)] : [], (await Service.OfAsync(butler, Enterprise.Id)).Value.Select(c => (c.WithWhom.Length, c.Text.Length)));
    }

    [Fact]
    public async Task Visit_CloseToSomebodyElses_IsWarnedOfUntilConfirmed()
    {
        var (butler, leader) = (Town.Butler(Enterprise), Town.TownLeader());
        Assert.True((await RecordAsync(leader, r => r.Way = ContactWay.Visit)).Done);

        var planned = (await PlanAsync(butler, new DateOnly(2026, 3, 16), way: ContactWay.Visit)).Refusal!;
        Assert.Equal(("Contact.VisitedLately", nameof(PlanContactInput.DespiteVisit)), (planned.Code, planned.Field));
        Assert.Contains("2026年3月2日", planned.Sentence, StringComparison.Ordinal);
        Assert.Equal("Contact.VisitedLately", (await RecordAsync(butler, r => r.Way = ContactWay.Visit)).Refusal?.Code);

        Assert.True((await PlanAsync(butler, new DateOnly(2026, 3, 16), way: ContactWay.Visit, despite: true)).Done);
        Assert.Equal("Contact.VisitPlanned", (await RecordAsync(Specialist, r => r.Way = ContactWay.Visit)).Refusal?.Code);
        Assert.True((await RecordAsync(Specialist, r => (r.Way, r.DespiteVisit) = (ContactWay.Visit, true))).Done);
    }

    [Fact]
    public async Task Visit_FarEnoughOrByTheSameOrByTelephone_IsNotWarnedOf()
    {
        var (butler, leader) = (Town.Butler(Enterprise), Town.TownLeader());
        Assert.True((await RecordAsync(leader, r => r.Way = ContactWay.Visit)).Done);

        Assert.True((await RecordAsync(leader, r => r.Way = ContactWay.Visit)).Done);
        Assert.True((await RecordAsync(butler)).Done);
        Assert.True((await PlanAsync(butler, new DateOnly(2026, 3, 17), way: ContactWay.Visit)).Done); // the eleventh working day
    }

    [Fact]
    public async Task Plan_WhenTwoDoItAtOnce_LeavesOne()
    {
        var butler = Town.Butler(Enterprise);
        var outcomes = await Task.WhenAll(Task.Run(() => PlanAsync(butler, Town.Clock.Today), Cancellation), Task.Run(() => PlanAsync(Specialist, Town.Clock.Today), Cancellation));

        Assert.Single(outcomes, o => o.Done);
        Assert.Single(outcomes, o => o.Refusal?.Code is "Stale" or "Contact.PlannedAlready");
    }

    private static string? Said(Outcome<long> outcome) => outcome.Refusal is { } refusal ? $"{refusal.Code}@{refusal.Field}" : null;

    private Task<Outcome<long>> PlanAsync(Caller who, DateOnly day, ContactView? plan = null, ContactWay way = ContactWay.Telephone, bool despite = false, string purpose = "了解近况") =>
        Service.PlanContactAsync(who, Guid.NewGuid(), new PlanContactInput
        {
            EnterpriseId = Enterprise.Id,
            Way = way,
            Day = day,
            Purpose = purpose,
            PlanId = plan?.Id,
            PlanVersion = plan?.Version ?? 0,
            DespiteVisit = despite,
        });

    private Task<Outcome<long>> RecordAsync(Caller who, Action<RecordContactInput>? change = null)
    {
        var input = new RecordContactInput
        {
            EnterpriseId = Enterprise.Id,
            Way = ContactWay.Telephone,
            When = TownTime.Local(Town.Clock.Now).AddMinutes(-30),
            WithWhom = "陈晓明",
            Said = "生产平稳，无新诉求。",
        };
        change?.Invoke(input);
        return Service.RecordContactAsync(who, Guid.NewGuid(), input);
    }

    public sealed class OnSqlite(SqliteDatabase database) : ContactServiceTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ContactServiceTests(database), IClassFixture<PostgresDatabase>;
}
