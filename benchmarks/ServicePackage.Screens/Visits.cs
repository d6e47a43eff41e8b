using Microsoft.Playwright;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Boards;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Packages;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Tickets;
using ServicePackage.Web;
using static ServicePackage.Core.Tickets.TicketState;

namespace ServicePackage.Screens;

/// <summary>Everything that is looked at, page by page as those see it who use it. A test fails on a page that is not here.</summary>
public static class Visits
{
    private const string TicketRoute = "/tickets/{Number}";
    private const string EnterpriseRoute = "/enterprises/{Id:long}";
    private const string FactsRoute = "/enterprises/{Id:long}/facts";
    private const string PolicyRoute = "/policies/{Id:long}";
    private const string DraftRoute = "/policies/{Id:long}/draft";
    private const string ConditionRoute = "/policies/{Id:long}/draft/clauses/{ClauseId:long}/condition";
    private const string EnterprisePoliciesRoute = "/enterprises/{Id:long}/policies";
    private const string ApplicationRoute = "/policies/applications/{Id:long}";
    private const string ClauseOffersRoute = "/policies/{PolicyId:long}/clauses/{ClauseId:long}/offers";
    private const string ClauseEnterprisesRoute = "/policies/{PolicyId:long}/clauses/{ClauseId:long}/enterprises";
    private const string ClauseRoute = "/policies/clauses/{ClauseId:long}";
    private const string ServiceRoute = "/services/{Id:long}";
    private const string ServiceDraftRoute = "/services/{Id:long}/draft";
    private const string RequestRoute = "/services/requests/{Id:long}";
    private const string TemplateRoute = "/templates/{Kind}";
    private const string EnterprisePackageRoute = "/enterprises/{Id:long}/package";
    private const string PackageRoute = "/packages/{Id:long}";
    private const string EnterpriseServicesRoute = "/enterprises/{Id:long}/services";
    private const string EventRoute = "/events/{Id:long}";
    private const string EventDraftRoute = "/events/{Id:long}/draft";
    private const string EnterpriseEventsRoute = "/enterprises/{Id:long}/events";
    private const string LeaderRoute = "/leaders/{Id:long}";
    private const string OrganisationRoute = "/organisations/{Id:long}";
    private const string AccountRoute = "/accounts/{Id:long}";

    private static readonly string[] AtHome = ["admin", "auditor", "dispatcher", "lead", "general", "leader", "build", "build-liaison", "build-head", "city-a", "city-a-manager", "chengguang"];
    private static readonly string[] EnterpriseForms = ["facts", "contact", "roster", "butler", "code", "leader"];
    private static readonly string[] EventSights = ["full", "moved", "called-off", "attended", "briefing"];
    private static readonly string[] LeaderForms = ["facts", "add", "handover"];
    private static readonly string[] AccountForms = ["facts", "posts", "password"];

    public static IReadOnlyList<Visit> All { get; } =
    [
        .. AccountPages(), .. Homes(), .. Frame(), .. Boards(), .. Overdue(), .. Desks(), .. Demands(), .. Forms(), .. Enterprises(), .. Policies(), .. Services(), .. Events(), .. Administration(),
    ];

    private static IEnumerable<Visit> AccountPages() =>
    [
        new("sign-in", Addresses.SignIn, null, _ => Addresses.SignIn) { Plain = true },
        new("sign-in-ended", Addresses.SignIn, null, _ => Addresses.SignInTo(null, SessionEnd.Elsewhere)) { Plain = true },
        new("sign-in-refused", Addresses.SignIn, null, _ => Addresses.SignIn)
        {
            Plain = true,
            Town = Towns.Empty,
            Open = async page =>
            {
                await page.FillAsync("[name='Form.UserName']", "nobody");
                await page.FillAsync("[name='Form.Password']", "not a password");
                await page.ClickAsync(".button.main");
                await page.WaitForSelectorAsync(".refusal");
            },
        },
        new("password", Addresses.Password, "build", _ => Addresses.Password) { Plain = true },
        new("not-found", Addresses.NotFound, "build", _ => Addresses.NotFound),
        new("not-allowed", Addresses.Accounts, "build", _ => Addresses.Accounts),
        new("not-found-signed-out", Addresses.NotFound, null, _ => Addresses.NotFound) { Plain = true },
        new("error", Addresses.Error, null, _ => Addresses.Error) { Plain = true }, // where nothing failed it says that there is nothing
    ];

    private static IEnumerable<Visit> Homes() =>
        AtHome
            .Select(user => new Visit($"home-{user}", Addresses.Home, user, _ => Addresses.Home));

    private static IEnumerable<Visit> Frame() =>
    [
        new("bell", Addresses.Home, "build", _ => Addresses.Home) { Open = page => OpenAsync(page, ".bell-button", "#bell-panel .bell-groups li, #bell-panel .empty") },
        new("search", Addresses.Home, "dispatcher", _ => Addresses.Home)
        {
            Open = async page =>
            {
                await OpenAsync(page, "#search-open", ".search-input");
                await page.FillAsync(".search-input", "上海");
                await page.WaitForSelectorAsync(".search-row");
            },
        },
        new("account-card", Addresses.Home, "lead", _ => Addresses.Home) { Open = page => OpenAsync(page, ".bar-end details.account:not(.demo) summary", ".account[open] .account-card") },
        new("demo-clock", Addresses.Home, "admin", _ => Addresses.Home) { Town = Towns.Full, Open = page => OpenAsync(page, "details.demo summary", ".demo[open] .account-card") },
        new("drawer", Addresses.Home, "city-a", _ => Addresses.Home) { Open = page => OpenAsync(page, ".drawer-toggle", ".drawer-open") },
    ];

    private static IEnumerable<Visit> Boards() =>
    [
        new("board-specialist", Addresses.Board, "city-a", _ => Addresses.Board),
        new("board-manager", Addresses.Board, "city-a-manager", _ => Addresses.Board),
        new("board-leader", Addresses.Board, "leader", _ => Addresses.Board),
        new("board-list", Addresses.Board, "city-a-manager", _ => $"{Addresses.Board}?view=list"),
        new("board-calendar", Addresses.Board, "city-a-manager", _ => $"{Addresses.Board}?view=calendar"),
        new("board-none", Addresses.Board, "city-a-manager", _ => $"{Addresses.Board}?q=zzz") { Town = Towns.Full },
        Opened("board-panel", async page => await OpenAsync(page, ".card-name", "#panel-facts")),
        Opened("board-menu", async page => await OpenAsync(page, ".card-menu", ".board-menu")),
        Opened("board-plan", page => BoardFormAsync(page, 0)),
        Opened("board-plan-many", page => OpenAsync(page, "#plan-many", ".plan-panel .form-acts")),
        Opened("board-record", page => BoardFormAsync(page, 1)),
    ];

    private static Visit Opened(string name, Func<IPage, Task> open) => new(name, Addresses.Board, "city-a-manager", facts => facts.BusiestEnterprise is null ? null : Addresses.Board) { Open = open };

    private static async Task BoardFormAsync(IPage page, int button)
    {
        await OpenAsync(page, ".card-name", "#panel-facts");
        await page.Locator(".board-panel .file-acts button").Nth(button).DispatchEventAsync("click");
        await page.WaitForSelectorAsync(".board-panel .move-title");
    }

    private static IEnumerable<Visit> Overdue() =>
    [
        new("overdue", Addresses.Overdue, "dispatcher", _ => Addresses.Overdue),
        new("overdue-leader", Addresses.Overdue, "general", _ => $"{Addresses.Overdue}?group=Level"),
        new("overdue-approaching", Addresses.Overdue, "lead", _ => $"{Addresses.Overdue}?show=Approaching"),
        new("overdue-none", Addresses.Overdue, "lead", _ => $"{Addresses.Overdue}?q=zzz") { Town = Towns.Full },
        OverdueOpened("overdue-picked", page => PickAsync(page)),
        OverdueOpened("overdue-menu", page => OpenAsync(page, ".row-menu summary", ".row-menu[open] .pick-list")),
        OverdueOpened("overdue-urge", async page =>
        {
            await PickAsync(page);
            await page.Locator(".pick-bar button.button").Nth(1).DispatchEventAsync("click");
            await page.WaitForSelectorAsync(".act-panel .form");
        }),
    ];

    private static Visit OverdueOpened(string name, Func<IPage, Task> open) => new(name, Addresses.Overdue, "dispatcher", facts => facts.BusiestEnterprise is null ? null : Addresses.Overdue) { Open = open };

    private static async Task PickAsync(IPage page)
    {
        await page.Locator("[data-row-pick]").First.DispatchEventAsync("click");
        await page.Locator("[data-row-pick]").Nth(1).DispatchEventAsync("click");
        await page.WaitForSelectorAsync(".pick-bar");
    }

    private static IEnumerable<Visit> Desks() =>
    [
        new("dispatch", Addresses.Dispatch, "dispatcher", _ => Addresses.Dispatch),
        new("inbox-officer", Addresses.Inbox, "build", _ => Addresses.Inbox),
        new("inbox-liaison", Addresses.Inbox, "build-liaison", _ => Addresses.Inbox),
        new("tickets-centre", Addresses.Tickets, "dispatcher", _ => Addresses.Tickets),
        new("tickets-unit", Addresses.Tickets, "build", _ => Addresses.Tickets),
        new("tickets-enterprise", Addresses.Tickets, "chengguang", _ => Addresses.Tickets),
        new("tickets-filtered", Addresses.Tickets, "dispatcher", facts => facts.BusiestEnterprise is { } id ? $"{Addresses.TicketsOf(id)}&state=Closed&state=InProgress&lamp=Normal" : null),
        new("tickets-states", Addresses.Tickets, "dispatcher", _ => Addresses.Tickets) { Open = page => OpenAsync(page, ".filters .pick summary", ".filters .pick[open] .pick-list") },
        new("notices-officer", Addresses.Notices, "build", _ => Addresses.Notices),
        new("notices-mail-officer", Addresses.NoticesByMail, "build", _ => Addresses.NoticesByMail),
        new("notices-mail-enterprise", Addresses.NoticesByMail, "chengguang", _ => Addresses.NoticesByMail),
        new("notices-enterprise", Addresses.Notices, "chengguang", _ => Addresses.Notices),
    ];

    private static IEnumerable<Visit> Demands() =>
    [
        .. Enum.GetValues<TicketState>().Select(state => new Visit($"demand-{state}", TicketRoute, "dispatcher", facts => facts.Ticket(state) is { } number ? Addresses.Ticket(number) : null)),
        new("demand-officer", TicketRoute, "build", facts => facts.Ticket(InProgress, "build") is { } number ? Addresses.Ticket(number) : null),
        new("demand-enterprise", TicketRoute, "chengguang", facts => facts.Ticket(Closed, "chengguang") is { } number ? Addresses.Ticket(number) : null),
        new("demand-clock", TicketRoute, "dispatcher", facts => facts.TicketClock(ReplyDue)),
        Moved(Raised, Move.Dispatch, "dispatcher", null),
        Moved(Raised, Move.CloseUnopened, "dispatcher", null),
        Moved(ReturnRequested, Move.DecideReturn, "dispatcher", null),
        Moved(InProgress, Move.Reassign, "dispatcher", null),
        Moved(InProgress, Move.Urge, "dispatcher", null),
        Moved(InProgress, Move.Mark, "dispatcher", null),
        Moved(InProgress, Move.Complete, "build", "build"),
        Moved(InProgress, Move.ReportProgress, "build", "build"),
        Moved(InProgress, Move.GiveTask, "build", "build"),
        Moved(InProgress, Move.Comment, "build", "build"),
        Moved(InProgress, Move.ReportCannotBeMet, "build", "build"),
        Moved(InProgress, Move.ProposeProceedings, "build", "build"),
        Moved(InProgress, Move.EnterProceedings, "dispatcher", null),
        Moved(InLegalProceedings, Move.DecideProceedings, "dispatcher", null),
        Moved(AwaitingConfirmation, Move.ConfirmNotDone, "shengpu", "shengpu"),
        Moved(AwaitingConfirmation, Move.ConfirmDone, "city-b-2", "shengpu"), // recorded for the enterprise
        new("demand-contradicted", TicketRoute, "market", facts => facts.Ticket(AwaitingConfirmation, "shengpu") is { } number ? Addresses.Ticket(number) : null),
        Moved(AwaitingRating, Move.Rate, "bochi", "bochi"),
        Moved(ReplyDue, Move.LetStand, "dispatcher", null),
        Moved(ReplyDue, Move.FileReply, "build", "build"),
    ];

    private static Visit Moved(TicketState state, Move move, string user, string? of) => new($"move-{move}", TicketRoute, user, facts => facts.TicketMove(state, move, of));

    private static IEnumerable<Visit> Forms() =>
    [
        new("raise-enterprise", Addresses.NewTicket, "chengguang", _ => Addresses.NewTicket),
        new("raise-on-behalf", Addresses.NewTicket, "dispatcher", _ => Addresses.NewTicket),
        new("raise-refused", Addresses.NewTicket, "dispatcher", _ => Addresses.NewTicket) { Open = page => OpenAsync(page, "main .form button[type=submit]", "main .field-error") },
    ];

    private static IEnumerable<Visit> Enterprises() =>
    [
        new("enterprises-centre", Addresses.Enterprises, "dispatcher", _ => Addresses.Enterprises),
        new("enterprises-city", Addresses.Enterprises, "city-a", _ => Addresses.Enterprises),
        new("enterprise-new", Addresses.NewEnterprise, "dispatcher", _ => Addresses.NewEnterprise),
        new("enterprise-import", Addresses.EnterpriseImport, "dispatcher", _ => Addresses.EnterpriseImport),
        new("title-import", Addresses.TitleImport, "dispatcher", _ => Addresses.TitleImport),
        new("title-import-file", Addresses.TitleImport, "dispatcher", _ => $"{Addresses.TitleImport}?kind=hnte&announcement=GG-2026&from=2026-01-01&until=2028-12-31&asof=2026-01-01"),
        new("figure-import", Addresses.FigureImport, "dispatcher", _ => Addresses.FigureImport),
        new("figure-import-file", Addresses.FigureImport, "tax", _ => $"{Addresses.FigureImport}?year=2025&evidence=SW-2026"),
        new("enterprise-centre", EnterpriseRoute, "dispatcher", facts => facts.BusiestEnterprise is { } id ? Addresses.Enterprise(id) : null),
        .. EnterpriseForms.Select(part =>
            new Visit($"enterprise-edit-{part}", EnterpriseRoute, "dispatcher", facts => facts.BusiestEnterprise is { } id ? $"{Addresses.Enterprise(id)}?edit={part}" : null)),
        new("enterprise-own", Addresses.OwnEnterprise, "chengguang", _ => Addresses.OwnEnterprise),
        new("facts-own", Addresses.OwnEnterpriseFacts, "chengguang", _ => Addresses.OwnEnterpriseFacts),
        new("facts-own-form", Addresses.OwnEnterpriseFacts, "chengguang", _ => $"{Addresses.OwnEnterpriseFacts}?fact=revenue"),
        new("lists-own-form", Addresses.OwnEnterpriseFacts, "chengguang", _ => $"{Addresses.OwnEnterpriseFacts}?list=title"),
        new("lists-own-complete", Addresses.OwnEnterpriseFacts, "chengguang", _ => $"{Addresses.OwnEnterpriseFacts}?list=loan&item=complete"),
        new("facts-centre-form", FactsRoute, "dispatcher", facts => facts.BusiestEnterprise is { } id ? $"{Addresses.EnterpriseFacts(id)}?fact=staff" : null),
        new("facts-kept-back", FactsRoute, "admin", facts => facts.BusiestEnterprise is { } id ? Addresses.EnterpriseFacts(id) : null),
        new("facts-then", FactsRoute, "dispatcher", facts => facts.BusiestEnterprise is { } id ? $"{Addresses.EnterpriseFacts(id)}?on=2025-06-30" : null),
    ];

    private static IEnumerable<Visit> Services() =>
    [
        new("templates", Addresses.Templates, "dispatcher", _ => Addresses.Templates),
        new("template", TemplateRoute, "dispatcher", _ => Addresses.TemplatesOf(PackagePapers.Kind)),
        new("services", Addresses.Services, "chengguang", _ => Addresses.Services),
        new("services-centre", Addresses.Services, "dispatcher", _ => $"{Addresses.Services}?class=Finance"),
        new("services-none", Addresses.Services, "provider", _ => $"{Addresses.Services}?q=zzz") { Town = Towns.Full },
        new("service", ServiceRoute, "dispatcher", facts => facts.Services is [var id, ..] ? Addresses.Service(id) : null),
        new("service-commercial", ServiceRoute, "chengguang", facts => facts.Services is [.., var id] ? Addresses.Service(id) : null),
        new("service-pick", ServiceRoute, "chengguang", facts => facts.Services is [var id, ..] ? $"{Addresses.Service(id)}?act=pick" : null),
        new("service-recommend", ServiceRoute, "city-a-manager", facts => facts.Services is [var id, ..] ? $"{Addresses.Service(id)}?act=recommend" : null),
        new("service-withdraw", ServiceRoute, "dispatcher", facts => facts.Services is [var id, ..] ? $"{Addresses.Service(id)}?act=withdraw" : null),
        new("service-new", Addresses.NewService, "dispatcher", _ => Addresses.NewService),
        new("service-import", Addresses.ServiceImport, "lead", _ => Addresses.ServiceImport),
        new("service-drafts", Addresses.ServiceDrafts, "lead", _ => Addresses.ServiceDrafts),
        new("service-draft", ServiceDraftRoute, "lead", facts => facts.ServiceUnderReview is { } id ? Addresses.ServiceDraft(id) : null),
        new("my-services", Addresses.OwnServices, "chengguang", _ => Addresses.OwnServices),
        new("enterprise-services", EnterpriseServicesRoute, "dispatcher", facts => facts.BusiestEnterprise is { } id ? Addresses.EnterpriseServices(id) : null),
        new("my-package", Addresses.OwnPackage, "chengguang", _ => Addresses.OwnPackage),
        new("enterprise-package", EnterprisePackageRoute, "dispatcher", facts => facts.BusiestEnterprise is { } id ? Addresses.EnterprisePackage(id) : null),
        new("butlers", Addresses.Butlers, "dispatcher", _ => Addresses.Butlers),
        new("butlers-cover", Addresses.Butlers, "city-a-manager", _ => $"{Addresses.Butlers}?edit=cover"),
        new("leaders", Addresses.Leaders, "general", _ => Addresses.Leaders),
        new("leaders-own", Addresses.Leaders, "leader", _ => Addresses.Leaders) { Town = Towns.Full },
        new("leader-new", Addresses.NewLeader, "dispatcher", _ => Addresses.NewLeader),
        new("leader", LeaderRoute, "leader", facts => facts.Leader is { } id ? Addresses.Leader(id) : null),
        .. LeaderForms.Select(part => new Visit($"leader-{part}", LeaderRoute, "dispatcher", facts => facts.Leader is { } id ? $"{Addresses.Leader(id)}?edit={part}" : null)),
        new("packages", Addresses.Packages, "dispatcher", _ => Addresses.Packages),
        new("follow-ups", Addresses.FollowUps, "city-a", _ => Addresses.FollowUps),
        new("follow-ups-done", Addresses.FollowUps, "city-a", _ => $"{Addresses.FollowUps}?show=Done"),
        new("follow-ups-town", Addresses.FollowUpTown, "lead", _ => Addresses.FollowUpTown),
        new("packages-changed", Addresses.Packages, "city-a-manager", _ => $"{Addresses.Packages}?show=Changed"),
        .. Enum.GetValues<PackageState>().Select(state => new Visit($"package-{state}", PackageRoute, "dispatcher", facts => facts.Packages.TryGetValue(state, out var id) ? Addresses.PackageVersion(id) : null)),
        new("requests-centre", Addresses.ServiceRequests, "dispatcher", _ => Addresses.ServiceRequests),
        new("requests-provider", Addresses.ServiceRequests, "provider", _ => Addresses.ServiceRequests) { Town = Towns.Full },
        .. Enum.GetValues<PickState>().Select(state => new Visit($"request-{state}", RequestRoute, "dispatcher", facts => facts.Picks.TryGetValue(state, out var id) ? Addresses.ServiceRequest(id) : null)),
    ];

    private static IEnumerable<Visit> Events() =>
    [
        new("roster", Addresses.Roster, "dispatcher", _ => Addresses.Roster),
        new("roster-city", Addresses.Roster, "city-a", _ => $"{Addresses.Roster}?show=Joined"),
        new("roster-left", Addresses.Roster, "dispatcher", _ => $"{Addresses.Roster}?show=Left") { Town = Towns.Full },
        new("roster-add", Addresses.Roster, "dispatcher", _ => $"{Addresses.Roster}?edit=add"),
        new("roster-no-day", Addresses.Roster, "dispatcher", _ => $"{Addresses.Roster}?day=2026-04-31") { Town = Towns.Full },
        new("nominations", Addresses.Nominations, "dispatcher", _ => Addresses.Nominations),
        new("nominations-new", Addresses.Nominations, "city-a", _ => $"{Addresses.Nominations}?edit=new"),
        new("nominations-import", Addresses.NominationImport, "city-a", _ => Addresses.NominationImport),
        new("nominations-import-centre", Addresses.NominationImport, "dispatcher", _ => Addresses.NominationImport) { Town = Towns.Full },
        new("roster-choosing", Addresses.RosterChoosing, "dispatcher", _ => Addresses.RosterChoosing),
        new("roster-choosing-district", Addresses.RosterChoosing, "dispatcher", _ => $"{Addresses.RosterChoosing}?edit=district") { Town = Towns.Full },
        new("events", Addresses.Events, "chengguang", _ => Addresses.Events),
        new("events-centre", Addresses.Events, "dispatcher", _ => $"{Addresses.Events}?show=Past"),
        new("events-none", Addresses.Events, "provider", _ => $"{Addresses.Events}?q=zzz") { Town = Towns.Full },
        .. EventSights.Select(what => new Visit($"event-{what}", EventRoute, "dispatcher", facts => facts.Events.TryGetValue(what, out var id) ? Addresses.Event(id) : null)),
        new("event-own", EventRoute, "chengguang", facts => facts.Events.TryGetValue("full", out var id) ? Addresses.Event(id) : null),
        new("event-sign-up", EventRoute, "mingduo", facts => facts.Events.TryGetValue("briefing", out var id) ? $"{Addresses.Event(id)}?act=signup" : null),
        new("event-move", EventRoute, "provider", facts => facts.Events.TryGetValue("full", out var id) ? $"{Addresses.Event(id)}?act=move" : null),
        new("event-came", EventRoute, "labour", facts => facts.Events.TryGetValue("attended", out var id) ? $"{Addresses.Event(id)}?act=came" : null),
        new("event-new", Addresses.NewEvent, "dispatcher", _ => Addresses.NewEvent),
        new("event-drafts", Addresses.EventDrafts, "lead", _ => Addresses.EventDrafts),
        new("event-draft", EventDraftRoute, "lead", facts => facts.Events.TryGetValue("submitted", out var id) ? Addresses.EventDraft(id) : null),
        new("my-events", Addresses.OwnEvents, "chengguang", _ => Addresses.OwnEvents),
        new("enterprise-events", EnterpriseEventsRoute, "dispatcher", facts => facts.BusiestEnterprise is { } id ? Addresses.EnterpriseEvents(id) : null),
    ];

    private static IEnumerable<Visit> Policies() =>
    [
        new("my-policies", Addresses.OwnPolicies, "chengguang", _ => Addresses.OwnPolicies),
        new("my-policies-all", Addresses.OwnPolicies, "chengguang", _ => $"{Addresses.OwnPolicies}?show=NotMet"),
        new("my-policies-then", EnterprisePoliciesRoute, "dispatcher", facts => facts.BusiestEnterprise is { } id ? $"{Addresses.EnterprisePolicies(id)}?on=2026-03-31" : null),
        new("clause-enterprises", ClauseEnterprisesRoute, "dispatcher", facts => facts.WeighedClause),
        new("clause-push", ClauseEnterprisesRoute, "dispatcher", facts => facts.WeighedClause) { Open = PushAsync },
        new("policies-served", Addresses.ServedPolicies, "city-a", _ => Addresses.ServedPolicies),
        new("clause-to-verify", ClauseEnterprisesRoute, "dispatcher", facts => facts.JudgedClause is { } clause ? $"{clause}?group=ToVerify" : null) { Open = page => OpenAsync(page, ".judge-open button", ".judge") },
        new("clause-judge-many", ClauseEnterprisesRoute, "dispatcher", facts => facts.JudgedClause is { } clause ? $"{clause}?group=ToVerify" : null) { Open = JudgeManyAsync },
        new("applications-unit", Addresses.Applications, "labour", _ => Addresses.Applications),
        new("applications-grant", Addresses.Applications, "finance", _ => $"{Addresses.Applications}?show=Undecided") { Open = page => OpenAsync(page, ".application-acts .main", ".application .form") },
        new("applications-paid", Addresses.Applications, "leader", _ => $"{Addresses.Applications}?show=Paid"),
        new("application", ApplicationRoute, "chengguang", facts => facts.Application is { } id ? Addresses.Application(id) : null),
        new("offers", ClauseOffersRoute, "build", facts => facts.OfferedClause),
        new("offers-apart", ClauseOffersRoute, "build", facts => facts.OfferedClause is { } clause ? $"{clause}?show=apart" : null),
        new("take-up", Addresses.TakeUp, "leader", _ => Addresses.TakeUp),
        new("take-up-unit", Addresses.TakeUp, "labour", _ => $"{Addresses.TakeUp}?level=City"),
        new("policies-own", Addresses.Policies, "chengguang", _ => Addresses.Policies),
        new("policies-open", Addresses.Policies, "city-a", _ => $"{Addresses.Policies}?window=Open"),
        new("policies-expired", Addresses.Policies, "city-a", _ => $"{Addresses.Policies}?standing=Expired"),
        new("policy-personalised", PolicyRoute, "chengguang", facts => facts.PolicyWith(personalised: true) is { } id ? Addresses.Policy(id) : null),
        new("policy-versions", PolicyRoute, "dispatcher", facts => facts.RenewedPolicy is { } id ? Addresses.Policy(id) : null),
        new("policy-withdraw", PolicyRoute, "dispatcher", facts => facts.RenewedPolicy is { } id ? $"{Addresses.Policy(id)}?act=withdraw" : null),
        new("policy-clause", ClauseRoute, "chengguang", facts => facts.Clause is { } id ? Addresses.Clause(id) : null),
        new("policy-drafts", Addresses.PolicyDrafts, "lead", _ => Addresses.PolicyDrafts),
        new("policy-uninterpreted", Addresses.Uninterpreted, "dispatcher", _ => Addresses.Uninterpreted),
        new("policy-new", Addresses.NewPolicy, "labour", _ => Addresses.NewPolicy),
        new("policy-review", DraftRoute, "lead", facts => facts.DraftIn(PolicyState.Submitted) is { } id ? Addresses.PolicyDraft(id) : null),
        new("policy-publish", DraftRoute, "lead", facts => facts.DraftIn(PolicyState.Submitted) is { } id ? $"{Addresses.PolicyDraft(id)}?act=publish" : null),
        new("policy-sent-back", DraftRoute, "city-a", facts => facts.DraftIn(PolicyState.Draft) is { } id ? Addresses.PolicyDraft(id) : null),
        new("policy-facts-form", DraftRoute, "city-a", facts => facts.DraftIn(PolicyState.Draft) is { } id ? $"{Addresses.PolicyDraft(id)}?edit=facts" : null),
        new("policy-condition", ConditionRoute, "city-a", facts => facts.ConditionIn(PolicyState.Draft)),
        new("policy-condition-form", ConditionRoute, "city-a", facts => facts.ConditionIn(PolicyState.Draft)) { Open = page => OpenAsync(page, ".row-acts button", ".condition-form") },
        new("policy-condition-read", ConditionRoute, "lead", facts => facts.ConditionIn(PolicyState.Submitted)),
        new("policy-clause-form", DraftRoute, "city-a", facts => facts.DraftIn(PolicyState.Draft) is { } id ? $"{Addresses.PolicyDraft(id)}?clause=new" : null),
    ];

    private static IEnumerable<Visit> Administration() =>
    [
        new("organisations", Addresses.Organisations, "admin", _ => Addresses.Organisations),
        new("organisation-new", Addresses.NewOrganisation, "admin", _ => Addresses.NewOrganisation),
        new("organisation-import", Addresses.OrganisationImport, "admin", _ => Addresses.OrganisationImport),
        new("organisation", OrganisationRoute, "admin", facts => Addresses.Organisation(facts.OfficeOf("build"))),
        new("organisation-facts", OrganisationRoute, "admin", facts => $"{Addresses.Organisation(facts.OfficeOf("build"))}?edit=facts"),
        new("organisation-merge", OrganisationRoute, "admin", facts => $"{Addresses.Organisation(facts.OfficeOf("build"))}?edit=merge"),
        new("accounts", Addresses.Accounts, "admin", _ => Addresses.Accounts),
        new("account-slips", Addresses.AccountSlips, "admin", _ => Addresses.AccountSlips),
        new("account-new", Addresses.NewAccount, "admin", _ => Addresses.NewAccount),
        new("account-officer", AccountRoute, "admin", facts => Addresses.Account(facts.AccountOf("build"))),
        .. AccountForms.Select(part => new Visit($"account-edit-{part}", AccountRoute, "admin", facts => $"{Addresses.Account(facts.AccountOf("build"))}?edit={part}")),
        new("account-enterprise", AccountRoute, "admin", facts => Addresses.Account(facts.AccountOf("chengguang"))),
        new("calendar", Addresses.Calendar, "dispatcher", _ => Addresses.Calendar),
        new("calendar-edit", Addresses.Calendar, "dispatcher", _ => Addresses.CalendarOf(2027)) { Town = Towns.Full, Open = page => OpenAsync(page, ".page-acts button.main", "main .form-sheet") },
        new("jobs", Addresses.Jobs, "admin", _ => Addresses.Jobs),
        new("history-auditor", Addresses.History, "auditor", _ => Addresses.History),
        new("history-administrator", Addresses.History, "admin", _ => Addresses.History),
        new("history-open", Addresses.History, "auditor", _ => $"{Addresses.History}?kind=Enterprise&act=Create") { Town = Towns.Full, Open = page => OpenAsync(page, ".history-list .row-open", ".history-values") },
        new("history-people", Addresses.History, "auditor", _ => Addresses.History) { Town = Towns.Full, Open = page => OpenAsync(page, ".history-who summary", ".history-who .pick[open] .pick-list a:nth-of-type(3)") },
        new("history-none", Addresses.History, "auditor", _ => $"{Addresses.History}?thing=zzz") { Town = Towns.Full },
    ];

    private static async Task PushAsync(IPage page)
    {
        await page.Locator(".push-acts input").First.EvaluateAsync("box => box.click()");
        await page.Locator(".push-panel .button:enabled").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await OpenAsync(page, ".push-panel .button", ".push-panel form");
    }

    private static async Task JudgeManyAsync(IPage page)
    {
        await page.Locator(".push-acts input").First.EvaluateAsync("box => box.click()");
        await page.Locator(".judge-many .button:enabled").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await OpenAsync(page, ".judge-many .button", ".judge-many form");
    }

    /// <summary>Clicks without asking whether the button can be reached: some are drawn on one width alone.</summary>
    private static async Task OpenAsync(IPage page, string button, string opened)
    {
        await page.Locator(button).First.EvaluateAsync("button => button.click()");
        await page.Locator(opened).First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
    }
}
