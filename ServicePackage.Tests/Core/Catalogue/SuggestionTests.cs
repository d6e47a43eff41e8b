using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Catalogue;

/// <summary>What is suggested and recommended to an enterprise. The town's day is Monday 2 March 2026.</summary>
public abstract class SuggestionTests(TestDatabase database) : CatalogueTestsBase(database)
{
    [Fact]
    public async Task Suggestions_StandFreeAndPublicFirst_AndWhatIsSoldLast()
    {
        var (sold, open) = (Town.Provider(ProviderNature.Commercial).Id, Town.Provider().Id);
        await PublishedAsync("收费诊断", i => (i.ProviderId, i.Fee, i.FeeWords) = (sold, ServiceFee.Charged, "每次"), Dispatcher);
        await PublishedAsync("免费试用", i => i.ProviderId = sold, Dispatcher);
        await PublishedAsync("会员培训", i => (i.Fee, i.FeeWords) = (ServiceFee.Charged, "每人"));
        await PublishedAsync("优惠测评", i => (i.Fee, i.FeeWords) = (ServiceFee.Reduced, "半价"));
        await PublishedAsync("公共窗口", i => i.ProviderId = open, Dispatcher);
        await PublishedAsync();

        var sheet = await SheetAsync();

        Assert.Equal(["公共窗口", "法律体检", "优惠测评", "会员培训", "免费试用", "收费诊断"], sheet.Suggested.Select(s => s.Service.Facts.Title));
    }

    [Fact]
    public async Task Suggestions_AreThoseWhoseAudienceIsMetToday_AndSayWhy()
    {
        Town.Titles(Enterprise, "srdi");
        Town.Write(db => db.EnterpriseListItems.Single(i => i.EnterpriseId == Enterprise.Id).From = Today.AddYears(-1));
        await PublishedAsync();
        var forHolders = await PublishedAsync("专精特新沙龙");
        Town.Write(db => db.ServiceVersions.Single(v => v.ServiceId == forHolders).Audience = """{"is":"items","list":"title","where":{"kinds":["srdi"]},"must":"atLeast","to":1,"sum":false}""");
        var forOthers = await PublishedAsync("小巨人沙龙");
        Town.Write(db => db.ServiceVersions.Single(v => v.ServiceId == forOthers).Audience = "nobody can read this");
        await PublishedAsync("小型微利辅导", i => i.Criteria = ["small_profit"]); // nothing is known of its profit
        await PublishedAsync("短期活动", i => i.GoodUntil = Today);
        await DraftAsync("未发布");

        var sheet = await SheetAsync();

        Assert.Equivalent(new[] { ("法律体检", false), ("专精特新沙龙", true), ("短期活动", false) }, sheet.Suggested.Select(s => (s.Service.Facts.Title, s.Deciding.Count > 0)), strict: true);
        Assert.Equal(1, sheet.Undecided);
        Town.GoTo(Today.AddDays(1), new TimeOnly(9, 0));
        Assert.DoesNotContain("短期活动", (await SheetAsync()).Suggested.Select(s => s.Service.Facts.Title));
    }

    [Fact]
    public async Task Suggestions_NameThePickThatIsOpen()
    {
        var service = await PublishedAsync();
        var pick = Must(await AskAsync(service));
        Assert.Equal(pick, Assert.Single((await SheetAsync()).Suggested).OpenPick);

        Must(await StepAsync(Own, pick, PickStep.Withdraw));

        Assert.Null(Assert.Single((await SheetAsync()).Suggested).OpenPick);
    }

    [Fact]
    public async Task Recommend_TellsTheEnterprise_TwiceIsAskedBack_AndThePickTakesItUp()
    {
        var (service, butler) = (await PublishedAsync(), Town.Butler(Enterprise));
        Must(await RecommendAsync(butler, service));
        Assert.Equal(["ServiceRecommended"], Told(Own));

        Assert.Equal(("Recommend.Twice", nameof(RecommendInput.Again)), ((await RecommendAsync(butler, service)).Refusal?.Code, (await RecommendAsync(Lead, service)).Refusal?.Field));
        Must(await RecommendAsync(Lead, service, again: true));
        Assert.Equal(2, (await SheetAsync()).Recommended.Count);

        Must(await AskAsync(service));
        Assert.Empty((await SheetAsync()).Recommended);
        Assert.Equal("Recommend.AlreadyPicked", (await RecommendAsync(butler, service)).Refusal?.Code);
    }

    [Fact]
    public async Task Recommend_OfWhatIsSold_OrCannotBeHad_OrOffTheRoster_TellsNobody()
    {
        var sold = await PublishedAsync("收费诊断", i => i.ProviderId = Town.Provider(ProviderNature.Commercial).Id, Dispatcher);
        var (ended, withdrawn, stands) = (await PublishedAsync("短期活动", i => i.GoodUntil = Today), await PublishedAsync("已撤项目"), await PublishedAsync());
        Must(await Review.WithdrawAsync(Lead, Guid.NewGuid(), new ServiceReasonInput { ServiceId = withdrawn, Version = (await ReadAsync(withdrawn)).Version, Reason = "项目结束" }, Cancellation));
        Town.GoTo(Today.AddDays(1), new TimeOnly(9, 0));

        Assert.Equal("Recommend.Commercial", (await RecommendAsync(Lead, sold)).Refusal?.Code);
        Assert.Equal("Service.Ended", (await RecommendAsync(Lead, ended)).Refusal?.Code);
        Assert.Equal("Service.IsWithdrawn", (await RecommendAsync(Lead, withdrawn)).Refusal?.Code);
        Town.Write(db => db.Enterprises.Single(e => e.Id == Enterprise.Id).LeftRosterOn = Today);
        Assert.Equal("Recommend.OffRoster", (await RecommendAsync(Lead, stands)).Refusal?.Code);
        Assert.Empty(Told(Own));
    }

    private async Task<ServiceSheet> SheetAsync() => Must(await Suggestions.OfEnterpriseAsync(Own, Enterprise.Id, Cancellation));

    private Task<Outcome<Nothing>> RecommendAsync(Caller by, long service, bool again = false) =>
        Recommendations.RecommendAsync(by, Guid.NewGuid(), new RecommendInput { EnterpriseId = Enterprise.Id, ServiceId = service, Why = "合同较多", Again = again }, Cancellation);

    public sealed class OnSqlite(SqliteDatabase database) : SuggestionTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : SuggestionTests(database), IClassFixture<PostgresDatabase>;
}
