using Microsoft.Playwright;
using ServicePackage.Core.Mail;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>Choosing what is sent by mail, from the notices, in every look.</summary>
public sealed class MailTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    [Theory]
    [InlineData("zh-CN", false, 1440)]
    [InlineData("en", true, 390)]
    public async Task Person_FromTheNotices_ChoosesADigest(string language, bool dark, int width)
    {
        var person = Town.Officer(Town.Unit());
        Town.Write(db => db.Users.Single(a => a.Id == person.AccountId).Email = "a.person.with.a.long.address@town.example");
        var page = await OpenAsync(Addresses.Notices, person, language, dark, width);
        await page.GetByRole(AriaRole.Link, new() { Name = language == "en" ? "Notices by mail" : "邮件提醒" }).First.ClickAsync();
        await Expect(page.Locator("input[name=choice-Waits][value=AtOnce]")).ToBeCheckedAsync();
        await AccessibleAsync(page);
        Assert.True(await SidewaysOverflowAsync(page) <= 0);
        await ScreenshotAsync(page, $"mail-{language}-{width}");

        await page.Locator("input[name=choice-Waits][value=Daily]").CheckAsync();
        await page.Locator("button[type=submit].main").ClickAsync();

        await Expect(page.Locator(".mud-snackbar")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await ReadyAsync(page);
        await Expect(page.Locator("input[name=choice-Waits][value=Daily]")).ToBeCheckedAsync();
        await using var db = Town.Look();
        Assert.Equal(MailTiming.Daily, db.MailWishes.Single(w => w.AccountId == person.AccountId).Waits);
    }

    [Fact]
    public async Task Enterprise_OnItsPhone_SeesOneGroupAndTheWeeklyNotice()
    {
        var page = await OpenAsync(Addresses.NoticesByMail, Town.EnterpriseUser(Town.Enterprise()), width: 390);

        await Expect(page.Locator("fieldset legend")).ToContainTextAsync(["待我办理的事项", "每周惠企政策提示", "邮件语言"]);
        Assert.True(await SidewaysOverflowAsync(page) <= 0);
        await ScreenshotAsync(page, "mail-enterprise");
    }
}
