using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Setup;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Setup;

public abstract class EnterpriseWithAccountTests(TestDatabase database) : TownTests(database)
{
    private EnterpriseWithAccount Service => new(Town.Runner, new AccountService(Town.Runner, Passwords.Hasher, new UpperInvariantLookupNormalizer(), Town.Time));

    [Fact]
    public async Task Create_WithAnAccount_TakesTheContactPersonOver()
    {
        var made = (await Service.CreateAsync(Town.Administrator(), Guid.NewGuid(), Input(650_001), Cancellation)).Value;

        await using var db = Town.Look();
        var account = await db.Users.SingleAsync(a => a.EnterpriseId == made.EnterpriseId, Cancellation);
        Assert.Equal((Town.CreditCode(650_001), "陈晓明", "13800000000", "chen@example.cn", true), (account.UserName, account.DisplayName, account.PhoneNumber, account.Email, account.MustChangePassword));
        Assert.Equal(account.UserName, made.UserName);
    }

    [Fact]
    public async Task Create_WhenTheAccountIsRefused_EntersNothing()
    {
        var (administrator, input) = (Town.Administrator(), Input(650_002));
        input.UserName = "chen";
        Town.Write(db => db.Users.Add(new Account { UserName = "chen", NormalizedUserName = "CHEN", DisplayName = "陈先", SecurityStamp = "x" }));

        var refusal = (await Service.CreateAsync(administrator, Guid.NewGuid(), input, Cancellation)).Refusal;

        Assert.Equal(("UserNameTaken", nameof(input.UserName)), (refusal?.Code, refusal?.Field));
        await using var db = Town.Look();
        Assert.False(await db.Enterprises.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task Create_ByTheCentre_EntersTheEnterpriseAloneAndMakesNoAccount()
    {
        var (centre, input) = (Town.Dispatcher(), Input(650_003));
        Assert.Equal(Refusal.NotFound.Code, (await Service.CreateAsync(centre, Guid.NewGuid(), input, Cancellation)).Refusal?.Code);

        input.WithAccount = false;

        Assert.Null((await Service.CreateAsync(centre, Guid.NewGuid(), input, Cancellation)).Value.UserName);
        await using var db = Town.Look();
        Assert.False(await db.Users.AnyAsync(a => a.EnterpriseId != null, Cancellation));
    }

    [Fact]
    public void Validator_WhenTheContactPersonIsNotNamed_SaysSoAtTheContactPerson()
    {
        var input = new EnterpriseWithAccountInput { WithAccount = true, Email = "a@b@c", Password = FirstPasswordMaker.Make() };

        var details = new EnterpriseWithAccountValidator().Refuse(input)!.Details;

        Assert.Contains(details, d => d is { Field: nameof(input.ContactName), Code: "Missing" });
        Assert.Contains(details, d => d is { Field: nameof(input.Email), Code: "Account.EmailForm" });
        Assert.DoesNotContain(details, d => d.Field == nameof(input.UserName));
    }

    private EnterpriseWithAccountInput Input(int number) => new()
    {
        Name = "上海演示精密机械有限公司",
        CreditCode = Town.CreditCode(number),
        Tier = EnterpriseTier.Town,
        EconomicCityId = Town.EconomicCity().Id,
        ContactName = "陈晓明",
        ContactPhone = "138 0000 0000",
        Email = "chen@example.cn",
        WithAccount = true,
        Password = FirstPasswordMaker.Make(),
    };

    public sealed class OnSqlite(SqliteDatabase database) : EnterpriseWithAccountTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : EnterpriseWithAccountTests(database), IClassFixture<PostgresDatabase>;
}
