using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Accounts;

namespace ServicePackage.Tests.Web.Accounts;

public sealed class CircuitSessionTests(SqliteDatabase database) : TownTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Holds_WhileSignedIn_IsTrueUntilSignedOutElsewhere()
    {
        var person = Town.SignedIn(Town.Dispatcher());
        var user = SignedIn.Principal(person.AccountId, person.SessionId!.Value, mustChangePassword: false);
        using var circuit = new CircuitSession(NullLoggerFactory.Instance, new SessionService(Town.Contexts, Town.Time));

        Assert.True(await circuit.HoldsAsync(user, Cancellation));
        Town.SignOut(person);
        Assert.False(await circuit.HoldsAsync(user, Cancellation));
    }

    [Fact]
    public async Task Holds_WhileTheDatabaseDoesNotAnswer_IsTrueAndFoundOutAtTheNextBeat()
    {
        var person = Town.SignedIn(Town.Dispatcher());
        var user = SignedIn.Principal(person.AccountId, person.SessionId!.Value, mustChangePassword: false);
        var contexts = new SometimesBroken(Town.Contexts) { Broken = true };
        using var circuit = new CircuitSession(NullLoggerFactory.Instance, new SessionService(contexts, Town.Time));
        Town.SignOut(person);

        Assert.True(await circuit.HoldsAsync(user, Cancellation));
        contexts.Broken = false;
        Assert.False(await circuit.HoldsAsync(user, Cancellation));
    }

    private sealed class SometimesBroken(IDbContextFactory<AppDbContext> contexts) : IDbContextFactory<AppDbContext>
    {
        public bool Broken { get; set; }

        public AppDbContext CreateDbContext() => Broken ? throw new IOException("the database does not answer") : contexts.CreateDbContext();
    }
}
