using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Web.Accounts;
using ServicePackage.Web.Layout;

namespace ServicePackage.Tests.Support;

/// <summary>
/// The program itself on Kestrel at a free port, over a fresh SQLite file, with the town's clock in the test's hands:
/// <c>class … (WebTown web) : BrowserTests(web), IClassFixture&lt;WebTown&gt;</c>.
/// </summary>
public sealed class WebTown : IAsyncLifetime
{
    /// <summary>The password of every account that <see cref="Passwords.Give"/> has given one.</summary>
    public const string Password = "a-quiet-river-2026";

    private static readonly Uri FreePort = new("http://127.0.0.1:0");

    private readonly SqliteDatabase _database = new();
    private WebApplicationFactory<App>? _program;

    /// <summary>Makers of organisations, people and enterprises, and the clock.</summary>
    public Town Town { get; private set; } = null!;

    /// <summary>Where the program answers.</summary>
    public Uri Address { get; private set; } = FreePort;

    /// <summary>What the program logged as an error.</summary>
    public LogOfErrors Errors { get; } = new();

    /// <summary>The program's services.</summary>
    public IServiceProvider Services => _program!.Services;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        Town = new Town(_database);
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Starts the program; after a stop, at the address it had.</summary>
    public Task StartAsync()
    {
        _program = Program();
        _program.UseKestrel();
        _program.StartServer();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return Task.CompletedTask;
    }

    /// <summary>Stops the program, as an update or a crash of the machine does.</summary>
    public async Task StopAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
            _program = null;
        }
    }

    /// <summary>A client that follows no redirects and keeps its cookies.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = Address };

    /// <summary>Gives the account <see cref="Password"/>, and its user name back.</summary>
    public string GivePassword(Caller person, bool mustChange = false) => Passwords.Give(Town, person, mustChange);

    /// <summary>The same person with a session of the running program.</summary>
    public async Task<Caller> BeginSessionAsync(Caller person) =>
        person with { SessionId = (await Services.GetRequiredService<SessionService>().BeginAsync(person.AccountId)).Value };

    /// <summary>The cookie that the sign-in page would give for this session.</summary>
    public Cookie CookieOf(Caller signedIn)
    {
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var now = TimeProvider.System.GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan };
        var principal = SignedIn.Principal(signedIn.AccountId, signedIn.SessionId!.Value, mustChangePassword: false);
        return new Cookie
        {
            Name = options.Cookie.Name!,
            Value = options.TicketDataFormat.Protect(new AuthenticationTicket(principal, properties, CookieAuthenticationDefaults.AuthenticationScheme)),
            Url = Address.ToString(),
        };
    }

    /// <summary>How many sessions of the person are open.</summary>
    public int OpenSessions(Caller person)
    {
        using var db = Town.Look();
        return db.Sessions.Count(s => s.AccountId == person.AccountId && s.EndedAt == null);
    }

    private WebApplicationFactory<App> Program() => new WebApplicationFactory<App>().WithWebHostBuilder(host =>
    {
        host.UseUrls(Address.ToString());
        host.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Errors));
        host.UseSetting("ConnectionStrings:ServicePackage", _database.ConnectionString);
        host.UseSetting("Demo:Fill", "false");
        host.UseSetting("SignIn:FailuresPerMinutePerAddress", 1000.ToString(CultureInfo.InvariantCulture));
        host.ConfigureTestServices(services => services.AddSingleton(Town.Clock));
    });
}
