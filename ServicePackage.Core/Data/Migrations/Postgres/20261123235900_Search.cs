using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ServicePackage.Core.Data.Migrations.Postgres;

/// <summary>Written by hand: the full-text index over the searchable words, which the model cannot describe.</summary>
[DbContext(typeof(PostgresAppDbContext))]
[Migration("20261123235900_Search")]
public sealed class Search : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql("""CREATE INDEX "IX_SearchEntries_Words" ON "SearchEntries" USING gin (to_tsvector('simple', "Words"));""");
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql("""DROP INDEX "IX_SearchEntries_Words";""");
    }
}
