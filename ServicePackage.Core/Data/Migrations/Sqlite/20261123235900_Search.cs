using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ServicePackage.Core.Data.Migrations.Sqlite;

/// <summary>Written by hand: the full-text index over the searchable words, which the model cannot describe.</summary>
[DbContext(typeof(SqliteAppDbContext))]
[Migration("20261123235900_Search")]
public sealed class Search : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql("""
            CREATE VIRTUAL TABLE "SearchIndex" USING fts5("Words", content='SearchEntries', content_rowid='Id', tokenize='unicode61 remove_diacritics 0');
            CREATE TRIGGER "SearchEntries_Added" AFTER INSERT ON "SearchEntries" BEGIN
                INSERT INTO "SearchIndex" (rowid, "Words") VALUES (new."Id", new."Words");
            END;
            CREATE TRIGGER "SearchEntries_Removed" AFTER DELETE ON "SearchEntries" BEGIN
                INSERT INTO "SearchIndex" ("SearchIndex", rowid, "Words") VALUES ('delete', old."Id", old."Words");
            END;
            CREATE TRIGGER "SearchEntries_Changed" AFTER UPDATE ON "SearchEntries" BEGIN
                INSERT INTO "SearchIndex" ("SearchIndex", rowid, "Words") VALUES ('delete', old."Id", old."Words");
                INSERT INTO "SearchIndex" (rowid, "Words") VALUES (new."Id", new."Words");
            END;
            """);
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql("""
            DROP TRIGGER "SearchEntries_Added";
            DROP TRIGGER "SearchEntries_Removed";
            DROP TRIGGER "SearchEntries_Changed";
            DROP TABLE "SearchIndex";
            """);
    }
}
