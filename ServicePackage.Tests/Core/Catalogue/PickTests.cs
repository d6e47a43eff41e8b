using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
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
    public async Task Ask_TwiceAtTheSameMoment_LeavesOne()
    {
        var service = await PublishedAsync();

        var outcomes = await Task.WhenAll(AskAsync(service), AskAsync(service, Town.EnterpriseUser(Enterprise)));

        Assert.Equal(1, outcomes.Count(o => o.Done));
        Assert.False(string.IsNullOrEmpty(outcomes.Single(o => !o.Done).Refusal!.Sentence));
        using var db = Town.Look();
        Assert.Equal(1, db.Picks.Count(p => p.ServiceId == service));
    }

    [Fact]
    public async Task Ask_OffTheRoster_IsRefused_ButWhatWasAskedForGoesOn()
    {
        var (first, second) = (await PublishedAsync(), await PublishedAsync("供需对接"));
        var pick = Must(await AskAsync(first));
        Town.Write(db => db.Enterprises.Single(e => e.Id == Enterprise.Id).LeftRosterOn = Today);

        Assert.Equal("Pick.OffRoster", (await AskAsync(second)).Refusal?.Code);
        Must(await StepAsync(Own, pick, PickStep.Withdraw));
    }

    [Fact]
    public async Task Awaited_OfAPick_IsTheStepOfEachSide()
    {
        var pick = Must(await AskAsync(await PublishedAsync()));
        Assert.Equal(("PickAnswer", ""), (await AwaitedAsync(ProvidersPerson, pick), await AwaitedAsync(Own, pick)));

        Must(await StepAsync(ProvidersPerson, pick, PickStep.Accept));
        Must(await StepAsync(ProvidersPerson, pick, PickStep.Deliver));
        Assert.Equal(("", "PickRating"), (await AwaitedAsync(ProvidersPerson, pick), await AwaitedAsync(Own, pick)));

        Must(await StepAsync(Own, pick, PickStep.Rate, i => (i.Rating, i.Word) = (RatingLevel.VeryDissatisfied, "没有来")));
        Assert.Equal(("", "PickFollowUp"), (await AwaitedAsync(Own, pick), await AwaitedAsync(Lead, pick)));
    }

    private async Task<string> AwaitedAsync(Caller who, long pick) => Must(await Town.Runner.ReadAsync<string>(
        who, async op => string.Join(' ', (await new ServiceRoom().Subjects.Single(s => s.Kind == nameof(Pick)).AwaitedAsync(op, [pick], Cancellation)).Select(a => a.What)), Cancellation));

    public sealed class OnSqlite(SqliteDatabase database) : PickTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : PickTests(database), IClassFixture<PostgresDatabase>;
}
