using System.IO.Compression;
using System.Xml.Linq;
using MiniExcelLibs;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Tickets;

public abstract class OverdueSheetTests(TestDatabase database) : OverdueTests(database)
{
    [Fact]
    public async Task Sheet_HoldsTheRowsOfTheBoardInItsOrder_OnAllPages()
    {
        await AcceptedAsync();
        await AcceptedAsync(TicketType.Consultation);
        await AcceptedAsync();
        await GoToAsync(DayAfterDue, Morning);
        var filter = Own with { Group = OverdueGrouping.Level, Sort = OverdueColumn.Number, Descending = true, Take = 1 };
        var board = (await ReadAsync(filter with { Take = 50 })).Rows.ToList();

        var file = (await Sheet.WriteAsync(Dispatcher, filter, Cancellation)).Value;

        var rows = Read(file.Content);
        Assert.Equal("超期诉求 2026-03-24.xlsx", file.FileName);
        Assert.Equal(["级别", "超期工作日", "到期时间", "编号", "标题", "企业", "层级", "类型", "环节", "单位", "承办人", "最近进展", "下一步", "退回次数", "督办、催办情况", "其他时限"], rows[0].Keys);
        Assert.Equal(board.Select(r => r.Number), rows.Select(r => r["编号"]));
        Assert.Equal(board.Select(r => (double)r.Clock.DaysOver), rows.Select(r => (double)r["超期工作日"]));
        Assert.Equal(("三级超期", new DateTime(2026, 3, 9, 17, 0, 0), Unit.Name, "报送办结"), (rows[0]["级别"], rows[0]["到期时间"], rows[0]["单位"], rows[0]["下一步"]));
    }

    [Fact]
    public async Task Sheet_InEnglish_HasEnglishHeads()
    {
        using var reading = new Reading("en");

        var file = (await Sheet.WriteAsync(Dispatcher, Own, Cancellation)).Value;

        Assert.Equal("Overdue demands 2026-03-02.xlsx", file.FileName);
        Assert.Contains("Days over", Part(file.Content, "xl/worksheets/sheet1.xml") + Part(file.Content, "xl/sharedStrings.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("𠮷野家（上海）")]
    [InlineData("𠮷_x0041_野")]
    [InlineData("<b>&amp;\"'")]
    public async Task Names_WithRareCharactersOrSigns_StandInTheFileAsTheyAre(string name)
    {
        await AcceptedAsync();
        Town.Write(db => db.Enterprises.Single(e => e.Id == Enterprise.Id).Name = name);
        await GoToAsync(DayAfterDue, Morning);

        var file = (await Sheet.WriteAsync(Dispatcher, Own, Cancellation)).Value;

        var texts = XDocument.Parse(Part(file.Content, "xl/worksheets/sheet1.xml")).Descendants().Where(e => e.Name.LocalName == "t").Select(e => e.Value);
        Assert.Contains(name, texts); // what every reader takes as it stands, without an escape of its writer
    }

    [Fact]
    public async Task Progress_TooLongForACell_IsCutBetweenCharacters()
    {
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.ReportProgress, Saying("x" + string.Concat(Enumerable.Repeat("𠮷", 19_000))));
        await GoToAsync(DayAfterDue, Morning);

        var file = (await Sheet.WriteAsync(Dispatcher, Own, Cancellation)).Value;

        var cell = (string)Read(file.Content)[0]["最近进展"];
        Assert.InRange(cell.Length, 31_000, 32_767);
        Assert.True(TextRules.IsReadable(cell));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\",\"点击\")")]
    [InlineData("+1+cmd|' /C calc'!A0")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tTAB")]
    public async Task Names_ThatLookLikeFormulas_AreWrittenAsText(string name)
    {
        var number = await AcceptedAsync();
        Town.Write(db => db.Enterprises.Single(e => e.Id == Enterprise.Id).Name = name);
        await GoToAsync(DayAfterDue, Morning);

        var file = (await Sheet.WriteAsync(Dispatcher, Own, Cancellation)).Value;

        Assert.Equal((number, name), (Read(file.Content)[0]["编号"], Read(file.Content)[0]["企业"]));
        Assert.DoesNotContain("<x:f>", Part(file.Content, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", Part(file.Content, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_OfASelection_HoldsThatAlone()
    {
        var number = await AcceptedAsync();
        await AcceptedAsync();
        await GoToAsync(DayAfterDue, Morning);
        var demand = (await RowAsync(number, ClockKind.Handling))!.TicketId;

        var file = (await Sheet.WriteAsync(Town.TownLeader(), Own with { TicketIds = [demand] }, Cancellation)).Value;

        Assert.Equal(number, Assert.Single(Read(file.Content))["编号"]);
    }

    [Fact]
    public async Task Sheet_AskedForTheSixthTimeInAMinute_IsRefused_ForThatPersonAlone()
    {
        for (var i = 0; i < OverdueSheet.PerMinute; i++)
        {
            Assert.True((await Sheet.WriteAsync(Dispatcher, Own, Cancellation)).Done);
        }

        var refusal = (await Sheet.WriteAsync(Dispatcher, Own, Cancellation)).Refusal;
        Assert.Equal("导出过于频繁，每分钟最多5次，请稍后再试。", refusal?.Sentence);
        Assert.True((await Sheet.WriteAsync(CentreLead, Own, Cancellation)).Done);
        Town.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await Sheet.WriteAsync(Dispatcher, Own, Cancellation)).Done);
    }

    private static List<IDictionary<string, object>> Read(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return [.. stream.Query(useHeaderRow: true).Cast<IDictionary<string, object>>()];
    }

    private static string Part(byte[] content, string name)
    {
        using var file = new ZipArchive(new MemoryStream(content));
        using var entry = file.GetEntry(name)?.Open();
        return entry is null ? "" : new StreamReader(entry).ReadToEnd();
    }

    public sealed class OnSqlite(SqliteDatabase database) : OverdueSheetTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : OverdueSheetTests(database), IClassFixture<PostgresDatabase>;
}
