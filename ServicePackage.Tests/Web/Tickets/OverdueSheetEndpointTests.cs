using System.Net;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using ServicePackage.Web;

namespace ServicePackage.Tests.Web.Tickets;

/// <summary>The overdue board as a file, over HTTP.</summary>
public sealed class OverdueSheetEndpointTests(WebTown web) : IClassFixture<WebTown>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sheet_ForWhoeverMayNotSeeTheBoard_IsNotFound()
    {
        using var answer = await AskAsync(await CookieAsync(web.Town.Officer(web.Town.Unit())));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Sheet_AskedForTooOften_LeadsBackToTheBoardWithTheReason()
    {
        var cookie = await CookieAsync(web.Town.Dispatcher());
        for (var i = 0; i < OverdueSheet.PerMinute; i++)
        {
            using var answer = await AskAsync(cookie);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.EndsWith(".xlsx", answer.Content.Headers.ContentDisposition.FileNameStar, StringComparison.Ordinal);
        }

        using var refused = await AskAsync(cookie);

        Assert.Equal("/overdue?level=3&refused=Overdue.TooFast", refused.Headers.Location?.ToString());
    }

    private async Task<string> CookieAsync(Caller person)
    {
        var cookie = web.CookieOf(await web.BeginSessionAsync(person));
        return $"{cookie.Name}={cookie.Value}";
    }

    private async Task<HttpResponseMessage> AskAsync(string cookie)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = web.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, Addresses.OverdueSheet + "?level=3&page=2");
        request.Headers.Add("Cookie", cookie);
        return await client.SendAsync(request, Cancellation);
    }
}
