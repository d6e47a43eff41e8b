using Microsoft.AspNetCore.Identity;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Accounts;

public abstract class PasswordServiceTests : TownTests
{
    private const string Current = "a-quiet-river-2026";
    private const string Wanted = "three-grey-herons";

    private readonly SessionService _sessions;
    private readonly PasswordService _passwords;

    protected PasswordServiceTests(TestDatabase database)
        : base(database)
    {
        _sessions = new SessionService(Town.Contexts, Town.Time);
        _passwords = new PasswordService(Town.Runner, _sessions, Passwords.Hasher, Town.Time);
    }

    [Fact]
    public async Task Change_WhenRight_EndsTheOtherSessionsAndIsInTheHistory()
    {
        var person = await SignedInAsync();
        var elsewhere = await _sessions.BeginAsync(person.AccountId, Cancellation);

        var outcome = await _passwords.ChangeAsync(person, Guid.NewGuid(), new(Current, Wanted, Wanted), Cancellation);

        Assert.True(outcome.Done);
        using var db = Town.Look();
        var account = db.Users.Single(a => a.Id == person.AccountId);
        Assert.False(account.MustChangePassword);
        Assert.Equal(PasswordVerificationResult.Success, Passwords.Hasher.VerifyHashedPassword(account, account.PasswordHash!, Wanted));
        Assert.NotNull(db.Sessions.Single(s => s.Id == elsewhere).EndedAt);
        Assert.Null(db.Sessions.Single(s => s.Id == person.SessionId).EndedAt);
        var entry = db.History.Single(h => h.Subject == nameof(Account) && h.SubjectId == person.AccountId);
        Assert.Equal("ChangePassword", entry.Act);
        Assert.DoesNotContain(account.PasswordHash!, entry.Changes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, Wanted, Wanted, "Missing", "Current")]
    [InlineData("not-the-right-one", Wanted, Wanted, "PasswordWrong", "Current")]
    [InlineData(Current, "short", "short", "PasswordTooShort", "Wanted")]
    [InlineData(Current, Current, Current, "PasswordUnchanged", "Wanted")]
    [InlineData(Current, Wanted, "three-grey-heroes", "PasswordsDiffer", "Repeated")]
    public async Task Change_WhenWrong_IsRefusedAtItsFieldAndChangesNothing(string? current, string wanted, string repeated, string code, string field)
    {
        var person = await SignedInAsync();

        var outcome = await _passwords.ChangeAsync(person, Guid.NewGuid(), new(current, wanted, repeated), Cancellation);

        Assert.Equal((code, field), (outcome.Refusal?.Code, outcome.Refusal?.Field));
        using var db = Town.Look();
        Assert.True(db.Users.Single(a => a.Id == person.AccountId).MustChangePassword);
    }

    [Fact]
    public async Task Change_WhenSignedOut_IsRefused()
    {
        var person = await SignedInAsync();
        await _sessions.EndAsync(person.SessionId!.Value, Cancellation);

        var outcome = await _passwords.ChangeAsync(person, Guid.NewGuid(), new(Current, Wanted, Wanted), Cancellation);

        Assert.Equal("SignedOut", outcome.Refusal?.Code);
    }

    private async Task<Caller> SignedInAsync()
    {
        var person = Town.Dispatcher();
        Town.Write(db =>
        {
            var account = db.Users.Single(a => a.Id == person.AccountId);
            account.PasswordHash = Passwords.Hasher.HashPassword(account, Current);
            account.MustChangePassword = true;
        });
        return person with { SessionId = await _sessions.BeginAsync(person.AccountId, Cancellation) };
    }

    public sealed class OnSqlite(SqliteDatabase database) : PasswordServiceTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : PasswordServiceTests(database), IClassFixture<PostgresDatabase>;
}
