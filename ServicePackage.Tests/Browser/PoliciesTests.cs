using Microsoft.Playwright;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>A unit enters a policy, the Centre sends it back and then publishes it, and an enterprise reads it on the phone.</summary>
public sealed class PoliciesTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Policy_IsSplitSentBackPublishedAndReadOnThePhone()
    {
        var unit = Town.Unit("人社服务中心");
        var (officer, centre, reader) = (Town.Officer(unit), Town.Dispatcher(), Town.EnterpriseUser(Town.Enterprise()));

        var desk = await OpenAsync(Addresses.NewPolicy, officer);
        await desk.Locator("#field-Title").FillAsync("稳岗扩岗若干措施");
        await desk.Locator("#field-Issuer").FillAsync("马陆镇人民政府");
        await desk.Locator("#field-Level").SelectOptionAsync("Town");
        await desk.Locator("#field-Kind").SelectOptionAsync("Talent");
        await desk.Locator("#field-Place").SelectOptionAsync("310114");
        await desk.Locator("#field-Text").FillAsync("各单位：\n第一条（吸纳就业）吸纳失业人员就业的，每人补贴2000元。\n第二条 培训。\n（一）岗前培训。按每人500元补贴。");
        await AccessibleAsync(desk);
        await desk.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "按条款拆分全文" }).ClickAsync();
        await Expect(desk.Locator(".clause h2")).ToContainTextAsync(["第一条 吸纳就业", "第二条（一） 岗前培训"]);
        await desk.GetByRole(AriaRole.Link, new() { Name = "编辑第一条", Exact = true }).ClickAsync();
        await Expect(desk.Locator("#clause-form-title")).ToBeFocusedAsync();
        await desk.Locator("#field-Benefit").FillAsync("每人2000元");
        await desk.Locator("#field-ExecutingUnitId").SelectOptionAsync(new SelectOptionValue { Label = unit.Name });
        await desk.GetByRole(AriaRole.Button, new() { Name = "添加申报时段" }).ClickAsync();
        await AccessibleAsync(desk);
        await desk.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(desk.Locator(".clause").First).ToContainTextAsync("常年受理");
        await AccessibleAsync(desk);
        Assert.Equal(0, await SidewaysOverflowAsync(desk));
        await ScreenshotAsync(desk, "policy-draft");
        await desk.GetByRole(AriaRole.Button, new() { Name = "提交审核" }).ClickAsync();
        await Expect(desk.Locator(".page-line")).ToContainTextAsync("待审核");

        var review = await OpenAsync(Addresses.PolicyDrafts, centre);
        await AccessibleAsync(review);
        await review.GetByRole(AriaRole.Link, new() { Name = "稳岗扩岗若干措施" }).ClickAsync();
        await review.GetByRole(AriaRole.Link, new() { Name = "退回修改" }).ClickAsync();
        await review.Locator("#field-Reason").FillAsync("请补充第二条的执行单位");
        await review.GetByRole(AriaRole.Button, new() { Name = "退回修改" }).ClickAsync();
        await Expect(review).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"{Addresses.PolicyDrafts}$"));

        await Expect(desk.Locator(".draft-banner")).ToContainTextAsync("请补充第二条的执行单位"); // the open page hears of it
        await desk.GetByRole(AriaRole.Button, new() { Name = "提交审核" }).ClickAsync();
        await Expect(desk.Locator(".page-line")).ToContainTextAsync("待审核");
        await review.GetByRole(AriaRole.Link, new() { Name = "稳岗扩岗若干措施" }).ClickAsync();
        await review.GetByRole(AriaRole.Link, new() { Name = "发布", Exact = true }).ClickAsync();
        await AccessibleAsync(review);
        await review.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await Expect(review).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/policies/\d+$"));

        await ShowAsync(desk, new Uri(review.Url).AbsolutePath);
        await desk.GetByRole(AriaRole.Link, new() { Name = "解读“吸纳就业”" }).ClickAsync();
        await desk.Locator("#field-Text").FillAsync("招一个失业的人，补2000元。");
        await desk.GetByRole(AriaRole.Button, new() { Name = "发布解读" }).ClickAsync();
        await Expect(desk.Locator(".clause-plain")).ToContainTextAsync(unit.Name);

        var phone = await OpenAsync(Addresses.Policies, reader, width: 390, height: 844);
        await AccessibleAsync(phone);
        Assert.Equal(0, await SidewaysOverflowAsync(phone));
        await ScreenshotAsync(phone, "policies-phone");
        await phone.GetByRole(AriaRole.Link, new() { Name = "吸纳就业", Exact = true }).ClickAsync();
        await Expect(phone.Locator(".clause-plain")).ToContainTextAsync("招一个失业的人，补2000元。");
        await AccessibleAsync(phone);
        Assert.Equal(0, await SidewaysOverflowAsync(phone));
        await ScreenshotAsync(phone, "policy-phone");
    }
}
