using Bunit;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Setup;

namespace ServicePackage.Tests.Web.Setup;

public sealed class SlipsPageTests(SqliteDatabase database) : ScreenTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Slips_ForAnybodyButTheAdministrator_AreNotFound()
    {
        await OpenAsync<SlipsPage>(Town.CentreLead(), "/accounts/slips");

        Assert.True(NotFound);
    }

    [Fact]
    public async Task Slips_OfThoseSelected_AreMadeOnceTheQuestionIsAnswered()
    {
        var unit = Town.Unit();
        var (one, other) = (Town.Officer(unit), Town.Officer(unit));
        Town.Write(db =>
        {
            foreach (var person in new[] { (one, "闵雪"), (other, "柏宇航") })
            {
                var account = db.Users.Single(a => a.Id == person.Item1.AccountId);
                (account.MustChangePassword, account.DisplayName) = (true, person.Item2);
            }
        });
        var page = await OpenAsync<SlipsPage>(Town.Administrator(), "/accounts/slips");
        await page.Find("input[aria-label='选择柏宇航']").ChangeAsync(false);
        await Act(page, "换新密码并打印（1个）").ClickAsync();
        Assert.Contains("原来的账号条不能再用", page.Find(".confirm").TextContent, StringComparison.Ordinal);
        await page.Find(".confirm button").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("闵雪", Assert.Single(page.FindAll(".slip")).TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("table"));
    }
}
