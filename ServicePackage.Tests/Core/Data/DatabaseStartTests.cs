using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ServicePackage.Core.Data;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Data;

public sealed class DatabaseStartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("servicepackage-start-").FullName;
    private readonly List<ServiceProvider> _data = [];
    private readonly List<DatabaseStart> _processes = [];

    private string File => Path.Combine(_folder, "town.db");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _processes.ForEach(p => p.Dispose()); // a lock that outlives its file would meet another test's: the file's number is given again
        Close();
        _data.ForEach(d => d.Dispose());
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Prepare_WhenAnotherServerHasTheFile_IsRefusedUntilItEnds()
    {
        var first = Process();
        Assert.True((await first.PrepareAsync(Cancellation)).Done);

        var refused = await Process().PrepareAsync(Cancellation);
        Assert.Equal("DatabaseInUse", refused.Refusal?.Code);
        Assert.Contains(File, refused.Refusal!.Sentence, StringComparison.Ordinal);

        first.Dispose();
        Assert.True((await Process().PrepareAsync(Cancellation)).Done);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Prepare_WhenAnotherServerHasTheFileUnderAnotherName_IsRefused(bool hard)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Links are told apart by the file's device and number, which only Linux gives.");
        var first = Process();
        Assert.True((await first.PrepareAsync(Cancellation)).Done);
        var link = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "elsewhere")).FullName, "link.db");
        using (var ln = System.Diagnostics.Process.Start("ln", hard ? [File, link] : ["-s", File, link]))
        {
            await ln.WaitForExitAsync(Cancellation);
        }

        Assert.Equal("DatabaseInUse", (await Process(link).PrepareAsync(Cancellation)).Refusal?.Code);

        first.Dispose();
        Close();
        Assert.True((await Process(link).PrepareAsync(Cancellation)).Done);
        Assert.Equal("DatabaseInUse", (await Process().PrepareAsync(Cancellation)).Refusal?.Code);
    }

    [Fact]
    public async Task HoldFile_WhenAnotherFileHasTakenItsPlace_HoldsThatOne()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Links are told apart by the file's device and number, which only Linux gives.");
        using var first = Process();
        await first.PrepareAsync(Cancellation);
        Close();
        System.IO.File.Copy(File, File + ".new");
        System.IO.File.Move(File + ".new", File, overwrite: true);

        await first.HoldFileAsync(Cancellation);

        var link = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "elsewhere")).FullName, "link.db");
        using (var ln = System.Diagnostics.Process.Start("ln", [File, link]))
        {
            await ln.WaitForExitAsync(Cancellation);
        }

        Assert.Equal("DatabaseInUse", (await Process(link).PrepareAsync(Cancellation)).Refusal?.Code);
    }

    [Fact]
    public async Task Prepare_OfACopyMadeByOtherMeans_TakesIt()
    {
        await Process().PrepareAsync(Cancellation);
        var copy = Path.Combine(_folder, "copy.db");
        await using (var db = Contexts().CreateDbContext())
        {
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}", Cancellation); // no WAL file any more
        }

        Assert.True((await Process(copy).PrepareAsync(Cancellation)).Done);
    }

    [Fact]
    public async Task Prepare_WhenTheFileIsNoDatabase_IsRefusedAndLeavesItAsItIs()
    {
        var content = new byte[8192];
        Array.Fill(content, (byte)'x');
        await System.IO.File.WriteAllBytesAsync(File, content, Cancellation);

        Assert.Equal("DatabaseDamaged", (await Process().PrepareAsync(Cancellation)).Refusal?.Code);
        Assert.Equal(content, await System.IO.File.ReadAllBytesAsync(File, Cancellation));
    }

    [Fact]
    public async Task Prepare_WhenAPageIsCorrupt_IsRefused()
    {
        using (var process = Process())
        {
            await process.PrepareAsync(Cancellation);
        }

        Close();
        await using (var stream = new FileStream(File, FileMode.Open))
        {
            stream.Seek(2 * 4096, SeekOrigin.Begin);
            await stream.WriteAsync(new byte[4096], Cancellation);
        }

        Assert.Equal("DatabaseDamaged", (await Process().PrepareAsync(Cancellation)).Refusal?.Code);
    }

    [Fact]
    public async Task Prepare_AfterAMigrationWasKilled_IsNotHeldUpByItsLock()
    {
        using (var process = Process())
        {
            await process.PrepareAsync(Cancellation);
        }

        await using (var db = Contexts().CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync(
                """CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT); INSERT OR REPLACE INTO "__EFMigrationsLock" VALUES (1, '2026-01-01')""",
                Cancellation);
        }

        Assert.True((await Process().PrepareAsync(Cancellation)).Done);
    }

    [Fact]
    public async Task Prepare_WhenTheFileIsOfAnEarlierModel_IsRefusedAndLeavesItAsItIs()
    {
        await using (var db = Contexts().CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync(
                """CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT PRIMARY KEY, "ProductVersion" TEXT NOT NULL); INSERT INTO "__EFMigrationsHistory" VALUES ('20261123173919_Initial', '10.0.15')""",
                Cancellation);
        }

        var refused = await Process().PrepareAsync(Cancellation);
        Assert.Equal("DatabaseOfOtherVersion", refused.Refusal?.Code);
        Assert.Contains(File, refused.Refusal!.Sentence, StringComparison.Ordinal);
        await using var left = Contexts().CreateDbContext();
        Assert.Equal(["20261123173919_Initial"], await left.Database.GetAppliedMigrationsAsync(Cancellation));
    }

    private DatabaseStart Process(string? path = null)
    {
        var process = new DatabaseStart(Contexts(path));
        _processes.Add(process);
        return process;
    }

    /// <summary>Connections end with their process.</summary>
    private void Close() => _data.ForEach(d => SqliteDatabase.Close(d.GetRequiredService<IDbContextFactory<AppDbContext>>()));

    private IDbContextFactory<AppDbContext> Contexts(string? path = null)
    {
        var provider = new ServiceCollection().AddData($"Data Source={path ?? File}").BuildServiceProvider();
        _data.Add(provider);
        return provider.GetRequiredService<IDbContextFactory<AppDbContext>>();
    }
}

public sealed class DatabaseStartOnPostgresTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task Prepare_ByTwoServersAtOnce_SucceedsInBoth()
    {
        database.Require();
        await using (var db = database.Contexts.CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync("DROP SCHEMA public CASCADE; CREATE SCHEMA public", TestContext.Current.CancellationToken);
        }

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3)
            .Select(_ => new DatabaseStart(database.Contexts).PrepareAsync(TestContext.Current.CancellationToken)));

        Assert.All(outcomes, o => Assert.True(o.Done));
    }

    [Fact]
    public async Task Prepare_ByTwoServersAtOnceWithoutADatabase_MakesOneAndSucceedsInBoth()
    {
        database.Require();
        var address = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = $"test_{Guid.NewGuid():N}", Pooling = false };
        await using var provider = new ServiceCollection().AddData(address.ConnectionString).BuildServiceProvider();
        var contexts = provider.GetRequiredService<IDbContextFactory<AppDbContext>>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3)
            .Select(_ => Task.Run(() => new DatabaseStart(contexts).PrepareAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken)));

        Assert.All(outcomes, o => Assert.True(o.Done));
        await using var db = contexts.CreateDbContext();
        Assert.False(await db.Users.AnyAsync(TestContext.Current.CancellationToken));
        await db.Database.EnsureDeletedAsync(TestContext.Current.CancellationToken);
    }
}
