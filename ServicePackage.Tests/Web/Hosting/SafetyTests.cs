using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Accounts;
using ServicePackage.Web.Hosting;

namespace ServicePackage.Tests.Web.Hosting;

public sealed class SafetyTests(ProductionTown production) : IClassFixture<ProductionTown>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/")]
    [InlineData("/health/live")]
    [InlineData("/base.css")]
    [InlineData("/no-such-page")]
    public async Task Answer_ToAnything_CarriesTheHeaders(string address)
    {
        using var client = production.Client();
        using var answer = await client.GetAsync(address, Cancellation);

        Assert.Equal(Safety.ContentPolicy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public void ContentPolicy_IsTheOneThatWasMeasured() =>
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'; object-src 'none'",
            Safety.ContentPolicy);

    [Fact]
    public async Task Pages_AreNotStoredAndChineseFirst()
    {
        using var client = production.Client();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        using var answer = await client.GetAsync("/account/sign-in", Cancellation);

        Assert.True(answer.Headers.CacheControl!.NoStore);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("<html lang=\"zh-CN\"", page, StringComparison.Ordinal);
        Assert.Contains("登录", page, StringComparison.Ordinal);
        Assert.DoesNotContain("demo", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_AreTiedToTheHostAndHidden()
    {
        var person = production.Town.Dispatcher();
        using var client = production.Client();
        using var answer = await ProductionTown.SignInAsync(client, GivePassword(person), WebTown.Password, Cancellation);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-ServicePackage=", StringComparison.Ordinal));
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task FormCookie_IsTiedToTheHostAndHidden()
    {
        using var client = production.Client();
        using var answer = await client.GetAsync("/account/sign-in", Cancellation);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-ServicePackage.Form=", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_WhenTheDatabaseAnswers_IsGood(string address)
    {
        using var client = production.Client();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Page_OverPlainHttp_IsRefusedWithAReasonButProbesAreAnswered()
    {
        using var client = production.Client();
        using var page = await client.GetAsync("http://town.example/account/sign-in", Cancellation);
        using var probe = await client.GetAsync("http://town.example/health/live", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains("https", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, probe.StatusCode);
    }

    [Fact]
    public async Task Form_WithoutItsToken_IsShownAfresh()
    {
        using var client = production.Client();
        using var answer = await client.PostAsync("/account/sign-in", new FormUrlEncodedContent([new("_handler", "sign-in"), new("Form.UserName", "x")]), Cancellation);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/account/sign-in?expired=1", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Form_WithoutItsToken_StillLeadsWhereItWouldHave()
    {
        using var client = production.Client();
        foreach (var (given, kept) in new[] { ("%2Ftickets%3Fq%3Da", "&returnUrl=%2Ftickets%3Fq%3Da"), ("%2F%2Fevil.example", "") })
        {
            using var answer = await client.PostAsync($"/account/sign-in?returnUrl={given}", new FormUrlEncodedContent([new("_handler", "sign-in")]), Cancellation);
            Assert.Equal("/account/sign-in?expired=1" + kept, answer.Headers.Location?.OriginalString);
        }
    }

    [Theory]
    [InlineData("https://town.example", true)]
    [InlineData("https://evil.example", false)]
    [InlineData(null, false)]
    public async Task SignOut_WithAnExpiredForm_IsHeardFromOwnPagesAlone(string? origin, bool signsOut)
    {
        var person = production.Town.Dispatcher();
        using var client = production.Client();
        using var welcome = await ProductionTown.SignInAsync(client, GivePassword(person), WebTown.Password, Cancellation);
        if (origin is not null)
        {
            client.DefaultRequestHeaders.Add("Origin", origin);
        }

        using var answer = await client.PostAsync("/account/sign-out", new FormUrlEncodedContent([new("__RequestVerificationToken", "of-yesterday")]), Cancellation);

        Assert.Equal(signsOut ? "/account/sign-in" : "/", answer.Headers.Location?.OriginalString);
        using var db = production.Town.Look();
        Assert.Equal(signsOut, db.Sessions.Single(s => s.AccountId == person.AccountId).EndedAt is not null);
    }

    [Fact]
    public async Task Failure_OfARequest_StandsInTheLogUnderTheNumberShown()
    {
        var log = new LogOfErrors();
        await using var database = new SqliteDatabase();
        await database.InitializeAsync();
        await using var broken = production.With(database, services => services
            .AddScoped<SignInDesk>(_ => throw new InvalidOperationException("the desk is broken"))
            .AddSingleton<ILoggerProvider>(log));
        using var client = ProductionTown.ClientOf(broken);
        using var answer = await client.GetAsync("/account/sign-in", Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("the desk is broken", page, StringComparison.Ordinal);
        var reference = System.Text.RegularExpressions.Regex.Match(page, "编号 ([0-9a-f]{8})。").Groups[1].Value;
        Assert.NotEmpty(reference);
        Assert.Contains(log.Lines, l => l.Text.Contains(reference, StringComparison.Ordinal) && l.Exception is InvalidOperationException);
    }

    [Fact]
    public async Task ErrorPage_WhereNothingFailed_IsNotFound()
    {
        using var client = production.Client();
        using var answer = await client.GetAsync("/error", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/account/language?culture=en&returnUrl=%2F%2Fevil.example")]
    [InlineData("/account/appearance?theme=dark&returnUrl=https%3A%2F%2Fevil.example")]
    public async Task Choice_WithForeignReturnAddress_LeadsHome(string address)
    {
        using var client = production.Client();
        using var answer = await client.GetAsync(address, Cancellation);

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Renewal_WhenNotSignedIn_IsRefused()
    {
        using var client = production.Client();
        using var answer = await client.PostAsync("/account/renew", null, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private string GivePassword(Caller person) => Passwords.Give(production.Town, person);
}
