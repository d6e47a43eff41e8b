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
    private readonly PasswordTries _tries;
    private readonly PasswordService _passwords;

    protected PasswordServiceTests(TestDatabase database)
        : base(database)
    {
        _sessions = new SessionService(Town.Contexts, Town.Time);
        _tries = new PasswordTries(Town.Contexts, Town.Time);
        _passwords = new PasswordService(Town.Runner, Town.Contexts, _sessions, _tries, Passwords.Hasher, Town.Time);
    }

    [Fact]
    public async Task Change_WhenRight_EndsTheOtherSessionsAndIsInTheHistory()
    {
        var person = await SignedInAsync();
        var elsewhere = (await _sessions.BeginAsync(person.AccountId, Cancellation)).Value;

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
    public async Task Change_AfterFiveWrongPasswords_IsRefusedForAQuarterOfAnHour()
    {
        var person = await SignedInAsync();
        for (var i = 0; i < PasswordTries.Most; i++)
        {
            Assert.Equal("PasswordWrong", await ChangeAsync(person, $"not-the-right-one-{i}"));
        }

        Assert.Equal("PasswordLocked", await ChangeAsync(person, Current));
        using (var db = Town.Look())
        {
            var account = db.Users.Single(a => a.Id == person.AccountId);
            Assert.Equal((true, new DateTimeOffset(Town.Start) + PasswordTries.LockedFor), (account.MustChangePassword, account.LockoutEnd)); // signing in is locked, too
        }

        Town.Time.Advance(PasswordTries.LockedFor);
        Assert.Null(await ChangeAsync(person, Current));
    }

    [Fact]
    public async Task Change_WhenRightAfterWrongOnes_ForgetsThem()
    {
        var person = await SignedInAsync();
        for (var i = 0; i < PasswordTries.Most - 1; i++)
        {
            Assert.Equal("PasswordWrong", await ChangeAsync(person, "not-the-right-one"));
        }

        Assert.Null(await ChangeAsync(person, Current));
        using var db = Town.Look();
        var account = db.Users.Single(a => a.Id == person.AccountId);
        Assert.Equal((0, null), (account.AccessFailedCount, account.LockoutEnd));
    }

    [Fact]
    public async Task Change_WhenSentTwice_IsOneChangeAndNoWrongPassword()
    {
        var person = await SignedInAsync();
        var command = Guid.NewGuid();

        Assert.True((await _passwords.ChangeAsync(person, command, new(Current, Wanted, Wanted), Cancellation)).Done);
        Assert.True((await _passwords.ChangeAsync(person, command, new(Current, Wanted, Wanted), Cancellation)).Done);

        using var db = Town.Look();
        Assert.Equal(0, db.Users.Single(a => a.Id == person.AccountId).AccessFailedCount);
        Assert.Single(db.History.Where(h => h.Subject == nameof(Account) && h.SubjectId == person.AccountId));
    }

    [Fact]
    public async Task Change_WhileAPasswordIsHashed_HoldsNobodyUp()
    {
        var person = await SignedInAsync();
        var hasher = new WritingHasher(Town);
        var passwords = new PasswordService(Town.Runner, Town.Contexts, _sessions, _tries, hasher, Town.Time);

        Assert.True((await passwords.ChangeAsync(person, Guid.NewGuid(), new(Current, Wanted, Wanted), Cancellation)).Done);

        Assert.Equal(2, hasher.Written); // on checking the old one and on hashing the new one
    }

    [Fact]
    public async Task Begin_ByManyAtOnce_LetsInNoMoreThanTheLimit()
    {
        var person = Town.Dispatcher();

        var let = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _tries.BeginAsync(person.AccountId, Cancellation), Cancellation)));

        Assert.Equal(PasswordTries.Most, let.Count(l => l));
        Assert.False(await _tries.BeginAsync(-1, Cancellation));
    }

    [Fact]
    public async Task Change_WhenThePresentOneIsUnreadable_IsRefused()
    {
        var person = await SignedInAsync();

        Assert.Equal("PasswordWrong", await ChangeAsync(person, $"half a pair {'\ud842'} of surrogates")); // an attribute would not keep it
        Assert.Equal("Missing", await ChangeAsync(person, "\u200b"));
    }

    [Fact]
    public async Task Change_WhenSignedOut_IsRefused()
    {
        var person = await SignedInAsync();
        await _sessions.EndAsync(person.SessionId!.Value, Cancellation);

        var outcome = await _passwords.ChangeAsync(person, Guid.NewGuid(), new(Current, Wanted, Wanted), Cancellation);

        Assert.Equal("SignedOut", outcome.Refusal?.Code);
    }

    private async Task<string?> ChangeAsync(Caller person, string current) =>
        (await _passwords.ChangeAsync(person, Guid.NewGuid(), new(current, Wanted, Wanted), Cancellation)).Refusal?.Code;

    private async Task<Caller> SignedInAsync()
    {
        var person = Town.Dispatcher();
        Town.Write(db =>
        {
            var account = db.Users.Single(a => a.Id == person.AccountId);
            account.PasswordHash = Passwords.Hasher.HashPassword(account, Current);
            account.MustChangePassword = true;
        });
        return person with { SessionId = (await _sessions.BeginAsync(person.AccountId, Cancellation)).Value };
    }

    /// <summary>Somebody else writes while a password is checked or hashed: refused with a busy database, were a transaction open.</summary>
    private sealed class WritingHasher(Town town) : IPasswordHasher<Account>
    {
        public int Written { get; private set; }

        public string HashPassword(Account user, string password)
        {
            Write();
            return Passwords.Hasher.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Write();
            return Passwords.Hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }

        private void Write()
        {
            town.Stranger();
            Written++;
        }
    }

    public sealed class OnSqlite(SqliteDatabase database) : PasswordServiceTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : PasswordServiceTests(database), IClassFixture<PostgresDatabase>;
}
