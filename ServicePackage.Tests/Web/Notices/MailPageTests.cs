using AngleSharp.Dom;
using Bunit;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;
using ServicePackage.Tests.Web.Tickets;
using ServicePackage.Web.Features.Notices;

namespace ServicePackage.Tests.Web.Notices;

/// <summary>Where a person chooses what is sent by mail.</summary>
public sealed class MailPageTests(SqliteDatabase database) : PageTests(database), IClassFixture<SqliteDatabase>
{
    private MailWishService Wishes => new(Town.Runner, Mail);

    [Fact]
    public async Task Page_WithoutServerOrAddress_SaysSo()
    {
        var page = await OpenAsync<MailPage>(Officer, "/notices/mail");

        Assert.Contains("尚未开通", page.Find(".mail-note").TextContent, StringComparison.Ordinal);
        Assert.Contains("没有登记邮箱", page.Find(".mail-address").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ShowsEveryGroupToTheTownsPeople_AndTwoToAnEnterprise()
    {
        var page = await OpenAsync<MailPage>(Officer, "/notices/mail");
        var enterprise = await OpenAsync<MailPage>(Applicant, "/notices/mail");

        Assert.Equal(5, page.FindAll("fieldset").Count); // four groups and the language
        Assert.Equal(3, enterprise.FindAll("fieldset").Count);
        Assert.Equal("AtOnce", Chosen(page, "Waits"));
        Assert.Equal("Daily", Chosen(page, "Concerns"));
        Assert.Equal("Chinese", Chosen(page, "Language"));
    }

    [Fact]
    public async Task Save_KeepsWhatWasChosen_AgainAndAgain()
    {
        var page = await OpenAsync<MailPage>(Officer, "/notices/mail");
        await ChooseAsync(page, "Waits", "Daily");
        await SaveAsync(page);
        await ChooseAsync(page, "Escalations", "None");
        await SaveAsync(page);

        Assert.Empty(page.FindAll(".refusal"));
        var wish = (await Wishes.GetAsync(Officer, Cancellation)).Value.Wish;
        Assert.Equal((2, MailTiming.Daily, MailTiming.None), (wish.Version, wish.Waits, wish.Escalations));
    }

    [Fact]
    public async Task Save_WhenChosenElsewhereMeanwhile_IsRefused_KeepsTheChoice_AndSavesAfterReloading()
    {
        var page = await OpenAsync<MailPage>(Officer, "/notices/mail");
        await ChooseAsync(page, "Waits", "None");
        var elsewhere = (await Wishes.GetAsync(Officer, Cancellation)).Value.Wish;
        elsewhere.Language = MailLanguage.English;
        Assert.True((await Wishes.SaveAsync(Officer, Guid.NewGuid(), elsewhere, Cancellation)).Done);

        await SaveAsync(page);
        Assert.Equal(Refusal.Stale.Sentence, page.Find(".refusal p").TextContent);
        Assert.Equal("None", Chosen(page, "Waits"));

        await page.Find(".refusal button").ClickAsync();
        await SaveAsync(page);
        Assert.Empty(page.FindAll(".refusal"));
        Assert.Equal((2, MailTiming.None), ((await Wishes.GetAsync(Officer, Cancellation)).Value.Wish.Version, (await Wishes.GetAsync(Officer, Cancellation)).Value.Wish.Waits));
    }

    private static string? Chosen(IRenderedComponent<MailPage> page, string field) =>
        page.FindAll($"input[name=choice-{field}]").Single(i => i.IsChecked()).GetAttribute("value");

    private static Task ChooseAsync(IRenderedComponent<MailPage> page, string field, string value) =>
        page.Find($"input[name=choice-{field}][value={value}]").ChangeAsync(value);

    private static Task SaveAsync(IRenderedComponent<MailPage> page) => page.Find("form").SubmitAsync();
}
