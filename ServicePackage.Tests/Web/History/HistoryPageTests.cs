using Bunit;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using ServicePackage.Tests.Web.Tickets;
using ServicePackage.Web.Features.History;
using ServicePackage.Web.Features.Home;

namespace ServicePackage.Tests.Web.History;

public sealed class HistoryPageTests(SqliteDatabase database) : PageTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Row_OfTheAuditor_OpensToItsValues_AndTheLookIsListed()
    {
        var number = await RaisedAsync();
        var auditor = Town.Auditor();
        var page = await OpenAsync<HistoryPage>(auditor, $"/history?thing={number}");

        var row = Assert.Single(page.FindAll(".history-list tbody tr"));
        Assert.Contains("提出诉求", row.TextContent, StringComparison.Ordinal);
        Assert.Contains($"诉求 {number}", Words(row.QuerySelector(".row-open")!.TextContent), StringComparison.Ordinal);
        Navigation.NavigateTo(row.QuerySelector(".row-open")!.GetAttribute("href")!);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".history-open .history-values")));

        var values = Words(page.Find(".history-values").TextContent);
        Assert.Contains("厂区门口道路积水", values, StringComparison.Ordinal);
        Assert.Contains("2026-03-02 10:00:00", values, StringComparison.Ordinal); // Shanghai time, of what is kept as 02:00Z
        Assert.DoesNotContain("T02:00", values, StringComparison.Ordinal);
        Assert.Contains("Ticket #", values, StringComparison.Ordinal);
        var after = await OpenAsync<HistoryPage>(auditor, "/history?act=ReadValues");
        Assert.Contains("查看记录内容", Assert.Single(after.FindAll(".history-list tbody tr")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrator_SeesTheMetadataAlone_WhateverTheAddressAsksFor()
    {
        var number = await RaisedAsync();
        var id = EntryOf(nameof(Move.Raise));

        var page = await OpenAsync<HistoryPage>(Town.Administrator(), $"/history?thing={number}&entry={id}");

        Assert.Contains(number, Assert.Single(page.FindAll(".history-list tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".history-values"));
        Assert.DoesNotContain("积水", page.Markup, StringComparison.Ordinal);
        Assert.Contains("系统管理员只能查看", page.Find(".history-seal").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ForAnybodyElse_IsNotThere()
    {
        await OpenAsync<HistoryPage>(CentreLead, "/history");

        Assert.True(NotFound);
    }

    [Fact]
    public async Task Filters_StandInTheAddress_AndAreCleared()
    {
        var number = await DispatchedAsync();
        var page = await OpenAsync<HistoryPage>(Town.Auditor(), "/history");

        await page.FindAll(".list-filters select")[0].ChangeAsync(nameof(Ticket));
        await page.FindAll(".list-filters select")[1].ChangeAsync(nameof(Move.Dispatch));
        await page.FindAll(".list-filters input[type=date]")[0].ChangeAsync("2026-03-02");
        page.WaitForAssertion(() => Assert.Equal("/history?kind=Ticket&act=Dispatch&from=2026-03-02", Shown));
        page.WaitForAssertion(() => Assert.Contains(number, Assert.Single(page.FindAll(".history-list tbody tr")).TextContent, StringComparison.Ordinal));

        await page.FindAll(".list-filters select")[0].ChangeAsync("Account"); // which is never dispatched
        page.WaitForAssertion(() => Assert.Equal("/history?kind=Account&from=2026-03-02", Shown));

        Assert.Equal("/history", page.FindAll(".list-filters a.link")[^1].GetAttribute("href"));
        Assert.Empty(PutIntoFields);
    }

    [Fact]
    public async Task People_AreFoundWhenTheirListOpens_AndChosenByALink()
    {
        await DispatchedAsync();
        var page = await OpenAsync<HistoryPage>(Town.Auditor(), "/history");

        await page.Find(".history-who details").TriggerEventAsync("ontoggle", EventArgs.Empty);
        var name = NameOf(Dispatcher.AccountId);
        page.WaitForAssertion(() => Assert.Contains(page.FindAll(".history-who .pick-list a"), a => a.TextContent.StartsWith(name, StringComparison.Ordinal)));
        Navigation.NavigateTo(page.FindAll(".history-who .pick-list a").First(a => a.TextContent.StartsWith(name, StringComparison.Ordinal)).GetAttribute("href")!);

        page.WaitForAssertion(() => Assert.Equal(name, page.Find(".history-who summary").TextContent.Trim()));
        Assert.All(page.FindAll(".history-list tbody tr"), r => Assert.Contains(name, r.TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zh-CN", "尚未封存。", "没有符合条件的记录。诉求请填写完整编号；按其他事项的编号查找，请先选择类型。")]
    [InlineData("en", "Nothing has been sealed yet.", "No entry matches. Give a demand's whole number; to find another thing by its key, choose its kind first.")]
    public async Task Page_SaysHowItIsSealed_AndWhatToDoWhereNothingMatches(string language, string seal, string sentence)
    {
        using var reading = new Reading(language);
        var auditor = Town.Auditor();

        var page = await OpenAsync<HistoryPage>(auditor, "/history?thing=zzz");

        Assert.Contains(seal, page.Find(".history-seal").TextContent, StringComparison.Ordinal);
        Assert.Equal("audit verify", page.Find(".history-seal code").TextContent);
        Assert.Equal(sentence, page.Find(".empty p").TextContent);
        Assert.Equal("/history", page.Find(".empty a").GetAttribute("href"));
    }

    [Fact]
    public async Task Act_ThatNoRoomSays_StandsByItsTechnicalName()
    {
        await RaisedAsync();
        Town.Write(db => db.History.Single(h => h.Act == nameof(Move.Raise)).Act = "Forgotten");

        var page = await OpenAsync<HistoryPage>(Town.Auditor(), "/history?act=Forgotten");

        Assert.Equal("Forgotten", page.Find(".history-list td code").TextContent);
    }

    [Fact]
    public async Task Home_OfTheAuditor_LeadsToIt()
    {
        var page = await OpenAsync<Home>(Town.Auditor(), "/");

        Assert.Equal("/history", page.Find(".empty a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("http://town/history?who=7&kind=Ticket&thing=2026-00001&act=Raise&from=2026-03-02&until=2026-03-03&before=9&entry=4", "/history?who=7&kind=Ticket&thing=2026-00001&act=Raise&from=2026-03-02&until=2026-03-03&before=9&entry=4")]
    [InlineData("http://town/history?who=system", "/history?who=system")]
    [InlineData("http://town/history?who=nobody&from=yesterday&before=-1&entry=x&kind=", "/history")]
    public void Query_SaysWhatTheAddressSays(string uri, string address) => Assert.Equal(address, HistoryQuery.From(uri).Address);

    private long EntryOf(string act)
    {
        using var db = Town.Look();
        return db.History.Single(h => h.Act == act).Id;
    }

    private string NameOf(long accountId)
    {
        using var db = Town.Look();
        return db.Users.Single(a => a.Id == accountId).DisplayName;
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
