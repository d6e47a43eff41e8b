using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>
/// How a clock stands, as the database says it and as a row in hand says it. O: open · R: running · B: breached · A: approaching ·
/// W: warned · L: under another lamp than the green one. Hours are counted from now; the warning comes at NextAt where the level to come is 临期.
/// </summary>
public abstract class ClockScopeTests(TestDatabase database) : TicketTests(database)
{
    public static readonly TheoryData<string, string, int, string, string, string> Table = new()
    {
        //                                  ended       due  breached  next            stands
        { "in time",                        "",          48, "",       "DueSoon +24",  "OR----" },
        { "warned this moment",             "",          24, "",       "DueSoon 0",    "OR-AWL" },
        { "warned, the sweep has run",      "",          24, "",       "Breach +24",   "OR-AWL" },
        { "due this moment",                "",           0, "",       "Breach 0",     "OR-AWL" },
        { "past due, no sweep has run",     "",          -1, "",       "Breach -1",    "ORB-WL" },
        { "past due, recorded",             "",          -1, "at due", "Second +72",   "ORB-WL" },
        { "past due, warned at no time",    "",          -1, "",       "DueSoon -25",  "ORB-WL" },
        { "standing still in time",         "paused",    48, "",       "DueSoon +24",  "O----L" },
        { "standing still, warned",         "paused",    24, "",       "Breach +24",   "O---WL" },
        { "standing still beyond its due",  "paused",    -1, "",       "Breach +24",   "O---WL" },
        { "standing still, breached",       "paused",    -1, "at due", "Second +72",   "O-B-WL" },
        { "met in time, its due to come",   "ended",     48, "",       "DueSoon +24",  "-----L" },
        { "met in time, its due long past", "ended",   -480, "",       "DueSoon -500", "----WL" },
        { "met when warned",                "ended",     24, "",       "Breach +24",   "----WL" },
        { "met too late",                   "ended",    -48, "at due", "Second -1",    "--B-WL" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Clock_ThatIs_StandsAsTheTableSays(string which, string how, int due, string breached, string next, string stands)
    {
        var number = await AcceptedAsync();
        var (now, level) = (Town.Clock.Now, next.Split(' '));
        var id = (await ClockAsync(number, ClockKind.Handling)).Id;
        await using var db = Town.Look();
        var clock = db.TicketClocks.Where(c => c.Id == id);
        await clock.ExecuteUpdateAsync(s => s
            .SetProperty(c => c.EndedAt, how == "ended" ? now : null)
            .SetProperty(c => c.PausedFor, how == "paused" ? PauseReason.Supplement : PauseReason.None)
            .SetProperty(c => c.DueAt, now.AddHours(due))
            .SetProperty(c => c.BreachedAt, breached.Length > 0 ? now.AddHours(due) : null)
            .SetProperty(c => c.NextLevel, level[0] switch { "DueSoon" => Levels.DueSoon, "Breach" => Levels.Breach, _ => Levels.Breach + 1 })
            .SetProperty(c => c.NextAt, now.AddHours(int.Parse(level[1], System.Globalization.CultureInfo.InvariantCulture))), Cancellation);

        var asked = string.Concat(
            await HasAsync('O', clock.Open()), await HasAsync('R', clock.Running()), await HasAsync('B', clock.Breached(now)),
            await HasAsync('A', clock.Approaching(now)), await HasAsync('W', clock.Warned(now)), await HasAsync('L', clock.NotQuiet(now)));
        var row = await clock.SingleAsync(Cancellation);

        Assert.Equal($"{which}: {stands}", $"{which}: {asked}");
        Assert.Equal((stands[0] == 'O', stands[2] == 'B', stands[3] == 'A'), (row.Open, row.IsBreached(now), row.IsApproaching(now)));

        static async Task<char> HasAsync(char letter, IQueryable<TicketClock> clocks) => await clocks.AnyAsync(Cancellation) ? letter : '-';
    }

    public sealed class OnSqlite(SqliteDatabase database) : ClockScopeTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ClockScopeTests(database), IClassFixture<PostgresDatabase>;
}
