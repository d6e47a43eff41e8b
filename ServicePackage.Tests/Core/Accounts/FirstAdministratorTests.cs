using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Accounts;

public abstract class FirstAdministratorTests : TownTests
{
    private const string Password = "a-quiet-river-2026";

    private readonly FirstAdministrator _first;

    protected FirstAdministratorTests(TestDatabase database)
        : base(database) =>
        _first = new FirstAdministrator(
            Town.Runner,
            Town.Clock,
            Passwords.Hasher,
            new UpperInvariantLookupNormalizer());

    [Fact]
    public async Task Create_InAnEmptyTown_MakesOneAndNoSecondUnlessAsked()
    {
        var first = await _first.CreateAsync("管理员", "王敏", Password, another: false, Cancellation);
        Assert.True(first.Done);
        Assert.Equal("AdministratorExists", (await _first.CreateAsync("second", "", Password, another: false, Cancellation)).Refusal?.Code);
        Assert.Equal("AdministratorNameTaken", (await _first.CreateAsync("管理员", "", Password, another: true, Cancellation)).Refusal?.Code);
        Assert.True((await _first.CreateAsync(" ｓｅｃｏｎｄ ", " ", Password, another: true, Cancellation)).Done);

        using var db = Town.Look();
        var administrators = db.Posts.Include(p => p.Account).Include(p => p.Organisation).Where(p => p.Kind == PostKind.Administrator).OrderBy(p => p.Id).ToList();
        Assert.Equal(["王敏", "second"], administrators.Select(p => p.Account.DisplayName));
        Assert.Equal(["管理员", "second"], administrators.Select(p => p.Account.UserName)); // kept as other accounts' are
        Assert.All(administrators, p => Assert.Equal(OrganisationKind.Administration, p.Organisation.Kind));
        Assert.Single(administrators.Select(p => p.OrganisationId).Distinct());
        Assert.False(administrators[0].Account.MustChangePassword);
        Assert.Equal(2, db.History.Count(h => h.Subject == nameof(Account) && h.Act == "Create" && h.AccountId == null));
    }

    [Theory]
    [InlineData("", Password, "Missing")]
    [InlineData("admin", "password1234", "PasswordCommon")]
    [InlineData("admin", "short", "PasswordTooShort")]
    [InlineData("two words", Password, "Account.UserNameForm")]
    [InlineData("a\u0000", Password, "Unreadable")]
    [InlineData("quiet-river", Password, "PasswordHasName")]
    [InlineData("a-user-name-with-more-than-forty-characters", Password, "TooLong")]
    public async Task Create_WithBadInput_IsRefused(string user, string password, string code) =>
        Assert.Equal(code, (await _first.CreateAsync(user, "", password, another: true, Cancellation)).Refusal?.Code);

    public sealed class OnSqlite(SqliteDatabase database) : FirstAdministratorTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : FirstAdministratorTests(database), IClassFixture<PostgresDatabase>;
}
