using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ServicePackage.Core.Enterprises;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Data;

/// <summary>What the flags of enterprises said is a title of unknown dates after the migration that takes them away.</summary>
public abstract class TitlesOfFlagsTests(TestDatabase database) : TownTests(database)
{
    [Fact]
    public async Task Flags_BecomeTitlesOfUnknownDates()
    {
        var (all, one, none) = (Town.Enterprise(), Town.Enterprise(), Town.Enterprise());
        await using (var db = Town.Look())
        {
            var migrations = db.Database.GetMigrations().ToList();
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync(migrations[migrations.FindIndex(m => m.EndsWith("_EnterpriseLists", StringComparison.Ordinal)) - 1], Cancellation);
            await db.Database.ExecuteSqlAsync($"""UPDATE "Enterprises" SET "Categories" = CASE "Id" WHEN {all.Id} THEN 255 WHEN {one.Id} THEN 8 ELSE 0 END""", Cancellation);
            await migrator.MigrateAsync(cancellationToken: Cancellation);
        }

        await using var now = Town.Look();
        var items = await now.EnterpriseListItems.OrderBy(i => i.Id).ToListAsync(Cancellation);
        Assert.Equal(
            ["srdi", "little_giant", "innovative", "hnte", "key_taxpayer", "unicorn_potential", "champion_city", "industry_leader"],
            items.Where(i => i.EnterpriseId == all.Id).Select(i => i.Kind));
        Assert.Equal("hnte", items.Single(i => i.EnterpriseId == one.Id).Kind);
        Assert.DoesNotContain(items, i => i.EnterpriseId == none.Id);
        Assert.All(items, i => Assert.Equal((ListCatalogue.Title, FactStanding.Checked, FirstTime.Unknown, null, null, null), (i.List, i.Standing, i.First, i.From, i.Until, i.ReplacedAt)));
        var real = TimeProvider.System.GetUtcNow().UtcDateTime; // a migration knows no other clock
        Assert.All(items, i => Assert.InRange(i.RecordedAt, real.AddMinutes(-5), real.AddMinutes(1)));
    }

    public sealed class OnSqlite(SqliteDatabase database) : TitlesOfFlagsTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : TitlesOfFlagsTests(database), IClassFixture<PostgresDatabase>;
}
