using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Search;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Search;

/// <summary>What is found by what is typed, through the index of each database.</summary>
public abstract class SearchTests(TestDatabase database) : TicketTests(database)
{
    [Theory]
    [InlineData("水")]
    [InlineData("积水")]
    [InlineData("道路积水")]
    [InlineData("排水改造")] // in the text
    [InlineData("积水 请求")] // each part somewhere
    [InlineData("2026-")]
    [InlineData("门口道路，积水")] // signs only part
    public async Task List_ByAPartOfADemand_FindsIt(string text)
    {
        var number = await RaisedAsync();

        Assert.Equal([number], await FoundAsync(Applicant, text));
        Assert.Equal([number], await FoundAsync(Applicant, number));
        Assert.Equal([number], await FoundAsync(Applicant, number[5..]));
    }

    [Theory]
    [InlineData("水积")]
    [InlineData("积路")]
    [InlineData("道路 电力")]
    [InlineData("！")]
    [InlineData("积水请求")] // the end of the title and the beginning of the text
    [InlineData("\"积水")]
    [InlineData("' OR 1=1")]
    [InlineData("积 NOT 水 * ^ : ( )")]
    public async Task List_ByWhatADemandDoesNotSay_FindsNothingAndDoesNotFail(string text)
    {
        await RaisedAsync();

        var found = await FoundAsync(Applicant, text);
        Assert.Equal(text == "\"积水" ? 1 : 0, found.Count);
    }

    [Fact]
    public async Task List_ByTopicOrEnterprise_FindsTheirDemands()
    {
        var number = await RaisedAsync();
        await using var db = Town.Look();
        var topic = await db.Topics.Where(t => db.Tickets.Any(k => k.Number == number && k.TopicId == t.Id)).SingleAsync(Cancellation);

        Assert.Equal([number], await FoundAsync(Applicant, topic.Name));
        Assert.Equal([number], await FoundAsync(Applicant, Enterprise.Name));
        Assert.Equal([number], await FoundAsync(Applicant, $"{Enterprise.Name[2..8]} 积水"));
    }

    [Fact]
    public async Task List_AfterAnEnterpriseWasRenamed_FindsByTheNewNameAlone()
    {
        var number = await RaisedAsync();
        var old = Enterprise.Name;
        Town.Write(db => db.Enterprises.Single(e => e.Id == Enterprise.Id).Name = "Yuanda远大精密仪器有限公司");

        Assert.Equal([number], await FoundAsync(Applicant, "远大精密"));
        Assert.Equal([number], await FoundAsync(Applicant, "yuan"));
        Assert.Empty(await FoundAsync(Applicant, old));
    }

    [Fact]
    public async Task List_FindsNothingThatTheReaderDoesNotSee()
    {
        await RaisedAsync();

        Assert.Empty(await FoundAsync(Town.Officer(Town.Unit()), "积水"));
        Assert.Empty(await FoundAsync(Town.EnterpriseUser(Town.Enterprise(City)), "积水"));
    }

    [Fact]
    public async Task List_WhenTheTitleWasCopiedFromAPdf_FindsItByWhatIsTyped()
    {
        var number = await RaisedAsync(title: "上海⼯业⽤地咨询", text: "Café 的⻓期租约");

        Assert.Equal([number], await FoundAsync(Applicant, "工业用地"));
        Assert.Equal([number], await FoundAsync(Applicant, "⼯业⽤地")); // copied likewise
        Assert.Equal([number], await FoundAsync(Applicant, "长期 cafe"));
        await using var db = Town.Look();
        Assert.Equal("上海工业用地咨询", await db.Tickets.Where(t => t.Number == number).Select(t => t.Title).SingleAsync(Cancellation)); // stored as it is typed
    }

    [Fact]
    public async Task List_AfterTheRenewal_FindsWhatAnEarlierVersionStored()
    {
        var number = await RaisedAsync();
        Town.Write(db =>
        {
            db.Tickets.Where(t => t.Number == number).ExecuteUpdate(t => t.SetProperty(x => x.Title, "上海⼯业⽤地咨询"));
            db.SearchEntries.ExecuteUpdate(e => e.SetProperty(x => x.Words, "上 海 业 地 咨 询"));
        });
        var renewal = new SearchRenewal(Town.Contexts);

        Assert.NotEqual(0, await renewal.RunAsync(Cancellation));

        Assert.Equal([number], await FoundAsync(Applicant, "工业用地"));
        Assert.Equal(1, await QueriesAsync(() => renewal.RunAsync(Cancellation))); // once: from then on no row is read
    }

    [Fact]
    public async Task EveryForm_FindsTheEnterpriseByOneMatcher()
    {
        Town.Write(db => db.Enterprises.Single(e => e.Id == Enterprise.Id).Name = "上海莘晟五金有限公司（演示）");
        var number = await RaisedAsync();
        var (enterprises, choices, finder) = (new EnterpriseService(Town.Runner), new RaiseChoicesService(Town.Runner), new FindService(Town.Runner));

        foreach (var text in new[] { "(演示)", "（演示）", "xinsheng", "xswj", "XinShengWJ", "莘晟 演示" })
        {
            Assert.Contains(Enterprise.Id, (await enterprises.ListAsync(Dispatcher, new EnterpriseFilter { Text = text, Take = 200 })).Value.Items.Select(e => e.Id));
            Assert.Contains(Enterprise.Id, (await choices.EnterprisesAsync(Dispatcher, text, Cancellation)).Value.Select(e => e.Id));
            Assert.Contains((await finder.FindAsync(Dispatcher, text, Cancellation)).Value, f => (f.Name.Kind, f.Name.Id) == (nameof(Enterprise), Enterprise.Id));
            Assert.Equal([number], await FoundAsync(Applicant, text));
        }
    }

    [Fact]
    public async Task Raise_WhenRolledBack_LeavesNothingToFind()
    {
        await using var before = Town.Look();
        var entries = await before.SearchEntries.CountAsync(Cancellation);
        var missing = new RaiseInput
        {
            Type = TicketType.Consultation,
            TopicId = await before.Topics.Select(t => t.Id).FirstAsync(Cancellation),
            Title = "无附件",
            Text = "附件已失效。",
            ContactName = "陈晓明",
            ContactPhone = "13800000000",
            AttachmentIds = [Guid.NewGuid()],
        };
        Assert.False((await Raising.RaiseAsync(Applicant, Guid.NewGuid(), missing, Cancellation)).Done);

        Assert.Equal(entries, await before.SearchEntries.CountAsync(Cancellation));
        Assert.Empty(await FoundAsync(Dispatcher, "无附件"));
    }

    [Fact]
    public async Task Enterprises_AreFoundByNameAndByCreditCode()
    {
        var service = new EnterpriseService(Town.Runner);

        Assert.Contains(Enterprise.Id, await IdsAsync(Enterprise.Name[4..7]));
        Assert.Equal([Enterprise.Id], await IdsAsync(Enterprise.CreditCode));
        Assert.DoesNotContain(Enterprise.Id, await IdsAsync("密精"));

        async Task<List<long>> IdsAsync(string text) =>
            [.. (await service.ListAsync(Dispatcher, new EnterpriseFilter { Text = text, Take = 200 })).Value.Items.Select(e => e.Id)];
    }

    private async Task<List<string>> FoundAsync(Caller who, string text) =>
        [.. (await List.ListAsync(who, new TicketFilter { Text = text }, Cancellation)).Value.Items.Select(r => r.Number)];

    public sealed class OnSqlite(SqliteDatabase database) : SearchTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : SearchTests(database), IClassFixture<PostgresDatabase>;
}
