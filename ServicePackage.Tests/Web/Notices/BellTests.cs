using Bunit;
using Microsoft.AspNetCore.Components.Web;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using ServicePackage.Tests.Web.Tickets;
using ServicePackage.Web.Features.Notices;

namespace ServicePackage.Tests.Web.Notices;

/// <summary>The bell in the top bar and its panel.</summary>
public sealed class BellTests(SqliteDatabase database) : PageTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Panel_OpensClosesAndSaysSo()
    {
        var bell = await BellAsync(Town.Stranger());
        Assert.Equal("false", bell.Find(".bell-button").GetAttribute("aria-expanded"));

        await bell.Find(".bell-button").ClickAsync();
        Assert.Equal("true", bell.Find(".bell-button").GetAttribute("aria-expanded"));
        Assert.StartsWith("与您有关的诉求进展", bell.Find(".bell-panel .empty p").TextContent, StringComparison.Ordinal);

        await bell.Find(".bell").KeyDownAsync(new KeyboardEventArgs { Key = "Escape" });
        Assert.Empty(bell.FindAll(".bell-panel"));
        Assert.Equal("/notices", bell.Find(".bell-link").GetAttribute("href"));
    }

    [Fact]
    public async Task Panel_GroupsByDemand_TheNewestFirst()
    {
        var first = await DispatchedAsync();
        var second = await DispatchedAsync();
        await DoneAsync(Officer, first, Move.Accept);
        await DoneAsync(Officer, first, Move.AskSupplement, Saying("请提供图纸。"));

        var bell = await BellAsync(Specialist);
        await bell.Find(".bell-button").ClickAsync();

        var groups = bell.FindAll(".bell-group");
        Assert.Equal(2, groups.Count);
        Assert.Contains(first, groups[0].TextContent, StringComparison.Ordinal);
        Assert.Contains(second, groups[1].TextContent, StringComparison.Ordinal);
        Assert.StartsWith("此诉求另有", groups[0].QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_ThatAsksForAMove_LeadsToItsForm_UntilItIsMade()
    {
        var number = await DispatchedAsync();
        var bell = await BellAsync(Liaison);
        await bell.Find(".bell-button").ClickAsync();
        Assert.StartsWith($"/tickets/{number}?move=Accept&notice=", bell.Find(".bell-group a").GetAttribute("href"), StringComparison.Ordinal);

        await DoneAsync(Officer, number, Move.Accept);
        var later = await BellAsync(Liaison);
        await later.Find(".bell-button").ClickAsync();

        var done = later.FindAll(".bell-group .notice")[^1];
        Assert.Equal($"/tickets/{number}", done.QuerySelector("a")!.GetAttribute("href"));
        Assert.Null(done.QuerySelector(".notice-dot"));
        Assert.StartsWith("已由", done.QuerySelector(".notice-done")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Panel_WhileOpen_ShowsWhatComes_AndMarksAllAsRead()
    {
        await RaisedAsync();
        var bell = await BellAsync(Specialist);
        await bell.Find(".bell-button").ClickAsync();
        Assert.Single(bell.FindAll(".bell-group"));

        await RaisedAsync();
        PassGathering();
        bell.WaitForAssertion(() => Assert.Equal(2, bell.FindAll(".bell-group").Count));

        await bell.Find(".bell-head .button").ClickAsync();
        bell.WaitForAssertion(() => Assert.Empty(bell.FindAll(".unread")));
        Assert.Equal(0, (await Notices.UnreadAsync(Specialist, Cancellation)).Value);
    }

    [Fact]
    public async Task Rating_IsOfferedToTheEnterpriseLevelByLevel()
    {
        var number = await CompletedAsync();
        await DoneAsync(Applicant, number, Move.ConfirmDone);
        await GoToAsync(Town.Clock.Today.AddDays(21), new TimeOnly(10, 0)); // the day the rating is due

        var page = await OpenAsync<NoticesPage>(Applicant, "/notices");

        var levels = page.FindAll(".rating-link");
        Assert.Equal(["非常满意", "满意", "基本满意", "不满意", "非常不满意"], levels.Take(5).Select(l => l.QuerySelector("span:last-child")!.TextContent));
        Assert.StartsWith($"/tickets/{number}?move=Rate&rating=VerySatisfied&notice=", levels[0].GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty((await OpenAsync<NoticesPage>(Specialist, "/notices")).FindAll(".rating-link"));
    }

    private Task<IRenderedComponent<Bell>> BellAsync(Caller who) => DrawAsync<Bell>(who, (bell, me) => bell.Add(b => b.Me, me));
}
