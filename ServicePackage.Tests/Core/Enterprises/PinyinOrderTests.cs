using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Search;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Enterprises;

/// <summary>Enterprises, units and people stand by their pinyin, on both databases alike.</summary>
public abstract class PinyinOrderTests(TestDatabase database) : TicketTests(database)
{
    private static readonly string[] Names = ["招商局", "李氏机械", "安亭实业", "长征食品", "黎明电器", "李记五金"];
    private static readonly string[] InOrder = ["安亭实业", "长征食品", "李记五金", "李氏机械", "黎明电器", "招商局"];

    [Fact]
    public async Task Enterprises_StandByTheirPinyin_AndMoveWithTheirName()
    {
        foreach (var name in Names)
        {
            Town.Enterprise(City, name: name);
        }

        Assert.Equal(InOrder, await EnterprisesAsync());

        Town.Write(db => db.Enterprises.Single(e => e.Name == "招商局").Name = "宝山商行");
        Assert.Equal(["安亭实业", "宝山商行", "长征食品", "李记五金", "李氏机械", "黎明电器"], await EnterprisesAsync());
    }

    [Fact]
    public async Task Units_ToChoose_StandByTheirPinyin()
    {
        foreach (var name in Names)
        {
            Town.Organisation(OrganisationKind.Unit, name);
        }

        var number = await RaisedAsync();
        var units = (await Pages.ChoicesAsync(Dispatcher, number, Move.Dispatch, Cancellation)).Value.Units.Select(u => u.Name);
        await using var db = Town.Look();
        var stored = await db.Organisations.Where(o => o.Kind == OrganisationKind.Unit).OrderBy(o => o.SortKey).Select(o => o.Name).ToListAsync(Cancellation);

        Assert.Equal(stored, units.Where(stored.Contains));
        Assert.Equal(6, stored.Count(n => InOrder.Any(i => n.StartsWith(i, StringComparison.Ordinal))));
        Assert.Equal(InOrder, stored.Select(n => Array.Find(InOrder, i => n.StartsWith(i, StringComparison.Ordinal))).OfType<string>());
    }

    [Fact]
    public async Task Keys_OfAnEarlierVersion_AreWrittenByTheRenewal_WithoutTouchingTheRow()
    {
        foreach (var name in Names)
        {
            Town.Enterprise(City, name: name);
        }

        Town.Write(db =>
        {
            db.Enterprises.ExecuteUpdate(e => e.SetProperty(x => x.SortKey, ""));
            db.Organisations.ExecuteUpdate(o => o.SetProperty(x => x.SortKey, ""));
            db.Users.ExecuteUpdate(a => a.SetProperty(x => x.SortKey, ""));
            db.SearchEntries.Where(e => e.SubjectKind == nameof(SearchWords)).ExecuteDelete();
        });
        await using var before = Town.Look();
        var versions = await before.Enterprises.OrderBy(e => e.Id).Select(e => e.Version).ToListAsync(Cancellation);

        await new SearchRenewal(Town.Contexts).RunAsync(Cancellation);

        Assert.Equal(InOrder, await EnterprisesAsync());
        await using var db = Town.Look();
        Assert.False(await db.Organisations.AnyAsync(o => o.SortKey == "", Cancellation) || await db.Users.AnyAsync(a => a.SortKey == "", Cancellation));
        Assert.Equal(versions, await db.Enterprises.OrderBy(e => e.Id).Select(e => e.Version).ToListAsync(Cancellation));
    }

    private async Task<IEnumerable<string>> EnterprisesAsync() =>
        (await new EnterpriseService(Town.Runner).ListAsync(Dispatcher, new EnterpriseFilter { EconomicCityId = City.Id })).Value.Items.Select(e => e.Name).Where(n => n != Enterprise.Name);

    public sealed class OnSqlite(SqliteDatabase database) : PinyinOrderTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : PinyinOrderTests(database), IClassFixture<PostgresDatabase>;
}
