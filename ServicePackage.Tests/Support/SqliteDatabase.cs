using Microsoft.Data.Sqlite;

namespace ServicePackage.Tests.Support;

/// <summary>A SQLite file for one test class: a copy of one that was migrated once.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    private static readonly string Folder = FastestFolder();
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly string _file = TemporaryFile();

    public override void Renew()
    {
        using var template = new SqliteConnection($"Data Source={Template.Value.Result};Mode=ReadOnly");
        using var mine = new SqliteConnection($"Data Source={_file}");
        template.Open();
        mine.Open();
        template.BackupDatabase(mine);
    }

    protected override async Task<string?> CreateAsync()
    {
        File.Copy(await Template.Value, _file);
        return $"Data Source={_file}";
    }

    protected override Task DropAsync()
    {
        SqliteConnection.ClearAllPools();
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
