using Microsoft.Playwright;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>The Centre gives an enterprise to a leader; the enterprise and its package name them, the leader reads it, and all is handed to another.</summary>
public sealed class LeadersTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Leader_IsNamed_StandsInThePackage_ReadsIt_AndIsReplaced()
    {
        var (account, enterprise) = (Town.TownLeader(), Town.Enterprise(name: "上海联系精密仪器有限公司"));
        var (leader, next) = (Town.Leader(account: account, name: "联系甲"), Town.Leader(name: "联系乙"));
        var desk = await OpenAsync(Addresses.Leader(leader.Id), Town.Dispatcher());
        await desk.GetByRole(AriaRole.Link, new() { Name = "增加联系企业" }).ClickAsync();
        await desk.Locator("#enterprise-search").FillAsync("联系精密");
        await desk.GetByRole(AriaRole.Checkbox, new() { Name = enterprise.Name }).CheckAsync();
        await AccessibleAsync(desk);
        await desk.GetByRole(AriaRole.Button, new() { Name = "增加1家" }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Link, new() { Name = enterprise.Name, Exact = true })).ToBeVisibleAsync();

        var own = await OpenAsync(Addresses.OwnPackage, Town.EnterpriseUser(enterprise), width: 390, height: 844);
        await Expect(own.Locator(".package-people")).ToContainTextAsync("联系甲");
        await Expect(own.Locator(".package-people")).ToContainTextAsync("021-59158000");

        var reader = await OpenAsync(Addresses.Leaders, account);
        await reader.GetByRole(AriaRole.Link, new() { Name = "联系甲" }).ClickAsync();
        await reader.GetByRole(AriaRole.Link, new() { Name = $"查看“{enterprise.Name}”的服务包" }).ClickAsync();
        await Expect(reader.Locator(".package-people")).ToContainTextAsync("联系甲");
        await Expect(reader.GetByRole(AriaRole.Button, new() { Name = "签发服务包" })).ToHaveCountAsync(0);

        await desk.GetByRole(AriaRole.Link, new() { Name = "全部移交" }).ClickAsync();
        await desk.Locator("#field-ToId").SelectOptionAsync(new SelectOptionValue { Value = $"{next.Id}" });
        await AccessibleAsync(desk);
        await desk.GetByRole(AriaRole.Button, new() { Name = "全部移交" }).ClickAsync();
        await Expect(desk.GetByText("已移交1家企业")).ToBeVisibleAsync();
        await own.ReloadAsync();
        await Expect(own.Locator(".package-people")).ToContainTextAsync("联系乙");
    }

    [Theory]
    [InlineData("zh-CN", false, 1440)]
    [InlineData("en", true, 390)]
    public async Task Pages_InEachLanguageThemeAndWidth_FitAndAreAccessible(string language, bool dark, int width)
    {
        var enterprise = Town.Enterprise(tier: EnterpriseTier.District, name: $"上海联系精密仪器股份有限公司（{width}{language}）");
        var leader = Town.Leader(name: $"欧阳{width}");
        Town.Led(leader, enterprise);
        foreach (var (address, who) in new (string, Caller)[]
        {
            (Addresses.Leaders, Town.GeneralLiaison()), (Addresses.NewLeader, Town.Dispatcher()), (Addresses.Leader(leader.Id), Town.Dispatcher()), ($"{Addresses.Leader(leader.Id)}?edit=add", Town.Dispatcher()),
            ($"{Addresses.Enterprise(enterprise.Id)}?edit=leader", Town.Dispatcher()),
        })
        {
            var page = await OpenAsync(address, who, language, dark, width);
            await ScreenshotAsync(page, $"leaders{address.Replace('/', '-').Replace('?', '-')}-{width}-{language}");
            Assert.Equal((address, 0), (address, await SidewaysOverflowAsync(page)));
            await AccessibleAsync(page);
            await page.Context.CloseAsync();
        }
    }
}
