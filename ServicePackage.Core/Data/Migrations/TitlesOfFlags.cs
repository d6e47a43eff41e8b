using Microsoft.EntityFrameworkCore.Migrations;

namespace ServicePackage.Core.Data.Migrations;

/// <summary>
/// What the flags of enterprises said becomes titles of unknown dates, as checked at the instant of the migration. The flag of unicorns meant the potential
/// ones as well, and becomes the lesser of the two.
/// </summary>
internal static class TitlesOfFlags
{
    private static readonly (int Flag, string Kind)[] Kinds =
    [
        (1, "srdi"), (2, "little_giant"), (4, "innovative"), (8, "hnte"), (16, "key_taxpayer"), (32, "unicorn_potential"), (64, "champion_city"), (128, "industry_leader"),
    ];

    /// <summary>After the table of items is there, before the column of flags goes.</summary>
    public static void TellTitlesOfFlags(this MigrationBuilder migration)
    {
        var now = migration.ActiveProvider!.Contains("Sqlite", StringComparison.Ordinal) ? "strftime('%Y-%m-%d %H:%M:%f', 'now')" : "date_trunc('milliseconds', now())";
        foreach (var (flag, kind) in Kinds)
        {
            migration.Sql($"""
                INSERT INTO "EnterpriseListItems" ("EnterpriseId", "List", "Kind", "Level", "Number", "First", "Announcement", "Purpose", "Standing", "Evidence", "RecordedAt")
                SELECT "Id", 'title', '{kind}', '', '', 'Unknown', '', '', 'Checked', '', {now} FROM "Enterprises" WHERE ("Categories" & {flag}) <> 0
                """);
        }
    }
}
