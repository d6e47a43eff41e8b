using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.Organisations;

/// <summary>A merger passes open duties on with their clocks.</summary>
public abstract class MergeTests(TestDatabase database) : TicketTests(database)
{
    private OrganisationMerge Mergers => new(Town.Runner);

    [Fact]
    public async Task Merge_WhenUnitLeads_PassesDemandsOnWithTheirClocksUnmoved()
    {
        var heir = Town.Unit("综合办");
        var (running, paused) = (await AcceptedAsync(), await AcceptedAsync());
        await DoneAsync(Liaison, running, Move.Assign, new MoveInput { PersonId = Officer.AccountId });
        await DoneAsync(Officer, paused, Move.AskSupplement, Saying("请补充图纸。"));
        var before = (Running: await StoredAsync(running), Paused: await StoredAsync(paused));

        Assert.True((await MergeAsync(Unit, heir, people: [Officer.AccountId, Liaison.AccountId])).Done);

        foreach (var (number, was) in new[] { (running, before.Running), (paused, before.Paused) })
        {
            var now = await StoredAsync(number);
            Assert.Equal((heir.Id, was.State, was.Version + 1), (now.LeadUnitId, now.State, now.Version));
            Assert.Equal(was.Clocks.OrderBy(c => c.Id).Select(Standing), now.Clocks.OrderBy(c => c.Id).Select(Standing));
            Assert.All(now.Clocks.Where(c => c.Holder == ClockHolder.Unit), c => Assert.Equal(c.Open ? heir.Id : Unit.Id, c.UnitId));
            Assert.Contains((await SeeAsync(Applicant, number)).Timeline, t => t.Move == Move.MergeUnit && t.Entry.FromUnit == Unit.Name && t.Entry.Unit == heir.Name);
        }

        Assert.Equal(Officer.AccountId, (await StoredAsync(running)).OfficerId);
        Assert.Contains((await StoredAsync(paused)).Clocks, c => c is { Kind: ClockKind.Handling, Paused: true } && c.UnitId == heir.Id);
        await DoneAsync(Officer, running, Move.Complete, Saying("已完成。"));
        await using var db = Town.Look();
        Assert.Equal(Town.Clock.Now, (await db.Organisations.SingleAsync(o => o.Id == Unit.Id, Cancellation)).DisabledAt);
        Assert.Equal(["Merge"], await db.History.Where(h => h.Subject == nameof(Organisation) && h.SubjectId == Unit.Id).Select(h => h.Act).ToListAsync(Cancellation));

        static object Standing(TicketClock c) => (c.Id, c.Kind, c.DueDay, c.DueAt, c.DueVersion, c.Days, c.PausedFor, c.NextAt, c.NextLevel, c.EndedAt, c.Outcome);
    }

    [Fact]
    public async Task Merge_WhenUnitSupports_PassesTasksOnBehindTheEnterprise()
    {
        var (support, heir) = (Town.Unit("水务站"), Town.Unit("综合办"));
        var officer = Town.Officer(support);
        var number = await SupportedAsync(support);
        var due = await DuesAsync(number, ClockKind.SupportingTask);

        Assert.True((await MergeAsync(support, heir, people: [officer.AccountId])).Done);

        var now = await StoredAsync(number);
        Assert.Equal((Unit.Id, heir.Id), (now.LeadUnitId, now.Tasks.Single().UnitId));
        Assert.Equal(heir.Id, now.Clocks.Single(c => c.Kind == ClockKind.SupportingTask).UnitId);
        Assert.Equal(due, await DuesAsync(number, ClockKind.SupportingTask));
        Assert.DoesNotContain((await SeeAsync(Applicant, number)).Timeline, t => t.Move == Move.MergeUnit);
        Assert.Contains((await SeeAsync(Dispatcher, number)).Timeline, t => t.Move == Move.MergeUnit);
        await DoneAsync(officer, number, Move.FinishTask, new MoveInput { AboutId = now.Tasks.Single().Id, Text = "已踏勘。" });
    }

    [Fact]
    public async Task Merge_OfOneOfSeveralUnits_LeavesTheOthersTheirTasks()
    {
        var (support, other, heir) = (Town.Unit("水务站"), Town.Unit("市政所"), Town.Unit("综合办"));
        var number = await SupportedAsync(support);
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Officer, number, Move.GiveTask, new MoveInput { UnitId = other.Id, Text = "请设围挡。" });

        Assert.True((await MergeAsync(support, heir)).Done);

        var now = await StoredAsync(number);
        Assert.Equal([heir.Id, other.Id], now.Tasks.OrderBy(t => t.Id).Select(t => t.UnitId));
        Assert.Equal([heir.Id, other.Id], now.Clocks.Where(c => c.Kind == ClockKind.SupportingTask).OrderBy(c => c.Id).Select(c => c.UnitId!.Value));
        Assert.Equal(Unit.Id, now.Clocks.Single(c => c.Kind == ClockKind.Handling).UnitId);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public async Task Merge_OfTheLeadWithItsSupporter_EndsTheTaskThatItWouldOweItself(bool leadGoes, bool late)
    {
        var support = Town.Unit("水务站");
        var (heir, staff) = (leadGoes ? support : Unit, new[] { Officer, Liaison, Town.Officer(support) }.Select(c => c.AccountId).ToList());
        var number = await SupportedAsync(support);
        await DoneAsync(Officer, number, Move.Accept);
        var task = await TaskAsync(number);
        if (late)
        {
            await GoToAsync(Day("2026-03-24"), new TimeOnly(10, 0)); // due with the lead's clock on the 23rd
        }

        Assert.True((await MergeAsync(leadGoes ? Unit : support, heir, people: staff)).Done);

        var now = await StoredAsync(number);
        Assert.Equal((heir.Id, heir.Id, SupportingTaskState.Cancelled, Town.Clock.Now), (now.LeadUnitId, now.Tasks.Single().UnitId, now.Tasks.Single().State, now.Tasks.Single().EndedAt));
        var clock = now.Clocks.Single(c => c.Kind == ClockKind.SupportingTask);
        Assert.Equal((late ? ClockOutcome.Breached : ClockOutcome.Cancelled, Town.Clock.Now), (clock.Outcome, clock.EndedAt));
        Assert.Single((await SeeAsync(Dispatcher, number)).Timeline, t => t.Move == Move.MergeUnit && t.Entry.About == "协助踏勘管网。" && t.Internal);
        Assert.DoesNotContain((await SeeAsync(Applicant, number)).Timeline, t => t.Entry.About is not null);
        Assert.Equal(task, now.Tasks.Single().Id);
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成。"));
    }

    [Theory]
    [InlineData(Move.DeclineTask, SupportingTaskState.Cancelled)] // and the Centre has nothing to decide
    [InlineData(Move.FinishTask, SupportingTaskState.Done)]
    public async Task Merge_OfASupporterThatHasAnswered_IntoTheLead_EndsOnlyWhatWaits(Move answer, SupportingTaskState state)
    {
        var support = Town.Unit("水务站");
        var number = await SupportedAsync(support);
        await DoneAsync(Officer, number, Move.Accept);
        await DoneAsync(Town.Officer(support), number, answer, new MoveInput { AboutId = await TaskAsync(number), Text = "已踏勘，情况另附说明。" });

        Assert.True((await MergeAsync(support, Unit)).Done);

        var now = await StoredAsync(number);
        Assert.Equal((state, null), (now.Tasks.Single().State, now.OpenClock(ClockKind.TaskDecision)));
        await DoneAsync(Officer, number, Move.Complete, Saying("已完成。"));
    }

    [Fact]
    public async Task Merge_WhenReturnIsPending_StaysOnceForTheHeir()
    {
        var heir = Town.Unit("综合办");
        var number = await DispatchedAsync();
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        var due = await DuesAsync(number, ClockKind.Handling);

        Assert.True((await MergeAsync(Unit, heir, people: [Officer.AccountId])).Done);
        await DoneAsync(Dispatcher, number, Move.DecideReturn, new MoveInput { UnitId = heir.Id, Text = "请继续办理。" });

        Assert.Equal(due, await DuesAsync(number, ClockKind.Handling));
        Assert.Equal("ReturnedBefore", (await MakeAsync(Officer, number, Move.ApplyForReturn, Saying("再次申请。"))).Refusal?.Code);
    }

    [Fact]
    public async Task Merge_WhenAnotherUnitAppliedForReturn_LeavesTheHeirItsOwnApplication()
    {
        var (second, heir) = (Town.Unit("规土所"), Town.Unit("综合办"));
        var number = await DispatchedAsync();
        await DoneAsync(Officer, number, Move.ApplyForReturn, Saying("不属于本单位职责。"));
        await DoneAsync(Dispatcher, number, Move.DecideReturn, new MoveInput { UnitId = second.Id, Text = "由规土所主办。" });

        Assert.True((await MergeAsync(second, heir)).Done);

        await DoneAsync(Town.Officer(heir), number, Move.ApplyForReturn, Saying("也不属于本单位职责。"));
    }

    [Fact]
    public async Task Merge_WhenTheUnitWasUrged_LetsTheHeirAnswerWhatWaitsForIt()
    {
        var (leader, heir) = (Town.TownLeader(), Town.Unit("综合办"));
        var number = await RaisedAsync();
        await UrgeAsync("请发展中心尽快。");
        await DoneAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Unit.Id });
        await UrgeAsync("请尽快接收。");
        await DoneAsync(Officer, number, Move.AnswerUrge, new MoveInput { AboutId = await IdAsync("请尽快接收。"), Text = "今日接收。" });
        await UrgeAsync("请尽快办结。");

        Assert.True((await MergeAsync(Unit, heir)).Done);

        Assert.Equal([null, Unit.Id, heir.Id], (await StoredAsync(number)).Urges.OrderBy(u => u.Id).Select(u => u.UnitId));
        await DoneAsync(Town.Officer(heir), number, Move.AnswerUrge, new MoveInput { AboutId = await IdAsync("请尽快办结。"), Text = "本周办结。" });
        await DoneAsync(Dispatcher, number, Move.AnswerUrge, new MoveInput { AboutId = await IdAsync("请发展中心尽快。"), Text = "已交办。" });

        Task<Moved> UrgeAsync(string text) => DoneAsync(leader, number, Move.Urge, new MoveInput { Text = text, Day = Day("2026-03-09") });

        async Task<long> IdAsync(string text) => (await StoredAsync(number)).Urges.Single(u => u.Text == text).Id;
    }

    [Fact]
    public async Task Merge_WhenSomebodyStaysBehind_TakesTheirPostsAndUnassignsThem()
    {
        var heir = Town.Unit("综合办");
        var number = await AcceptedAsync();
        await DoneAsync(Liaison, number, Move.Assign, new MoveInput { PersonId = Officer.AccountId });

        Assert.True((await MergeAsync(Unit, heir, people: [Liaison.AccountId])).Done);

        Assert.Null((await StoredAsync(number)).OfficerId);
        await using var db = Town.Look();
        Assert.False(await db.Posts.AnyAsync(p => p.AccountId == Officer.AccountId, Cancellation));
        var post = await db.Posts.SingleAsync(p => p.AccountId == Liaison.AccountId, Cancellation);
        Assert.Equal((heir.Id, PostKind.Liaison), (post.OrganisationId, post.Kind));
    }

    [Fact]
    public async Task Merge_WhenEconomicCity_PassesEnterprisesAndKeepsTheirButlers()
    {
        var heir = Town.EconomicCity("马东经济城");
        Town.Assign(Specialist, Enterprise);
        var number = await RaisedAsync();

        var left = await MergeAsync(City, heir, people: []);
        Assert.Equal(("Organisation.MergeMustMove", nameof(MergeInput.People)), (left.Refusal?.Code, left.Refusal?.Field));
        await using (var unmoved = Town.Look())
        {
            Assert.Equal(City.Id, (await unmoved.Enterprises.SingleAsync(e => e.Id == Enterprise.Id, Cancellation)).EconomicCityId);
        }

        var preview = (await Mergers.PreviewAsync(Town.Administrator(), City.Id, Cancellation)).Value;
        Assert.Equal((1, 1, 1, 1), (Count(preview, "Enterprises"), Count(preview, "Butlers"), Count(preview, "FirstAsked"), Count(preview, "People")));
        Assert.Equal(1, (await MergeAsync(City, heir, people: [Specialist.AccountId])).Value.Passed[nameof(Enterprise)]);

        await using var db = Town.Look();
        Assert.Equal(heir.Id, (await db.Enterprises.SingleAsync(e => e.Id == Enterprise.Id, Cancellation)).EconomicCityId);
        Assert.Equal(Specialist.AccountId, (await db.ButlerAssignments.SingleAsync(b => b.EnterpriseId == Enterprise.Id && b.Until == null, Cancellation)).AccountId);
        Assert.Equal(Specialist.AccountId, (await StoredAsync(number)).FirstAskedId);
    }

    [Fact]
    public async Task Duties_OfACity_CountTheButlersWhoWorkThere()
    {
        Town.Assign(Specialist, Enterprise);
        Town.Assign(Town.CentreLead(), Town.Enterprise(City));
        var (elsewhere, gone) = (Town.EconomicCity("马东经济城"), Town.Specialist(City));
        Town.Assign(Town.Specialist(elsewhere), Town.Enterprise(City));
        var manager = Town.GeneralManager(City);
        Town.Assign(manager, Town.Enterprise(City));
        Town.Assign(manager, Town.Enterprise(City));
        Town.Assign(Town.Officer(City), Town.Enterprise(City));
        Town.Assign(Specialist, Town.Enterprise(elsewhere)); // of another city: no duty of this one
        Town.Assign(gone, Town.Enterprise(City));
        Town.Write(db => db.Users.Single(a => a.Id == gone.AccountId).DisabledAt = Town.Start);

        var preview = (await Mergers.PreviewAsync(Town.Administrator(), City.Id, Cancellation)).Value;

        Assert.Equal((7, 3), (Count(preview, "Enterprises"), Count(preview, "Butlers")));
    }

    [Fact]
    public async Task Merge_WhenAClosedDemandMayComeBack_PassesItOnToo()
    {
        var heir = Town.Unit("综合办");
        var (soon, longAgo) = (await CompletedAsync(), await CompletedAsync());
        Close(soon, daysAgo: 5);
        Close(longAgo, daysAgo: 60);

        Assert.Equal(1, Count((await Mergers.PreviewAsync(Town.Administrator(), Unit.Id, Cancellation)).Value, "Returning"));
        Assert.Equal(1, (await MergeAsync(Unit, heir)).Value.Passed[nameof(Ticket)]);

        Assert.Equal(heir.Id, (await StoredAsync(soon)).LeadUnitId);
        Assert.Equal(Unit.Id, (await StoredAsync(longAgo)).LeadUnitId);
        await DoneAsync(Applicant, soon, Move.Reopen, Saying("又积水了。"));

        void Close(string number, int daysAgo) => Town.Write(db =>
        {
            db.TicketClocks.Where(c => db.Tickets.Any(t => t.Id == c.TicketId && t.Number == number) && c.EndedAt == null).ExecuteUpdate(set => set.SetProperty(c => c.EndedAt, Town.Clock.Now).SetProperty(c => c.NextAt, (DateTime?)null));
            db.Tickets.Where(t => t.Number == number).ExecuteUpdate(set => set.SetProperty(t => t.State, TicketState.Closed).SetProperty(t => t.ClosedAs, ClosedAs.Deemed).SetProperty(t => t.ClosedAt, Town.Clock.Now.AddDays(-daysAgo)));
        });
    }

    [Fact]
    public async Task Merge_WhenAClosedDemandHasAPromiseToBeKept_PassesItOn_AndTheHeirIsAsked()
    {
        var heir = Town.Unit("综合办");
        var liaison = Town.Liaison(heir);
        var number = await AcceptedAsync();
        await DoneAsync(Officer, number, Move.Complete, new MoveInput { Text = "将于四月完成绿化。", SecondDay = Day("2026-04-10") });
        await DoneAsync(Applicant, number, Move.ConfirmDone);
        await DoneAsync(Applicant, number, Move.Rate, new MoveInput { Rating = RatingLevel.Satisfied });

        Assert.Equal(1, Count((await Mergers.PreviewAsync(Town.Administrator(), Unit.Id, Cancellation)).Value, "Returning"));
        Assert.True((await MergeAsync(Unit, heir)).Done);
        await GoToAsync(Day("2026-04-10"), new TimeOnly(8, 30));

        Assert.Equal(heir.Id, (await StoredAsync(number)).LeadUnitId);
        Assert.Equal(1, await ToldAsync(liaison, number, "Moved.AskAfterPromise"));
    }

    [Fact]
    public async Task Merge_TellsTheLiaisonOfTheHeir_WhatCameAndFromWhom()
    {
        var heir = Town.Unit("综合办");
        var liaison = Town.Liaison(heir);
        var bystander = Town.Officer(heir);
        await AcceptedAsync();
        await DispatchedAsync();

        Assert.True((await MergeAsync(Unit, heir, people: [Liaison.AccountId])).Done);

        Assert.Equal([$"“{Unit.Name}”已并入“{heir.Name}”，转来诉求2件，各项时限不变，请安排人员接办。"], await MergersToldAsync(liaison));
        Assert.Single(await MergersToldAsync(Liaison)); // who comes along gives out the work there, too
        Assert.Empty(await MergersToldAsync(bystander));
        await using var db = Town.Look();
        Assert.All(await db.Notices.Where(n => n.Kind == "OrganisationMerged").ToListAsync(Cancellation), n => Assert.False(n.Late)); // told at once
    }

    [Fact]
    public async Task Merge_WhenTheHeirHasNoLiaison_TellsItsHead_AndElseTheCentresLead()
    {
        var (headed, bare, city) = (Town.Unit("综合办"), Town.Unit("文体中心"), Town.EconomicCity("马东经济城"));
        var (head, lead) = (Town.Head(headed), Town.CentreLead());
        var manager = Town.GeneralManager(city);

        Assert.True((await MergeAsync(Town.Unit("规土所"), headed)).Done);
        Assert.True((await MergeAsync(Town.Unit("水务站"), bare)).Done);
        Assert.Equal((1, 1), ((await MergersToldAsync(head)).Count, (await MergersToldAsync(lead)).Count));

        Assert.True((await MergeAsync(City, city, people: [Specialist.AccountId])).Done);
        Assert.Equal([$"“{City.Name}”已并入“{city.Name}”，转来企业1家，各项时限不变，请安排人员接办。"], await MergersToldAsync(manager));
    }

    [Fact]
    public async Task Successor_OfAMergedOrganisation_IsNamedOnItsPageAndInTheList()
    {
        var (heir, last, disabled) = (Town.Unit("综合办"), Town.Unit("社建办"), Town.Unit("水务站"));
        var organisations = new OrganisationService(Town.Runner);
        Assert.True((await organisations.DisableAsync(Town.Administrator(), Guid.NewGuid(), disabled.Id, disabled.Version)).Done);
        Assert.True((await MergeAsync(Unit, heir)).Done);
        Assert.True((await MergeAsync(heir, last, version: heir.Version + 1)).Done);

        Assert.Equal(heir.Id, (await organisations.GetAsync(Dispatcher, Unit.Id)).Value.Organisation.Successor?.Id);
        var rows = (await organisations.ListAsync(Dispatcher, new OrganisationFilter(WithDisabled: true))).Value.Items;
        Assert.Equal((heir.Name, last.Name), (Of(Unit)?.Name, Of(heir)?.Name));
        Assert.Equal((null, null), (Of(disabled), Of(last)));
        Assert.Equal(Refusal.NotFound, (await organisations.GetAsync(Applicant, Unit.Id)).Refusal);

        var merged = (await organisations.GetAsync(Dispatcher, Unit.Id)).Value.Organisation;
        Assert.True((await organisations.EnableAsync(Town.Administrator(), Guid.NewGuid(), Unit.Id, merged.Version)).Done);
        Assert.Null((await organisations.GetAsync(Dispatcher, Unit.Id)).Value.Organisation.Successor);

        Successor? Of(Organisation organisation) => rows.Single(r => r.Id == organisation.Id).Successor;
    }

    [Fact]
    public async Task Merge_WhenRefused_TellsNobody()
    {
        var heir = Town.Unit("综合办");
        var liaison = Town.Liaison(heir);

        Assert.Equal("Organisation.MergeName", (await MergeAsync(Unit, heir, name: "城")).Refusal?.Code);
        Assert.Equal("Organisation.AdministratorOnly", (await MergeAsync(Unit, heir, by: CentreLead)).Refusal?.Code);

        Assert.Empty(await MergersToldAsync(liaison));
    }

    [Fact]
    public async Task Preview_WhenAdministrator_CountsWhatPassesAndOffersItsKindAlone()
    {
        var (heir, support) = (Town.Unit("综合办"), Town.Unit("水务站"));
        await SupportedAsync(support);
        var paused = await AcceptedAsync();
        await DoneAsync(Officer, paused, Move.AskSupplement, Saying("请补充图纸。"));

        var lead = (await Mergers.PreviewAsync(Town.Administrator(), Unit.Id, Cancellation)).Value;
        var other = (await Mergers.PreviewAsync(Town.Administrator(), support.Id, Cancellation)).Value;

        Assert.Equal((2, 0, 2, 1, 2), (Count(lead, "Leads"), Count(lead, "Tasks"), Count(lead, "Running"), Count(lead, "Paused"), Count(lead, "People")));
        Assert.Equal((0, 1, 1), (Count(other, "Leads"), Count(other, "Tasks"), Count(other, "Running")));
        Assert.Contains(lead.Targets, t => t.Id == heir.Id);
        Assert.DoesNotContain(lead.Targets, t => t.Id == Unit.Id || t.Kind != OrganisationKind.Unit);
    }

    [Fact]
    public async Task Merge_WhenNotAllowed_IsRefusedAndNothingMoves()
    {
        var (heir, department) = (Town.Unit("综合办"), Town.CooperatingDepartment());
        var number = await AcceptedAsync();

        Assert.Equal("Organisation.AdministratorOnly", (await MergeAsync(Unit, heir, by: CentreLead)).Refusal?.Code);
        Assert.Equal(Refusal.NotFound, (await MergeAsync(Unit, heir, by: Applicant)).Refusal);
        Assert.Equal(Refusal.NotFound, (await Mergers.PreviewAsync(Applicant, Unit.Id, Cancellation)).Refusal);
        Assert.Equal("Organisation.MergeSelf", (await MergeAsync(Unit, Unit)).Refusal?.Code);
        Assert.Equal("Organisation.MergeKind", (await MergeAsync(Unit, department)).Refusal?.Code);
        Assert.Equal("Organisation.MergeKind", (await MergeAsync(Unit, City)).Refusal?.Code);
        Assert.Equal("Organisation.Indispensable", (await MergeAsync(Town.Centre(), heir)).Refusal?.Code);
        Assert.Equal("Organisation.MergeName", (await MergeAsync(Unit, heir, name: "城")).Refusal?.Code);
        Assert.Equal(Refusal.Stale, (await MergeAsync(Unit, heir, version: 9)).Refusal);
        Town.Write(db => db.Organisations.Single(o => o.Id == heir.Id).DisabledAt = Town.Clock.Now);
        Assert.Equal("Organisation.MergeTargetGone", (await MergeAsync(Unit, heir)).Refusal?.Code);
        Assert.Equal("Organisation.MergeTargetMissing", (await MergeAsync(Unit, new Organisation())).Refusal?.Code);

        Assert.Equal(Unit.Id, (await StoredAsync(number)).LeadUnitId);
        await using var look = Town.Look();
        Assert.Null((await look.Organisations.SingleAsync(o => o.Id == Unit.Id, Cancellation)).DisabledAt);
    }

    private async Task<IReadOnlyList<string>> MergersToldAsync(Caller who)
    {
        using var chinese = new Reading("zh-CN");
        await using var db = Town.Look();
        var notices = await db.Notices.Where(n => n.AccountId == who.AccountId && n.Kind.EndsWith("Merged")).ToListAsync(Cancellation);
        return notices.ConvertAll(n => NoticeWording.Sentence(n.Kind, System.Text.Json.JsonSerializer.Deserialize<List<string>>(n.Arguments)!));
    }

    private static int Count(MergePreview preview, string duty) => preview.Duties.Single(d => d.Name == duty).Count;

    private Task<Outcome<Merged>> MergeAsync(
        Organisation from, Organisation into, List<long>? people = null, Caller? by = null, string? name = null, int? version = null) =>
        Mergers.MergeAsync(by ?? Town.Administrator(), Guid.NewGuid(), new MergeInput
        {
            Id = from.Id,
            Version = version ?? from.Version,
            IntoId = into.Id,
            People = people ?? [],
            Name = name ?? from.Name,
        }, Cancellation);

    public sealed class OnSqlite(SqliteDatabase database) : MergeTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : MergeTests(database), IClassFixture<PostgresDatabase>;
}
