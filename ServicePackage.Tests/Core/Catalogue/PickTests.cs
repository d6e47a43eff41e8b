using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Catalogue;

/// <summary>What becomes of a pick. The town's day is Monday 2 March 2026.</summary>
public abstract class PickTests(TestDatabase database) : CatalogueTestsBase(database)
{
    [Fact]
    public async Task Pick_AcceptedDeliveredAndRated_TellsEachInTurn()
    {
        var pick = Must(await AskAsync(await PublishedAsync()));
        Assert.Contains("Asked.PickAnswer!", Told(ProvidersPerson));

        Must(await StepAsync(ProvidersPerson, pick, PickStep.Accept));
        Must(await StepAsync(ProvidersPerson, pick, PickStep.Deliver, i => i.Word = "审阅合同3份。"));
        Assert.Equal(["PickAccepted", "Asked.PickRating!"], Told(Own));
        Must(await StepAsync(Own, pick, PickStep.Rate));

        var row = Must(await Picks.GetAsync(Own, pick, Cancellation));
        Assert.Equal((PickState.Rated, RatingLevel.Satisfied, "审阅合同3份。", false), (row.State, row.Rating!.Value, row.Delivered, row.DeliveredForProvider));
        Assert.Equal(["PickAccepted", "Asked.PickRating"], Told(Own)); // asks no more
        Assert.Contains("PickRated", Told(ProvidersPerson));
        Assert.DoesNotContain("Asked.PickFollowUp!", Told(Dispatcher));
        Assert.Empty(row.Steps);
    }

    [Fact]
    public async Task BadRating_NeedsAReason_AndWaitsOnTheCentre()
    {
        var pick = await DeliveredAsync(await PublishedAsync());
        Assert.Equal("Missing", (await StepAsync(Own, pick, PickStep.Rate, i => (i.Rating, i.Word) = (RatingLevel.Dissatisfied, ""))).Refusal?.Code);

        Must(await StepAsync(Own, pick, PickStep.Rate, i => (i.Rating, i.Word) = (RatingLevel.Dissatisfied, "没有改进建议")));
        Assert.Contains("Asked.PickFollowUp!", Told(Dispatcher));
        Assert.Equal((1, 1), (Must(await Picks.ListAsync(Lead, new PickFilter(PickShow.RatedBadly), Cancellation)).RatedBadly, Must(await Picks.ListAsync(Lead, new PickFilter(PickShow.RatedBadly), Cancellation)).Picks.Total));

        Must(await StepAsync(Lead, pick, PickStep.FollowUp, i => i.Word = "已约机构改进"));

        Assert.Contains("Asked.PickFollowUp", Told(Dispatcher));
        Assert.Equal(0, Must(await Picks.ListAsync(Lead, new PickFilter(), Cancellation)).RatedBadly);
        Assert.Equal("", Must(await Picks.GetAsync(ProvidersPerson, pick, Cancellation)).FollowUp); // the Centre's own
        Assert.Equal("Pick.WrongStep", (await StepAsync(Lead, pick, PickStep.FollowUp)).Refusal?.Code);
    }

    [Fact]
    public async Task Decline_NeedsAReason_AndLetsItBePickedAgain()
    {
        var service = await PublishedAsync();
        var pick = Must(await AskAsync(service));
        Assert.Equal("Missing", (await StepAsync(ProvidersPerson, pick, PickStep.Decline, i => i.Word = " ")).Refusal?.Code);
        Assert.Equal("Pick.AnotherOpen", (await AskAsync(service)).Refusal?.Code);

        Must(await StepAsync(ProvidersPerson, pick, PickStep.Decline));

        Assert.Equal(["PickDeclined"], Told(Own));
        Must(await AskAsync(service));
    }

    [Fact]
    public async Task Withdraw_BeforeDelivery_StopsAsking_AndAfterItIsRefused()
    {
        var service = await PublishedAsync();
        var pick = Must(await AskAsync(service));
        Must(await StepAsync(Own, pick, PickStep.Withdraw));
        Assert.Equal(["Asked.PickAnswer", "PickWithdrawn"], Told(ProvidersPerson).Where(k => k.Contains("Pick", StringComparison.Ordinal)));

        var delivered = await DeliveredAsync(service);
        Assert.Equal("Pick.WrongStep", (await StepAsync(Own, delivered, PickStep.Withdraw)).Refusal?.Code);
    }

    [Fact]
    public async Task Unanswered_AfterThreeWorkingDays_IsLateOnTheCentresList()
    {
        var pick = Must(await AskAsync(await PublishedAsync()));
        Assert.Equal(TownTime.CloseOf(new DateOnly(2026, 3, 5)), Row(pick).AnswerDueAt);

        Town.GoTo(new DateOnly(2026, 3, 5), new TimeOnly(16, 59));
        Assert.Equal(0, Must(await Picks.ListAsync(Lead, new PickFilter(PickShow.Late), Cancellation)).Picks.Total);
        Town.GoTo(new DateOnly(2026, 3, 5), new TimeOnly(17, 1));

        var list = Must(await Picks.ListAsync(Lead, new PickFilter(PickShow.Late), Cancellation));
        Assert.Equal((1, true), (list.Late, list.Picks.Items[0].IsLate));
    }

    [Fact]
    public async Task Centre_ActsForAProviderWithoutAccount_AndThisShows()
    {
        var without = Town.Provider(name: "无账号机构");
        var pick = Must(await AskAsync(await PublishedAsync("融资担保", i => i.ProviderId = without.Id, Dispatcher)));
        Assert.Contains("Asked.PickAnswer!", Told(Dispatcher));

        Must(await StepAsync(Dispatcher, pick, PickStep.Accept));

        var row = Must(await Picks.GetAsync(Own, pick, Cancellation));
        Assert.Equal((true, true), (row.AnsweredForProvider, row.IsProviderWithoutAccount));
        var other = Must(await AskAsync(await PublishedAsync()));
        Assert.Equal(Refusal.NotAllowed, (await StepAsync(Dispatcher, other, PickStep.Accept)).Refusal); // that one has people
    }

    [Fact]
    public async Task Step_OnAStaleCopy_WithADayToCome_OrTooEarly_IsRefusedAndWritesNothing()
    {
        var pick = Must(await AskAsync(await PublishedAsync()));
        Assert.True((await StepAsync(ProvidersPerson, pick, PickStep.Accept, i => i.Version--)).Refusal!.IsStale);
        Must(await StepAsync(ProvidersPerson, pick, PickStep.Accept));

        Assert.Equal("Pick.DayToCome", (await StepAsync(ProvidersPerson, pick, PickStep.Deliver, i => i.Day = Today.AddDays(1))).Refusal?.Code);
        Assert.Equal("Pick.DayTooEarly", (await StepAsync(ProvidersPerson, pick, PickStep.Deliver, i => i.Day = Today.AddDays(-1))).Refusal?.Code);
        Assert.Equal(PickState.Accepted, Row(pick).State);
    }

    [Fact]
    public async Task Ask_OfAnotherVersionThanSeen_WithoutContact_OrEnded_IsRefused()
    {
        var service = await PublishedAsync(fill: i => i.GoodUntil = Today);
        Assert.True((await AskAsync(service, fill: i => i.Number = 2)).Refusal!.IsStale);
        Assert.Equal(nameof(PickInput.Phone), (await AskAsync(service, fill: i => i.Phone = "12")).Refusal?.Field);
        Assert.Equal(Refusal.NotAllowed, (await AskAsync(service, Dispatcher)).Refusal);
        Town.GoTo(Today.AddDays(1), new TimeOnly(9, 0));
        Assert.Equal("Service.Ended", (await AskAsync(service)).Refusal?.Code);
    }

    [Fact]
    public async Task Suggestions_AreWeighedByTheAudience_FreeAndPublicFirst()
    {
        Town.Titles(Enterprise, "srdi");
        await PublishedAsync("收费诊断", i => (i.ProviderId, i.Fee, i.FeeWords) = (Town.Provider(ProviderNature.Commercial).Id, ServiceFee.Charged, "每次"), Dispatcher);
        await PublishedAsync("优惠测评", i => (i.Fee, i.FeeWords) = (ServiceFee.Reduced, "半价"));
        await PublishedAsync("公共窗口", i => i.ProviderId = Town.Provider().Id, Dispatcher);
        await PublishedAsync();
        await PublishedAsync("小型微利辅导", i => i.Criteria = ["small_profit"]);

        var sheet = Must(await Suggestions.OfEnterpriseAsync(Own, Enterprise.Id, Cancellation));

        Assert.Equal(["公共窗口", "法律体检", "优惠测评", "收费诊断"], sheet.Suggested.Select(s => s.Service.Facts.Title));
        Assert.Equal(1, sheet.Undecided); // nothing is known of its profit
    }

    [Fact]
    public async Task Recommend_TellsTheEnterprise_TwiceIsAskedBack_AndThePickTakesItUp()
    {
        var (service, butler) = (await PublishedAsync(), Town.Butler(Enterprise));
        Must(await RecommendAsync(butler, service));
        Assert.Equal(["ServiceRecommended"], Told(Own));

        Assert.Equal(("Recommend.Twice", nameof(RecommendInput.Again)), ((await RecommendAsync(butler, service)).Refusal?.Code, (await RecommendAsync(Lead, service)).Refusal?.Field));
        Must(await RecommendAsync(Lead, service, again: true));
        Assert.Equal(2, Must(await Suggestions.OfEnterpriseAsync(Own, Enterprise.Id, Cancellation)).Recommended.Count);

        Must(await AskAsync(service));
        Assert.Empty(Must(await Suggestions.OfEnterpriseAsync(Own, Enterprise.Id, Cancellation)).Recommended);
        Assert.Equal("Recommend.AlreadyPicked", (await RecommendAsync(butler, service)).Refusal?.Code);
    }

    [Fact]
    public async Task Recommend_OfACommercialService_IsRefused()
    {
        var service = await PublishedAsync("收费诊断", i => i.ProviderId = Town.Provider(ProviderNature.Commercial).Id, Dispatcher);

        Assert.Equal("Recommend.Commercial", (await RecommendAsync(Lead, service)).Refusal?.Code);
        Assert.Empty(Told(Own));
    }

    private Task<Outcome<Nothing>> RecommendAsync(Caller by, long service, bool again = false) =>
        Recommendations.RecommendAsync(by, Guid.NewGuid(), new RecommendInput { EnterpriseId = Enterprise.Id, ServiceId = service, Why = "合同较多", Again = again }, Cancellation);

    public sealed class OnSqlite(SqliteDatabase database) : PickTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : PickTests(database), IClassFixture<PostgresDatabase>;
}
