using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Setup;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Setup;

public abstract class SlipServiceTests : TownTests
{
    private readonly SlipService _slips;

    protected SlipServiceTests(TestDatabase database)
        : base(database) =>
        _slips = new SlipService(Town.Runner, new AccountService(Town.Runner, Passwords.Hasher, new UpperInvariantLookupNormalizer(), Town.Time));

    [Fact]
    public async Task Offer_IsOfThoseInUseWhoHaveNotChangedTheirFirstPassword()
    {
        var administrator = Town.Administrator();
        var (unit, enterprise) = (Town.Unit(), Town.Enterprise());
        var (fresh, user, disabled) = (Town.Officer(unit), Town.EnterpriseUser(enterprise), Town.Head(unit));
        Town.Liaison(unit); // has changed it
        Waiting(fresh, user, disabled);
        Town.Write(db => db.Users.Single(a => a.Id == disabled.AccountId).DisabledAt = Town.Clock.Now);

        Assert.Equal(new[] { fresh.AccountId, user.AccountId }.Order(), await OfferedAsync(administrator, null));
        Assert.Equal([user.AccountId], await OfferedAsync(administrator, true));
        Assert.Equal([fresh.AccountId], await OfferedAsync(administrator, false));
        Assert.Equal((unit.Name, enterprise.Name), ((await OfferAsync(administrator, false)).Single().Of, (await OfferAsync(administrator, true)).Single().Of));
        Assert.Equal(Refusal.NotFound, (await _slips.OfferAsync(Town.CentreLead(), cancellation: Cancellation)).Refusal);
    }

    [Fact]
    public async Task Renew_MakesTheEarlierPasswordVoid_AndLeavesWhoHasChangedItMeanwhile()
    {
        var administrator = Town.Administrator();
        var unit = Town.Unit();
        var (fresh, meanwhile) = (Town.Officer(unit), Town.Liaison(unit));
        Waiting(fresh, meanwhile);
        var offers = await OfferAsync(administrator, null);
        Town.Write(db => db.Users.Single(a => a.Id == meanwhile.AccountId).MustChangePassword = false); // signed in before the click
        var heard = 0;

        var made = (await _slips.RenewAsync(administrator, offers, new Heard(n => heard = n), Cancellation)).Value;

        var slip = Assert.Single(made.Made);
        Assert.Equal([offers.Single(o => o.Id == meanwhile.AccountId).Name], made.Left);
        Assert.Equal(2, heard);
        await using var db = Town.Look();
        var account = await db.Users.SingleAsync(a => a.Id == fresh.AccountId, Cancellation);
        Assert.Equal(PasswordVerificationResult.Success, Passwords.Hasher.VerifyHashedPassword(account, account.PasswordHash!, slip.Password));
        Assert.True(account.MustChangePassword);
        Assert.Equal("before", (await db.Users.SingleAsync(a => a.Id == meanwhile.AccountId, Cancellation)).PasswordHash);
        Assert.DoesNotContain(await db.CommandReceipts.Select(r => r.Result).ToListAsync(Cancellation), r => r.Contains(slip.Password, StringComparison.Ordinal));
        Assert.Equal([administrator.AccountId], await db.History.Where(h => h.SubjectId == fresh.AccountId && h.Act == "ResetPassword").Select(h => h.AccountId!.Value).ToListAsync(Cancellation));
    }

    /// <summary>A store that takes nothing is not said to be people who have changed their password.</summary>
    [Fact]
    public async Task Renew_WhenTheSessionEndsMeanwhile_GivesWhatWasMadeAndSaysWhy()
    {
        var administrator = Town.SignedIn(Town.Administrator());
        var unit = Town.Unit();
        Waiting(Town.Officer(unit), Town.Officer(unit));
        var offers = await OfferAsync(administrator, null);

        var made = (await _slips.RenewAsync(administrator, offers, new Heard(_ => Town.SignOut(administrator)), Cancellation)).Value;

        Assert.Single(made.Made);
        Assert.Empty(made.Left);
        Assert.Equal(Refusal.SignedOut, made.Trouble);
    }

    private void Waiting(params Caller[] people) => Town.Write(db =>
    {
        foreach (var person in people)
        {
            var account = db.Users.Single(a => a.Id == person.AccountId);
            (account.MustChangePassword, account.PasswordHash) = (true, "before");
        }
    });

    private async Task<IReadOnlyList<SlipOffer>> OfferAsync(Caller who, bool? ofEnterprises) => (await _slips.OfferAsync(who, ofEnterprises, Cancellation)).Value;

    private async Task<IEnumerable<long>> OfferedAsync(Caller who, bool? ofEnterprises) => (await OfferAsync(who, ofEnterprises)).Select(o => o.Id).Order();

    private sealed class Heard(Action<int> hear) : IProgress<int>
    {
        public void Report(int value) => hear(value);
    }

    public sealed class OnSqlite(SqliteDatabase database) : SlipServiceTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : SlipServiceTests(database), IClassFixture<PostgresDatabase>;
}
