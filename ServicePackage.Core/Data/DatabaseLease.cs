namespace ServicePackage.Core.Data;

/// <summary>
/// The right to write to a SQLite file, held by one server process at a time: as a locked file beside it, and as one named after the file itself,
/// which is the same whatever link leads to it. The database is never opened beside SQLite: closing it would drop SQLite's own locks.
/// The operating system lets go of both when the process ends, however it ends.
/// </summary>
public sealed class DatabaseLease : IDisposable
{
    private readonly FileStream _beside;
    private FileStream? _file;

    private DatabaseLease(FileStream beside) => _beside = beside;

    /// <summary>The lease on the database file at this path, which may not exist yet; null when another process holds it.</summary>
    public static DatabaseLease? TryTake(string path) => TryLock(Real(path) + ".lock") is { } beside ? new DatabaseLease(beside) : null;

    /// <summary>
    /// Holds the file that stands at the path now, whatever its name; false when another process holds it. Where files have no such identity, or
    /// another user's lock of that name was left behind, the lease beside it is all there is.
    /// </summary>
    public bool HoldFile(string path)
    {
        var name = FileIdentity.Of(path) is { } identity ? Path.Combine(Path.GetTempPath(), $"servicepackage-{identity}.lock") : null;
        if (name is null || _file?.Name == name)
        {
            return true;
        }

        LetGo();
        try
        {
            _file = TryLock(name);
            return _file is not null;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        LetGo();
        _beside.Dispose();
    }

    /// <summary>The lock goes with its file: the number of a file that is gone is given to another.</summary>
    private void LetGo()
    {
        if (_file is { Name: var name })
        {
            File.Delete(name);
            _file.Dispose();
            _file = null;
        }
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Where a symbolic link leads in the end.</summary>
    private static string Real(string path) => new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : path;
}
