using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Setup;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Setup;

/// <summary>The Centre takes in the published list of a title. The town's day is 2 March 2026.</summary>
public abstract class TitleImportTests : TownTests
{
    private readonly Organisation _city;
    private readonly Enterprise _one;
    private readonly Enterprise _two;
    private readonly Caller _centre;

    protected TitleImportTests(TestDatabase database)
        : base(database)
    {
        _city = Town.EconomicCity();
        (_one, _two, _centre) = (Town.Enterprise(_city, name: "上海甲一科技有限公司"), Town.Enterprise(_city, name: "上海乙二科技有限公司"), Town.Dispatcher());
    }

    private static TitleListInput List => new() { Kind = "hnte", Announcement = "2026年第一批公告", From = new(2026, 1, 1), Until = new(2028, 12, 31), AsOf = new(2026, 2, 1) };

    [Fact]
    public async Task Import_OfAGoodList_RecordsWhatAnAuthoritySaysAndClosesTheKind()
    {
        var preview = await CheckAsync(List, [_one.Name, "", "GR1", "首次认定", "", ""], ["", _two.CreditCode, "GR2", "复核通过", "2025-12-01", "2028年11月30日"]);
        Assert.Equal([ImportState.New, ImportState.New], States(preview));
        Assert.Empty(await ItemsAsync());

        Assert.Equal(new Imported(Titles: 2, Closed: 2), (await ImportAsync(List, preview)).Value);

        var items = await ItemsAsync();
        Assert.Equal([(_one.Id, "GR1", FirstTime.First, new DateOnly(2026, 1, 1), new DateOnly(2028, 12, 31)), (_two.Id, "GR2", FirstTime.Recheck, new(2025, 12, 1), new(2028, 11, 30))],
            items.Select(i => (i.EnterpriseId, i.Number, i.First, i.From!.Value, i.Until!.Value)));
        Assert.All(items, i => Assert.Equal((FactStanding.Authority, "2026年第一批公告", "2026年第一批公告", _centre.AccountId), (i.Standing, i.Evidence, i.Announcement, i.RecordedById!.Value)));
        await using var db = Town.Look();
        Assert.All(await db.EnterpriseListClosings.ToListAsync(Cancellation), c => Assert.Equal(("title", "hnte", new DateOnly(2026, 2, 1), FactStanding.Authority), (c.List, c.Kind, c.AsOf, c.Standing)));
        Assert.True(await db.History.AnyAsync(h => h.Subject == nameof(Enterprise) && h.SubjectId == _two.Id, Cancellation));
    }

    [Fact]
    public async Task Import_OverWhatIsKnown_TakesTheLowerWordsPlace()
    {
        Town.Titles(_one, "hnte");
        Town.Write(db => db.EnterpriseListItems.Add(new EnterpriseListItem { EnterpriseId = _two.Id, List = "title", Kind = "hnte", From = new(2026, 1, 5), Until = new(2028, 1, 1), RecordedAt = Town.Clock.Now }));
        var preview = await CheckAsync(List, [_one.Name, "", "", "", "", ""], [_two.Name, "", "", "", "", ""]);

        Assert.Equal([ImportState.Changed, ImportState.Changed], States(preview));
        Assert.True((await ImportAsync(List, preview)).Done);

        var items = await ItemsAsync();
        Assert.Equal([true, true, false, false], items.Select(i => i.ReplacedAt is not null));
        Assert.Equal([items[0].Id, items[1].Id], items.Skip(2).Select(i => i.CorrectsId!.Value));
        var again = await CheckAsync(List, [_one.Name, "", "", "", "", ""], [_two.Name, "", "", "", "", ""]);
        Assert.Equal([ImportState.Known, ImportState.Known], States(again));
        Assert.Equal(new Imported(), again.Counts);
    }

    [Fact]
    public async Task Check_OfABadList_NamesEachByRowAndColumnAndNothingIsWritten()
    {
        var preview = await CheckAsync(
            List,
            ["上海没有这家有限公司", "", "", "", "", ""], ["", "913100001322602509", "", "", "", ""], [_one.Name, "", "", "第三次", "昨天", ""], [_two.Name, "", "", "", "2026-02-01", "2026-01-31"],
            [_two.Name, "", "", "", "", ""], ["", "", "GR3", "", "", ""]);

        Assert.Equal(
            ["2 Name Import.FirmUnknown", "3 CreditCode Import.FirmUnknown", "4 First Import.FirstUnknown", "4 From Import.NoDay", "5 Until List.UntilBeforeFrom", "6 Name Import.TwiceInList", "7 Name Import.FirmUnknown"],
            preview.Faults.Select(f => $"{f.Row} {f.Column} {f.Reason.Code}").Order(StringComparer.Ordinal));
        Assert.Equal("Import.HasFaults", (await ImportAsync(List, preview)).Refusal?.Code);
        Assert.Empty(await ItemsAsync());
    }

    [Fact]
    public async Task CodeThatDoesNotFitAFirmOfTheTown_IsRefused_AlsoWhereUnknownOnesAreLeftOut()
    {
        var list = List;
        list.SkipUnknown = true;
        var preview = await CheckAsync(list, [_one.Name, "913100001322602509", "", "", "", ""], ["上海没有这家有限公司", "9.13E+17", "", "", "", ""], [_two.Name, _one.CreditCode, "", "", "", ""], [_two.Name, "", "", "", "", "9999-12-31"]);

        Assert.Equal(
            ["2 CreditCode Import.CodeNotOfName", "3 CreditCode Import.CodeNotOfName", "4 CreditCode Import.CodeNotOfName", "5 Until List.UntilTooLate"],
            preview.Faults.Select(f => $"{f.Row} {f.Column} {f.Reason.Code}"));
        Assert.Equal("Import.HasFaults", (await ImportAsync(list, preview)).Refusal?.Code);
    }

    [Fact]
    public async Task UnknownFirms_AreLeftOutWhereThatWasAskedFor()
    {
        var list = List;
        list.SkipUnknown = true;
        var preview = await CheckAsync(list, ["上海没有这家有限公司", "", "", "", "", ""], [_one.Name, "", "", "", "", ""]);

        Assert.Equal([ImportState.Skipped, ImportState.New], States(preview));
        Assert.Equal(1, (await ImportAsync(list, preview)).Value.Titles);
        Assert.Equal(_one.Id, (await ItemsAsync()).Single().EnterpriseId);
    }

    [Theory]
    [InlineData("best", "", "2026-01-01", "2026-02-01", "Fact.ChoiceUnknown")]
    [InlineData("tech_centre", "", "2026-01-01", "2026-02-01", "List.Missing")]
    [InlineData("hnte", "", "2026-01-01", "2026-03-03", "Fact.DayToCome")]
    [InlineData("hnte", "", "2026-03-03", "2026-03-02", "Fact.DayToCome")]
    public async Task Check_WhereTheListItselfCannotBe_IsRefused(string kind, string level, string from, string asOf, string refusal)
    {
        var list = List;
        (list.Kind, list.Level, list.Until, list.From, list.AsOf) = (kind, level, null, Day(from), Day(asOf));

        var outcome = await Import(list).CheckAsync(_centre, await SheetAsync([_one.Name, "", "", "", "", ""]), Cancellation);

        Assert.Equal(refusal, outcome.Refusal?.Code);
    }

    [Fact]
    public async Task List_OfOneLevel_ClosesNothing()
    {
        var list = List;
        (list.Kind, list.Level) = ("tech_centre", "city");

        var preview = await CheckAsync(list, [_one.Name, "", "", "", "", ""]);

        Assert.Equal(new Imported(Titles: 1), (await ImportAsync(list, preview)).Value);
    }

    [Fact]
    public async Task Closing_OfALaterList_IsNotUndoneByAnEarlierOne()
    {
        Assert.True((await ImportAsync(List, await CheckAsync(List, [_one.Name, "", "", "", "", ""]))).Done);
        var earlier = List;
        earlier.AsOf = new(2026, 1, 15);
        var later = List;
        later.AsOf = new(2026, 3, 1);

        Assert.Equal(0, (await CheckAsync(earlier, [_two.Name, "", "", "", "", ""])).Counts.Closed);
        Assert.Equal(2, (await ImportAsync(later, await CheckAsync(later, [_one.Name, "", "", "", "", ""]))).Value.Closed);

        await using var db = Town.Look();
        Assert.Equal([new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 1)], await db.EnterpriseListClosings.Where(c => c.ReplacedAt == null).Select(c => c.AsOf).ToListAsync(Cancellation));
        Assert.Equal(2, await db.EnterpriseListClosings.CountAsync(c => c.ReplacedAt != null, Cancellation));
    }

    [Fact]
    public async Task Import_WhenTheTownHasChangedSince_IsRefused()
    {
        var preview = await CheckAsync(List, [_one.Name, "", "", "", "", ""]);
        Town.Titles(_one, "hnte");

        Assert.Equal("Import.Changed", (await ImportAsync(List, preview)).Refusal?.Code);
        Assert.Single(await ItemsAsync());
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static List<ImportState> States(ImportPreview<TitleColumn> preview) => [.. preview.States.OrderBy(s => s.Key).Select(s => s.Value)];

    private static Task<byte[]> SheetAsync(params object?[][] rows) => SheetOf.RowsAsync<TitleColumn>(rows, Cancellation);

    private TitleImport Import(TitleListInput list) =>
        new TitleImport(Town.Runner, new AccountService(Town.Runner, Passwords.Hasher, new UpperInvariantLookupNormalizer(), Town.Time)).Of(list);

    private async Task<ImportPreview<TitleColumn>> CheckAsync(TitleListInput list, params object?[][] rows) =>
        (await Import(list).CheckAsync(_centre, await SheetAsync(rows), Cancellation)).Value;

    private Task<Outcome<Imported>> ImportAsync(TitleListInput list, ImportPreview<TitleColumn> preview) =>
        Import(list).ImportAsync(_centre, Guid.NewGuid(), preview, cancellation: Cancellation);

    private async Task<List<EnterpriseListItem>> ItemsAsync()
    {
        await using var db = Town.Look();
        return await db.EnterpriseListItems.AsNoTracking().OrderBy(i => i.Id).ToListAsync(Cancellation);
    }

    public sealed class OnSqlite(SqliteDatabase database) : TitleImportTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : TitleImportTests(database), IClassFixture<PostgresDatabase>;
}
