using Microsoft.Data.Sqlite;

namespace ServicePackage.Core.Demo;

/// <summary>A SQLite file beside the real one, which takes its place in one step once it is complete. A kill before that leaves the real one as it was.</summary>
internal sealed class DatabaseDraft
{
    private static readonly string[] Ends = ["", "-journal", "-wal", "-shm"];

    private readonly string _realAddress;
    private readonly string _realPath;
    private readonly string _path;

    public DatabaseDraft(string realAddress)
    {
        var real = new SqliteConnectionStringBuilder(realAddress);
        _realAddress = realAddress;
        _realPath = Path.GetFullPath(real.DataSource);
        _path = Path.ChangeExtension(_realPath, ".filling.db");
        Address = new SqliteConnectionStringBuilder(realAddress) { DataSource = _path }.ToString();
    }

    /// <summary>The connection string of the draft.</summary>
    public string Address { get; }

    /// <summary>Throws away what a start that was broken off left behind.</summary>
    public void Clear() => Array.ForEach(Ends, end => File.Delete(_path + end));

    public async Task TakePlaceAsync(CancellationToken cancellation)
    {
        await CloseAsync(Address, cancellation);
        await CloseAsync(_realAddress, cancellation);
        await using (var written = new FileStream(_path, FileMode.Open, FileAccess.ReadWrite))
        {
            written.Flush(flushToDisk: true);
        }

        File.Move(_path, _realPath, overwrite: true);
    }

    /// <summary>Folds the journal into the file, so that none is left that would be played into another file of that name.</summary>
    private static async Task CloseAsync(string address, CancellationToken cancellation)
    {
        await using (var pooled = new SqliteConnection(address))
        {
            SqliteConnection.ClearPool(pooled);
        }

        await using var last = new SqliteConnection(new SqliteConnectionStringBuilder(address) { Pooling = false }.ToString());
        await last.OpenAsync(cancellation);
        await using var fold = last.CreateCommand();
        fold.CommandText = "PRAGMA journal_mode=DELETE";
        await fold.ExecuteScalarAsync(cancellation);
    }
}
