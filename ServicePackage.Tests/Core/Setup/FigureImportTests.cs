using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Setup;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Setup;

/// <summary>The Centre and a unit that certifies take in a year's figures. The town's day is 2 March 2026.</summary>
public abstract class FigureImportTests : TownTests
{
    private static readonly string[] Heads = ["企业名称", "统一社会信用代码", "营业收入（万元）", "研发费用（元）", "从业人数", "细分市场国内占有率（%）"];

    private readonly Enterprise _one;
    private readonly Enterprise _two;
    private readonly Caller _centre;

    protected FigureImportTests(TestDatabase database)
        : base(database)
    {
        var city = Town.EconomicCity();
        (_one, _two, _centre) = (Town.Enterprise(city, name: "上海甲一科技有限公司"), Town.Enterprise(city, name: "上海乙二科技有限公司"), Town.Dispatcher());
    }

    private static FigureListInput List => new() { Year = 2025, Evidence = "2025年度统计年报" };

    [Fact]
    public async Task Import_OfAGoodTable_RecordsEachFigureWithItsDocument()
    {
        var preview = await CheckAsync(_centre, List, Heads, [_one.Name, "", 4200.5, "1,500,000", 120d, "2.8%"], ["", _two.CreditCode, "3000～3500", "无", "", "不适用"]);
        Assert.Equal([ImportState.New, ImportState.New], States(preview));
        Assert.Empty(await RowsAsync());

        Assert.Equal(new Imported(Figures: 7), (await ImportAsync(_centre, List, preview)).Value);

        var rows = await RowsAsync();
        Assert.Equal(
            [(_one.Id, "rd", 1_500_000m, 1_500_000m), (_one.Id, "revenue", 42_005_000m, 42_005_000m), (_one.Id, "share_national", 0.028m, 0.028m), (_one.Id, "staff", 120m, 120m),
             (_two.Id, "rd", 0m, 0m), (_two.Id, "revenue", 30_000_000m, 35_000_000m)],
            rows.Where(r => r.Low is not null).OrderBy(r => r.EnterpriseId).ThenBy(r => r.Code, StringComparer.Ordinal).Select(r => (r.EnterpriseId, r.Code, r.Low!.Value, r.High!.Value)));
        Assert.Equal(FactAnswer.None, rows.Single(r => r.EnterpriseId == _two.Id && r.Code == "rd").Answer);
        Assert.Equal(FactAnswer.DoesNotApply, rows.Single(r => r.EnterpriseId == _two.Id && r.Code == "share_national").Answer);
        Assert.All(rows, r => Assert.Equal((FactStanding.Authority, "2025年度统计年报", new DateOnly(2025, 12, 31), _centre.AccountId), (r.Standing, r.Evidence, r.Until!.Value, r.RecordedById!.Value)));
        Assert.Equal(FactShape.EndOfYear, rows.Single(r => r.Code == "staff").Shape);
    }

    [Fact]
    public async Task Import_OfTheSameAgain_FindsItKnown_AndACorrectedFigureTakesItsPlace()
    {
        Assert.True((await ImportAsync(_centre, List, await CheckAsync(_centre, List, Heads, [_one.Name, "", "4200", "", "", ""]))).Done);

        Assert.Equal([ImportState.Known], States(await CheckAsync(_centre, List, Heads, [_one.Name, "", "4200", "", "", ""])));
        var corrected = await CheckAsync(_centre, List, Heads, [_one.Name, "", "4300", "", "120", ""]);
        Assert.Equal([ImportState.Changed], States(corrected));
        Assert.True((await ImportAsync(_centre, List, corrected)).Done);

        var rows = await RowsAsync();
        Assert.Equal([(42_000_000m, true), (43_000_000m, false)], rows.Where(r => r.Code == "revenue").Select(r => (r.Low!.Value, r.ReplacedAt is not null)));
    }

    [Fact]
    public async Task Check_OfABadTable_NamesEachByRowAndHeadAndNothingIsWritten()
    {
        var preview = await CheckAsync(
            _centre, List, [.. Heads, "序号"],
            ["上海没有这家有限公司", "", "1", "", "", "", "1"], [_one.Name, "", "四千万", "", "12.5", "0.028", "2"], [_one.Name, "", "1", "", "", "", ""], [_two.Name, "", "", "", "", "101%", ""], ["", "", "5", "", "", "", ""]);

        Assert.Equal(
            ["2  Import.FirmUnknown", "3 从业人数 Fact.NotWhole", "3 细分市场国内占有率（%） Import.NoPercent", "3 营业收入（万元） Fact.NotANumber", "4  Import.TwiceInList", "5 细分市场国内占有率（%） Fact.ShareAboveOne", "6  Import.FirmUnknown"],
            preview.Faults.Select(f => $"{f.Row} {f.Head} {f.Reason.Code}").Order(StringComparer.Ordinal));
        Assert.All(preview.Faults, f => Assert.NotEqual($"Refusal.{f.Reason.Code}", f.Reason.Sentence));
        Assert.Equal(["序号"], preview.Unread);
        Assert.Equal("Import.HasFaults", (await ImportAsync(_centre, List, preview)).Refusal?.Code);
        Assert.Empty(await RowsAsync());
    }

    [Theory]
    [InlineData(false, "Fact.AskSize")]
    [InlineData(true, null)]
    public async Task FigureTenTimesTheLast_IsAskedBackUnlessItWasChecked(bool again, string? refusal)
    {
        Assert.True((await ImportAsync(_centre, Of(2024), await CheckAsync(_centre, Of(2024), Heads, [_one.Name, "", "420", "", "", ""]))).Done);
        var list = List;
        list.Again = again;

        Assert.Equal(refusal, (await CheckAsync(_centre, list, Heads, [_one.Name, "", "4200", "", "", ""])).Faults.SingleOrDefault()?.Reason.Code);
    }

    [Fact]
    public async Task UnitOfPeople_InAnotherHead_AndASecondColumn_AreNamedAsUnread()
    {
        var preview = await CheckAsync(_centre, List, ["企业名称", "从业人数（千人）", "研发人员（人）", "研发人员（人）"], [_one.Name, "1", "20", "30"]);

        Assert.Equal(["从业人数（千人）", "研发人员（人） [D]"], preview.Unread);
        Assert.True((await ImportAsync(_centre, List, preview)).Done);
        Assert.Equal(("staff_rd", 20m), (await RowsAsync()).Select(r => (r.Code, r.Low!.Value)).Single());
    }

    [Fact]
    public async Task Unit_IsNotToldWhatOthersSaid()
    {
        var unit = Town.Unit("税务所");
        Town.Write(db =>
        {
            db.CertifiedFacts.Add(new CertifiedFact { OrganisationId = unit.Id, Code = "tax_paid" });
            db.EnterpriseFacts.Add(new EnterpriseFact { EnterpriseId = _one.Id, Code = "tax_paid", Shape = FactShape.Year, From = new(2024, 1, 1), Until = new(2024, 12, 31), Low = 3_120_000, High = 3_120_000, RecordedAt = Town.Clock.Now });
        });

        Assert.Empty((await CheckAsync(Town.Officer(unit), List, ["企业名称", "实缴税收（万元）"], [_one.Name, "0.01"])).Faults);
        Assert.Equal("Fact.AskSize", (await CheckAsync(_centre, List, ["企业名称", "实缴税收（万元）"], [_one.Name, "0.01"])).Faults.Single().Reason.Code);
    }

    [Fact]
    public async Task PartAboveItsWholeInTheSameRow_IsAskedBack() =>
        Assert.Equal("Fact.AskPart", (await CheckAsync(_centre, List, ["企业名称", "营业收入（万元）", "主营业务收入（万元）"], [_one.Name, "100", "120"])).Faults.Single().Reason.Code);

    [Theory]
    [InlineData(2026, "Fact.PeriodNotEnded")]
    [InlineData(1900, "Fact.PeriodUnknown")]
    [InlineData(null, "Missing")]
    public async Task Check_WhereTheYearCannotBe_IsRefused(int? year, string refusal)
    {
        var outcome = await Import(Of(year)).CheckAsync(_centre, await SheetOf.CellsAsync([Heads, [_one.Name, "", "1", "", "", ""]], Cancellation), Cancellation);

        Assert.Equal(refusal, outcome.Refusal?.Code);
    }

    [Fact]
    public async Task Check_WithoutAColumnOfFigures_SaysSo() =>
        Assert.Equal("Import.NoFigures", (await CheckAsync(_centre, List, ["企业名称", "地址"], [_one.Name, "马陆"])).Faults.Single().Reason.Code);

    [Fact]
    public async Task Unit_TakesInWhatItCertifiesAndNothingElse()
    {
        var unit = Town.Unit("税务所");
        var officer = Town.Officer(unit);
        var sheet = await SheetOf.CellsAsync([["企业名称", "营业收入（万元）", "实缴税收（万元）"], [_one.Name, "4200", "100"]], Cancellation);
        Assert.Equal("Import.CertifiesNothing", (await Import(List).CheckAsync(officer, sheet, Cancellation)).Refusal?.Code);
        Town.Write(db => db.CertifiedFacts.Add(new CertifiedFact { OrganisationId = unit.Id, Code = "tax_paid" }));

        Assert.Equal([(1, "Import.FigureNotYours")], (await Import(List).CheckAsync(officer, sheet, Cancellation)).Value.Faults.Select(f => (f.Row, f.Reason.Code)));
        var seen = List;
        seen.Standing = FactStanding.Checked;
        Assert.Equal("Fact.StandingNotYours", (await Import(seen).CheckAsync(officer, sheet, Cancellation)).Refusal?.Code);
        var preview = await CheckAsync(officer, List, ["企业名称", "实缴税收（万元）"], [_one.Name, "100"]);
        Assert.True((await ImportAsync(officer, List, preview)).Done);

        Assert.Equal((_one.Id, "tax_paid", 1_000_000m, FactStanding.Authority), (await RowsAsync()).Select(r => (r.EnterpriseId, r.Code, r.Low!.Value, r.Standing)).Single());
        var template = await Import(List).TemplateAsync(officer, Cancellation);
        Assert.True(template.Done);
    }

    private static FigureListInput Of(int? year) => new() { Year = year, Evidence = "年报" };

    private static List<ImportState> States(ImportPreview<FigureColumn> preview) => [.. preview.States.OrderBy(s => s.Key).Select(s => s.Value)];

    private FigureImport Import(FigureListInput list) =>
        new FigureImport(Town.Runner, new AccountService(Town.Runner, Passwords.Hasher, new UpperInvariantLookupNormalizer(), Town.Time)).Of(list);

    private async Task<ImportPreview<FigureColumn>> CheckAsync(Caller caller, FigureListInput list, string[] heads, params object?[][] rows) =>
        (await Import(list).CheckAsync(caller, await SheetOf.CellsAsync([heads, .. rows], Cancellation), Cancellation)).Value;

    private Task<Outcome<Imported>> ImportAsync(Caller caller, FigureListInput list, ImportPreview<FigureColumn> preview) =>
        Import(list).ImportAsync(caller, Guid.NewGuid(), preview, cancellation: Cancellation);

    private async Task<List<EnterpriseFact>> RowsAsync()
    {
        await using var db = Town.Look();
        return await db.EnterpriseFacts.AsNoTracking().OrderBy(f => f.Id).ToListAsync(Cancellation);
    }

    public sealed class OnSqlite(SqliteDatabase database) : FigureImportTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : FigureImportTests(database), IClassFixture<PostgresDatabase>;
}
