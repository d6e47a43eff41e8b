using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Organisations;

/// <summary>Which demands a merger passes on, and which it leaves where they are. Each begins on Monday 2 March 2026, 10:00.</summary>
public abstract class MergeDemandsTests(TestDatabase database) : TicketTests(database)
{
    private readonly List<string> _numbers = [];

    private OrganisationMerge Mergers => new(Town.Runner);

    [Fact]
    public async Task Merge_PassesWhatTheUnitLeadsOrSupports_AndTouchesNoDemandOfOthers()
    {
        var (heir, other, helper) = (Town.Unit("综合办"), Town.Unit("规土所"), Town.Unit("水务站"));
        var (supported, foreign) = (await LedByAsync(other, Unit), await LedByAsync(other, helper));
        var confirmed = await CompletedAsync();
        await DoneAsync(Applicant, confirmed, Move.ConfirmDone);
        Assert.DoesNotContain((await StoredAsync(confirmed)).Clocks, c => c.Open && c.UnitId == Unit.Id); // it leads without owing anything
        var before = await StoredAsync(foreign);

        Assert.Equal(2, (await MergeAsync(Unit, heir)).Value.Passed[nameof(Ticket)]);

        var (helped, led, left) = (await StoredAsync(supported), await StoredAsync(confirmed), await StoredAsync(foreign));
        Assert.Equal((other.Id, heir.Id, heir.Id), (helped.LeadUnitId, helped.Tasks.Single().UnitId, helped.OpenClock(ClockKind.SupportingTask)!.UnitId));
        Assert.Equal(heir.Id, led.LeadUnitId);
        Assert.Equal((before.Version, other.Id, helper.Id), (left.Version, left.LeadUnitId, left.Tasks.Single().UnitId));
        Assert.Equal(Holders(before), Holders(left));
        Assert.DoesNotContain((await SeeAsync(Dispatcher, foreign)).Timeline, t => t.Move == Move.MergeUnit);

        static IEnumerable<(ClockKind, long?)> Holders(Ticket ticket) => ticket.Clocks.OrderBy(c => c.Id).Select(c => (c.Kind, c.UnitId));
    }

    [Fact]
    public async Task Merge_WhenTheOfficerStaysBehindWithAPostElsewhere_UnassignsThem()
    {
        var (heir, elsewhere) = (Town.Unit("综合办"), Town.Unit("规土所"));
        Town.Write(db => db.Posts.Add(new Post { AccountId = Officer.AccountId, OrganisationId = elsewhere.Id, Kind = PostKind.Officer }));
        var number = await AcceptedAsync();
        await DoneAsync(Liaison, number, Move.Assign, new MoveInput { PersonId = Officer.AccountId });

        Assert.True((await MergeAsync(Unit, heir)).Done);

        var demand = await StoredAsync(number);
        Assert.Equal((heir.Id, null), (demand.LeadUnitId, demand.OfficerId));
    }

    [Fact]
    public async Task WhatWasClosedWithoutTheEnterprise_PassesOnAsLongAsItMayComeBack()
    {
        var (heir, other) = (Town.Unit("综合办"), Town.Unit("规土所"));
        var oldest = await ClosedAsync(ClosedAs.Deemed, "2026-01-31", "00:00"); // the last of thirty days is today
        var tooOld = await ClosedAsync(ClosedAs.Deemed, "2026-01-30", "23:59");
        var unrated = await ClosedAsync(ClosedAs.Unrated, "2026-02-25", "10:00");
        var rated = await ClosedAsync(ClosedAs.Rated, "2026-02-25", "10:00");
        var foreign = await ClosedAsync(ClosedAs.Deemed, "2026-02-25", "10:00", other);
        var promised = await AcceptedAsync();
        await DoneAsync(Officer, promised, Move.Complete, new MoveInput { Text = "将于四月完成绿化。", SecondDay = Day("2026-04-10") });
        await DoneAsync(Applicant, promised, Move.ConfirmDone);
        _numbers.AddRange([oldest, tooOld, unrated, rated, foreign, promised]);

        Assert.Equal((1, 2), await LeadsAndReturningAsync()); // what is open comes back to nobody
        Assert.Equal(3, (await MergeAsync(Unit, heir)).Value.Passed[nameof(Ticket)]);

        Assert.Equal([oldest, unrated, promised], await LedByAsync(heir));
        Assert.Equal([tooOld, rated], await LedByAsync(Unit));
        Assert.Equal([foreign], await LedByAsync(other));
        Assert.Equal("TooLate", (await MakeAsync(Applicant, tooOld, Move.Reopen, Saying("又积水了。"))).Refusal?.Code);
        await DoneAsync(Applicant, oldest, Move.Reopen, Saying("又积水了。"));
    }

    /// <summary>Three working days, and whatever holidays may lie among them: twenty days.</summary>
    [Fact]
    public async Task WhatWasAnsweredForTheEnterprise_PassesOnAsLongAsItMayBeContradicted()
    {
        var (heir, other) = (Town.Unit("综合办"), Town.Unit("规土所"));
        var oldest = await RatedForItAsync(Town.Clock.Now.AddDays(-20).AddMinutes(1));
        var tooOld = await RatedForItAsync(Town.Clock.Now.AddDays(-20));
        var foreign = await RatedForItAsync(Town.Clock.Now.AddDays(-1), other);
        var contradicted = await CompletedAsync();
        await DoneAsync(Specialist, contradicted, Move.ConfirmDone, Spoken("电话确认。"));
        await DoneAsync(Applicant, contradicted, Move.Contradict, new MoveInput { AboutId = (await StoredAsync(contradicted)).SpokenAnswers.Single().Id, Text = "公司没有确认。" });
        await DoneAsync(Applicant, contradicted, Move.ConfirmDone);
        var upheld = await CompletedAsync();
        await DoneAsync(Specialist, upheld, Move.ConfirmDone, Spoken("电话确认。"));
        foreach (var number in new[] { contradicted, upheld })
        {
            await DoneAsync(Applicant, number, Move.Rate, new MoveInput { Rating = RatingLevel.Satisfied });
        }

        _numbers.AddRange([oldest, tooOld, foreign, contradicted, upheld]);

        Assert.Equal((0, 1), await LeadsAndReturningAsync());
        Assert.Equal(1, (await MergeAsync(Unit, heir)).Value.Passed[nameof(Ticket)]);

        Assert.Equal([oldest], await LedByAsync(heir));
        Assert.Equal([tooOld, contradicted, upheld], await LedByAsync(Unit));
    }

    [Fact]
    public async Task Duties_OfACity_CountTheDemandsOfThoseInUseWhoServeThere()
    {
        var (manager, officer, gone) = (Town.GeneralManager(City), Town.Officer(City), Town.Specialist(City));
        var elsewhere = Town.Specialist(Town.EconomicCity("马东经济城"));
        foreach (var who in new[] { Specialist, Specialist, manager, officer, officer, gone, elsewhere, Dispatcher })
        {
            var number = await RaisedAsync();
            Town.Write(db => db.Tickets.Where(t => t.Number == number).ExecuteUpdate(set => set.SetProperty(t => t.FirstAskedId, who.AccountId)));
        }

        Town.Write(db => db.Users.Single(a => a.Id == gone.AccountId).DisabledAt = Town.Start);

        Assert.Equal(3, await DutyAsync(City, "FirstAsked"));
    }

    [Fact]
    public async Task Disable_OfAUnitWithOneClockRunningAndOneStandingStill_NamesBoth()
    {
        await AcceptedAsync();
        var paused = await AcceptedAsync();
        await DoneAsync(Officer, paused, Move.AskSupplement, Saying("请补充图纸。"));

        var refusal = (await new OrganisationService(Town.Runner).DisableAsync(Town.Administrator(), Guid.NewGuid(), Unit.Id, Unit.Version)).Refusal!;

        Assert.Equal([1, 1], refusal.Details.Single(d => d.Code == "Organisation.HasClocks").Arguments);
    }

    /// <summary>A demand raised, dispatched to a unit and supported by another.</summary>
    private async Task<string> LedByAsync(Organisation lead, Organisation support)
    {
        var number = await RaisedAsync();
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = lead.Id, SupportingUnitIds = [support.Id], TaskText = "协助踏勘管网。" });
        return number;
    }

    /// <summary>A demand that was closed then.</summary>
    private async Task<string> ClosedAsync(ClosedAs how, string day, string time, Organisation? lead = null)
    {
        var number = await CompletedAsync();
        var (at, unit) = (TownTime.At(Day(day), TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture)), (lead ?? Unit).Id);
        Town.Write(db =>
        {
            db.TicketClocks.Where(c => db.Tickets.Any(t => t.Id == c.TicketId && t.Number == number) && c.EndedAt == null).ExecuteUpdate(set => set.SetProperty(c => c.EndedAt, at).SetProperty(c => c.NextAt, (DateTime?)null));
            db.Tickets.Where(t => t.Number == number).ExecuteUpdate(set => set.SetProperty(t => t.State, TicketState.Closed).SetProperty(t => t.ClosedAs, how).SetProperty(t => t.ClosedAt, at).SetProperty(t => t.LeadUnitId, unit));
        });
        return number;
    }

    /// <summary>A demand that the first-asked person confirmed and rated for the enterprise then.</summary>
    private async Task<string> RatedForItAsync(DateTime at, Organisation? lead = null)
    {
        var (number, officer) = (await RaisedAsync(), lead is null ? Officer : Town.Officer(lead));
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = (lead ?? Unit).Id });
        await DoneAsync(officer, number, Move.Accept);
        await DoneAsync(officer, number, Move.Complete, Saying("已完成排水改造。"));
        await DoneAsync(Specialist, number, Move.ConfirmDone, Spoken("电话确认。"));
        await DoneAsync(Applicant, number, Move.Comment, Saying("办得不错。"));
        await DoneAsync(Specialist, number, Move.NoteCall, Spoken("企业表示满意。"));
        await DoneAsync(Specialist, number, Move.Rate, Spoken(rating: RatingLevel.Satisfied));
        Town.Write(db =>
        {
            foreach (var answer in db.Tickets.Where(t => t.Number == number).SelectMany(t => t.SpokenAnswers))
            {
                db.Entry(answer).Property(s => s.At).CurrentValue = at;
            }
        });
        return number;
    }

    private async Task<IEnumerable<string>> LedByAsync(Organisation unit)
    {
        await using var db = Town.Look();
        var led = await db.Tickets.Where(t => t.LeadUnitId == unit.Id).Select(t => t.Number).ToListAsync(Cancellation);
        return _numbers.Where(led.Contains);
    }

    private async Task<(int Leads, int Returning)> LeadsAndReturningAsync() => (await DutyAsync(Unit, "Leads"), await DutyAsync(Unit, "Returning"));

    private async Task<int> DutyAsync(Organisation organisation, string duty) =>
        (await Mergers.PreviewAsync(Town.Administrator(), organisation.Id, Cancellation)).Value.Duties.Single(d => d.Name == duty).Count;

    private Task<Outcome<Merged>> MergeAsync(Organisation from, Organisation into) =>
        Mergers.MergeAsync(Town.Administrator(), Guid.NewGuid(), new MergeInput { Id = from.Id, Version = from.Version, IntoId = into.Id, Name = from.Name }, Cancellation);

    public sealed class OnSqlite(SqliteDatabase database) : MergeDemandsTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : MergeDemandsTests(database), IClassFixture<PostgresDatabase>;
}
