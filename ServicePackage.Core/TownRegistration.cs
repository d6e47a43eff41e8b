using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Boards;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Data;
using ServicePackage.Core.Demo;
using ServicePackage.Core.Documents;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Events;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.History;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Live;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Packages;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Roster;
using ServicePackage.Core.Search;
using ServicePackage.Core.Setup;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core;

/// <summary>Registers the domain. Each area adds its services in one block below.</summary>
public static class TownRegistration
{
    /// <summary>How often a password is hashed; guessing a stolen hash costs as much.</summary>
    public const int PasswordHashIterations = 220_000;

    /// <summary>
    /// The services of the domain over the database that <see cref="DataRegistration.AddData"/> registered.
    /// The town's clock runs on real time unless the caller has registered another <see cref="TownClock"/>.
    /// </summary>
    public static IServiceCollection AddTown(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => new TownClock(TimeProvider.System));
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<StorageWatch>();
        services.AddSingleton<OperationRunner>();
        services.AddRooms();
        services.AddSingleton<DatabaseStart>();
        services.AddSingleton<DemoTown>();
        services.AddSingleton<DemoClock>();
        services.AddWorkingTime();

        services.AddAccounts();
        services.AddPeople();
        services.AddTickets();
        services.AddPolicies();
        services.AddCatalogue();
        services.AddEvents();
        services.AddPackages();
        services.AddRoster();
        services.AddFollowUps();
        services.AddAttachments();
        services.AddDocuments();
        services.AddSingleton<NoticeService>();
        services.AddMail();
        services.AddHistory();
        services.AddSingleton<FindService>().AddSingleton<SearchRenewal>();
        services.AddSingleton<Timetable>();
        services.AddSingleton<JobJournal>();
        services.AddSingleton<ItemByItem>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<JobService>();
        return services;
    }

    /// <summary>The rooms, from the lower floors upward (docs/rooms.md).</summary>
    private static void AddRooms(this IServiceCollection services) => services
        .AddSingleton<House>()
        .AddSingleton<IRoom, OperationRoom>()
        .AddSingleton<IRoom, HistoryRoom>()
        .AddSingleton<IRoom, MailRoom>()
        .AddSingleton<IRoom, AttachmentRoom>()
        .AddSingleton<IRoom, SearchRoom>()
        .AddSingleton<IRoom, JobRoom>()
        .AddSingleton<IRoom, DocumentRoom>()
        .AddSingleton<IRoom, OrganisationRoom>()
        .AddSingleton<IRoom, AccountRoom>()
        .AddSingleton<IRoom, EnterpriseRoom>()
        .AddSingleton<IRoom, ButlerRoom>()
        .AddSingleton<IRoom, ButlerRecords>()
        .AddSingleton<IRoom, LeaderRoom>()
        .AddSingleton<IRoom, CoverRoom>()
        .AddSingleton<IRoom, FollowUpRoom>()
        .AddSingleton<IRoom, TicketRoom>()
        .AddSingleton<IRoom, PolicyRoom>()
        .AddSingleton<IRoom, ServiceRoom>()
        .AddSingleton<IRoom, EventRoom>()
        .AddSingleton<IRoom, RosterRoom>()
        .AddSingleton<IRoom, PackageRoom>()
        .AddSingleton<IRoom, PackagePapers>()
        .AddSingleton<IRoom, BoardRoom>()
        .AddSingleton<IRoom, DemoRoom>();

    private static void AddAttachments(this IServiceCollection services) => services.AddSettings<AttachmentSettings>().AddSingleton<AttachmentService>();

    private static void AddDocuments(this IServiceCollection services) => services.AddSingleton<TemplateShelf>().AddSingleton<DocumentTemplateService>();

    private static void AddPolicies(this IServiceCollection services) => services
        .AddSingleton<PolicyService>()
        .AddSingleton<DraftReader>()
        .AddSingleton<PolicyDraftService>()
        .AddSingleton<ClauseConditionService>()
        .AddSingleton<PolicyReviewService>()
        .AddSingleton<InterpretationService>()
        .AddSingleton<MatchService>()
        .AddSingleton<ClausePreviewService>()
        .AddSingleton<ClauseAnswerService>()
        .AddSingleton<JudgementService>()
        .AddSingleton<JudgementBatch>()
        .AddSingleton<ClauseEnterpriseSheet>()
        .AddSingleton<ApplicationReader>()
        .AddSingleton<ApplicationService>()
        .AddSingleton<ApplicationSheet>()
        .AddSingleton<OfferService>()
        .AddSingleton<TakeUpService>()
        .AddSingleton<MatchWeighing>()
        .AddSingleton<MatchSweep>()
        .AddSingleton<DigestTelling>()
        .AddSingleton<DigestSweep>()
        .AddSingleton<ClausePushService>()
        .AddSingleton<MatchReadService>()
        .AddSingleton<ServedMatchService>()
        .AddSingleton<InterestService>();

    private static void AddCatalogue(this IServiceCollection services) => services
        .AddSingleton<CatalogueService>()
        .AddSingleton<ServiceDraftReader>()
        .AddSingleton<ServiceDraftService>()
        .AddSingleton<ServiceReviewService>()
        .AddSingleton<SuggestionService>()
        .AddSingleton<RecommendationService>()
        .AddSingleton<PickReader>()
        .AddSingleton<PickService>();

    private static void AddEvents(this IServiceCollection services) => services
        .AddSingleton<EventService>()
        .AddSingleton<EnterpriseEventService>()
        .AddSingleton<EventDraftReader>()
        .AddSingleton<EventDraftService>()
        .AddSingleton<EventReviewService>()
        .AddSingleton<EventChangeService>()
        .AddSingleton<SeatService>()
        .AddSingleton<AttendanceService>()
        .AddSingleton<SeatRatingService>();

    private static void AddPackages(this IServiceCollection services) => services
        .AddSingleton<PackageReader>()
        .AddSingleton<PackageChoiceService>()
        .AddSingleton<PackageIssueService>()
        .AddSingleton<HandOverService>()
        .AddSingleton<PackageListService>();

    private static void AddRoster(this IServiceCollection services) => services
        .AddSingleton<RosterReader>()
        .AddSingleton<RosterSheet>()
        .AddSingleton<NominationService>()
        .AddSingleton<RosterYearService>()
        .AddSingleton<RosterChoiceReader>()
        .AddSingleton<RosterChoiceService>()
        .AddSingleton<RosterPublishing>()
        .AddSingleton<RosterChangeService>();

    private static void AddFollowUps(this IServiceCollection services) => services
        .AddSingleton<FollowUpReasons>()
        .AddSingleton<FollowUpSchedule>()
        .AddSingleton<FollowUpTicking>()
        .AddSingleton<FollowUpMaking>()
        .AddSingleton<FollowUpSweep>()
        .AddSingleton<FollowUpService>();

    private static void AddHistory(this IServiceCollection services)
    {
        services.AddSingleton<HistorySealer>();
        services.AddSingleton<HistoryVerifier>();
        services.AddSingleton<HistorySearch>();
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = PasswordHashIterations);
        services.AddIdentityCore<Account>(o =>
            {
                // User names may be Chinese; what a name must look like is checked where accounts are made.
                o.User.AllowedUserNameCharacters = "";
                o.Lockout.MaxFailedAccessAttempts = PasswordTries.Most;
                o.Lockout.DefaultLockoutTimeSpan = PasswordTries.LockedFor;
                o.Lockout.AllowedForNewUsers = true;
                o.Password.RequiredLength = PasswordRules.Shortest;
                o.Password.RequireDigit = false;
                o.Password.RequireLowercase = false;
                o.Password.RequireUppercase = false;
                o.Password.RequireNonAlphanumeric = false;
                o.Password.RequiredUniqueChars = 1;
            })
            .AddEntityFrameworkStores<AppDbContext>();
        services.AddSingleton<SessionService>();
        services.AddSingleton<PasswordTries>();
        services.AddSingleton<MeService>();
        services.AddSingleton<DemoAccounts>();
        services.AddScoped<PasswordService>();
        services.AddScoped<FirstAdministrator>();
    }

    /// <summary>Those who keep organisations, accounts, enterprises and butlers.</summary>
    private static void AddPeople(this IServiceCollection services)
    {
        services.AddSettings<ContactSettings>();
        services
            .AddSingleton<OrganisationService>()
            .AddSingleton<EnterpriseService>()
            .AddSingleton<EnterpriseFactService>()
            .AddSingleton<CertifiedFactService>()
            .AddSingleton<EnterpriseListService>()
            .AddSingleton<ButlerService>()
            .AddSingleton<CoverReader>()
            .AddSingleton<CoverService>()
            .AddSingleton<LeaderService>()
            .AddSingleton<LeaderContactReader>()
            .AddSingleton<LeaderContactService>()
            .AddSingleton<ContactService>()
            .AddSingleton<ContactBatch>()
            .AddSingleton<BoardService>()
            .AddSingleton<DemandClauses>()
            .AddSingleton<DemandServices>()
            .AddSingleton<AccountSessions>()
            .AddSingleton<OrganisationMerge>()
            .AddScoped<AccountService>()
            .AddScoped<AccountGaps>()
            .AddSingleton<SetupService>()
            .AddScoped<EnterpriseWithAccount>()
            .AddScoped<SlipService>()
            .AddScoped<EnterpriseImport>()
            .AddScoped<OrganisationImport>()
            .AddScoped<TitleImport>()
            .AddScoped<FigureImport>()
            .AddScoped<ServiceImport>()
            .AddScoped<NominationImport>();
    }
}
