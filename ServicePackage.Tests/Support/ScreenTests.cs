using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Boards;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Documents;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Events;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Packages;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Roster;
using ServicePackage.Core.Setup;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Core.Tickets;

namespace ServicePackage.Tests.Support;

/// <summary>The base of the tests of pages that set up a town: drawn without a browser, over the domain's own services and a real database.</summary>
public abstract class ScreenTests : TownTests, IAsyncDisposable
{
    private readonly BunitContext _browser = new();
    private readonly MeService _people;

    protected ScreenTests(TestDatabase database)
        : base(database)
    {
        var calendar = new CalendarSource();
        _people = new MeService(Town.Runner, calendar);
        _browser.Services.AddLocalization();
        _browser.Services.AddMudServices();
        _browser.Services.AddSingleton(Town.Clock);
        _browser.Services.AddSingleton(Town.Feed);
        _browser.Services.AddSingleton<TimeProvider>(Town.Time);
        _browser.Services.AddSingleton(new OrganisationService(Town.Runner));
        _browser.Services.AddSingleton(new EnterpriseService(Town.Runner));
        _browser.Services.AddSingleton(new EnterpriseFactService(Town.Runner));
        _browser.Services.AddSingleton(new CertifiedFactService(Town.Runner));
        _browser.Services.AddSingleton(new EnterpriseListService(Town.Runner));
        _browser.Services.AddSingleton(new MatchService(Town.Runner));
        _browser.Services.AddSingleton(new ClausePreviewService(Town.Runner));
        _browser.Services.AddSingleton(new ClauseAnswerService(Town.Runner));
        _browser.Services.AddSingleton(new JudgementService(Town.Runner));
        _browser.Services.AddSingleton(new JudgementBatch(new JudgementService(Town.Runner)));
        _browser.Services.AddSingleton(new NoticeService(Town.Runner));
        _browser.Services.AddSingleton(new ApplicationReader(Town.Runner));
        _browser.Services.AddSingleton(new ApplicationService(Town.Runner));
        _browser.Services.AddSingleton(new OfferService(Town.Runner));
        _browser.Services.AddSingleton(new TakeUpService(Town.Runner));
        _browser.Services.AddSingleton(new MatchReadService(Town.Runner));
        _browser.Services.AddSingleton(new ClausePushService(Town.Runner));
        _browser.Services.AddSingleton(new ServedMatchService(Town.Runner));
        _browser.Services.AddSingleton(new InterestService(Town.Runner));
        _browser.Services.AddSingleton(new MailWishService(Town.Runner, Microsoft.Extensions.Options.Options.Create(new MailSettings())));
        _browser.Services.AddSingleton(new ButlerService(Town.Runner));
        _browser.Services.AddSingleton(new CoverReader(Town.Runner));
        _browser.Services.AddSingleton(new CoverService(Town.Runner));
        _browser.Services.AddSingleton(new LeaderService(Town.Runner));
        _browser.Services.AddSingleton(new LeaderContactReader(Town.Runner));
        _browser.Services.AddSingleton(new LeaderContactService(Town.Runner));
        _browser.Services.AddSingleton(new ClauseConditionService(Town.Runner, new PolicyDraftService(Town.Runner)));
        _browser.Services.AddSingleton(new PolicyService(Town.Runner));
        _browser.Services.AddSingleton(new DraftReader(Town.Runner));
        _browser.Services.AddSingleton(new PolicyDraftService(Town.Runner));
        _browser.Services.AddSingleton(new PolicyReviewService(Town.Runner));
        _browser.Services.AddSingleton(new InterpretationService(Town.Runner));
        _browser.Services.AddSingleton(new DocumentTemplateService(Town.Runner));
        _browser.Services.AddSingleton(new AttachmentService(Town.Runner, Town.Contexts, Town.Clock, Town.Time));
        _browser.Services.AddSingleton(new CatalogueService(Town.Runner));
        _browser.Services.AddSingleton(new ServiceDraftReader(Town.Runner));
        _browser.Services.AddSingleton(new ServiceDraftService(Town.Runner));
        _browser.Services.AddSingleton(new ServiceReviewService(Town.Runner));
        _browser.Services.AddSingleton(new SuggestionService(Town.Runner));
        _browser.Services.AddSingleton(new RecommendationService(Town.Runner));
        _browser.Services.AddSingleton(new PickReader(Town.Runner));
        _browser.Services.AddSingleton(new PickService(Town.Runner, calendar));
        _browser.Services.AddSingleton(new EventService(Town.Runner));
        _browser.Services.AddSingleton(new EnterpriseEventService(Town.Runner));
        _browser.Services.AddSingleton(new EventDraftReader(Town.Runner));
        _browser.Services.AddSingleton(new EventDraftService(Town.Runner));
        _browser.Services.AddSingleton(new EventReviewService(Town.Runner));
        _browser.Services.AddSingleton(new EventChangeService(Town.Runner));
        _browser.Services.AddSingleton(new SeatService(Town.Runner));
        _browser.Services.AddSingleton(new AttendanceService(Town.Runner));
        _browser.Services.AddSingleton(new SeatRatingService(Town.Runner));
        _browser.Services.AddSingleton(new RosterReader(Town.Runner));
        _browser.Services.AddSingleton(new NominationService(Town.Runner));
        _browser.Services.AddSingleton(new RosterYearService(Town.Runner));
        _browser.Services.AddSingleton(new RosterChoiceReader(Town.Runner));
        _browser.Services.AddSingleton(new RosterChoiceService(Town.Runner));
        _browser.Services.AddSingleton(new RosterPublishing(Town.Runner));
        _browser.Services.AddSingleton(new RosterChangeService(Town.Runner));
        var accounts = new AccountService(Town.Runner, Passwords.Hasher, new UpperInvariantLookupNormalizer(), Town.Time);
        _browser.Services.AddSingleton(accounts);
        _browser.Services.AddSingleton(new NominationImport(Town.Runner, accounts));
        _browser.Services.AddSingleton(new EnterpriseWithAccount(Town.Runner, accounts));
        _browser.Services.AddSingleton(new SlipService(Town.Runner, accounts));
        _browser.Services.AddOptions<MailSettings>();
        _browser.Services.AddSingleton(new AccountSessions(Town.Runner, Town.Time));
        _browser.Services.AddSingleton(new OrganisationMerge(Town.Runner));
        var moments = new MomentSource(calendar, new ChangingSettings());
        var issuing = new PackageIssueService(Town.Runner, moments, new TemplateShelf());
        _browser.Services.AddSingleton(new PackageReader(Town.Runner, moments));
        _browser.Services.AddSingleton(new PackageChoiceService(Town.Runner));
        _browser.Services.AddSingleton(issuing);
        _browser.Services.AddSingleton(new HandOverService(Town.Runner));
        _browser.Services.AddSingleton(new PackageListService(Town.Runner, moments, issuing));
        _browser.Services.AddSingleton(Town.FollowUps);
        _browser.Services.AddSingleton(new RaiseChoicesService(Town.Runner));
        _browser.Services.AddSingleton(new TicketList(Town.Runner, moments));
        _browser.Services.AddSingleton(new TicketPageService(Town.Runner, moments));
        _browser.Services.AddSingleton(new DemandClauses(Town.Runner));
        _browser.Services.AddSingleton(new DemandServices(Town.Runner));
        _browser.Services.AddSingleton(new BoardService(Town.Runner, moments, new Unchanging<ContactSettings>()));
        var contacts = new ContactService(Town.Runner, calendar, new Unchanging<ContactSettings>());
        _browser.Services.AddSingleton(contacts);
        _browser.Services.AddSingleton(new ContactBatch(Town.Runner, calendar, contacts));
        _browser.JSInterop.Mode = JSRuntimeMode.Loose;
        _browser.Renderer.SetRendererInfo(new RendererInfo("Server", true));
        Navigation.OnNotFound += (_, _) => NotFound = true;
    }

    protected NavigationManager Navigation => _browser.Services.GetRequiredService<NavigationManager>();

    /// <summary>Whether the page sent its reader to "not found".</summary>
    protected bool NotFound { get; private set; }

    /// <summary>What the page itself put into text fields since it was drawn.</summary>
    protected IEnumerable<string> PutIntoFields => _browser.JSInterop.Invocations["servicePackage.put"].Select(i => (string)i.Arguments[2]!);

    /// <summary>The address shown, without the host.</summary>
    protected string Shown => "/" + Navigation.ToBaseRelativePath(Navigation.Uri);

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens a page at its address as this person; an id in the route is given by name, and what else stands there.</summary>
    protected async Task<IRenderedComponent<TPage>> OpenAsync<TPage>(Caller who, string address, long? id = null, params (string Name, object Value)[] more)
        where TPage : IComponent
    {
        var me = (await _people.ReadAsync(who, Cancellation)).Value;
        Navigation.NavigateTo(address);
        var page = _browser.Render<TPage>(p =>
        {
            p.AddCascadingValue(me);
            if (id is not null)
            {
                p.TryAdd("Id", id.Value);
            }

            foreach (var (name, value) in more)
            {
                p.TryAdd(name, value);
            }
        });
        page.WaitForAssertion(() => Assert.True(NotFound || page.FindAll("h1").Count == 1));
        return page;
    }

    /// <summary>The field under this label.</summary>
    protected static IElement Field<TPage>(IRenderedComponent<TPage> page, string label)
        where TPage : IComponent
    {
        var found = page.FindAll("label").First(l => l.TextContent.Trim().StartsWith(label, StringComparison.Ordinal));
        return found.GetAttribute("for") is { } id ? page.Find($"#{id}") : found.QuerySelector("input, select")!;
    }

    /// <summary>The button or link with these words.</summary>
    protected static IElement Act<TPage>(IRenderedComponent<TPage> page, string words)
        where TPage : IComponent => page.FindAll("button, a").Last(b => b.TextContent.Trim() == words);

    /// <summary>The sentences beside the fields.</summary>
    protected static IEnumerable<string> Findings<TPage>(IRenderedComponent<TPage> page)
        where TPage : IComponent => page.FindAll(".field-error").Select(e => e.TextContent);
}
