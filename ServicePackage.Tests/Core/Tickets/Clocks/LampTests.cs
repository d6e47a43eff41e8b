using ServicePackage.Core.Boards;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>The lamp of a clock is the same wherever it is shown and counted, by the time alone: no sweep runs here. The demand is due on Monday 23 March 2026.</summary>
public abstract class LampTests(TestDatabase database) : OverdueTests(database)
{
    /// <summary>The instants around the warning and the due, in milliseconds beside the hour.</summary>
    public static TheoryData<string, int, int, Lamp> Instants => new()
    {
        { "2026-03-19", 17, 0, Lamp.Normal },
        { "2026-03-20", 9, -1, Lamp.Normal },
        { "2026-03-20", 9, 0, Lamp.Approaching },
        { "2026-03-21", 12, 0, Lamp.Approaching },
        { "2026-03-23", 17, 0, Lamp.Approaching },
        { "2026-03-23", 17, 1, Lamp.Breached },
        { "2026-03-24", 10, 0, Lamp.Breached },
    };

    [Theory]
    [MemberData(nameof(Instants))]
    public async Task Lamp_WithNoSweepHavingRun_IsTheSameOnEveryScreen(string day, int hour, int beside, Lamp lamp)
    {
        var butler = Town.Butler(Enterprise);
        var number = await AcceptedAsync();
        Town.Time.SetUtcNow(new DateTimeOffset(TownTime.At(Day(day), new TimeOnly(hour, 0)).AddMilliseconds(beside)));

        Assert.Equal([lamp], (await SeeAsync(Officer, number)).Clocks.Where(c => c.Kind == ClockKind.Handling).Select(c => c.Lamp));
        Assert.Equal([lamp], await ListedAsync());
        Assert.Equal(lamp, (await Desk.ListAsync(Officer, new DeskFilter { Scope = DeskScope.Unit }, Cancellation)).Value.Items.Single().Clock.Lamp);
        Assert.Equal(new DeskCount(ClockKind.Handling, false, 1, lamp == Lamp.Breached ? 1 : 0, lamp == Lamp.Approaching ? 1 : 0),
            (await Desk.CountsAsync(Officer, DeskScope.Unit, Cancellation)).Value.Single());
        Assert.Equal(lamp == Lamp.Normal ? [] : [lamp], await OnTheOverdueBoardAsync(number));
        Assert.Equal(lamp, (await new BoardService(Town.Runner, Moments, new Unchanging<ContactSettings>()).CardAsync(butler, Enterprise.Id, Cancellation)).Value.Lamp);
    }

    [Fact]
    public async Task Call_WithNoSweepHavingRun_WaitsForTheFirstAskedPersonOnceTheEnterpriseWasToBeReminded()
    {
        var number = await CompletedAsync();
        var confirmation = await ClockAsync(number, ClockKind.Confirmation);
        var reminded = confirmation.NextAt!.Value;

        Town.Time.SetUtcNow(new DateTimeOffset(reminded.AddMilliseconds(-1)));
        Assert.DoesNotContain(await WaitingAsync(), r => r.Number == number);

        Town.Time.SetUtcNow(new DateTimeOffset(reminded));
        Assert.Contains(await WaitingAsync(), r => r.Number == number);
    }

    private async Task<IReadOnlyList<DeskRow>> WaitingAsync() => (await Desk.ListAsync(Specialist, new DeskFilter(), Cancellation)).Value.Items;

    private async Task<List<Lamp>> ListedAsync()
    {
        var under = new List<Lamp>();
        foreach (var lamp in Enum.GetValues<Lamp>())
        {
            under.AddRange((await List.ListAsync(Dispatcher, new TicketFilter { Lamp = lamp, EnterpriseId = Enterprise.Id }, Cancellation)).Value.Items.Select(_ => lamp));
        }

        return under;
    }

    private async Task<List<Lamp>> OnTheOverdueBoardAsync(string number) =>
        [.. (await Board.ReadAsync(Dispatcher, new OverdueFilter { Show = OverdueShow.WithApproaching, UnitId = Unit.Id }, Cancellation)).Value.Groups
            .SelectMany(g => g.Rows).Where(r => r.Number == number).Select(r => r.Clock.Lamp)];

    public sealed class OnSqlite(SqliteDatabase database) : LampTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : LampTests(database), IClassFixture<PostgresDatabase>;
}
