using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MudBlazor.Services;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Boards;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Demo;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Setup;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Web.Tickets;

/// <summary>The base of the tests of pages around demands: drawn without a browser, over the domain's own services and a real database.</summary>
public abstract class PageTests : TicketTests, IAsyncDisposable
{
    private readonly BunitContext _browser = new();
    private readonly MeService _people;

    protected PageTests(TestDatabase database)
        : base(database)
    {
        _people = new MeService(Town.Runner, new CalendarSource());
        Notices = new NoticeService(Town.Runner);
        _browser.Services.AddLocalization();
        _browser.Services.AddMudServices();
        _browser.Services.AddSingleton(Town.Clock);
        _browser.Services.AddSingleton<TimeProvider>(Town.Time);
        _browser.Services.AddSingleton(Desk);
        _browser.Services.AddSingleton(List);
        _browser.Services.AddSingleton(Raising);
        _browser.Services.AddSingleton(Pages);
        _browser.Services.AddSingleton(new OverdueBoard(Town.Runner, Moments));
        _browser.Services.AddSingleton(new TicketBatch(Tickets));
        _browser.Services.AddSingleton(Town.Feed);
        _browser.Services.AddSingleton(new EnterpriseService(Town.Runner));
        _browser.Services.AddSingleton(new HistorySearch(Town.Runner, Town.House));
        _browser.Services.AddSingleton(new RaiseChoicesService(Town.Runner));
        _browser.Services.AddSingleton(Notices);
        _browser.Services.AddSingleton(Town.FollowUps);
        _browser.Services.AddSingleton(new BoardService(Town.Runner, Moments, new Unchanging<ContactSettings>()));
        _browser.Services.AddSingleton(new JobService(Town.Runner, new Timetable(Town.House)));
        _browser.Services.AddSingleton(new MailWishService(Town.Runner, Mail));
        _browser.Services.AddSingleton(new MailDesk(Town.Runner, Mail));
        _browser.Services.AddSingleton(new AccountGaps(Town.Runner));
        _browser.Services.AddSingleton(new ButlerService(Town.Runner));
        _browser.Services.AddSingleton(new CoverReader(Town.Runner));
        _browser.Services.AddSingleton(new CoverService(Town.Runner));
        _browser.Services.AddSingleton(new LeaderService(Town.Runner));
        _browser.Services.AddSingleton(new LeaderContactReader(Town.Runner));
        _browser.Services.AddSingleton(new LeaderContactService(Town.Runner));
        _browser.Services.AddSingleton(new SetupService(Town.Runner, Mail));
        _browser.Services.AddSingleton(new ServicePackage.Core.Policies.ServedMatchService(Town.Runner));
        _browser.Services.AddSingleton(new ServicePackage.Core.Policies.ApplicationReader(Town.Runner));
        _browser.Services.AddSingleton(new ServicePackage.Core.Catalogue.PickReader(Town.Runner));
        _browser.Services.AddSingleton(new ServicePackage.Core.Packages.PackageListService(Town.Runner, Moments, new ServicePackage.Core.Packages.PackageIssueService(Town.Runner, Moments, new ServicePackage.Core.Documents.TemplateShelf())));
        _browser.Services.AddSingleton(new DemandClauses(Town.Runner));
        _browser.Services.AddSingleton(new DemandServices(Town.Runner));
        _browser.Services.AddSingleton(new DemoClock(Town.Contexts, Town.Runner, Town.Clock, new CalendarSource(), Sweep, Town.Weighing, Town.Telling, Town.FollowingUp, Town.Feed));
        _browser.Services.AddSingleton(new AttachmentService(Town.Runner, Town.Contexts, Town.Clock, TimeProvider.System));
        _browser.Services.AddSingleton<IOptionsMonitor<ProcedureSettings>>(Settings);
        _browser.JSInterop.Mode = JSRuntimeMode.Loose;
        _browser.Renderer.SetRendererInfo(new RendererInfo("Server", true));
        _browser.JSInterop.SetupModule(_ => true).Mode = JSRuntimeMode.Loose;
        Navigation.OnNotFound += (_, _) => NotFound = true;
    }

    protected NoticeService Notices { get; }

    /// <summary>The settings of the mail server; a test may turn it on.</summary>
    protected IOptions<MailSettings> Mail { get; } = Options.Create(new MailSettings());

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

    /// <summary>Opens a page at its address as this person, and waits until it shows what it has read.</summary>
    protected async Task<IRenderedComponent<TPage>> OpenAsync<TPage>(Caller who, string address)
        where TPage : IComponent
    {
        var me = (await _people.ReadAsync(who, Cancellation)).Value;
        Navigation.NavigateTo(address);
        var page = _browser.Render<TPage>(p => p.AddCascadingValue(me));
        page.WaitForAssertion(() => Assert.True(NotFound || page.FindAll("[aria-busy]").Count == 0));
        return page;
    }

    /// <summary>Draws a part of the frame, which is given who is signed in.</summary>
    protected async Task<IRenderedComponent<TPart>> DrawAsync<TPart>(Caller who, Action<ComponentParameterCollectionBuilder<TPart>, Me> give)
        where TPart : IComponent
    {
        var me = (await _people.ReadAsync(who, Cancellation)).Value;
        return _browser.Render<TPart>(p => give(p.AddCascadingValue(me), me));
    }

    /// <summary>Lets the changes reach the page that is open.</summary>
    protected void PassGathering() => Town.Time.Advance(ServicePackage.Web.Shared.WhenChanged.Gathering);

    /// <summary>The row of a demand.</summary>
    protected static AngleSharp.Dom.IElement Row<TPage>(IRenderedComponent<TPage> page, string number)
        where TPage : IComponent => page.FindAll("tbody tr, .parcel").Single(r => r.TextContent.Contains(number, StringComparison.Ordinal));

    /// <summary>The sentences beside the fields.</summary>
    protected static IEnumerable<string> Findings<TPage>(IRenderedComponent<TPage> page)
        where TPage : IComponent => page.FindAll(".field-error").Select(e => e.TextContent);
}
