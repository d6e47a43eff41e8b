using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>What becomes of a match: applied for, granted or refused, paid.</summary>
public abstract class ApplicationTests(TestDatabase database) : FollowingTestsBase(database)
{
    [Fact]
    public async Task Application_FromItsDayToPayment_IsFollowedAndToldOnceEach()
    {
        var (_, clause) = await AskingAsync(Staff);
        var id = await AppliedAsync(clause);
        Assert.DoesNotContain(Told(Drafter), k => k.StartsWith("Application", StringComparison.Ordinal));

        Must(await StepAsync(Drafter, id, ApplicationStep.Grant, i => i.Day = Today.AddDays(-3)));
        var granted = await ReadAsync(id);
        Assert.Equal((ApplicationState.Granted, 300_000m, 3, false), (granted.State, granted.Amount, granted.DaysUnpaid(Today), granted.DecisionReported));

        Must(await StepAsync(Drafter, id, ApplicationStep.Pay));
        var paid = await ReadAsync(id);

        Assert.Equal((ApplicationState.Paid, 300_000m, Today), (paid.State, paid.PaidAmount, paid.PaidOn));
        Assert.Empty(paid.Steps);
        Assert.Equal(["ApplicationGranted", "ApplicationPaid"], Told(Own));
        Assert.Equal(["ApplicationGranted", "ApplicationPaid"], Told(Butler));
        Assert.DoesNotContain(Told(Drafter), k => k.StartsWith("Application", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refusal_IsToldWithItsReason_AndAnotherCanBeMade()
    {
        var (_, clause) = await AskingAsync(Staff);
        var id = await AppliedAsync(clause);

        Must(await StepAsync(Dispatcher, id, ApplicationStep.Refuse));

        Assert.Equal((ApplicationState.Refused, "材料不齐"), ((await ReadAsync(id)).State, (await ReadAsync(id)).Reason));
        await using (var db = Town.Look())
        {
            Assert.Contains("材料不齐", (await db.Notices.SingleAsync(n => n.AccountId == Own.AccountId, Cancellation)).Arguments, StringComparison.Ordinal);
        }

        Must(await ApplyAsync(Own, clause));
        Assert.Equal(2, (await ListAsync(Own)).Rows.Total);
    }

    [Fact]
    public async Task Grant_WithoutMoney_IsOver_AndIsNotPaid()
    {
        var (_, clause) = await AskingAsync(Staff);
        var id = await AppliedAsync(clause);

        Must(await StepAsync(Drafter, id, ApplicationStep.Grant, i => (i.NoMoney, i.Amount) = (true, "")));

        Assert.Equal((false, null), ((await ReadAsync(id)).IsOpen, (await ReadAsync(id)).Amount));
        Assert.Equal("Application.WrongStep", (await StepAsync(Drafter, id, ApplicationStep.Pay)).Refusal?.Code);
        Must(await ApplyAsync(Own, clause));
    }

    [Fact]
    public async Task Payment_AboveWhatWasGranted_IsAskedBack()
    {
        var (_, clause) = await AskingAsync(Staff);
        var id = await AppliedAsync(clause);
        Must(await StepAsync(Drafter, id, ApplicationStep.Grant));

        var asked = (await StepAsync(Drafter, id, ApplicationStep.Pay, i => i.Amount = "31")).Refusal;
        Assert.Equal(("Application.AskMore", nameof(StepFields.Again)), (asked?.Code, asked?.Field));
        Assert.Null(Row(id).PaidOn);

        Must(await StepAsync(Drafter, id, ApplicationStep.Pay, i => (i.Amount, i.Again) = ("31", true)));
        Assert.Equal(310_000m, Row(id).PaidAmount);
    }

    [Theory]
    [InlineData("own", null)]
    [InlineData("butler", null)]
    [InlineData("manager", null)]
    [InlineData("unit", null)]
    [InlineData("centre", null)]
    [InlineData("leader", "NotAllowed")]
    [InlineData("other unit", "NotFound")]
    [InlineData("stranger", "NotFound")]
    [InlineData("no clause", "NotFound")]
    [InlineData("for others", "NotFound")]
    [InlineData("no day", "Missing")]
    [InlineData("tomorrow", "Application.DayToCome")]
    [InlineData("year 1", "Application.DayTooEarly")]
    [InlineData("long note", "TooLong")]
    [InlineData("open", "Application.AnotherOpen")]
    [InlineData("withdrawn", "Application.PolicyWithdrawn")]
    [InlineData("without application", "Application.NotNeeded")]
    public async Task Apply_ByWhomAndWhen_IsTakenOrRefused(string wrong, string? code)
    {
        var (policy, clause) = await AskingAsync(Staff, named: wrong == "for others" ? Town.Enterprise(City) : null);
        var who = wrong switch
        {
            "butler" => Butler,
            "manager" => Town.GeneralManager(City),
            "unit" => Drafter,
            "centre" => Dispatcher,
            "leader" => Town.TownLeader(),
            "other unit" => Town.Officer(Town.Unit("税务服务所")),
            "stranger" => Town.EnterpriseUser(Town.Enterprise(Town.EconomicCity())),
            _ => Own,
        };
        if (wrong == "open")
        {
            await AppliedAsync(clause, Butler);
        }

        Town.Write(db =>
        {
            db.Policies.Single(p => p.Id == policy).WithdrawnAt = wrong == "withdrawn" ? Town.Clock.Now.AddDays(-2) : null;
            db.PolicyClauses.Single(c => c.ClauseId == clause).WithoutApplication = wrong == "without application";
        });

        var refused = (await ApplyAsync(who, wrong == "no clause" ? clause + 100 : clause, i =>
        {
            i.Day = wrong switch { "no day" => null, "tomorrow" => Today.AddDays(1), "year 1" => new DateOnly(1, 1, 1), _ => Today };
            i.Note = wrong == "long note" ? new string('长', 501) : "";
        })).Refusal;

        Assert.Equal(code, refused?.Code);
        await using var look = Town.Look();
        Assert.Equal(code is null || wrong == "open" ? 1 : 0, await look.ClauseApplications.CountAsync(Cancellation));
    }

    [Theory]
    [InlineData("own grants", "NotAllowed")]
    [InlineData("butler pays", "NotAllowed")]
    [InlineData("leader", "NotAllowed")]
    [InlineData("other unit", "NotFound")]
    [InlineData("stale", "Stale")]
    [InlineData("pay first", "Application.WrongStep")]
    [InlineData("agree", "Application.WrongStep")]
    [InlineData("no step", "Application.StepUnknown")]
    [InlineData("no day", "Missing")]
    [InlineData("tomorrow", "Application.DayToCome")]
    [InlineData("before it was made", "Application.DayTooEarly")]
    [InlineData("no amount", "Missing")]
    [InlineData("nothing", "Application.NoAmount")]
    [InlineData("negative", "Fact.Negative")]
    [InlineData("words", "Fact.NotANumber")]
    [InlineData("too much", "Application.TooMuch")]
    [InlineData("no reason", "Missing")]
    public async Task Step_WhenItCannotBeTaken_IsRefused(string wrong, string code)
    {
        var (_, clause) = await AskingAsync(Staff);
        var id = await AppliedAsync(clause);
        var who = wrong switch { "own grants" or "agree" => Own, "butler pays" => Butler, "leader" => Town.TownLeader(), "other unit" => Town.Officer(Town.Unit("税务服务所")), _ => Drafter };
        var step = wrong switch
        {
            "butler pays" or "pay first" => ApplicationStep.Pay,
            "no reason" => ApplicationStep.Refuse,
            "agree" => ApplicationStep.Agree,
            "no step" => (ApplicationStep)99,
            _ => ApplicationStep.Grant,
        };

        var refused = (await StepAsync(who, id, step, i =>
        {
            i.Version = wrong == "stale" ? 77 : i.Version;
            i.Day = wrong switch { "no day" => null, "tomorrow" => Today.AddDays(1), "before it was made" => Today.AddDays(-11), _ => Today };
            i.Amount = wrong switch { "no amount" => " ", "nothing" => "0", "negative" => "-3", "words" => "三十", "too much" => "100001", _ => "30" };
            i.Reason = wrong == "no reason" ? "  " : i.Reason;
        })).Refusal;

        Assert.Equal(code, refused?.Code);
        Assert.Equal(ApplicationState.Applied, Row(id).State);
        Assert.Empty(Told(Own));
    }

    [Fact]
    public async Task Decision_OfSomebodyOutsideTheTown_IsReportedByTheEnterprise()
    {
        var (_, clause) = await AskingAsync(Staff);
        Elsewhere(clause);
        var id = await AppliedAsync(clause);

        Must(await StepAsync(Own, id, ApplicationStep.Grant));
        Must(await StepAsync(Butler, id, ApplicationStep.Pay));

        var row = await ReadAsync(id, Dispatcher);
        Assert.Equal((ApplicationState.Paid, true, true), (row.State, row.DecisionReported, row.PaymentReported));
        Assert.Equal(["ApplicationGranted"], Told(Butler));
        Assert.Equal(["ApplicationPaid"], Told(Own));
    }

    [Fact]
    public async Task Version_ItWasMadeUnder_IsKept()
    {
        var (policy, clause) = await AskingAsync(Staff);
        Town.Time.Advance(TimeSpan.FromDays(30));
        Must(await Drafts.NewVersionAsync(Drafter, Guid.NewGuid(), new DraftAct(policy, (await ReadAsync(Lead, policy)).Version), Cancellation));
        await SubmitAndPublishAsync(policy, "修订");

        var before = await AppliedAsync(clause);
        Must(await StepAsync(Drafter, before, ApplicationStep.Refuse));
        var now = Must(await ApplyAsync(Own, clause));

        Assert.Equal((1, 2), ((await ReadAsync(before)).PolicyVersion, (await ReadAsync(now)).PolicyVersion));
        Assert.Equal(2, (await ListAsync(Drafter, new ApplicationFilter { ClauseId = clause })).Rows.Total);
    }

    [Fact]
    public async Task Correction_ChangesTheLastStep_TakesItBack_AndTheHistoryKeepsBoth()
    {
        var (_, clause) = await AskingAsync(Staff);
        var id = await AppliedAsync(clause);
        Must(await StepAsync(Drafter, id, ApplicationStep.Grant));

        Must(await CorrectAsync(Drafter, id));
        var corrected = await ReadAsync(id);
        Assert.Equal((ApplicationState.Granted, 200_000m, "录入有误"), (corrected.State, corrected.Amount, corrected.CorrectedBecause));

        Must(await CorrectAsync(Dispatcher, id, i => i.TakeBack = true));
        Assert.Equal((ApplicationState.Applied, null, null), (Row(id).State, Row(id).Amount, Row(id).DecidedOn));
        Assert.Equal(["ApplicationGranted", "ApplicationCorrected", "ApplicationCorrected"], Told(Own));

        await using var db = Town.Look();
        var acts = await db.History.Where(h => h.Act.Contains("Application")).OrderBy(h => h.Id).Select(h => h.Act).ToListAsync(Cancellation);
        Assert.Equal(["Application.Grant", "CorrectApplication", "TakeBackApplicationStep"], acts);
    }

    [Theory]
    [InlineData("own", "NotAllowed")]
    [InlineData("other unit", "NotFound")]
    [InlineData("stale", "Stale")]
    [InlineData("no reason", "Missing")]
    [InlineData("before it was made", "Application.DayTooEarly")]
    [InlineData("too much", "Application.TooMuch")]
    public async Task Correction_WhenItCannotBe_IsRefused(string wrong, string code)
    {
        var (_, clause) = await AskingAsync(Staff);
        var id = await AppliedAsync(clause);
        Must(await StepAsync(Drafter, id, ApplicationStep.Grant));

        var refused = (await CorrectAsync(wrong switch { "own" => Own, "other unit" => Town.Officer(Town.Unit("税务服务所")), _ => Drafter }, id, i =>
        {
            i.Version = wrong == "stale" ? 77 : i.Version;
            i.Why = wrong == "no reason" ? "" : i.Why;
            i.Day = wrong == "before it was made" ? Today.AddDays(-11) : Today;
            i.Amount = wrong == "too much" ? "100001" : i.Amount;
        })).Refusal;

        Assert.Equal(code, refused?.Code);
        Assert.Equal(300_000m, Row(id).Amount);
    }

    [Fact]
    public async Task Application_BeforeTheFirstWindow_IsRefused()
    {
        var (_, clause) = await AskingAsync(Staff);
        Town.Write(db => db.PolicyClauses.Single(c => c.ClauseId == clause).Windows.Add(new ClauseWindow { Kind = WindowKind.Dated, From = Today.AddDays(3), Until = Today.AddDays(30) }));

        var refused = (await ApplyAsync(Own, clause)).Refusal;
        Assert.Equal(("Application.BeforeWindow", nameof(ApplyInput.Day)), (refused?.Code, refused?.Field));
        Town.Time.Advance(TimeSpan.FromDays(3));
        var id = Must(await ApplyAsync(Own, clause));

        Assert.Equal("Application.BeforeWindow", (await CorrectAsync(Own, id, i => i.Day = Today.AddDays(-1))).Refusal?.Code);
        Assert.Equal(Today, Row(id).BegunOn);
    }

    [Fact]
    public async Task Application_EnteredLate_IsHeldAgainstTheWindowOfTheVersionOfItsDay()
    {
        var (policy, clause) = await AskingAsync(Staff);
        Town.Time.Advance(TimeSpan.FromDays(30));
        Must(await Drafts.NewVersionAsync(Drafter, Guid.NewGuid(), new DraftAct(policy, (await ReadAsync(Lead, policy)).Version), Cancellation));
        await SubmitAndPublishAsync(policy, "申报期延至下月");
        Town.Write(db => db.PolicyClauses.Single(c => c.ClauseId == clause && c.PolicyVersion.Number == 2).Windows.Add(new ClauseWindow { Kind = WindowKind.Dated, From = Today.AddDays(20), Until = Today.AddDays(50) }));

        Assert.Equal("Application.BeforeWindow", (await ApplyAsync(Own, clause)).Refusal?.Code);
        Assert.Equal(1, (await ReadAsync(await AppliedAsync(clause, daysAgo: 5))).PolicyVersion);
    }

    [Fact]
    public async Task WhatTheAuthorityEntered_IsNotTheEnterprisesToCorrect()
    {
        var (_, clause) = await AskingAsync(Staff);
        var withdrawn = await AppliedAsync(clause);
        Must(await StepAsync(Drafter, withdrawn, ApplicationStep.Withdraw));
        Assert.Equal(Refusal.NotAllowed, (await CorrectAsync(Own, withdrawn, i => i.TakeBack = true)).Refusal);
        Assert.False((await ReadAsync(withdrawn)).MayCorrect);
        Must(await CorrectAsync(Drafter, withdrawn, i => i.TakeBack = true));
        Assert.Contains("ApplicationCorrected", Told(Own));

        Elsewhere(clause);
        Must(await StepAsync(Dispatcher, withdrawn, ApplicationStep.Grant));
        Assert.Equal(Refusal.NotAllowed, (await CorrectAsync(Own, withdrawn, i => i.Amount = "100")).Refusal);
        Assert.Equal(300_000m, Row(withdrawn).Amount);
    }

    [Fact]
    public async Task WhatTheEnterpriseReported_IsTheAuthoritysWordOnceItCorrectsIt()
    {
        var (_, clause) = await AskingAsync(Staff);
        Elsewhere(clause);
        var id = await AppliedAsync(clause);
        Must(await StepAsync(Own, id, ApplicationStep.Grant));
        Must(await CorrectAsync(Own, id, i => i.Amount = "10"));
        Assert.Equal((100_000m, true), (Row(id).Amount, Row(id).DecisionReported));

        Must(await CorrectAsync(Dispatcher, id, i => i.Amount = "20"));

        Assert.Equal((200_000m, false, Dispatcher.AccountId), (Row(id).Amount, Row(id).DecisionReported, Row(id).DecidedById));
        Assert.Equal(Refusal.NotAllowed, (await CorrectAsync(Own, id, i => i.Amount = "100")).Refusal);
    }

    [Fact]
    public async Task CorrectedDay_TakesTheVersionOfThatDay_AndIsNotAfterTheWithdrawal()
    {
        var (policy, clause) = await AskingAsync(Staff);
        Town.Time.Advance(TimeSpan.FromDays(30));
        Must(await Drafts.NewVersionAsync(Drafter, Guid.NewGuid(), new DraftAct(policy, (await ReadAsync(Lead, policy)).Version), Cancellation));
        await SubmitAndPublishAsync(policy, "修订");
        var id = await AppliedAsync(clause, daysAgo: 5);
        Assert.Equal(1, (await ReadAsync(id)).PolicyVersion);

        Must(await CorrectAsync(Own, id, i => i.Day = Today));
        Assert.Equal(2, (await ReadAsync(id)).PolicyVersion);

        Must(await Review.WithdrawAsync(Dispatcher, Guid.NewGuid(), new WithdrawInput { PolicyId = policy, Version = (await ReadAsync(Lead, policy)).Version, Reason = "停止执行" }, Cancellation));
        Town.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal("Application.PolicyWithdrawn", (await CorrectAsync(Own, id, i => i.Day = Today)).Refusal?.Code);
    }

    [Fact]
    public async Task GrantWithoutMoney_CorrectedToAnAmountBesideAnOpenOne_IsRefused()
    {
        var (_, clause) = await AskingAsync(Staff);
        var first = await AppliedAsync(clause);
        Must(await StepAsync(Drafter, first, ApplicationStep.Grant, i => i.NoMoney = true));
        Must(await ApplyAsync(Own, clause));

        Assert.Equal("Application.AnotherOpen", (await CorrectAsync(Drafter, first)).Refusal?.Code);
    }

    [Fact]
    public async Task UnitThatTakesOver_DecidesWhatIsOpenUnderAWithdrawnPolicy()
    {
        var (policy, clause) = await AskingAsync(Staff);
        var id = await AppliedAsync(clause);
        Must(await Review.WithdrawAsync(Dispatcher, Guid.NewGuid(), new WithdrawInput { PolicyId = policy, Version = (await ReadAsync(Lead, policy)).Version, Reason = "停止执行" }, Cancellation));
        var heir = Town.Unit("人社事务所");

        Must(await new OrganisationMerge(Town.Runner).MergeAsync(Town.Administrator(), Guid.NewGuid(), new MergeInput { Id = Unit.Id, IntoId = heir.Id, Name = Unit.Name }, Cancellation));

        Must(await StepAsync(Town.Officer(heir), id, ApplicationStep.Grant));
    }

    [Fact]
    public async Task TakingBack_IntoASecondOpenOne_OrTheBeginning_IsRefused()
    {
        var (_, clause) = await AskingAsync(Staff);
        var first = await AppliedAsync(clause);
        Assert.Equal("Application.NothingToTakeBack", (await CorrectAsync(Own, first, i => i.TakeBack = true)).Refusal?.Code);
        Must(await StepAsync(Own, first, ApplicationStep.Withdraw));
        Must(await ApplyAsync(Own, clause));

        Assert.Equal("Application.AnotherOpen", (await CorrectAsync(Own, first, i => i.TakeBack = true)).Refusal?.Code);
        Assert.Equal(ApplicationState.Withdrawn, Row(first).State);
    }

    [Fact]
    public async Task Applications_AreSeenByWhomTheyConcern()
    {
        var (_, clause) = await AskingAsync(Staff);
        var id = await AppliedAsync(clause);

        var seen = await Task.WhenAll(new[] { Own, Butler, Drafter, Dispatcher, Town.TownLeader(), Town.Officer(Town.Unit("税务服务所")), Town.EnterpriseUser(Town.Enterprise(Town.EconomicCity())), Town.Administrator() }
                .Select(async who => (await ListAsync(who)).Rows.Total));
        Assert.Equal([1, 1, 1, 1, 1, 0, 0, 0], seen);
        Assert.Equal([ApplicationStep.Withdraw], (await ReadAsync(id)).Steps);
        Assert.Equal([ApplicationStep.Grant, ApplicationStep.Refuse, ApplicationStep.Withdraw], (await ReadAsync(id, Drafter)).Steps);
        Assert.Empty((await ReadAsync(id, Town.TownLeader())).Steps);
        Assert.Equal(Refusal.NotFound, (await Following.ListAsync(Own, new ApplicationFilter { ClauseId = clause + 100 }, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Waiting_IsCountedForTheUnit_WithTheOldest()
    {
        var (_, first) = await AskingAsync(Staff, "甲");
        var (_, second) = await AskingAsync(Staff, "乙");
        await AppliedAsync(first, daysAgo: 20);
        var granted = await AppliedAsync(second, daysAgo: 40);
        Must(await StepAsync(Drafter, granted, ApplicationStep.Grant, i => i.Day = Today.AddDays(-5)));

        var waiting = Must(await Following.WaitingAsync(Drafter, Cancellation));

        Assert.Equal((1, Today.AddDays(-20), 1, Today.AddDays(-5)), (waiting.ToDecide, waiting.OldestToDecide, waiting.ToPay, waiting.OldestToPay));
        Assert.Equal(2, (await ListAsync(Drafter, new ApplicationFilter { Mine = true })).Rows.Total);
        Assert.False(Must(await Following.WaitingAsync(Town.Officer(Town.Unit("税务服务所")), Cancellation)).Any);
    }

    [Fact]
    public async Task Totals_AreWhatTheRowsComeTo()
    {
        var (_, clause) = await AskingAsync(Staff);
        var random = new Random(20260302);
        var row = await RowOfAsync(clause);
        var others = Enumerable.Range(0, 40).Select(_ => Town.Enterprise(City)).ToList();
        Town.Write(db => db.ClauseApplications.AddRange(others.Select(e => Some(random, e.Id, clause, row))));

        foreach (var show in Enum.GetValues<ApplicationShow>())
        {
            foreach (var year in new int?[] { null, 2024, 2025 })
            {
                var list = await ListAsync(Dispatcher, new ApplicationFilter { Show = show, Year = year, Take = 200 });
                var rows = list.Rows.Items;
                var granted = rows.Where(r => r.State is ApplicationState.Granted or ApplicationState.Paid).ToList();
                var paid = rows.Where(r => r.State == ApplicationState.Paid).ToList();
                Assert.Equal(new ApplicationTotals(rows.Count, granted.Count, granted.Sum(r => r.Amount ?? 0), paid.Count, paid.Sum(r => r.PaidAmount ?? 0)), list.Totals);
                Assert.All(rows, r => Assert.True(year is null || r.BegunOn.Year == year));
            }
        }
    }

    [Theory]
    [InlineData(ApplicationShow.All, "Applied Offered Granted Unmoneyed Refused Declined Paid Withdrawn")]
    [InlineData(ApplicationShow.Counting, "Applied Offered Granted Unmoneyed Refused Declined Paid")]
    [InlineData(ApplicationShow.Undecided, "Applied")]
    [InlineData(ApplicationShow.Offered, "Offered")]
    [InlineData(ApplicationShow.Granted, "Granted Unmoneyed Paid")]
    [InlineData(ApplicationShow.Unpaid, "Granted")]
    [InlineData(ApplicationShow.Paid, "Paid")]
    [InlineData(ApplicationShow.Refused, "Refused Declined")]
    [InlineData(ApplicationShow.Withdrawn, "Withdrawn")]
    public async Task List_ShowsTheStatesThatItIsAskedFor(ApplicationShow show, string shown)
    {
        var (_, clause) = await AskingAsync(Staff);
        var row = await RowOfAsync(clause);
        string[] all = [.. Enum.GetNames<ApplicationState>(), "Unmoneyed"];
        Town.Write(db => db.ClauseApplications.AddRange(all.Select(name => new ClauseApplication
        {
            EnterpriseId = Town.Enterprise(City).Id,
            ClauseId = clause,
            PolicyClauseId = row,
            State = Enum.TryParse<ApplicationState>(name, out var state) ? state : ApplicationState.Granted,
            Amount = name is "Applied" or "Unmoneyed" ? null : 100,
            BegunOn = Today,
            BegunById = Own.AccountId,
            Note = name,
        })));

        var list = await ListAsync(Dispatcher, new ApplicationFilter { Show = show, Take = 100 });

        Assert.Equal(shown.Split(' ').Order(), list.Rows.Items.Select(r => r.Note).Order());
    }

    [Fact]
    public async Task Sheet_HasWhatBecameOfThem_InTheOrderOfTheList_OfWhatTheFilterLeavesAlone()
    {
        var (first, second) = ((await AskingAsync(Staff, "甲")).ClauseId, (await AskingAsync(Staff, "乙")).ClauseId);
        var paid = await AppliedAsync(first, daysAgo: 12);
        await AppliedAsync(second, daysAgo: 15);
        Must(await StepAsync(Drafter, paid, ApplicationStep.Grant));
        Must(await StepAsync(Drafter, paid, ApplicationStep.Pay, i => i.Amount = "29.5"));
        var third = Must(await ApplyAsync(Own, first));
        Must(await StepAsync(Drafter, third, ApplicationStep.Withdraw, i => i.Reason = "重复申报"));
        var sheet = new ApplicationSheet(Town.Runner, Town.Time);
        var (all, mine) = (new ApplicationFilter { Take = 100 }, new ApplicationFilter { Mine = true, Take = 100 });

        var rows = SheetReading.Rows(Must(await sheet.WriteAsync(Drafter, all, Cancellation)).Content);

        Assert.Equal((await ListAsync(Drafter, all)).Rows.Items.Select(r => r.Title), rows.Select(r => r["政策"]));
        Assert.Equal(("重复申报", (object)Today.ToDateTime(TimeOnly.MinValue)), (rows[0]["原因"], rows[0]["撤回日期"]));
        Assert.Equal((300_000d, 295_000d), (rows[1]["核准或拟兑付金额（元）"], rows[1]["兑付金额（元）"]));
        Assert.Equal((await ListAsync(Drafter, mine)).Rows.Items.Select(r => r.Title), SheetReading.Rows(Must(await sheet.WriteAsync(Drafter, mine, Cancellation)).Content).Select(r => r["政策"]));
        Assert.Equal(["乙"], SheetReading.Rows(Must(await sheet.WriteAsync(Drafter, mine, Cancellation)).Content).Select(r => r["政策"]));
    }

    [Fact]
    public async Task Sheet_HasTheRowsOfTheFilter_AndNotTooOften()
    {
        var (_, clause) = await AskingAsync(Staff);
        await AppliedAsync(clause);
        var sheet = new ApplicationSheet(Town.Runner, Town.Time);

        var file = Must(await sheet.WriteAsync(Drafter, new ApplicationFilter(), Cancellation));

        Assert.Equal("政策申报2026-03-02.xlsx", file.FileName);
        var row = Assert.Single(SheetReading.Rows(file.Content));
        Assert.Equal(
            [Enterprise.Name, "稳岗补贴", "稳岗补贴", Unit.Name, "已申报", new DateTime(2026, 2, 20), null, null, null, null, null, null, null],
            row.Values);
        for (var i = 1; i < ApplicationSheet.PerMinute; i++)
        {
            Must(await sheet.WriteAsync(Drafter, new ApplicationFilter { Show = ApplicationShow.Paid }, Cancellation));
        }

        Assert.Equal("Application.TooFast", (await sheet.WriteAsync(Drafter, new ApplicationFilter(), Cancellation)).Refusal?.Code);
    }

    private async Task<long> RowOfAsync(long clause)
    {
        await using var db = Town.Look();
        return await db.PolicyClauses.Where(c => c.ClauseId == clause).Select(c => c.Id).SingleAsync(Cancellation);
    }

    private ClauseApplication Some(Random random, long enterprise, long clause, long row)
    {
        var state = Enum.GetValues<ApplicationState>()[random.Next(7)];
        var begun = new DateOnly(2024 + random.Next(2), 1 + random.Next(12), 1 + random.Next(28));
        var amount = state is ApplicationState.Granted or ApplicationState.Paid or ApplicationState.Offered ? random.Next(1, 90_000_000) / 100m : (decimal?)null;
        return new ClauseApplication
        {
            EnterpriseId = enterprise,
            ClauseId = clause,
            PolicyClauseId = row,
            State = state,
            BegunOn = begun,
            BegunById = Own.AccountId,
            Amount = state == ApplicationState.Granted && random.Next(4) == 0 ? null : amount,
            DecidedOn = state is ApplicationState.Applied or ApplicationState.Offered ? null : begun.AddDays(9),
            PaidAmount = state == ApplicationState.Paid ? amount : null,
            PaidOn = state == ApplicationState.Paid ? begun.AddDays(30) : null,
        };
    }

    public sealed class OnSqlite(SqliteDatabase database) : ApplicationTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ApplicationTests(database), IClassFixture<PostgresDatabase>;
}
