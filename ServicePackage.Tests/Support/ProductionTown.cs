using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using ServicePackage.Web.Layout;

namespace ServicePackage.Tests.Support;

/// <summary>The program as in Production, answering https requests in memory, over a fresh SQLite file.</summary>
public sealed partial class ProductionTown : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();
    private WebApplicationFactory<App>? _program;

    public Town Town { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        Town = new Town(_database);
        _program = new WebApplicationFactory<App>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Production");
            host.UseSetting("ConnectionStrings:ServicePackage", _database.ConnectionString);
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

    /// <summary>A client that follows no redirects and keeps its cookies.</summary>
    public HttpClient Client() => _program!.CreateClient(new WebApplicationFactoryClientOptions
    {
        BaseAddress = new Uri("https://town.example"),
        AllowAutoRedirect = false,
        HandleCookies = true,
    });

    /// <summary>Fills in the sign-in form of the page and sends it.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string userName, string password, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(client);
        var page = await client.GetStringAsync("/account/sign-in", cancellation);
        return await client.PostAsync("/account/sign-in", new FormUrlEncodedContent(
        [
            new("_handler", "sign-in"),
            new("__RequestVerificationToken", Token().Match(page).Groups[1].Value),
            new("Form.UserName", userName),
            new("Form.Password", password),
        ]), cancellation);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
