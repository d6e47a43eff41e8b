using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;

namespace ServicePackage.Tests.Support;

/// <summary>A SQLite file for one test class: a copy of one that was migrated once.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    private static readonly string Folder = FastestFolder();
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly string _file = TemporaryFile();

    public override void Renew()
    {
        using var template = new SqliteConnection($"Data Source=file:{Template.Value.Result}?immutable=1;Mode=ReadOnly"); // nobody writes to it: read without locks
        using var mine = new SqliteConnection($"Data Source={_file};Pooling=False");
        template.Open();
        mine.Open();
        template.BackupDatabase(mine);
    }

    /// <summary>Closes what the program keeps open of this file, as its end would. Of this one alone: other classes are at work on theirs.</summary>
    public static void Close(IDbContextFactory<AppDbContext> contexts)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        using var db = contexts.CreateDbContext();
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
    }

    protected override async Task<string?> CreateAsync()
    {
        File.Copy(await Template.Value, _file);
        return $"Data Source={_file}";
    }

    protected override Task DropAsync()
    {
        Close(Contexts);
        foreach (var end in new[] { "", "-wal", "-shm", ".lock" })
        {
            File.Delete(_file + end);
        }

        return Task.CompletedTask;
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var file = TemporaryFile();
        await MigrateAsync($"Data Source={file};Pooling=False"); // closing the last connection folds the journal into the file
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
        return file;
    }

    private static string TemporaryFile() => Path.Combine(Folder, $"servicepackage-{Guid.NewGuid():N}.db");

    /// <summary>In memory where the machine has room there: the program waits for the disk at every commit, the tests need not.</summary>
    private static string FastestFolder()
    {
        const string Memory = "/dev/shm";
        const long Room = 1L << 30;
        return Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > Room ? Memory : Path.GetTempPath();
    }
}
