using Microsoft.Playwright;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Roster;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>The roster of a year: nominated, chosen and published; and its pages in both languages and widths.</summary>
public sealed class RosterTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Firm_IsNominatedChosenAndPublished_AndReadsInTheRoster()
    {
        Fresh(2026, RosterYearState.Open);
        var city = Town.EconomicCity("提名经济城");
        var specialist = Town.Specialist(city);

        var desk = await OpenAsync($"{Addresses.Nominations}?year=2026&edit=new", specialist);
        await desk.Locator("#field-CreditCode").FillAsync(Town.CreditCode(810_001));
        await desk.Locator("#field-Name").FillAsync("上海提名传感技术有限公司");
        await desk.Locator("#field-Tier").SelectOptionAsync("Town");
        await desk.Locator("#field-Reason").FillAsync("当年投产，纳税增长快。");
        await AccessibleAsync(desk);
        await desk.Locator(".form").GetByRole(AriaRole.Button, new() { Name = "提名企业" }).ClickAsync();
        await Expect(desk.Locator(".notice")).ToContainTextAsync("已提名“上海提名传感技术有限公司”");

        var centre = await OpenAsync($"{Addresses.RosterChoosing}?year=2026", Town.Dispatcher());
        await centre.GetByRole(AriaRole.Button, new() { Name = "截止提名" }).ClickAsync();
        await centre.Locator(".confirm").GetByRole(AriaRole.Button, new() { Name = "截止提名" }).ClickAsync();
        await Expect(centre.Locator(".notice")).ToContainTextAsync("提名已截止");
        await centre.GetByLabel("选择本页", new() { Exact = false }).CheckAsync();
        await centre.Locator("#field-Taken").SelectOptionAsync("true");
        await centre.Locator("#field-Reason").FillAsync("符合街镇重点企业条件。");
        await AccessibleAsync(centre);
        await centre.Locator(".form").GetByRole(AriaRole.Button, new() { Name = "确定（" }).ClickAsync();
        await Expect(centre.Locator(".notice")).ToContainTextAsync("已确定");
        await centre.GetByRole(AriaRole.Button, new() { Name = "公布名单" }).ClickAsync();
        await Expect(centre.Locator(".confirm")).ToContainTextAsync("新列入1家");
        await centre.Locator(".confirm").GetByRole(AriaRole.Button, new() { Name = "公布名单" }).ClickAsync();
        await Expect(centre.Locator("#roster-published").Locator("..")).ToContainTextAsync("新列入1家");

        var roster = await OpenAsync($"{Addresses.Roster}?q={Uri.EscapeDataString("提名传感")}", specialist);
        await Expect(roster.Locator("table[aria-label=重点企业名单]")).ToContainTextAsync("上海提名传感技术有限公司");
        await AccessibleAsync(roster);
    }

    [Theory]
    [InlineData("zh-CN", 1440)]
    [InlineData("zh-CN", 390)]
    [InlineData("en", 1440)]
    [InlineData("en", 390)]
    public async Task Pages_InEachLanguageAndWidth_FitAndAreAccessible(string language, int width)
    {
        Fresh(2027, RosterYearState.Choosing);
        var enterprise = Town.Enterprise(Town.EconomicCity());
        var centre = Town.Dispatcher();
        Town.Write(db => db.Nominations.AddRange(new[] { enterprise.CreditCode, Town.CreditCode(820_000 + width + (language == "en" ? 5000 : 0)) }.Select(code => new Nomination
        {
            Year = 2027,
            CreditCode = code,
            Name = "上海备选企业精密仪器制造股份有限公司",
            Reason = "拟申报专精特新，主导产品国内领先。",
            OrganisationId = enterprise.EconomicCityId,
            ProposedOn = Town.Clock.Today,
            NominatedAt = Town.Clock.Now,
            NominatedById = centre.AccountId,
        })));

        foreach (var address in new[] { Addresses.Roster, $"{Addresses.Nominations}?year=2027", $"{Addresses.RosterChoosing}?year=2027", $"{Addresses.RosterChoosing}?year=2027&edit=district" })
        {
            var page = await OpenAsync(address, centre, language, width: width);
            await ScreenshotAsync(page, $"roster{address.Replace('/', '-').Replace('?', '-')}-{width}-{language}");
            Assert.Equal((address, 0), (address, await SidewaysOverflowAsync(page)));
            await AccessibleAsync(page);
            await page.Context.CloseAsync();
        }
    }

    /// <summary>The year as a test needs it, whatever another has left of it.</summary>
    private void Fresh(int year, RosterYearState state) => Town.Write(db =>
    {
        db.RosterYears.RemoveRange(db.RosterYears.Where(y => y.Year == year));
        db.RosterYears.Add(new RosterYear { Year = year, State = state, OpenedAt = Town.Clock.Now });
    });
}
