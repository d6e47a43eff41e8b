using Bunit;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Butlers.Covers;
using ServicePackage.Web.Features.Enterprises;

namespace ServicePackage.Tests.Web.Butlers;

public sealed class CoverPagesTests(SqliteDatabase database) : ScreenTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Form_OfAButler_OffersThemselvesAndWhoFits_AndGivesCover()
    {
        var city = Town.EconomicCity();
        var (enterprise, butler, coverer) = (Town.Enterprise(city), Town.Specialist(city), Town.Specialist(city));
        Town.Assign(butler, enterprise);
        Town.Specialist(Town.EconomicCity());
        var page = await OpenAsync<ButlersPage>(butler, "/butlers?edit=cover", null, ("Edit", "cover"));
        page.WaitForAssertion(() => Assert.Equal(2, Field(page, "代管人").QuerySelectorAll("option").Length)); // nobody of another city

        await Field(page, "代管人").ChangeAsync(coverer.AccountId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Field(page, "最后一日").ChangeAsync("2026-03-15");
        await page.Find("form").SubmitAsync();
        Assert.Contains("请填写原因。", Findings(page));
        await Field(page, "原因").ChangeAsync("外出培训");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("2026年3月2日至2026年3月15日", page.Find(".covers").TextContent, StringComparison.Ordinal));
        await using var db = Town.Look();
        var cover = await db.ButlerCovers.SingleAsync(Cancellation);
        Assert.Equal((butler.AccountId, coverer.AccountId, true, new DateOnly(2026, 3, 15)), (cover.AbsentId, cover.CovererId, cover.All, cover.Until));
    }

    [Theory]
    [InlineData("zh-CN", "待重新指定服务管家", "服务管家已不担任相应岗位")]
    [InlineData("en", "Butlers to be named", "The butler no longer holds a post that makes one fit")]
    public async Task Page_ForTheCentre_ListsWhoseButlerFitsNoLonger(string language, string title, string reason)
    {
        using var reading = new Reading(language);
        var enterprise = Town.Enterprise();
        Town.Butler(enterprise);

        var page = await OpenAsync<ButlersPage>(Town.Dispatcher(), "/butlers");

        Assert.StartsWith(title, page.Find("#unfit").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/enterprises/{enterprise.Id}?edit=butler", page.Find("a.row-open").GetAttribute("href"));
        Assert.Contains(reason, page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ForWhoHasNothingToDoWithButlers_IsNotThere()
    {
        await OpenAsync<ButlersPage>(Town.Officer(Town.Unit()), "/butlers");

        Assert.True(NotFound);
    }

    [Fact]
    public async Task File_OfTheEnterprise_SaysWhoCoversUntilWhen()
    {
        var enterprise = Town.Enterprise();
        Town.Cover(Town.Butler(enterprise), Town.Stranger(), Town.Clock.Today, new DateOnly(2026, 3, 15));

        var page = await OpenAsync<EnterprisePage>(Town.EnterpriseUser(enterprise), "/enterprises/own");

        Assert.Contains("代管至2026年3月15日", page.Find(".butler-cover").TextContent, StringComparison.Ordinal);
    }
}
