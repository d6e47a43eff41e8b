using Bunit;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Policies;

namespace ServicePackage.Tests.Web.Policies;

public sealed class ServedPoliciesPageTests(SqliteDatabase database) : ScreenTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Page_ShowsWhatIsNewAndWhoWaitsToBeCalled_AndTakesTheCallDown()
    {
        var enterprise = Town.Enterprise(Town.EconomicCity());
        var (butler, own, unit) = (Town.Butler(enterprise), Town.EnterpriseUser(enterprise), Town.Unit());
        var (_, clause) = Town.PublishedClause(unit, Town.Officer(unit), "稳岗补贴", null);
        Town.Write(db =>
        {
            db.Matches.Add(new KeptMatch { EnterpriseId = enterprise.Id, ClauseId = clause, Since = Town.Clock.Now });
            db.ClauseAnswers.Add(new ClauseAnswer { EnterpriseId = enterprise.Id, ClauseId = clause, Wish = ClauseWish.Interested, SaidAt = Town.Clock.Now, SaidById = own.AccountId });
        });

        var page = await OpenAsync<ServedPoliciesPage>(butler, "/policies/served");

        Assert.Contains("新增符合或待核实：“稳岗补贴”", page.Find(".served").TextContent, StringComparison.Ordinal);
        Assert.Contains(enterprise.ContactPhone, page.Find(".served .phone").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find(".weekly-line button"));
        Assert.Contains("30天内截止：“稳岗补贴”，最早", page.Find(".served").TextContent, StringComparison.Ordinal);
        Assert.Contains("对“稳岗补贴”感兴趣，待联系", page.Find(".served-interest").TextContent, StringComparison.Ordinal);
        await page.Find(".served-interest button").ClickAsync(new());
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".served-interest")));
    }

    [Fact]
    public async Task WeeklyNotice_ThatLedHere_IsReadNow()
    {
        var butler = Town.Butler(Town.Enterprise());
        var notice = new Notice { AccountId = butler.AccountId, Kind = "Weekly.Served", Arguments = "[]", At = Town.Clock.Now };
        Town.Write(db => db.Notices.Add(notice));

        var page = await OpenAsync<ServedPoliciesPage>(butler, $"/policies/served?notice={notice.Id}");

        page.WaitForAssertion(() => Assert.Equal("/policies/served", Shown));
        await using var db = Town.Look();
        Assert.NotNull(db.Notices.Single(n => n.Id == notice.Id).ReadAt);
    }

    [Fact]
    public async Task Page_WithoutAnything_SaysSo() =>
        Assert.Contains("目前没有", (await OpenAsync<ServedPoliciesPage>(Town.Butler(Town.Enterprise()), "/policies/served")).Find(".empty").TextContent, StringComparison.Ordinal);
}
