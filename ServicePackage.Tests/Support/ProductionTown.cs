using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServicePackage.Web.Layout;

namespace ServicePackage.Tests.Support;

/// <summary>The program as in Production, answering https requests in memory, over a fresh SQLite file.</summary>
public sealed partial class ProductionTown : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();
    private WebApplicationFactory<App>? _program;

    public Town Town { get; private set; } = null!;

    /// <summary>The program's services.</summary>
    public IServiceProvider Services => _program!.Services;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        Town = new Town(_database);
        _program = new WebApplicationFactory<App>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Production");
            host.UseSetting("ConnectionStrings:ServicePackage", _database.ConnectionString);
            host.UseSetting("SignIn:FailuresPerMinutePerAddress", "1000"); // all tests come from one
            host.ConfigureLogging(logging => logging.ClearProviders());
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        await _database.DisposeAsync();
    }

    /// <summary>The same program over a database of its own with a part replaced, for tests of what happens when it fails; the test disposes it.</summary>
    public WebApplicationFactory<App> With(TestDatabase database, Action<IServiceCollection> replace) => _program!.WithWebHostBuilder(host =>
    {
        host.UseSetting("ConnectionStrings:ServicePackage", database.ConnectionString);
        host.ConfigureTestServices(replace);
    });

    /// <summary>A client that follows no redirects and keeps its cookies.</summary>
    public HttpClient Client() => ClientOf(_program!);

    /// <summary>The same of a changed program.</summary>
    public static HttpClient ClientOf(WebApplicationFactory<App> program) => program.CreateClient(new WebApplicationFactoryClientOptions
    {
        BaseAddress = new Uri("https://town.example"),
        AllowAutoRedirect = false,
        HandleCookies = true,
    });

    /// <summary>Fills in the sign-in form of the page and sends it.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string userName, string password, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(client);
        return await client.PostAsync("/account/sign-in", new FormUrlEncodedContent(
        [
            new("_handler", "sign-in"),
            new("__RequestVerificationToken", await TokenOfAsync(client, "/account/sign-in", cancellation)),
            new("Form.UserName", userName),
            new("Form.Password", password),
        ]), cancellation);
    }

    /// <summary>The token that protects the form of a page.</summary>
    public static async Task<string> TokenOfAsync(HttpClient client, string address, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(client);
        return Token().Match(await client.GetStringAsync(address, cancellation)).Groups[1].Value;
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
