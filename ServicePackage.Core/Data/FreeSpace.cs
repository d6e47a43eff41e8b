using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ServicePackage.Core.Data;

/// <summary>How much room there is beside the database.</summary>
public static class FreeSpace
{
    /// <summary>The free bytes of the disk on which a SQLite file lies; null where that is not known, as with another server's disk.</summary>
    public static long? BesideDatabase(this AppDbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Database.GetDbConnection() is SqliteConnection file && Path.GetDirectoryName(Path.GetFullPath(file.DataSource)) is { } folder && Directory.Exists(folder)
            ? new DriveInfo(folder).AvailableFreeSpace
            : null;
    }
}
