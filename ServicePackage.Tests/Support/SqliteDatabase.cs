using Microsoft.Data.Sqlite;

namespace ServicePackage.Tests.Support;

/// <summary>A SQLite file for one test class: a copy of one that was migrated once.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly string _file = TemporaryFile();

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

    private static string TemporaryFile() => Path.Combine(Path.GetTempPath(), $"servicepackage-{Guid.NewGuid():N}.db");
}
