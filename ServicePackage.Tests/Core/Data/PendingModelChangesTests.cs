using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;

namespace ServicePackage.Tests.Core.Data;

/// <summary>The migrations in the repository make the model of the code, on either database.</summary>
public sealed class PendingModelChangesTests
{
    [Fact]
    public void Migrations_OnSqlite_MakeTheModel()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges(), "dotnet ef migrations add … --context SqliteAppDbContext is due; see README.");
    }

    [Fact]
    public void Migrations_OnPostgres_MakeTheModel()
    {
        using var db = new PostgresDesignTimeFactory().CreateDbContext([]);
        Assert.False(db.Database.HasPendingModelChanges(), "dotnet ef migrations add … --context PostgresAppDbContext is due; see README.");
    }
}
