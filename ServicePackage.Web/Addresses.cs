using Microsoft.AspNetCore.Http.HttpResults;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Boards;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Web;

/// <summary>Every address of the program. Pages carry theirs in <c>@page</c>; a test keeps the two equal.</summary>
public static class Addresses
{
    /// <summary>A number begins with its month: 2026-12.</summary>
    private const int MonthOfNumber = 7;

    public const string Home = "/";
    public const string Board = "/board";
    public const string FollowUps = "/follow-ups";
    public const string FollowUpTown = "/follow-ups/town";
    public const string Dispatch = "/dispatch";
    public const string Inbox = "/inbox";
    public const string Tickets = "/tickets";
    public const string Overdue = "/overdue";
    public const string OverdueSheet = "/overdue/sheet";
    public const string NewTicket = "/tickets/new";
    public const string Enterprises = "/enterprises";
    public const string NewEnterprise = "/enterprises/new";
    public const string EnterpriseImport = "/enterprises/import";
    public const string EnterpriseTemplate = "/enterprises/import/template";
    public const string TitleImport = "/enterprises/titles/import";
    public const string TitleTemplate = "/enterprises/titles/import/template";
    public const string FigureImport = "/enterprises/figures/import";
    public const string FigureTemplate = "/enterprises/figures/import/template";
    public const string Roster = "/roster";
    public const string RosterSheet = "/roster/sheet";
    public const string Nominations = "/roster/nominations";
    public const string NominationImport = "/roster/nominations/import";
    public const string NominationTemplate = "/roster/nominations/import/template";
    public const string RosterChoosing = "/roster/choosing";
    public const string OwnEnterprise = "/enterprises/own";
    public const string OwnEnterpriseFacts = "/enterprises/own/facts";
    public const string OwnPolicies = "/enterprises/own/policies";
    public const string OwnServices = "/enterprises/own/services";
    public const string OwnPackage = "/enterprises/own/package";
    public const string Packages = "/packages";
    public const string PackageFiles = "/packages/files";
    public const string Butlers = "/butlers";
    public const string Leaders = "/leaders";
    public const string NewLeader = "/leaders/new";
    public const string Services = "/services";
    public const string NewService = "/services/new";
    public const string ServiceImport = "/services/import";
    public const string ServiceTemplate = "/services/import/template";
    public const string ServiceDrafts = "/services/drafts";
    public const string ServiceRequests = "/services/requests";
    public const string Events = "/events";
    public const string NewEvent = "/events/new";
    public const string EventDrafts = "/events/drafts";
    public const string OwnEvents = "/enterprises/own/events";
    public const string Policies = "/policies";
    public const string NewPolicy = "/policies/new";
    public const string PolicyDrafts = "/policies/drafts";
    public const string ServedPolicies = "/policies/served";
    public const string Uninterpreted = "/policies/uninterpreted";
    public const string Applications = "/policies/applications";
    public const string ApplicationSheet = "/policies/applications/sheet";
    public const string TakeUp = "/policies/take-up";
    public const string Templates = "/templates";
    public const string Organisations = "/organisations";
    public const string NewOrganisation = "/organisations/new";
    public const string OrganisationImport = "/organisations/import";
    public const string OrganisationTemplate = "/organisations/import/template";
    public const string Accounts = "/accounts";
    public const string NewAccount = "/accounts/new";
    public const string AccountSlips = "/accounts/slips";
    public const string Calendar = "/calendar";
    public const string Jobs = "/jobs";
    public const string History = "/history";
    public const string Notices = "/notices";
    public const string NoticesByMail = "/notices/mail";
    public const string Attachments = "/attachments";
    public const string AttachmentToken = "/attachments/token";
    public const string NotFound = "/not-found";
    public const string Error = "/error";

    public const string SignIn = "/account/sign-in";
    public const string SignOut = "/account/sign-out";
    public const string Password = "/account/password";
    public const string Renew = "/account/renew";
    public const string Language = "/account/language";
    public const string Appearance = "/account/appearance";

    public const string Live = "/health/live";
    public const string Ready = "/health/ready";
    public const string Socket = "/_blazor";

    /// <summary>One monthly run.</summary>
    public static string FollowUpsOf(long runId) => $"{FollowUps}?run={runId}";

    /// <summary>The monthly run of a number such as 2026-12-003: that of its month, of whoever reads.</summary>
    public static string FollowUpsIn(string number) => $"{FollowUps}?month={Uri.EscapeDataString(number[..Math.Min(number.Length, MonthOfNumber)])}";

    /// <summary>The page of one demand, by its number.</summary>
    public static string Ticket(string number) => $"{Tickets}/{Uri.EscapeDataString(number)}";

    /// <summary>Downloads a file.</summary>
    public static string Attachment(Guid id) => $"{Attachments}/{id}";

    /// <summary>The page of one demand with the due date of one of its clocks explained.</summary>
    public static string TicketClock(string number, long clockId) => $"{Ticket(number)}?clock={clockId}";

    /// <summary>The page of one enterprise.</summary>
    public static string Enterprise(long id) => $"{Enterprises}/{id}";

    /// <summary>The clauses beside one enterprise.</summary>
    public static string EnterprisePolicies(long id) => $"{Enterprise(id)}/policies";

    /// <summary>The enterprises beside one clause.</summary>
    public static string ClauseEnterprises(long policyId, long clauseId) => $"/policies/{policyId}/clauses/{clauseId}/enterprises";

    /// <summary>The same as a table to download.</summary>
    public static string ClauseEnterpriseSheet(long policyId, long clauseId) => $"{ClauseEnterprises(policyId, clauseId)}/sheet";

    /// <summary>The enterprises that a clause granted without application is confirmed for.</summary>
    public static string ClauseOffers(long policyId, long clauseId) => $"/policies/{policyId}/clauses/{clauseId}/offers";

    /// <summary>The page of one application.</summary>
    public static string Application(long id) => $"{Applications}/{id}";

    /// <summary>The facts of one enterprise.</summary>
    public static string EnterpriseFacts(long id) => $"{Enterprise(id)}/facts";

    /// <summary>The services of one enterprise.</summary>
    public static string EnterpriseServices(long id) => $"{Enterprise(id)}/services";

    /// <summary>The package of one enterprise as it stands.</summary>
    public static string EnterprisePackage(long id) => $"{Enterprise(id)}/package";

    /// <summary>The documents of some packages in one file.</summary>
    public static string FilesOfPackages(IEnumerable<long> versions) => $"{PackageFiles}?ids={string.Join(',', versions)}";

    /// <summary>A package as it was issued.</summary>
    public static string PackageVersion(long id) => $"{Packages}/{id}";

    /// <summary>The page of one leader who keeps contact with enterprises.</summary>
    public static string Leader(long id) => $"{Leaders}/{id}";

    /// <summary>The page of one service.</summary>
    public static string Service(long id) => $"{Services}/{id}";

    /// <summary>A version of a service.</summary>
    public static string ServiceVersion(long id, int number) => $"{Service(id)}?version={number}";

    /// <summary>The draft of a service.</summary>
    public static string ServiceDraft(long id) => $"{Service(id)}/draft";

    /// <summary>The page of one pick.</summary>
    public static string ServiceRequest(long id) => $"{ServiceRequests}/{id}";

    /// <summary>The page of one event.</summary>
    public static string Event(long id) => $"{Events}/{id}";

    /// <summary>An event as a file for a calendar.</summary>
    public static string EventForCalendar(long id) => $"{Event(id)}/event.ics";

    /// <summary>The nominations for one year.</summary>
    public static string NominationsOf(int year) => $"{Nominations}?year={year}";

    /// <summary>Brings a list of nominations for one year.</summary>
    public static string NominationImportOf(int year) => $"{NominationImport}?year={year}";

    /// <summary>The choice for one year.</summary>
    public static string RosterChoosingOf(int year) => $"{RosterChoosing}?year={year}";

    /// <summary>The draft of an event.</summary>
    public static string EventDraft(long id) => $"{Event(id)}/draft";

    /// <summary>The events of one enterprise.</summary>
    public static string EnterpriseEvents(long id) => $"{Enterprise(id)}/events";

    /// <summary>The templates of one kind of document.</summary>
    public static string TemplatesOf(string kind) => $"{Templates}/{Uri.EscapeDataString(kind)}";

    /// <summary>Downloads a template.</summary>
    public static string Template(string kind, int number) => $"{TemplatesOf(kind)}/{number}";

    /// <summary>Downloads a template filled with a sample.</summary>
    public static string TemplateSample(string kind, int number, string sample) => $"{Template(kind, number)}/{Uri.EscapeDataString(sample)}";

    /// <summary>The page of one policy.</summary>
    public static string Policy(long id) => $"{Policies}/{id}";

    /// <summary>An earlier version of a policy.</summary>
    public static string PolicyVersion(long id, int number) => $"{Policy(id)}?version={number}";

    /// <summary>The draft of a policy.</summary>
    public static string PolicyDraft(long id) => $"{Policy(id)}/draft";

    /// <summary>A clause on the page of its policy.</summary>
    public static string PolicyClause(long policyId, long clauseId) => $"{Policy(policyId)}#clause-{clauseId}";

    /// <summary>A clause by its key alone; leads on to its policy.</summary>
    public static string Clause(long clauseId) => $"{Policies}/clauses/{clauseId}";

    /// <summary>The page of one demand with the form of a move open.</summary>
    public static string TicketMove(string number, Move move) => $"{Ticket(number)}?move={move}";

    /// <summary>The page of one demand with the form for rating it open and a level chosen; opened from a notice, it marks that as read.</summary>
    public static string TicketRating(string number, RatingLevel level, long? noticeId) =>
        $"{TicketMove(number, Move.Rate)}&rating={level}{(noticeId is { } id ? $"&notice={id}" : "")}";

    /// <summary>The page of a subject; null where it has none.</summary>
    public static string? Of(SubjectName subject) => subject switch
    {
        { Kind: nameof(Core.Tickets.Ticket) } => Ticket(subject.Number),
        { Kind: nameof(Core.Enterprises.Enterprise) } => Enterprise(subject.Id),
        { Kind: nameof(Core.Policies.Policy) } => Policy(subject.Id),
        { Kind: nameof(Core.Policies.PolicyClause) } => Clause(subject.Id),
        { Kind: nameof(Core.Policies.ClauseApplication) } => Application(subject.Id),
        { Kind: nameof(Core.Butlers.Leader) } => Leader(subject.Id),
        { Kind: nameof(Core.Catalogue.Service) } => Service(subject.Id),
        { Kind: nameof(Core.Packages.PackageVersion) } => PackageVersion(subject.Id),
        { Kind: nameof(Core.Catalogue.Pick) } => ServiceRequest(subject.Id),
        { Kind: nameof(Core.Documents.DocumentTemplate) } => TemplatesOf(subject.Number),
        { Kind: nameof(Core.Events.Event) } => Event(subject.Id),
        { Kind: nameof(Core.Roster.RosterYear) } => $"{Nominations}?year={subject.Number}",
        { Kind: nameof(Core.Policies.MatchDigest) } => ServedPolicies,
        { Kind: nameof(Core.FollowUps.FollowUpRun) } => FollowUpsIn(subject.Number),
        { Kind: nameof(Core.Organisations.Organisation) } => Organisation(subject.Id),
        _ => null,
    };

    /// <summary>The page of the demand that a notice is about; with the form of the move that waits open; opening it marks an unread notice as read.</summary>
    public static string TicketOfNotice(string number, long? unreadNoticeId, Move? move = null) => (unreadNoticeId, move) switch
    {
        ({ } id, { } waits) => $"{TicketMove(number, waits)}&notice={id}",
        ({ } id, null) => $"{Ticket(number)}?notice={id}",
        (null, { } waits) => TicketMove(number, waits),
        _ => Ticket(number),
    };

    /// <summary>The condition of a clause in the draft of its policy.</summary>
    public static string ClauseCondition(long policyId, long clauseId) => $"{PolicyDraft(policyId)}/clauses/{clauseId}/condition";

    /// <summary>The list of an enterprise's demands.</summary>
    public static string TicketsOf(long enterpriseId) => $"{Tickets}?enterprise={enterpriseId}";

    /// <summary>The form for raising a demand of this enterprise.</summary>
    public static string NewTicketFor(long enterpriseId) => $"{NewTicket}?enterprise={enterpriseId}";

    /// <summary>A year of the working calendar.</summary>
    public static string CalendarOf(int year) => $"{Calendar}?year={year}";

    /// <summary>The page of one organisation.</summary>
    public static string Organisation(long id) => $"{Organisations}/{id}";

    /// <summary>The page of one account.</summary>
    public static string Account(long id) => $"{Accounts}/{id}";

    /// <summary>The form for an account of this enterprise.</summary>
    public static string NewAccountOf(long enterpriseId) => $"{NewAccount}?enterprise={enterpriseId}";

    /// <summary>The sign-in page, which leads back to <paramref name="returnUrl"/>; it says why the session ended, where one did.</summary>
    public static string SignInTo(string? returnUrl, SessionEnd? ended = null) =>
        ended is { } why ? With(SignIn, returnUrl, ("ended", why.ToString())) : With(SignIn, returnUrl);

    /// <summary>Shows the present page in another language.</summary>
    public static string LanguageTo(string culture, string? returnUrl) => With(Language, returnUrl, ("culture", culture));

    /// <summary>Shows the present page light or dark; for pages without a circuit.</summary>
    public static string AppearanceTo(string theme, string? returnUrl) => With(Appearance, returnUrl, ("theme", theme));

    /// <summary>The address if it lies within the program; home otherwise.</summary>
    public static string Local(string? address) =>
        RedirectHttpResult.IsLocalUrl(address) && address!.StartsWith('/') ? address : Home;

    private static string With(string address, string? returnUrl, params (string Key, string Value)[] query)
    {
        var parts = query.Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value)}");
        if (Local(returnUrl) is var back && back != Home)
        {
            parts = parts.Append($"returnUrl={Uri.EscapeDataString(back)}");
        }

        var text = string.Join('&', parts);
        return text.Length == 0 ? address : $"{address}?{text}";
    }
}
