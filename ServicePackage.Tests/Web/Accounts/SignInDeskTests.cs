using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Accounts;

namespace ServicePackage.Tests.Web.Accounts;

public sealed class SignInDeskTests(ProductionTown production) : IClassFixture<ProductionTown>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignIn_AfterFiveFailures_IsSlowedDownAndLocksTheAccount()
    {
        var person = production.Town.Dispatcher();
        var name = Passwords.Give(production.Town, person);
        using var client = production.Client();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await ProductionTown.SignInAsync(client, name, "not-the-right-one", Cancellation);
            Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        }

        using var answer = await ProductionTown.SignInAsync(client, name, WebTown.Password, Cancellation);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        using var db = production.Town.Look();
        var account = db.Users.Single(a => a.Id == person.AccountId);
        Assert.True(account.LockoutEnd > TimeProvider.System.GetUtcNow().AddMinutes(14));
        Assert.False(db.Sessions.Any(s => s.AccountId == person.AccountId));
    }

    [Fact]
    public async Task Renewal_WhileSignedIn_RenewsTheCookie()
    {
        var name = Passwords.Give(production.Town, production.Town.Dispatcher());
        using var client = production.Client();
        using var welcome = await ProductionTown.SignInAsync(client, name, WebTown.Password, Cancellation);
        using var answer = await client.PostAsync("/account/renew", null, Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.StartsWith("__Host-ServicePackage=", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("nobody\u0001", "x")]
    [InlineData("' or 1=1 --", "x")]
    public async Task SignIn_WithOddInput_IsSimplyWrong(string name, string password)
    {
        using var client = production.Client();
        using var answer = await ProductionTown.SignInAsync(client, name, password, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("不正确", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithAnUnreadableName_IsSimplyWrong()
    {
        using var scope = production.Services.CreateScope();
        var desk = scope.ServiceProvider.GetRequiredService<SignInDesk>();

        foreach (var name in new[] { $"half{'\ud842'}", "nul\0" })
        {
            Assert.Equal(SignInAnswer.Wrong, (await desk.SignInAsync(new DefaultHttpContext(), name, WebTown.Password)).Value);
            Assert.Equal(SignInAnswer.Wrong, (await desk.SignInAsync(new DefaultHttpContext(), "nobody", name)).Value);
        }
    }

    [Fact]
    public async Task SignIn_WithANameTypedFullWidth_IsThatAccounts()
    {
        var person = production.Town.Dispatcher();
        var name = Passwords.Give(production.Town, person);
        using var client = production.Client();

        using var answer = await ProductionTown.SignInAsync(client, $" ｕ{name[1..].ToUpperInvariant()} ", WebTown.Password, Cancellation);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_WithAKnownOrAnUnknownName_TakesTheSameTime()
    {
        var known = Passwords.Give(production.Town, production.Town.Dispatcher());
        using var client = production.Client();
        var floor = TimeSpan.FromMilliseconds(400);
        foreach (var name in new[] { known, "nobody-of-that-name" })
        {
            var begun = TimeProvider.System.GetTimestamp();
            using var answer = await ProductionTown.SignInAsync(client, name, "not-the-right-one", Cancellation);
            Assert.True(TimeProvider.System.GetElapsedTime(begun) >= floor); // counting a known name's wrong password hides behind it
        }
    }
}
