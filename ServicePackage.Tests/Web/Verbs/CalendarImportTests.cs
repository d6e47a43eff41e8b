using Microsoft.EntityFrameworkCore;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Verbs;

namespace ServicePackage.Tests.Web.Verbs;

public sealed class CalendarImportTests : IAsyncLifetime
{
    private const string Year2027 = """{"2027":{"holidays":["2027-01-01"],"workdays":["2027-01-02"],"source":"通知"}}""";

    private readonly SqliteDatabase _database = new();
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"calendar-{Guid.NewGuid():N}.json");

    public async ValueTask InitializeAsync() => await _database.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        File.Delete(_file);
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Import_OfAYear_AddsItToThePublishedOnes()
    {
        Assert.Equal((0, "已导入工作日历：2027年；0个时限随之变动。"), await RunAsync(Year2027));
        Assert.Equal([2023, 2024, 2025, 2026, 2027], await YearsAsync());
    }

    [Fact]
    public async Task Import_OfWhatTheCalendarSaysAlready_ChangesNothing()
    {
        var published = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "ServicePackage.Core/WorkingTime/published-years.json"), TestContext.Current.CancellationToken);

        Assert.Equal((0, "文件中的安排与现有日历相同，没有改动。"), await RunAsync(published));
    }

    [Fact]
    public async Task Import_WhenTheFileIsWrong_NamesEverythingAndChangesNothing()
    {
        var (code, text) = await RunAsync("""{"2027":{"holidays":["2027-02-30","2027-13-01"],"workdays":[],"source":"通知"}}""");

        Assert.Equal(1, code);
        Assert.Equal(
            ["2027年的安排中“2027-02-30”不是有效日期，日期应写作2026-01-31的形式。", "2027年的安排中“2027-13-01”不是有效日期，日期应写作2026-01-31的形式。"],
            text.Split(Environment.NewLine));
        Assert.Empty(await YearsAsync());
    }

    [Fact]
    public async Task Import_WhenThereIsNoSuchFile_SaysSo()
    {
        var (code, text) = await RunAsync(null);

        Assert.Equal(1, code);
        Assert.Contains(_file, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WhenTheFileIsNotUtf8_SaysSo()
    {
        await File.WriteAllBytesAsync(_file, [0x7B, 0xD4, 0xCA, 0x7D], TestContext.Current.CancellationToken);

        Assert.Equal((1, $"文件{_file}无法读取，请确认有权读取且编码为UTF-8。"), await RunAsync(null));
    }

    [Fact]
    public async Task Import_WithoutAFile_SaysHowToCallIt()
    {
        await using var said = new StringWriter();

        Assert.Equal(2, await VerbTable.Find(["calendar", "import"])!.Run(new VerbConsole(TextReader.Null, said, said, Typed: false), []));
        Assert.StartsWith("用法：", said.ToString(), StringComparison.Ordinal);
    }

    private async Task<(int Code, string Text)> RunAsync(string? content)
    {
        if (content is not null)
        {
            await File.WriteAllTextAsync(_file, content, TestContext.Current.CancellationToken);
        }

        await using var said = new StringWriter();
        var verb = VerbTable.Find(["calendar", "import", _file])!;
        var code = await verb.Run(new VerbConsole(TextReader.Null, said, said, Typed: false), [_file, $"--ConnectionStrings:ServicePackage={_database.ConnectionString}"]);
        return (code, said.ToString().Trim());
    }

    private async Task<List<int>> YearsAsync()
    {
        await using var db = await _database.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.CalendarYears.Select(y => y.Year).Order().ToListAsync(TestContext.Current.CancellationToken);
    }
}
