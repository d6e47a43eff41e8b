using System.Net;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;
using ServicePackage.Web;

namespace ServicePackage.Tests.Web.Policies;

/// <summary>The list of applications as a file, over HTTP.</summary>
public sealed class ApplicationSheetEndpointTests(WebTown web) : IClassFixture<WebTown>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sheet_AskedForTooOften_LeadsBackToTheListWithTheReason()
    {
        var cookie = await CookieAsync(web.Town.Dispatcher());
        for (var i = 0; i < ApplicationSheet.PerMinute; i++)
        {
            using var answer = await AskAsync(cookie);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.EndsWith(".xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        }

        using var refused = await AskAsync(cookie);

        Assert.Equal("/policies/applications?show=Paid&year=2026&refused=Application.TooFast", refused.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Sheet_ForWhoeverIsSignedOut_LeadsToTheSignIn()
    {
        using var answer = await AskAsync("");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains(Addresses.SignIn, answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    private async Task<string> CookieAsync(Caller person)
    {
        var cookie = web.CookieOf(await web.BeginSessionAsync(person));
        return $"{cookie.Name}={cookie.Value}";
    }

    private async Task<HttpResponseMessage> AskAsync(string cookie)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = web.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, Addresses.ApplicationSheet + "?show=Paid&year=2026&page=2");
        if (cookie.Length > 0)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await client.SendAsync(request, Cancellation);
    }
}
