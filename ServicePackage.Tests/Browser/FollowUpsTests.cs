using Microsoft.Playwright;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>A butler works through the month's run; what is done ticks itself, and the Centre sees it.</summary>
public sealed class FollowUpsTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Run_IsWorkedThrough_AndTheCentreSeesIt()
    {
        var (first, second) = (Town.Enterprise(Town.EconomicCity(), name: "上海澄心精密仪器有限公司"), Town.Enterprise(Town.EconomicCity(), name: "上海砚川包装制品有限公司"));
        var butler = Run("2026-02", 1, first, second);
        var desk = await OpenAsync(Addresses.FollowUps, butler);
        await Expect(desk.Locator(".follow-up")).ToHaveCountAsync(2);
        await AccessibleAsync(desk);

        var contacts = new ContactService(Town.Runner, new CalendarSource(), new Unchanging<ContactSettings>());
        var held = new RecordContactInput { EnterpriseId = first.Id, Way = ContactWay.Telephone, When = TownTime.Local(Town.Clock.Now), WithWhom = "陈晓明", Said = "了解近况。" };
        Assert.True((await contacts.RecordContactAsync(butler, Guid.NewGuid(), held)).Done);
        await desk.ReloadAsync(); // recorded beside the server, which tells its own pages alone
        await ReadyAsync(desk);
        await Expect(desk.Locator(".follow-up").Filter(new() { HasText = first.Name })).ToContainTextAsync("已联系（电话联系）");

        await desk.GetByRole(AriaRole.Button, new() { Name = $"销项：{second.Name}" }).ClickAsync();
        await desk.Locator("#field-Word").FillAsync("已电话了解，下月上门。");
        await AccessibleAsync(desk);
        await desk.GetByRole(AriaRole.Button, new() { Name = "确认销项", Exact = true }).ClickAsync();
        await Expect(desk.Locator(".follow-up").Filter(new() { HasText = second.Name })).ToHaveCountAsync(0);

        var phone = await OpenAsync($"{Addresses.FollowUps}?show=Done", butler, width: 390, height: 844);
        await Expect(phone.Locator(".entry-word")).ToContainTextAsync("已电话了解，下月上门。");
        Assert.Equal(0, await SidewaysOverflowAsync(phone));
        var centre = await OpenAsync($"{Addresses.FollowUpTown}?month=2026-02", Town.Dispatcher());
        await Expect(centre.Locator("tbody")).ToContainTextAsync("2026-02-001");
    }

    [Theory]
    [InlineData("zh-CN", false, 390, "2025-11")]
    [InlineData("en", true, 1440, "2025-12")]
    public async Task Pages_InEachLanguageThemeAndWidth_FitAndAreAccessible(string language, bool dark, int width, string month)
    {
        var butler = Run(month, 1, Town.Enterprise(Town.EconomicCity(), name: $"上海铂驰国际供应链管理股份有限公司（{width}）"));
        foreach (var (address, who) in new (string, Caller)[] { (Addresses.FollowUps, butler), ($"{Addresses.FollowUpTown}?month={month}", Town.Dispatcher()), (Addresses.Board, butler) })
        {
            var page = await OpenAsync(address, who, language, dark, width);
            await ScreenshotAsync(page, $"follow-ups{address.Split('?')[0].Replace('/', '-')}-{width}-{language}");
            Assert.Equal((address, 0), (address, await SidewaysOverflowAsync(page)));
            await AccessibleAsync(page);
            await page.Context.CloseAsync();
        }
    }

    /// <summary>A run of a month with these enterprises, which wait to be contacted since the month before; gives their butler.</summary>
    private Caller Run(string month, int number, params Enterprise[] enterprises)
    {
        var (first, butler) = (DateOnly.ParseExact(month, "yyyy-MM"), Town.Butler(enterprises[0]));
        foreach (var other in enterprises.Skip(1))
        {
            Town.Assign(butler, other);
        }

        Town.Write(db =>
        {
            db.ButlerAssignments.Where(b => b.AccountId == butler.AccountId).ToList().ForEach(b => b.From = new DateOnly(2025, 1, 1));
            var run = new FollowUpRun { Month = first, AccountId = butler.AccountId, DueAt = Town.Clock.Now, MadeAt = Town.Clock.Now };
            db.FollowUpRuns.Add(run);
            (db.Entry(run).Property(r => r.Number).CurrentValue, db.Entry(run).Property(r => r.Label).CurrentValue) = (number, $"{month}-{number:D3}");
            foreach (var enterprise in enterprises)
            {
                var item = new FollowUpItem { Run = run, Month = first, EnterpriseId = enterprise.Id, LeftSince = first.AddMonths(-1) };
                item.Take([new FollowUpReason { Kind = "Contact", Text = "Contact.Never", SubjectKind = nameof(Enterprise), SubjectId = enterprise.Id, Said = [FollowUpArgument.Of(first)], Since = first.AddMonths(-1) }]);
                db.FollowUpItems.Add(item);
            }
        });
        return butler;
    }
}
