using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Boards;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Days;

/// <summary>
/// The procedure, its clocks, the boards and the jobs, begun on days on which they are most easily wrong. What is due when is counted
/// here a second time, day by day.
/// </summary>
public abstract class StrangeDayTests(TestDatabase database) : TicketTests(database)
{
    private static readonly TimeOnly Morning = new(10, 0);

    private static readonly HashSet<DateOnly> Holidays = [.. CalendarFile.Published().SelectMany(y => y.Holidays)];

    private static readonly HashSet<DateOnly> MadeUp = [.. CalendarFile.Published().SelectMany(y => y.Workdays)];

    [Theory]
    [MemberData(nameof(StrangeDays.All), MemberType = typeof(StrangeDays))]
    public async Task Story_BegunOnTheDay_FallsDueByTheWorkingDaysAndEndsWithTheDeemedConfirmation(DateOnly day, TimeOnly time)
    {
        BeginAt(day, time);

        var number = await AcceptedAsync();
        Assert.StartsWith($"{day.Year}-", number, StringComparison.Ordinal);
        Assert.Equal(
            [After(day, 1), After(day, 1), After(day, 15)],
            (await StoredAsync(number)).Clocks.OrderBy(c => c.Id).Select(c => c.DueDay));
        await GoToAsync(After(day, 1), Morning);
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成排水改造。"));
        var confirmation = Assert.Single(await DuesAsync(number, ClockKind.Confirmation));
        Assert.Equal((After(After(day, 1), 3), null), confirmation);

        await GoToAsync(confirmation.Due, new TimeOnly(17, 1));
        var deeming = Assert.Single(await DuesAsync(number, ClockKind.Deeming)).Due;
        Assert.Equal(After(confirmation.Due, 5), deeming);
        await GoToAsync(deeming, new TimeOnly(17, 0));
        Assert.Equal(TicketState.AwaitingConfirmation, (await StoredAsync(number)).State);
        await GoToAsync(deeming, new TimeOnly(17, 1));

        var closed = await StoredAsync(number);
        Assert.Equal((TicketState.Closed, ClosedAs.Deemed, TownTime.CloseOf(deeming).AddMilliseconds(1)), (closed.State, closed.ClosedAs, closed.ClosedAt));
    }

    [Theory]
    [MemberData(nameof(StrangeDays.All), MemberType = typeof(StrangeDays))]
    public async Task Clock_BegunOnTheDay_IsToldOfOnWorkingDaysAlone_AndStandsOnTheBoardFromItsBreach(DateOnly day, TimeOnly time)
    {
        BeginAt(day, time);
        var number = await AcceptedAsync(TicketType.Consultation);
        await DoneAsync(Liaison, number, Move.Assign, new MoveInput { PersonId = Officer.AccountId });
        var due = After(day, 5);
        var clock = await ClockAsync(number, ClockKind.Handling);
        Assert.Equal((due, TownTime.CloseOf(due)), (clock.DueDay, clock.DueAt));

        await GoToAsync(due, new TimeOnly(17, 0));
        Assert.Equal(0, (await OverdueAsync(number)).Total);
        await GoToAsync(due, new TimeOnly(17, 1));
        Assert.Equal(1, (await OverdueAsync(number)).Total);
        for (var one = due.AddDays(1); one <= After(due, 6); one = one.AddDays(1))
        {
            await GoToAsync(one, new TimeOnly(17, 1));
        }

        await using var db = Town.Look();
        var told = await db.Escalations.Where(e => e.AccountId == Officer.AccountId && e.ClockId == clock.Id).OrderBy(e => e.At).ToListAsync(Cancellation);
        Assert.Equal([(1, due), (2, After(due, 3)), (3, After(due, 5))],
            told.Where(e => e.Level > 0).Select(e => (e.Level, TownTime.DayOf(e.At))));
        Assert.All(told, e => Assert.True(Works(TownTime.DayOf(e.At))));
        Assert.Equal((3, 6), Assert.Single((await OverdueAsync(number)).Rows) is var row ? (row.Clock.Level, row.Clock.DaysOver) : default);
    }

    [Theory]
    [MemberData(nameof(StrangeDays.All), MemberType = typeof(StrangeDays))]
    public async Task Board_OnTheDay_FollowsTheDemand_AndAContactCountsFromThatDay(DateOnly day, TimeOnly time)
    {
        BeginAt(day, time);
        Town.Assign(Specialist, Enterprise);
        var boards = new BoardService(Town.Runner, Moments, new Unchanging<ContactSettings>());
        var contacts = new ContactService(Town.Runner, new CalendarSource(), new Unchanging<ContactSettings>());
        var said = await contacts.RecordContactAsync(Specialist, Guid.NewGuid(), new RecordContactInput
        {
            EnterpriseId = Enterprise.Id,
            Way = ContactWay.Telephone,
            When = TownTime.Local(Town.Clock.Now),
            WithWhom = "陈晓明",
            Said = "生产平稳。",
        });
        Assert.True(said.Done, said.Refusal?.Code);
        var rested = (await boards.CardAsync(Specialist, Enterprise.Id, Cancellation)).Value;
        var contactBy = After(day.AddMonths(3).AddDays(-1), 1); // that day, or the next working day
        Assert.Equal((BoardColumn.AtEase, 0, contactBy), (rested.Column, rested.DaysSinceContact, rested.ContactBy));

        var number = await CompletedAsync();

        var card = (await boards.CardAsync(Specialist, Enterprise.Id, Cancellation)).Value;
        Assert.Equal((BoardColumn.Answer, CardNeed.AwaitConfirmation, number), (card.Column, card.Need, card.ClockNumber));
    }

    [Theory]
    [MemberData(nameof(StrangeDays.All), MemberType = typeof(StrangeDays))]
    public async Task Jobs_OnTheDay_DoTheirWorkOnce_AndSayWhenTheyRan(DateOnly day, TimeOnly time)
    {
        BeginAt(day, time);
        var raised = await RaisedAsync();
        await GoToAsync(After(day, 1), new TimeOnly(17, 0));
        Town.Time.Advance(TimeSpan.FromMinutes(1));
        var timetable = new Timetable(Town.House);
        await using var services = new ServiceCollection().AddSingleton(Sweep).AddSingleton(new HistorySealer(Town.Runner)).AddSingleton(Town.Runner)
            .AddSingleton(new AttachmentService(Town.Runner, Town.Contexts, Town.Clock, Town.Time)).BuildServiceProvider();
        var jobs = new JobRunner(timetable, new JobJournal(Town.Contexts, Town.Time, Town.Feed), services, Town.Clock, Town.Time);
        string[] names = ["TicketSweep", "HistorySeal", "AttachmentSweep", "ReceiptSweep"];

        foreach (var name in names.Concat(names))
        {
            await jobs.RunAsync(name, Cancellation);
        }

        Assert.Equal(TownTime.CloseOf(After(day, 1)), (await ClockAsync(raised, ClockKind.Dispatch)).BreachedAt);
        Assert.Equal(1, await ToldAsync(Dispatcher, raised, "Level.Breach"));
        Assert.True((await new HistoryVerifier(Town.Contexts).VerifyAsync(Cancellation)).Value is { Seals: 1 });
        var shown = (await new JobService(Town.Runner, timetable).ListAsync(Town.Administrator(), Cancellation)).Value;
        Assert.All(shown.Where(j => names.Contains(j.Job)), j => Assert.Equal((Town.Clock.Now, false), (j.StartedAt!.Value, j.LastFailed)));
    }

    private static bool Works(DateOnly day) => MadeUp.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day));

    /// <summary>The last of so many working days after a day.</summary>
    private static DateOnly After(DateOnly day, int workingDays)
    {
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            workingDays -= Works(day) ? 1 : 0;
        }

        return day;
    }

    private async Task<OverdueView> OverdueAsync(string number) =>
        (await new OverdueBoard(Town.Runner, Moments).ReadAsync(Dispatcher, new OverdueFilter { Text = number, Stage = ClockKind.Handling }, Cancellation)).Value;

    public sealed class OnSqlite(SqliteDatabase database) : StrangeDayTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : StrangeDayTests(database), IClassFixture<PostgresDatabase>;
}
