namespace ServicePackage.Core.Data;

/// <summary>
/// The right to write to a SQLite file, held by one server process at a time as a locked file beside it.
/// The operating system lets go of it when the process ends, however it ends.
/// </summary>
public sealed class DatabaseLease : IDisposable
{
    private readonly FileStream _lock;

    private DatabaseLease(FileStream held) => _lock = held;

    /// <summary>The lease on the database file at this path; null when another process holds it.</summary>
    public static DatabaseLease? TryTake(string path)
    {
        try
        {
            return new DatabaseLease(new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();
}
