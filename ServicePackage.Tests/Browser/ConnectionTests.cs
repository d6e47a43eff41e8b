using System.Net.WebSockets;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Browser;

/// <summary>Who may open a circuit's connection; spoken to the running server without a browser.</summary>
public sealed class ConnectionTests(WebTown web) : IClassFixture<WebTown>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Uri Socket => new UriBuilder(new Uri(web.Address, "/_blazor")) { Scheme = "ws" }.Uri;

    private string Own => web.Address.GetLeftPart(UriPartial.Authority);

    [Fact]
    public async Task Connect_FromOwnOrigin_IsLetIn()
    {
        using var socket = await ConnectAsync(Own, await web.BeginSessionAsync(web.Town.Dispatcher()));
        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task Connect_FromForeignOrigin_IsRefused(string? origin)
    {
        var person = await web.BeginSessionAsync(web.Town.Dispatcher());
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(origin, person));
        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_WhenNotSignedIn_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(Own, null));
        Assert.Contains("401", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_ForTheEleventhTime_IsRefusedUntilOneCloses()
    {
        var person = await web.BeginSessionAsync(web.Town.Dispatcher());
        var open = new List<ClientWebSocket>();
        for (var i = 0; i < 10; i++)
        {
            open.Add(await ConnectAsync(Own, person));
        }

        var refused = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(Own, person));
        Assert.Contains("429", refused.Message, StringComparison.Ordinal);
        using var another = await ConnectAsync(Own, await web.BeginSessionAsync(web.Town.Dispatcher()));
        open.ForEach(s => s.Dispose());
    }

    [Fact]
    public async Task Negotiate_ForAnotherTransport_IsRefused()
    {
        using var client = web.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<ClientWebSocket> ConnectAsync(string? origin, Caller? person)
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        if (person is { } somebody)
        {
            var cookie = web.CookieOf(somebody);
            socket.Options.SetRequestHeader("Cookie", $"{cookie.Name}={cookie.Value}");
        }

        await socket.ConnectAsync(Socket, Cancellation);
        return socket;
    }
}
