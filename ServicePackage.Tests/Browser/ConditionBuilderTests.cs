using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>Somebody who drafts builds the condition of a clause: at a desk by keys alone, and on a phone.</summary>
public sealed class ConditionBuilderTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    private const string Wanted = "注册地在嘉定区，且（上年度营业收入不低于1,000万元，或近2年股权融资合计不低于2,000万元）";

    [Fact]
    public async Task Condition_IsBuiltByKeysAloneAtADesk()
    {
        var (drafter, policy, clause) = Draft();
        var page = await OpenAsync(Addresses.ClauseCondition(policy, clause), drafter);
        await AccessibleAsync(page);

        await page.Locator("#node-1").FocusAsync();
        await OpenAsync(page, "+", "添加条件");
        await ChooseAsync(page, "Kind", "登记信息");
        await ChooseAsync(page, "Answer", "注册地");
        await page.Locator("#field-codes-find").FocusAsync();
        await page.Keyboard.TypeAsync("嘉定");
        var jiading = page.Locator(".code-found button").First;
        await Expect(jiading).ToContainTextAsync("嘉定区");
        await jiading.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".code-picked")).ToContainTextAsync("嘉定区");
        await AccessibleAsync(page);
        await ScreenshotAsync(page, "condition-form");
        await SaveFormAsync(page, "注册地在嘉定区");

        await OpenAsync(page, "+", "添加条件");
        await ChooseAsync(page, "Fact", "营业收入");
        await TypeAsync(page, "Number", "1000");
        await SaveFormAsync(page, "上年度营业收入不低于1,000万元");
        await page.Keyboard.PressAsync("w");
        await Expect(Row(page, "满足任一")).ToBeFocusedAsync();
        await OpenAsync(page, "+", "添加条件");
        await EquityAsync(page);
        await Expect(page.Locator(".side-sentence")).ToHaveTextAsync(Wanted);
        await Expect(page.Locator(".side-gaps")).ToContainTextAsync("营业收入");

        await page.Keyboard.PressAsync("Delete");
        await Expect(Row(page, "上年度营业收入")).ToBeFocusedAsync();
        await Expect(page.Locator(".side-sentence")).Not.ToHaveTextAsync(Wanted);
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Locator(".side-sentence")).ToHaveTextAsync(Wanted);
        await Expect(Row(page, "近2年股权融资")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Home");
        await Expect(Row(page, "全部满足")).ToBeFocusedAsync();
        await StaffAsync(page, "AtLeast", "300");
        await page.Keyboard.PressAsync("Home");
        await Expect(Row(page, "全部满足")).ToBeFocusedAsync();
        await StaffAsync(page, "AtMost", "20");
        await Expect(page.Locator(".side-objection")).ToContainTextAsync("不能同时满足");
        await AccessibleAsync(page);
        await ScreenshotAsync(page, "condition-objection");
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.Locator(".side-objection")).ToHaveCountAsync(0);
        await Expect(Row(page, "300人")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.Locator(".side-sentence")).ToHaveTextAsync(Wanted);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存条件" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("没有未保存的修改。")).ToBeVisibleAsync();

        await page.ReloadAsync();
        await ReadyAsync(page);
        await Expect(page.Locator(".side-sentence")).ToHaveTextAsync(Wanted);
        await AccessibleAsync(page);
        Assert.Equal(0, await SidewaysOverflowAsync(page));
        await ScreenshotAsync(page, "condition-desk");
        await using var db = Town.Look();
        Assert.Contains("equity", (await db.PolicyClauses.SingleAsync(c => c.ClauseId == clause, Cancellation)).Condition, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Condition_OnAPhone_IsBuiltByTouchAndSurvivesALoadBeforeItIsSaved()
    {
        var (drafter, policy, clause) = Draft();
        var page = await OpenAsync(Addresses.ClauseCondition(policy, clause), drafter, width: 390, height: 844, dark: true);
        await page.GetByRole(AriaRole.Button, new() { Name = "添加条件", Exact = true }).ClickAsync();
        await ChooseAsync(page, "Fact", "营业收入");
        await TypeAsync(page, "Number", "1000");
        Assert.Equal(0, await SidewaysOverflowAsync(page));
        await AccessibleAsync(page);
        await ScreenshotAsync(page, "condition-phone-form");
        await page.GetByRole(AriaRole.Button, new() { Name = "确定", Exact = true }).ClickAsync();
        await Expect(Row(page, "上年度营业收入不低于1,000万元")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "放入新分组", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "添加条件", Exact = true }).ClickAsync();
        await EquityAsync(page);
        await Expect(page.Locator(".side-sentence")).ToHaveTextAsync("上年度营业收入不低于1,000万元，或近2年股权融资合计不低于2,000万元");
        Assert.Equal(0, await SidewaysOverflowAsync(page));
        await AccessibleAsync(page);
        await ScreenshotAsync(page, "condition-phone");

        await page.GetByRole(AriaRole.Link, new() { Name = "返回草稿", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("尚未保存");
        await page.GetByRole(AriaRole.Button, new() { Name = "继续编辑", Exact = true }).ClickAsync();
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.ReloadAsync();
        await ReadyAsync(page);
        await Expect(page.GetByText("已恢复上次尚未保存的修改。")).ToBeVisibleAsync();
        await Expect(page.Locator(".side-sentence")).ToContainTextAsync("股权融资");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存条件", Exact = true }).ClickAsync();
        await Expect(page.GetByText("没有未保存的修改。")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Condition_UnderReview_IsReadInEnglish()
    {
        var (drafter, policy, clause) = Draft();
        Town.Enterprise();
        Town.Write(db =>
        {
            var version = db.PolicyVersions.Include(v => v.Clauses).Single(v => v.PolicyId == policy);
            version.State = PolicyState.Submitted;
            version.Clauses[0].Condition = ConditionJson.Write(new AllOf(
            [
                new Bands(new FactMeasure("revenue"), [new Band(new FigureLeaf(new ShareMeasure(new FactMeasure("rd"), new FactMeasure("revenue")), Must.AtLeast, 0.05m), 50_000_000m), new Band(new Named("srdi"))]),
                new Score(20, [new ScorePart("创新能力", "Innovation", [new ScoreItem("规模", "Size", [new ScoreStep(20, new Named("sme"))])], 10)]),
            ]));
        });

        var page = await OpenAsync(Addresses.ClauseCondition(policy, clause), drafter, "en");
        await Expect(page.Locator(".side-sentence")).ToContainTextAsync("CNY 50,000,000");
        await Expect(page.Locator("button.outline-row, .row-acts")).ToHaveCountAsync(0);
        await AccessibleAsync(page);
        await ScreenshotAsync(page, "condition-read-english");
        await page.GetByRole(AriaRole.Button, new() { Name = "In Chinese", Exact = true }).ClickAsync();
        await Expect(page.Locator(".side-sentence[lang=zh-CN]")).ToContainTextAsync("分档");
    }

    private static ILocator Row(IPage page, string words) => page.Locator(".outline-row").Filter(new() { HasTextString = words }).First;

    private static async Task OpenAsync(IPage page, string key, string title)
    {
        await page.Keyboard.PressAsync(key);
        await Expect(page.Locator(".condition-form h3")).ToHaveTextAsync(title);
        await Expect(page.Locator(".condition-form h3")).ToBeFocusedAsync();
    }

    private static async Task ChooseAsync(IPage page, string field, string option) => await page.Locator($"#field-{field}").SelectOptionAsync(new SelectOptionValue { Label = option });

    private static async Task TypeAsync(IPage page, string field, string text)
    {
        await page.Locator($"#field-{field}").FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task SaveFormAsync(IPage page, string row)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "确定", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(Row(page, row)).ToBeFocusedAsync();
    }

    private static async Task EquityAsync(IPage page)
    {
        await ChooseAsync(page, "Kind", "称号与清单");
        await ChooseAsync(page, "List", "股权融资");
        await ChooseAsync(page, "Time", "近几年内");
        await TypeAsync(page, "TimeYears", "2");
        await page.Locator("#items-sum").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await TypeAsync(page, "Number", "2000");
        await SaveFormAsync(page, "近2年股权融资合计不低于2,000万元");
    }

    private static async Task StaffAsync(IPage page, string must, string number)
    {
        await OpenAsync(page, "+", "添加条件");
        await ChooseAsync(page, "Fact", "从业人数");
        await page.Locator("#field-Must").SelectOptionAsync(must);
        await TypeAsync(page, "Number", number);
        await SaveFormAsync(page, $"{number}人");
    }

    private (Caller Drafter, long Policy, long Clause) Draft()
    {
        var unit = Town.Unit("科创中心");
        var drafter = Town.Officer(unit);
        var policy = new Policy { OrganisationId = unit.Id, CreatedAt = Town.Clock.Now, CreatedById = drafter.AccountId };
        Town.Write(db => db.Policies.Add(policy));
        var version = new PolicyVersion
        {
            PolicyId = policy.Id,
            Number = 1,
            Title = "科技创新若干措施",
            DraftedById = drafter.AccountId,
            ChangedById = drafter.AccountId,
            ChangedAt = Town.Clock.Now,
            Clauses =
            [
                new PolicyClause
                {
                    Clause = new Clause { PolicyId = policy.Id },
                    Order = 1,
                    Number = "第一条",
                    Title = "研发补助",
                    Text = "对注册地在嘉定区，且上年度营业收入不低于1000万元，或近两年获得股权融资合计不低于2000万元的企业给予补助。",
                    Scope = "注册地在嘉定区的企业",
                },
            ],
        };
        Town.Write(db => db.PolicyVersions.Add(version));
        return (drafter, policy.Id, version.Clauses[0].ClauseId);
    }
}
