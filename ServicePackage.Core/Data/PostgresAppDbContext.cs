using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Data;

/// <summary>The model on PostgreSQL, with its migrations.</summary>
public sealed class PostgresAppDbContext(DbContextOptions<PostgresAppDbContext> options) : AppDbContext(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        foreach (var sorted in builder.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(ISortedByName))))
        {
            builder.Entity(sorted.ClrType).Property(nameof(ISortedByName.SortKey)).UseCollation("C"); // by its bytes, as SQLite does
        }
    }
}

/// <summary>Makes the context for the migrations tool.</summary>
public sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresAppDbContext>
{
    /// <inheritdoc/>
    public PostgresAppDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresAppDbContext>().UseNpgsql("Host=localhost").Options);
}
