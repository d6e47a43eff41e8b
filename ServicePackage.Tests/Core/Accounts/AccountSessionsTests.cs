using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Accounts;

public abstract class AccountSessionsTests(TestDatabase database) : TownTests(database)
{
    private AccountSessions Sessions => new(Town.Runner, Town.Time);

    [Fact]
    public async Task List_WhenOwn_ShowsOpenOnesAndMarksThisOne()
    {
        var person = Town.Dispatcher();
        var (here, elsewhere, gone) = (Town.SignedIn(person), Town.SignedIn(person), Town.SignedIn(person));
        Town.SignOut(gone);
        Town.Write(db => db.Sessions.Single(s => s.Id == elsewhere.SessionId).LastSeenAt = Town.Start.AddMinutes(-5));
        Town.Write(db => db.Sessions.Add(new Session { Id = Guid.NewGuid(), AccountId = person.AccountId, StartedAt = Town.Start.AddHours(-2), LastSeenAt = Town.Start.AddHours(-1) }));

        var rows = (await Sessions.ListAsync(here, person.AccountId, Cancellation)).Value;

        Assert.Equal([(here.SessionId!.Value, true), (elsewhere.SessionId!.Value, false)], rows.Select(r => (r.Id, r.IsThisOne)));
        Assert.Equal(Town.Start.AddMinutes(-5), rows[1].LastSeenAt);
    }

    [Fact]
    public async Task End_WhenAdministrator_TakesTheRightsAtTheNextCommandAndNotesIt()
    {
        var person = Town.Dispatcher();
        var (one, other) = (Town.SignedIn(person), Town.SignedIn(person));

        Assert.True((await Sessions.EndAsync(Town.Administrator(), Guid.NewGuid(), person.AccountId, one.SessionId!.Value, Cancellation)).Done);

        Assert.Equal(Refusal.SignedOut, (await Sessions.ListAsync(one, person.AccountId, Cancellation)).Refusal);
        Assert.Single((await Sessions.ListAsync(other, person.AccountId, Cancellation)).Value);
        await using var db = Town.Look();
        Assert.Equal(["EndSession"], await db.History.Where(h => h.Subject == nameof(Account) && h.SubjectId == person.AccountId).Select(h => h.Act).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task EndAll_WhenOwn_KeepsThisOneAlone()
    {
        var person = Town.EnterpriseUser(Town.Enterprise());
        var (here, elsewhere, third) = (Town.SignedIn(person), Town.SignedIn(person), Town.SignedIn(person));

        Assert.Equal(2, (await Sessions.EndAllAsync(here, Guid.NewGuid(), person.AccountId, Cancellation)).Value);

        Assert.Single((await Sessions.ListAsync(here, person.AccountId, Cancellation)).Value);
        Assert.Equal(Refusal.SignedOut, (await Sessions.ListAsync(elsewhere, person.AccountId, Cancellation)).Refusal);
        Assert.Equal(Refusal.SignedOut, (await Sessions.ListAsync(third, person.AccountId, Cancellation)).Refusal);
        Assert.Equal("Account.NoSessions", (await Sessions.EndAllAsync(here, Guid.NewGuid(), person.AccountId, Cancellation)).Refusal?.Code);
    }

    [Fact]
    public async Task End_WhenThisOneOrOverOrOfAnother_IsRefused()
    {
        var (person, other) = (Town.Dispatcher(), Town.SignedIn(Town.CentreLead()));
        var (here, gone) = (Town.SignedIn(person), Town.SignedIn(person));
        Town.SignOut(gone);

        Assert.Equal("Account.ThisSession", (await End(here.SessionId!.Value)).Refusal?.Code);
        Assert.Equal("Account.SessionOver", (await End(gone.SessionId!.Value)).Refusal?.Code);
        Assert.Equal("Account.SessionOver", (await End(other.SessionId!.Value)).Refusal?.Code);
        Assert.True((await Sessions.ListAsync(other, other.AccountId, Cancellation)).Done);

        Task<Outcome<Nothing>> End(Guid session) => Sessions.EndAsync(here, Guid.NewGuid(), person.AccountId, session, Cancellation);
    }

    [Fact]
    public async Task Sessions_WhenOfSomebodyElse_DoNotExistForOthersThanTheAdministrator()
    {
        var person = Town.SignedIn(Town.Dispatcher());
        Caller[] others = [Town.CentreLead(), Town.Auditor(), Town.EnterpriseUser(Town.Enterprise())];

        foreach (var other in others)
        {
            Assert.Equal(Refusal.NotFound, (await Sessions.ListAsync(other, person.AccountId, Cancellation)).Refusal);
            Assert.Equal(Refusal.NotFound, (await Sessions.EndAsync(other, Guid.NewGuid(), person.AccountId, person.SessionId!.Value, Cancellation)).Refusal);
            Assert.Equal(Refusal.NotFound, (await Sessions.EndAllAsync(other, Guid.NewGuid(), person.AccountId, Cancellation)).Refusal);
        }

        Assert.Equal(Refusal.NotFound, (await Sessions.EndAllAsync(Town.Administrator(), Guid.NewGuid(), -1, Cancellation)).Refusal);
        Assert.True((await Sessions.ListAsync(person, person.AccountId, Cancellation)).Done);
    }

    public sealed class OnSqlite(SqliteDatabase database) : AccountSessionsTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : AccountSessionsTests(database), IClassFixture<PostgresDatabase>;
}
