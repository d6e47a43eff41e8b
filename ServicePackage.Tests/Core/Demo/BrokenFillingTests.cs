using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ServicePackage.Core.Demo;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Demo;

/// <summary>What a filling leaves that was broken off in the middle.</summary>
public abstract class BrokenFillingTests(TestDatabase database) : TownTests(database)
{
    protected async Task BreakOffAsync()
    {
        using var broken = new CancellationTokenSource();
        using var loggers = LoggerFactory.Create(l => l.AddProvider(new BreaksOff(broken)));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new DemoTown(Town.Contexts, Town.Clock, loggers).FillAsync("Development", true, broken.Token));
    }

    protected DemoTown Demo => new(Town.Contexts, Town.Clock, NullLoggerFactory.Instance);

    public sealed class OnSqlite(SqliteDatabase database) : BrokenFillingTests(database), IClassFixture<SqliteDatabase>
    {
        [Fact]
        public async Task Fill_WhenBrokenOff_LeavesTheDatabaseEmpty()
        {
            await BreakOffAsync();

            await using var db = Town.Look();
            Assert.False(await db.Users.AnyAsync(Cancellation) || await db.Organisations.AnyAsync(Cancellation) || await db.History.AnyAsync(Cancellation));
        }
    }

    public sealed class OnPostgres(PostgresDatabase database) : BrokenFillingTests(database), IClassFixture<PostgresDatabase>
    {
        [Fact]
        public async Task Fill_AfterOneWasBrokenOff_IsRefused()
        {
            await BreakOffAsync();

            Assert.Equal("DemoUnfinished", (await Demo.FillAsync("Development", true, Cancellation)).Refusal?.Code);
        }
    }

    /// <summary>Breaks off once somebody has been written.</summary>
    private sealed class BreaksOff(CancellationTokenSource source) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (formatter(state, exception).Contains("INSERT INTO \"Organisations\"", StringComparison.Ordinal))
            {
                source.Cancel();
            }
        }
    }
}
