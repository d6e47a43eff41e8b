using Bunit;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.FollowUps;

namespace ServicePackage.Tests.Web.FollowUps;

public sealed class FollowUpPagesTests(SqliteDatabase database) : ScreenTests(database), IClassFixture<SqliteDatabase>
{
    private static readonly DateOnly April = new(2026, 4, 1);

    [Fact]
    public async Task Page_ShowsWhyAnEnterpriseIsToBeLookedAt_AndEndsItWithAWord()
    {
        var (butler, _) = await MadeAsync();

        var page = await OpenAsync<FollowUpsPage>(butler, "/follow-ups");

        Assert.Contains("单号2026-04-001", page.Find(".page-line").TextContent, StringComparison.Ordinal);
        Assert.Contains("尚未联系过，应于2026年4月1日前联系", page.Find(".entry-reasons").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("#contacts", page.Find(".entry-reasons a").GetAttribute("href"), StringComparison.Ordinal);
        await Act(page, "销项").ClickAsync(new());
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal(["请填写跟进情况。"], Findings(page)));
        Field(page, "跟进情况").Change("已电话了解，下月上门。");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("都已销项", page.Find(".empty").TextContent, StringComparison.Ordinal));

        var done = await OpenAsync<FollowUpsPage>(butler, "/follow-ups?show=Done", null, ("Show", "Done"));
        Assert.Contains("已电话了解，下月上门。", done.Find(".entry-word").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_BeforeTheFirstRun_SaysWhenItComes()
    {
        var butler = Town.Butler(Town.Enterprise());

        Assert.Contains("下一次在4月1日08:30", (await OpenAsync<FollowUpsPage>(butler, "/follow-ups")).Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAMonthThatIsNone_IsNotFound()
    {
        await OpenAsync<FollowUpsPage>(Town.Butler(Town.Enterprise()), "/follow-ups?month=2026-13", null, ("MonthText", "2026-13"));

        Assert.True(NotFound);
    }

    [Fact]
    public async Task Town_ListsTheRunsByButler_ForTheCentreAlone()
    {
        var (butler, run) = await MadeAsync();

        var page = await OpenAsync<FollowUpTownPage>(Town.Dispatcher(), "/follow-ups/town");
        Assert.Contains("2026-04-001", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/follow-ups?run={run}", page.Find("tbody a").GetAttribute("href"));

        var opened = await OpenAsync<FollowUpsPage>(Town.Dispatcher(), $"/follow-ups?run={run}", null, ("RunText", $"{run}"));
        Assert.Contains("的月度跟进", opened.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Empty(opened.FindAll(".entry-act"));

        await OpenAsync<FollowUpTownPage>(butler, "/follow-ups/town");
        Assert.True(NotFound);
    }

    private async Task<(Caller Butler, long Run)> MadeAsync()
    {
        var butler = Town.Butler(Town.Enterprise(Town.EconomicCity()));
        await Town.FollowingUp.RunAsync(Town.Clock.Now, Cancellation);
        Town.GoTo(April, TownTime.CalendarDuties);
        await Town.FollowingUp.RunAsync(Town.Clock.Now, Cancellation);
        await using var db = Town.Look();
        return (butler, db.FollowUpRuns.Single().Id);
    }
}
