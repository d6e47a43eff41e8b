using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>Clauses granted without an application: confirmed by what authorities say, agreed to by the enterprise.</summary>
public abstract class OfferTests(TestDatabase database) : FollowingTestsBase(database)
{
    [Fact]
    public async Task List_HasThoseApart_OfWhomNoAuthoritySaysIt()
    {
        var clause = await GrantedWithoutAsync();
        await SayAsync("reg_place", "310114106");
        await SayAsync("staff", "120");
        var certified = Certified();
        Certified("99");

        var sheet = Must(await Offers.ReadAsync(Drafter, clause.PolicyId, clause.ClauseId, cancellation: Cancellation));

        Assert.Equal([certified.Id], sheet.Ready.Select(r => r.EnterpriseId));
        Assert.Equal([Enterprise.Id], sheet.Apart.Select(r => r.EnterpriseId));
        Assert.Equal(["reg_place", "staff"], sheet.Apart.Single().Missing.Select(m => m.Code).Order(StringComparer.Ordinal));
        Assert.Equal("Offer.NotReady", (await ConfirmAsync(Drafter, clause, Enterprise)).Refusal?.Code);

        Certify(Enterprise);
        Must(await ConfirmAsync(Drafter, clause, Enterprise));
    }

    [Fact]
    public async Task Confirmed_IsAgreedToByOneClick_AndPaid()
    {
        var clause = await GrantedWithoutAsync();
        Certify(Enterprise);
        Must(await ConfirmAsync(Drafter, clause, Enterprise));
        var id = (await ListAsync(Own)).Rows.Items.Single().Id;

        Assert.Equal(["Asked.Offer"], Told(Own));
        Assert.Equal(["Asked.Offer"], Told(Butler));
        Assert.Equal(1, Must(await Following.WaitingAsync(Own, Cancellation)).ToAgree);
        Assert.Equal([ApplicationStep.Agree, ApplicationStep.Decline], (await ReadAsync(id)).Steps);
        Assert.Equal(Refusal.NotAllowed, (await StepAsync(Drafter, id, ApplicationStep.Agree)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await StepAsync(Dispatcher, id, ApplicationStep.Agree)).Refusal);

        Must(await StepAsync(Own, id, ApplicationStep.Agree));
        Must(await StepAsync(Drafter, id, ApplicationStep.Pay, i => i.Amount = "5"));

        var row = await ReadAsync(id);
        Assert.Equal((ApplicationState.Paid, 50_000m, 50_000m, false), (row.State, row.Amount, row.PaidAmount, row.DecisionReported));
        Assert.Equal(["Asked.Offer", "ApplicationPaid"], Told(Own));
        Assert.Empty(Must(await Offers.ReadAsync(Drafter, clause.PolicyId, clause.ClauseId, cancellation: Cancellation)).Ready); // not twice a year
    }

    [Theory]
    [InlineData(ApplicationStep.Agree, true)]
    [InlineData(ApplicationStep.Decline, true)]
    [InlineData(ApplicationStep.Withdraw, false)]
    public async Task Offer_WaitsWithTheEnterpriseAndItsButler_UntilItIsAnsweredOrEnds(ApplicationStep step, bool isDone)
    {
        var clause = await GrantedWithoutAsync();
        Certify(Enterprise);
        Must(await ConfirmAsync(Drafter, clause, Enterprise));
        var id = (await ListAsync(Own)).Rows.Items.Single().Id;

        Assert.Equal(("Offer", true), await AskedAsync(Own));
        Assert.Equal(("Offer", true), await AskedAsync(Butler));
        Assert.Equal((null, false), await AskedAsync(Drafter));
        Assert.Equal("稳岗补贴", Assert.Single(Assert.Single(Must(await new ServedMatchService(Town.Runner).ListAsync(Butler, cancellation: Cancellation))).Offers).Title);

        Must(await StepAsync(step == ApplicationStep.Withdraw ? Drafter : Own, id, step));

        Assert.Equal((null, false), await AskedAsync(Own));
        Assert.Equal((null, false), await AskedAsync(Butler));
        var done = Must(await new NoticeService(Town.Runner).ListAsync(Butler, new NoticeFilter(), Cancellation)).Items.Single(n => n.Kind == "Asked.Offer").Done!;
        Assert.Equal((isDone, false), (done.By.Length > 0, done.Own));
        Assert.Empty(Must(await new ServedMatchService(Town.Runner).ListAsync(Butler, cancellation: Cancellation)));
    }

    [Fact]
    public async Task Offer_OfAPolicyThatIsWithdrawn_WaitsForNobody()
    {
        var clause = await GrantedWithoutAsync();
        Certify(Enterprise);
        Must(await ConfirmAsync(Drafter, clause, Enterprise));

        Must(await Review.WithdrawAsync(Dispatcher, Guid.NewGuid(), new WithdrawInput { PolicyId = clause.PolicyId, Version = (await ReadAsync(Lead, clause.PolicyId)).Version, Reason = "停止执行" }, Cancellation));

        Assert.Equal((null, false), await AskedAsync(Own));
        Assert.Equal(0, Must(await Following.WaitingAsync(Own, Cancellation)).ToAgree);
        Assert.Empty(Must(await new ServedMatchService(Town.Runner).ListAsync(Butler, cancellation: Cancellation)));
    }

    [Fact]
    public async Task Consent_ThatIsTakenBack_IsAskedForAgain()
    {
        var clause = await GrantedWithoutAsync();
        Certify(Enterprise);
        Must(await ConfirmAsync(Drafter, clause, Enterprise));
        var id = (await ListAsync(Own)).Rows.Items.Single().Id;
        Must(await StepAsync(Own, id, ApplicationStep.Agree));

        Must(await CorrectAsync(Drafter, id, i => i.TakeBack = true));

        Assert.Equal(("Offer", true), await AskedAsync(Own));
        Assert.Equal(["Asked.Offer", "ApplicationCorrected", "Asked.Offer"], Told(Own));
    }

    [Fact]
    public async Task List_IsReadAPageAtATime_WithTheKeysOfAll()
    {
        var clause = await GrantedWithoutAsync();
        var ready = Enumerable.Range(0, 3).Select(_ => Certified().Id).ToList();
        await SayAsync("reg_place", "310114106");
        await SayAsync("staff", "120");

        var page = Must(await Offers.ReadAsync(Drafter, clause.PolicyId, clause.ClauseId, new OfferFilter(Skip: 2, Take: 2), Cancellation));

        Assert.Equal((1, 0, 1), (page.Ready.Count, page.Apart.Count, page.ApartTotal));
        Assert.Equal(ready.Order(), page.ReadyIds.Order());
    }

    [Fact]
    public async Task Consent_ByTheButler_IsNotedAndToldToTheEnterprise()
    {
        var clause = await GrantedWithoutAsync();
        Certify(Enterprise);
        Must(await ConfirmAsync(Drafter, clause, Enterprise));
        var id = (await ListAsync(Own)).Rows.Items.Single().Id;

        Assert.Equal("Missing", (await StepAsync(Butler, id, ApplicationStep.Agree, i => i.Reason = " ")).Refusal?.Code);
        Must(await StepAsync(Butler, id, ApplicationStep.Agree, i => i.Reason = "与财务负责人电话确认"));

        Assert.Equal(["Asked.Offer", "ApplicationAgreed"], Told(Own));
        Assert.Equal("OfferAgreed", Told(Drafter)[^1]);
        Assert.Equal("与财务负责人电话确认", Row(id).Note);
        Assert.Equal(Butler.AccountId, Row(id).DecidedById);
        Assert.Equal(Refusal.NotAllowed, (await CorrectAsync(Own, id)).Refusal); // the amount is the unit's
        Must(await CorrectAsync(Own, id, i => i.TakeBack = true));
        Assert.Equal((ApplicationState.Offered, 50_000m), (Row(id).State, Row(id).Amount));
    }

    [Fact]
    public async Task WhoOffers_DoesNotConsentForTheEnterprise()
    {
        var clause = await GrantedWithoutAsync();
        var both = Town.PersonAt(Unit, ServicePackage.Core.Accounts.PostKind.Officer);
        Town.Write(db => db.ButlerAssignments.Single(b => b.EnterpriseId == Enterprise.Id).AccountId = both.AccountId);
        Certify(Enterprise);
        Must(await ConfirmAsync(both, clause, Enterprise));
        var id = (await ListAsync(Own)).Rows.Items.Single().Id;

        Assert.Equal(Refusal.NotAllowed, (await StepAsync(both, id, ApplicationStep.Agree)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await StepAsync(both, id, ApplicationStep.Decline)).Refusal);
        Assert.DoesNotContain(ApplicationStep.Agree, (await ReadAsync(id, both)).Steps);
        Must(await StepAsync(Own, id, ApplicationStep.Agree));
    }

    [Fact]
    public async Task PolicyThatEndedOrWasWithdrawn_GivesNoMore()
    {
        var clause = await GrantedWithoutAsync();
        Certify(Enterprise);
        Must(await ConfirmAsync(Drafter, clause, Enterprise));
        var id = (await ListAsync(Own)).Rows.Items.Single().Id;
        Town.Write(db => db.PolicyVersions.Single(v => v.PolicyId == clause.PolicyId).Until = Today.AddDays(-1));
        Assert.Equal(Refusal.NotFound, (await Offers.ReadAsync(Drafter, clause.PolicyId, clause.ClauseId, cancellation: Cancellation)).Refusal);
        Must(await Review.WithdrawAsync(Dispatcher, Guid.NewGuid(), new WithdrawInput { PolicyId = clause.PolicyId, Version = (await ReadAsync(Lead, clause.PolicyId)).Version, Reason = "停止执行" }, Cancellation));

        Assert.Equal("Application.PolicyWithdrawn", (await StepAsync(Own, id, ApplicationStep.Agree)).Refusal?.Code);
    }

    [Fact]
    public async Task Declined_HasAReason_AndIsNotPaid()
    {
        var clause = await GrantedWithoutAsync();
        Certify(Enterprise);
        Must(await ConfirmAsync(Drafter, clause, Enterprise));
        var id = (await ListAsync(Own)).Rows.Items.Single().Id;

        Assert.Equal("Missing", (await StepAsync(Own, id, ApplicationStep.Decline, i => i.Reason = "")).Refusal?.Code);
        Must(await StepAsync(Own, id, ApplicationStep.Decline, i => i.Reason = "已享受同类政策"));

        Assert.Equal((ApplicationState.Declined, "已享受同类政策"), (Row(id).State, Row(id).Reason));
        Assert.Equal("OfferDeclined", Told(Drafter)[^1]);
        Assert.Equal("Application.WrongStep", (await StepAsync(Drafter, id, ApplicationStep.Pay)).Refusal?.Code);
    }

    [Fact]
    public async Task Confirmation_OfTheNamedWithoutACondition_NeedsNoFact()
    {
        var clause = await GrantedWithoutAsync(condition: null, named: Enterprise);

        Assert.Equal([Enterprise.Id], Must(await Offers.ReadAsync(Drafter, clause.PolicyId, clause.ClauseId, cancellation: Cancellation)).Ready.Select(r => r.EnterpriseId));
        Must(await ConfirmAsync(Drafter, clause, Enterprise, i => i.NoMoney = true));
        Assert.Null(Row((await ListAsync(Own)).Rows.Items.Single().Id).Amount);
    }

    [Theory]
    [InlineData("own", "NotAllowed")]
    [InlineData("leader", "NotAllowed")]
    [InlineData("other unit", "NotAllowed")]
    [InlineData("no such clause", "NotFound")]
    [InlineData("by application", "NotFound")]
    [InlineData("none chosen", "Offer.NothingChosen")]
    [InlineData("no amount", "Missing")]
    [InlineData("nothing", "Application.NoAmount")]
    [InlineData("one without", "Offer.AmountsMissing")]
    [InlineData("one unknown", "Offer.NotReady")]
    public async Task Confirmation_WhenItCannotBe_IsRefusedWhole(string wrong, string code)
    {
        var clause = await GrantedWithoutAsync();
        var other = Certified();
        Certify(Enterprise);
        if (wrong == "by application")
        {
            Town.Write(db => db.PolicyClauses.Single(c => c.ClauseId == clause.ClauseId).WithoutApplication = false);
        }

        var refused = (await ConfirmAsync(wrong switch { "own" => Own, "leader" => Town.TownLeader(), "other unit" => Town.Officer(Town.Unit("税务服务所")), _ => Drafter }, clause, Enterprise, i =>
        {
            i.ClauseId += wrong == "no such clause" ? 100 : 0;
            i.Enterprises = wrong switch
            {
                "none chosen" => [],
                "one without" => [new OfferedEnterprise { EnterpriseId = Enterprise.Id, Amount = "5" }, new OfferedEnterprise { EnterpriseId = other.Id }],
                "one unknown" => [.. i.Enterprises, new OfferedEnterprise { EnterpriseId = other.Id + 100 }],
                _ => i.Enterprises,
            };
            (i.Each, i.Amount) = (wrong == "one without", wrong switch { "no amount" => "", "nothing" => "0", _ => i.Amount });
        })).Refusal;

        Assert.Equal(code, refused?.Code);
        await using var db = Town.Look();
        Assert.False(await db.ClauseApplications.AnyAsync(Cancellation));
        Assert.Empty(Told(Own));
    }

    [Fact]
    public async Task Confirmation_OfEachItsOwnAmount()
    {
        var clause = await GrantedWithoutAsync();
        var other = Certified();
        Certify(Enterprise);

        Assert.Equal(2, Must(await ConfirmAsync(Drafter, clause, Enterprise, i =>
        {
            i.Each = true;
            i.Enterprises = [new OfferedEnterprise { EnterpriseId = Enterprise.Id, Amount = "1.5" }, new OfferedEnterprise { EnterpriseId = other.Id, Amount = "2" }];
        })));

        Assert.Equal([15_000m, 20_000m], (await ListAsync(Drafter)).Rows.Items.OrderBy(r => r.Amount).Select(r => r.Amount!.Value));
    }

    /// <summary>What somebody is asked by the one notice that waits for them, and whether it is unread.</summary>
    private async Task<(string? Asked, bool Unread)> AskedAsync(Caller who) =>
        Must(await new NoticeService(Town.Runner).ListAsync(who, new NoticeFilter { Asks = true }, Cancellation)).Items is [var one] ? (one.Waits, one.Unread) : (null, false);

    private async Task<(long PolicyId, long ClauseId)> GrantedWithoutAsync(string? condition = Staff, Enterprise? named = null)
    {
        var clause = await AskingAsync(condition, named: named);
        Town.Write(db => db.PolicyClauses.Single(c => c.ClauseId == clause.ClauseId).WithoutApplication = true);
        return clause;
    }

    private Enterprise Certified(string staff = "120")
    {
        var enterprise = Town.Enterprise(City);
        Certify(enterprise, staff);
        return enterprise;
    }

    /// <summary>An authority says where it is registered and how many people it has.</summary>
    private void Certify(Enterprise enterprise, string staff = "120") => Town.Write(db =>
    {
        var year = FactPeriod.Of(FactCatalogue.Find("staff")!.Shapes[0], 2025)!.Value;
        db.EnterpriseFacts.AddRange(
            new EnterpriseFact { EnterpriseId = enterprise.Id, Code = "reg_place", Shape = FactShape.State, From = new DateOnly(2020, 1, 1), Choice = "310114106", Standing = FactStanding.Authority, RecordedAt = Town.Clock.Now },
            new EnterpriseFact { EnterpriseId = enterprise.Id, Code = "staff", Shape = year.Shape, From = year.From, Until = year.Until, Low = decimal.Parse(staff, System.Globalization.CultureInfo.InvariantCulture), High = decimal.Parse(staff, System.Globalization.CultureInfo.InvariantCulture), Standing = FactStanding.Authority, RecordedAt = Town.Clock.Now });
    });

    private Task<Outcome<int>> ConfirmAsync(Caller who, (long PolicyId, long ClauseId) clause, Enterprise enterprise, Action<OfferInput>? fill = null)
    {
        var input = new OfferInput { PolicyId = clause.PolicyId, ClauseId = clause.ClauseId, Enterprises = [new OfferedEnterprise { EnterpriseId = enterprise.Id }], Amount = "5", Unit = MoneyUnit.TenThousand };
        fill?.Invoke(input);
        return Offers.ConfirmAsync(who, Guid.NewGuid(), input, Cancellation);
    }

    public sealed class OnSqlite(SqliteDatabase database) : OfferTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : OfferTests(database), IClassFixture<PostgresDatabase>;
}
