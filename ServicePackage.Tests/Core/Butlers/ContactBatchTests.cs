using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Butlers;

public abstract class ContactBatchTests(TestDatabase database) : TicketTests(database)
{
    private static readonly DateOnly Monday = new(2026, 3, 2); // today

    private ContactService Contacts => new(Town.Runner, new CalendarSource(), new Unchanging<ContactSettings>());

    private ContactBatch Batch => new(Town.Runner, new CalendarSource(), Contacts);

    [Fact]
    public async Task Plan_WhenSomeAreRefused_PlansTheOthersAndSaysWhyEach()
    {
        var butler = Town.Butler(Enterprise);
        var (planned, visited, gone, strange) = (Served(butler), Served(butler), Served(butler), Town.Enterprise());
        await OnceAsync(Specialist, planned, ContactWay.Telephone);
        Town.Write(db => db.Enterprises.Single(e => e.Id == gone.Id).LeftRosterOn = Town.Clock.Today);
        Assert.True((await RecordVisitAsync(Town.TownLeader(), visited)).Done);

        var results = await PlanAsync(butler, Given([Enterprise, planned, visited, gone, strange, Enterprise]));

        Assert.Equal([Enterprise.Id, planned.Id, visited.Id, gone.Id, strange.Id], results.Select(r => r.EnterpriseId));
        Assert.Equal([null, "Contact.PlannedAlready", "Contact.VisitedLately", "Contact.OffRoster", "NotFound"], results.Select(r => r.Refusal?.Code));
        Assert.Equal([(Enterprise.Id, Monday.AddDays(1), ContactWay.Visit, "季度走访")], await PlansAsync(butler));
    }

    [Fact]
    public async Task Plan_TriedAgainWithWhatWasRefused_IsDoneOnceItsReasonIsGone()
    {
        var (butler, leader) = (Town.Butler(Enterprise), Town.TownLeader());
        var free = Served(butler);
        Assert.True((await RecordVisitAsync(leader, Enterprise)).Done);
        Assert.Equal(["Contact.VisitedLately", null], (await PlanAsync(butler, Given([Enterprise, free]))).Select(r => r.Refusal?.Code));

        var again = Given([Enterprise]);
        again.Rows[0].DespiteVisit = true;

        Assert.Equal([null], (await PlanAsync(butler, again)).Select(r => r.Refusal?.Code));
        Assert.Equal(2, (await PlansAsync(butler)).Count);
    }

    [Fact]
    public async Task Plan_GivenTwiceUnderOneId_IsDoneOnce()
    {
        var (butler, run) = (Town.Butler(Enterprise), Guid.NewGuid());
        var given = Given([Enterprise, Served(butler)]);

        Assert.All(await PlanAsync(butler, given, run), r => Assert.Null(r.Refusal));
        Assert.All(await PlanAsync(butler, given, run), r => Assert.Null(r.Refusal));

        Assert.Equal(2, (await PlansAsync(butler)).Count);
        await using var db = Town.Look();
        Assert.Equal(1, await db.History.CountAsync(h => h.Subject == nameof(Enterprise) && h.SubjectId == Enterprise.Id && h.Act == "PlanContact", Cancellation));
    }

    [Fact]
    public async Task Plan_WhenSignedOut_PlansNothing()
    {
        var butler = Town.SignedIn(Town.Butler(Enterprise));
        Town.SignOut(butler);

        Assert.Equal(["SignedOut"], (await PlanAsync(butler, Given([Enterprise]))).Select(r => r.Refusal?.Code));
        Assert.Empty(await PlansAsync(butler));
    }

    [Fact]
    public async Task Propose_CountsWhatIsPlannedAndChosen_AndLeavesRestDaysOut()
    {
        var butler = Town.Butler(Enterprise);
        await OnceAsync(butler, Served(butler), ContactWay.Telephone, Monday.AddDays(3)); // a Thursday
        await OnceAsync(Specialist, Town.Enterprise(City), ContactWay.Telephone, Monday.AddDays(4)); // somebody else's
        var given = Given([.. Enumerable.Range(0, 5).Select(_ => Served(butler))]);
        (given.First, given.PerDay) = (Monday.AddDays(3), 2);
        (given.Rows[1].Day, given.Rows[1].IsChosen) = (Monday.AddDays(4), true);

        var proposal = (await Batch.ProposeAsync(butler, given, Cancellation)).Value;

        Assert.Equal([3, 4, 4, 7, 7], proposal.Days.Select(d => d.Day.DayNumber - Monday.DayNumber)); // Thursday, the chosen Friday, Friday, Monday
        Assert.Equal((Monday.AddDays(3), 1), (proposal.First, proposal.Already));
        Assert.All(proposal.Days, d => Assert.Null(d.Refusal));
        Assert.Single(await PlansAsync(butler)); // nothing was written
    }

    [Fact]
    public async Task Propose_WithoutSayingHowMany_PutsFourOnADay()
    {
        var butler = Town.Butler(Enterprise);

        var proposal = (await Batch.ProposeAsync(butler, Given([.. Enumerable.Range(0, 9).Select(_ => Served(butler))]), Cancellation)).Value;

        Assert.Equal([1, 1, 1, 1, 2, 2, 2, 2, 3], proposal.Days.Select(d => d.Day.DayNumber - Monday.DayNumber));
    }

    [Fact]
    public async Task Propose_WithAChosenRestDay_SaysSoOfItAlone_AndBeginsOnAWorkingDay()
    {
        var given = Given([Enterprise, Town.Enterprise()]);
        given.First = new DateOnly(2026, 4, 4); // Qingming
        (given.Rows[1].Day, given.Rows[1].IsChosen) = (new DateOnly(2026, 4, 5), true);

        var proposal = (await Batch.ProposeAsync(Town.Butler(Enterprise), given, Cancellation)).Value;

        Assert.Equal([null, "Contact.RestDay"], proposal.Days.Select(d => d.Refusal?.Code));
        Assert.Equal((new DateOnly(2026, 4, 7), new DateOnly(2026, 4, 7)), (proposal.First, proposal.Days[0].Day));
    }

    [Theory]
    [InlineData(null, 4, "Missing@First")]
    [InlineData(-1, 4, "Contact.DayPast@First")]
    [InlineData(367, 4, "Contact.TooFarAhead@First")]
    [InlineData(366, 1, "Contact.SpreadTooFar@PerDay")] // the second comes a day later
    [InlineData(366, 2, null)]
    [InlineData(1, 0, "Contact.PerDay@PerDay")]
    [InlineData(1, 21, "Contact.PerDay@PerDay")]
    [InlineData(1, null, "Contact.PerDay@PerDay")]
    public async Task Propose_OverDaysThatCannotBe_IsRefusedBesideTheField(int? days, int? perDay, string? refused)
    {
        var given = Given([Enterprise, Town.Enterprise()]);
        (given.First, given.PerDay) = (days is { } ahead ? Town.Clock.Today.AddDays(ahead) : null, perDay);

        var refusal = (await Batch.ProposeAsync(Town.Butler(Enterprise), given, Cancellation)).Refusal;

        Assert.Equal(refused, refusal is null ? null : $"{refusal.Code}@{refusal.Field}");
    }

    [Fact]
    public void Validator_SaysWhatIsMissing_AndHowManyAreTooMany()
    {
        var validator = new PlanContactsValidator();

        Assert.Equal(["First", "Rows", "Way"], validator.Refuse(new PlanContactsInput())!.Details.Select(d => d.Field!).Order(StringComparer.Ordinal));
        var many = Given([Enterprise]);
        many.Rows = [.. Enumerable.Range(1, 301).Select(i => new ContactRow { EnterpriseId = i })];
        Assert.Equal(("Contact.TooMany", "Rows"), (validator.Refuse(many)!.Code, validator.Refuse(many)!.Field));
        many.Rows = [.. many.Rows.Skip(1)];
        Assert.Null(validator.Refuse(many));
        Assert.Null(validator.Refuse(Given([Enterprise])));
    }

    private static PlanContactsInput Given(IReadOnlyList<Enterprise> enterprises) => new()
    {
        Way = ContactWay.Visit,
        First = Monday.AddDays(1),
        Purpose = "季度走访",
        Rows = [.. enterprises.Select(e => new ContactRow { EnterpriseId = e.Id, Day = Monday.AddDays(1) })],
    };

    private Enterprise Served(Caller butler)
    {
        var enterprise = Town.Enterprise(City);
        Town.Assign(butler, enterprise);
        return enterprise;
    }

    private async Task<List<PlannedResult>> PlanAsync(Caller who, PlanContactsInput given, Guid? run = null)
    {
        List<PlannedResult> results = [];
        await foreach (var result in Batch.PlanAsync(who, run ?? Guid.NewGuid(), given, Cancellation))
        {
            results.Add(result);
        }

        return results;
    }

    private async Task OnceAsync(Caller who, Enterprise enterprise, ContactWay way, DateOnly? day = null) =>
        Assert.True((await Contacts.PlanContactAsync(who, Guid.NewGuid(), new PlanContactInput { EnterpriseId = enterprise.Id, Way = way, Day = day ?? Monday })).Done);

    private Task<Outcome<long>> RecordVisitAsync(Caller who, Enterprise enterprise) =>
        Contacts.RecordContactAsync(who, Guid.NewGuid(), new RecordContactInput
        {
            EnterpriseId = enterprise.Id,
            Way = ContactWay.Visit,
            When = TownTime.Local(Town.Clock.Now).AddMinutes(-30),
            WithWhom = "陈晓明",
            Said = "走访。",
        });

    private async Task<List<(long, DateOnly, ContactWay, string)>> PlansAsync(Caller who)
    {
        await using var db = Town.Look();
        return (await db.Contacts.Where(c => c.AccountId == who.AccountId && c.HeldAt == null && c.GivenUpAt == null).ToListAsync(Cancellation))
            .ConvertAll(c => (c.EnterpriseId, c.Day, c.Way, c.Purpose));
    }

    public sealed class OnSqlite(SqliteDatabase database) : ContactBatchTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ContactBatchTests(database), IClassFixture<PostgresDatabase>;
}
