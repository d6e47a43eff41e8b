using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Accounts;

public abstract class AccountServiceTests(TestDatabase database) : TownTests(database)
{
    private const string Good = "清风 明月 四野 平畴 远山";

    private static readonly PasswordHasher<Account> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }));

    private AccountService Service => new(Town.Runner, Hasher, new UpperInvariantLookupNormalizer(), Town.Time);

    [Fact]
    public async Task Create_WhenTownsPerson_WritesAccountWithPostsAndFirstPassword()
    {
        var unit = Town.Unit();
        var input = NewPerson(new PostInput(PostKind.Officer, unit.Id), new PostInput(PostKind.Liaison, unit.Id));
        input.UserName = $" 李工{input.UserName}　";
        input.Phone = "138 0000 0001";
        input.Email = "li@example.cn";

        var id = (await Service.CreateAsync(Town.Administrator(), Guid.NewGuid(), input)).Value;

        await using var db = Town.Look();
        var account = await db.Users.Include(a => a.Posts).SingleAsync(a => a.Id == id, Cancellation);
        Assert.Equal(input.UserName.Trim(), account.UserName);
        Assert.Equal(("13800000001", "li@example.cn", true, true), (account.PhoneNumber, account.Email, account.MustChangePassword, account.LockoutEnabled));
        Assert.Equal([PostKind.Officer, PostKind.Liaison], account.Posts.Select(p => p.Kind).Order());
        Assert.Equal(PasswordVerificationResult.Success, Hasher.VerifyHashedPassword(account, account.PasswordHash!, Good));
        var changes = string.Concat(await db.History.Where(h => h.Subject == nameof(Account) && h.SubjectId == id).Select(h => h.Changes).ToListAsync(Cancellation));
        Assert.Contains(account.UserName!, changes, StringComparison.Ordinal);
        Assert.DoesNotContain(account.PasswordHash!, changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_WhenCopiedWithMarksNobodySees_KeepsWhatIsSeen()
    {
        var input = NewPerson(new PostInput(PostKind.Officer, Town.Unit().Id));
        var userName = input.UserName.Trim();
        input.UserName = $"\u202d{userName}\u202c\u00a0";
        input.DisplayName = "⼯藤莘";
        input.Phone = "\u202d+86 138–0000–0077\u202c";
        input.Email = "li@example.cn\u200b";

        var id = (await Service.CreateAsync(Town.Administrator(), Guid.NewGuid(), input)).Value;

        await using var db = Town.Look();
        var account = await db.Users.SingleAsync(a => a.Id == id, Cancellation);
        Assert.Equal((userName, "工藤莘", "13800000077", "li@example.cn"), (account.UserName, account.DisplayName, account.PhoneNumber, account.Email));
        foreach (var text in new[] { "gtx", "gongtengxin", "⼯藤", userName.ToUpperInvariant(), "138-0000-0077", "138 0000 0077" })
        {
            Assert.Contains(id, (await Service.ListAsync(Town.Administrator(), new AccountFilter(text, Take: 200))).Value.Items.Select(a => a.Id));
        }
    }

    [Fact]
    public async Task Create_WhenEnterpriseHasSeveralPeople_MakesThemAll()
    {
        var enterprise = Town.Enterprise();
        var administrator = Town.Administrator();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var input = NewPerson();
            input.EnterpriseId = enterprise.Id;
            Assert.True((await Service.CreateAsync(administrator, Guid.NewGuid(), input)).Done);
        }

        Assert.Equal(2, (await Service.ListAsync(administrator, new AccountFilter(EnterpriseId: enterprise.Id))).Value.Total);
    }

    [Theory]
    [InlineData("", "Missing")]
    [InlineData("a b c", "Account.UserNameForm")]
    [InlineData("a\u0000b", "Unreadable")]
    [InlineData("<script>", "Account.UserNameForm")]
    public async Task Create_WhenUserNameIsBad_IsRefused(string userName, string code)
    {
        var input = NewPerson(new PostInput(PostKind.Officer, Town.Unit().Id));
        input.UserName = userName;

        var refusal = (await Service.CreateAsync(Town.Administrator(), Guid.NewGuid(), input)).Refusal;

        Assert.Equal((code, "UserName"), (refusal?.Code, refusal?.Field));
    }

    [Fact]
    public async Task Create_WhenUserNameIsHalfASurrogatePair_IsRefused()
    {
        var input = NewPerson(new PostInput(PostKind.Officer, Town.Unit().Id));
        input.UserName = $"user{'\ud842'}"; // an attribute would not keep it

        Assert.Equal("Unreadable", (await Service.CreateAsync(Town.Administrator(), Guid.NewGuid(), input)).Refusal?.Code);
    }

    [Theory]
    [InlineData("li.ming+town@qq.example", true)]
    [InlineData("liming@mail-1.corp.example", true)]
    [InlineData("ｌｉ＠ｑｑ.example", true)] // full-width letters are taken as what they are read as
    [InlineData("a..b@qq.example", false)]
    [InlineData(".a@qq.example", false)]
    [InlineData("a.@qq.example", false)]
    [InlineData("a@qq..example", false)]
    [InlineData("a@qq", false)]
    [InlineData("a b@qq.example", false)]
    public async Task Create_WithAnAddress_TakesWhatAMailCanBeSentTo(string email, bool taken)
    {
        var input = NewPerson(new PostInput(PostKind.Officer, Town.Unit().Id));
        input.Email = email;

        Assert.Equal(taken ? null : "Account.EmailForm", (await Service.CreateAsync(Town.Administrator(), Guid.NewGuid(), input)).Refusal?.Code);
    }

    [Fact]
    public async Task Create_WhenSeveralFieldsAreBad_SaysSoOnEach()
    {
        var input = new NewAccountInput { UserName = "zhangsan", DisplayName = new string('长', 61), Phone = "1", Email = "x", Password = "short" };

        var refusal = (await Service.CreateAsync(Town.Administrator(), Guid.NewGuid(), input)).Refusal!;

        Assert.Equal(
            ["TooLong@DisplayName", "Phone.Form@Phone", "Account.EmailForm@Email", "PasswordTooShort@Password", "Account.NoPosts@Posts"],
            refusal.Details.Select(d => $"{d.Code}@{d.Field}"));
    }

    [Fact]
    public async Task Create_WhenUserNameIsTakenInOtherLetters_IsRefused()
    {
        var administrator = Town.Administrator();
        var input = NewPerson(new PostInput(PostKind.Officer, Town.Unit().Id));
        Assert.True((await Service.CreateAsync(administrator, Guid.NewGuid(), input)).Done);
        input.UserName = input.UserName.ToUpperInvariant();

        Assert.Equal("UserNameTaken", (await Service.CreateAsync(administrator, Guid.NewGuid(), input)).Refusal?.Code);
    }

    [Fact]
    public async Task Create_WhenPostsDoNotFit_IsRefused()
    {
        var (unit, disabled) = (Town.Unit(), Town.Unit());
        Town.Write(db => db.Organisations.Single(o => o.Id == disabled.Id).DisabledAt = Town.Start);

        Assert.Equal("Account.PostElsewhere", await Create(new PostInput(PostKind.Dispatcher, unit.Id)));
        Assert.Equal("Account.PostUnknown", await Create(new PostInput(PostKind.Officer, disabled.Id)));
        Assert.Equal("Account.PostUnknown", await Create(new PostInput(PostKind.Officer, 0)));
        Assert.Equal("Account.PostTwice", await Create(new PostInput(PostKind.Officer, unit.Id), new PostInput(PostKind.Officer, unit.Id)));
        Assert.Equal("Account.AdministrationApart", await Create(new PostInput(PostKind.Officer, unit.Id), new PostInput(PostKind.Auditor, Town.Administration().Id)));

        async Task<string?> Create(params PostInput[] posts) =>
            (await Service.CreateAsync(Town.Administrator(), Guid.NewGuid(), NewPerson(posts))).Refusal?.Code;
    }

    [Fact]
    public async Task Create_WhenBothEnterpriseAndPostsOrUnknownEnterprise_IsRefused()
    {
        var both = NewPerson(new PostInput(PostKind.Officer, Town.Unit().Id));
        both.EnterpriseId = Town.Enterprise().Id;
        var unknown = NewPerson();
        unknown.EnterpriseId = -1;

        Assert.Equal("Account.EnterpriseAndPosts", (await Service.CreateAsync(Town.Administrator(), Guid.NewGuid(), both)).Refusal?.Code);
        Assert.Equal("Account.EnterpriseUnknown", (await Service.CreateAsync(Town.Administrator(), Guid.NewGuid(), unknown)).Refusal?.Code);
    }

    [Fact]
    public async Task AnyAct_WhenNotAdministrator_FindsNothing()
    {
        var person = Town.Officer(Town.Unit());
        foreach (var caller in new[] { Town.CentreLead(), Town.TownLeader(), Town.Auditor(), Town.EnterpriseUser(Town.Enterprise()) })
        {
            Assert.Equal(Refusal.NotFound, (await Service.ListAsync(caller, new AccountFilter())).Refusal);
            Assert.Equal(Refusal.NotFound, (await Service.GetAsync(caller, caller.AccountId)).Refusal);
            Assert.Equal(Refusal.NotFound, (await Service.CreateAsync(caller, Guid.NewGuid(), NewPerson())).Refusal);
            Assert.Equal(Refusal.NotFound, (await Service.ChangeAsync(caller, Guid.NewGuid(), new AccountInput { Id = person.AccountId, DisplayName = "甲" })).Refusal);
            Assert.Equal(Refusal.NotFound, (await Service.SetPostsAsync(caller, Guid.NewGuid(), new PostsInput { Id = caller.AccountId })).Refusal);
            Assert.Equal(Refusal.NotFound, (await Service.ResetPasswordAsync(caller, Guid.NewGuid(), new PasswordInput { Id = person.AccountId, Password = Good })).Refusal);
            Assert.Equal(Refusal.NotFound, (await Service.DisableAsync(caller, Guid.NewGuid(), person.AccountId, 0)).Refusal);
            Assert.Equal(Refusal.NotFound, (await Service.EnableAsync(caller, Guid.NewGuid(), person.AccountId, 0)).Refusal);
        }
    }

    [Fact]
    public async Task ResetPassword_WhenGood_EndsSessionsAndLockoutAndAsksForAnother()
    {
        var person = Town.SignedIn(Town.Officer(Town.Unit()));
        Town.Write(db => db.Users.Single(a => a.Id == person.AccountId).AccessFailedCount = 5);

        Assert.True((await Service.ResetPasswordAsync(Town.Administrator(), Guid.NewGuid(), new PasswordInput { Id = person.AccountId, Password = Good })).Done);

        await using var db = Town.Look();
        var account = await db.Users.SingleAsync(a => a.Id == person.AccountId, Cancellation);
        Assert.Equal((true, 0), (account.MustChangePassword, account.AccessFailedCount));
        Assert.Equal(PasswordVerificationResult.Success, Hasher.VerifyHashedPassword(account, account.PasswordHash!, Good));
        Assert.NotNull((await db.Sessions.SingleAsync(s => s.Id == person.SessionId, Cancellation)).EndedAt);
    }

    [Theory]
    [InlineData("短密码", "PasswordTooShort")]
    [InlineData("password1234", "PasswordCommon")]
    [InlineData("", "Missing")]
    public async Task ResetPassword_WhenBad_IsRefusedAndKeepsTheSession(string password, string code)
    {
        var person = Town.SignedIn(Town.Officer(Town.Unit()));

        var refusal = (await Service.ResetPasswordAsync(Town.Administrator(), Guid.NewGuid(), new PasswordInput { Id = person.AccountId, Password = password })).Refusal;

        Assert.Equal((code, "Password"), (refusal?.Code, refusal?.Field));
        await using var db = Town.Look();
        Assert.Null((await db.Sessions.SingleAsync(s => s.Id == person.SessionId, Cancellation)).EndedAt);
    }

    [Fact]
    public async Task Disable_WhenInUse_EndsSessionsAndTheNextCommandIsRefused()
    {
        var person = Town.SignedIn(Town.Officer(Town.Unit()));
        var administrator = Town.Administrator();

        Assert.True((await Service.DisableAsync(administrator, Guid.NewGuid(), person.AccountId, 0)).Done);

        Assert.Equal(Refusal.SignedOut, (await new OrganisationService(Town.Runner).ListAsync(person, new OrganisationFilter())).Refusal);
        Assert.Equal(Refusal.Stale, (await Service.EnableAsync(administrator, Guid.NewGuid(), person.AccountId, 0)).Refusal);
        Assert.True((await Service.EnableAsync(administrator, Guid.NewGuid(), person.AccountId, 1)).Done);
        Assert.Equal(Refusal.SignedOut, (await new OrganisationService(Town.Runner).ListAsync(person, new OrganisationFilter())).Refusal); // the old session stays ended
    }

    [Fact]
    public async Task Disable_WhenOwn_IsRefused()
    {
        var administrator = Town.Administrator();

        Assert.Equal("Account.Own", (await Service.DisableAsync(administrator, Guid.NewGuid(), administrator.AccountId, 0)).Refusal?.Code);
    }

    [Fact]
    public async Task Administrators_WhenTheyWouldAllBeGone_AreKept()
    {
        var one = Town.Administrator();
        Town.Write(db =>
        {
            foreach (var other in db.Users.Where(a => a.Id != one.AccountId && a.Posts.Any(p => p.Kind == PostKind.Administrator)))
            {
                other.DisabledAt = Town.Start;
            }
        });
        var unit = Town.Unit();
        var posts = new List<PostInput> { new(PostKind.Officer, unit.Id) };

        Assert.Equal("Account.LastAdministrator", (await Service.SetPostsAsync(one, Guid.NewGuid(), new PostsInput { Id = one.AccountId, Posts = posts })).Refusal?.Code);

        var two = Town.Administrator();
        Assert.Equal("Account.OwnAdministration", (await Service.SetPostsAsync(one, Guid.NewGuid(), new PostsInput { Id = one.AccountId, Posts = posts })).Refusal?.Code);
        Assert.True((await Service.SetPostsAsync(one, Guid.NewGuid(), new PostsInput { Id = two.AccountId, Posts = posts })).Done);
        Assert.Equal(Refusal.NotFound, (await Service.DisableAsync(two, Guid.NewGuid(), one.AccountId, 0)).Refusal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Administrators_OfWhomTheOtherIsDisabledOrAnAuditor_AreKept(bool disabled)
    {
        var one = Town.Administrator();
        var other = disabled ? Town.Administrator() : Town.Auditor();
        Town.Write(db => db.Users.Single(a => a.Id == other.AccountId).DisabledAt = disabled ? Town.Start : null);
        var unit = Town.Unit();

        var outcome = await Service.SetPostsAsync(one, Guid.NewGuid(), new PostsInput { Id = one.AccountId, Posts = [new(PostKind.Officer, unit.Id)] });

        Assert.Equal("Account.LastAdministrator", outcome.Refusal?.Code);
    }

    [Fact]
    public async Task Disable_OfAnAdministrator_MakesNoOtherOrganisationsPageStale()
    {
        var (unit, one, two) = (Town.Unit(), Town.Administrator(), Town.Administrator());
        Town.Centre();
        var before = await VersionsAsync();
        Assert.True((await Service.DisableAsync(one, Guid.NewGuid(), two.AccountId, 0)).Done);

        Assert.Equal([OrganisationKind.Administration], (await VersionsAsync()).Except(before).Select(o => o.Kind));

        async Task<List<(long Id, OrganisationKind Kind, int Version)>> VersionsAsync()
        {
            await using var db = Town.Look();
            return [.. (await db.Organisations.ToListAsync(Cancellation)).Select(o => (o.Id, o.Kind, o.Version))];
        }
    }

    [Fact]
    public async Task Administrators_WhenTwoDisableEachOtherAtOnce_OneRemains()
    {
        Town.Centre();
        var (one, two) = (Town.Administrator(), Town.Administrator());
        Town.Write(db =>
        {
            foreach (var other in db.Users.Where(a => a.Id != one.AccountId && a.Id != two.AccountId && a.Posts.Any(p => p.Kind == PostKind.Administrator)))
            {
                other.DisabledAt = Town.Start;
            }
        });

        var outcomes = await Task.WhenAll(
            Task.Run(() => Service.DisableAsync(one, Guid.NewGuid(), two.AccountId, 0), Cancellation),
            Task.Run(() => Service.DisableAsync(two, Guid.NewGuid(), one.AccountId, 0), Cancellation));

        Assert.Single(outcomes, o => o.Done);
    }

    [Fact]
    public async Task SetPosts_WhenChanged_TakesEffectAtTheNextCommand()
    {
        var unit = Town.Unit();
        var person = Town.Officer(unit);

        Assert.True((await Service.SetPostsAsync(Town.Administrator(), Guid.NewGuid(), new PostsInput
        {
            Id = person.AccountId,
            Posts = [new PostInput(PostKind.Administrator, Town.Administration().Id)],
        })).Done);

        Assert.True((await Service.ListAsync(person, new AccountFilter())).Done);
        await using var db = Town.Look();
        Assert.Contains("SetPosts", await db.History.Where(h => h.Subject == nameof(Account) && h.SubjectId == person.AccountId).Select(h => h.Act).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task SetPosts_WhenEnterpriseUserOrEmptyOrStale_IsRefused()
    {
        var administrator = Town.Administrator();
        var unit = Town.Unit();
        var user = Town.EnterpriseUser(Town.Enterprise());
        var officer = Town.Officer(unit);
        List<PostInput> posts = [new(PostKind.Officer, unit.Id)];

        Assert.Equal("Account.EnterpriseAndPosts", await Set(new PostsInput { Id = user.AccountId, Posts = posts }));
        Assert.Equal("Account.NoPosts", await Set(new PostsInput { Id = officer.AccountId }));
        Assert.Equal("Stale", await Set(new PostsInput { Id = officer.AccountId, Posts = posts, Version = 3 }));

        async Task<string?> Set(PostsInput input) => (await Service.SetPostsAsync(administrator, Guid.NewGuid(), input)).Refusal?.Code;
    }

    [Fact]
    public async Task Leave_WhenStillAButler_IsRefusedUntilHandedOver()
    {
        var administrator = Town.Administrator();
        var (city, unit) = (Town.EconomicCity(), Town.Unit());
        var specialist = Town.Specialist(city);
        var enterprise = Town.Enterprise(city);
        Town.Assign(specialist, enterprise);
        List<PostInput> elsewhere = [new(PostKind.Officer, unit.Id)];

        Assert.Equal("Account.StillButler", (await Service.DisableAsync(administrator, Guid.NewGuid(), specialist.AccountId, 0)).Refusal?.Code);
        Assert.Equal("Account.ButlerNeedsPost", (await Service.SetPostsAsync(administrator, Guid.NewGuid(), new PostsInput { Id = specialist.AccountId, Posts = elsewhere })).Refusal?.Code);

        List<PostInput> stays = [.. elsewhere, new(PostKind.Specialist, city.Id)];
        Assert.True((await Service.SetPostsAsync(administrator, Guid.NewGuid(), new PostsInput { Id = specialist.AccountId, Posts = stays })).Done);
        Town.Write(db => db.ButlerAssignments.Single(b => b.EnterpriseId == enterprise.Id).Until = Town.Clock.Today);
        Assert.True((await Service.SetPostsAsync(administrator, Guid.NewGuid(), new PostsInput { Id = specialist.AccountId, Posts = elsewhere, Version = 1 })).Done);
    }

    [Fact]
    public async Task List_WhenFiltered_FindsByNamePhoneOrganisationAndState()
    {
        var administrator = Town.Administrator();
        var unit = Town.Unit();
        var input = NewPerson(new PostInput(PostKind.Head, unit.Id));
        input.DisplayName = $"欧阳{input.UserName}";
        input.Phone = "13911112222";
        var id = (await Service.CreateAsync(administrator, Guid.NewGuid(), input)).Value;

        Assert.Equal(id, (await Find(new AccountFilter(input.DisplayName[..8]))).Id);
        Assert.Equal(id, (await Find(new AccountFilter(input.UserName.ToUpperInvariant()))).Id);
        Assert.Equal(unit.Name, Assert.Single((await Find(new AccountFilter("13911112222", OrganisationId: unit.Id))).Posts).OrganisationName);
        Assert.Equal(0, (await Service.ListAsync(administrator, new AccountFilter(input.UserName, Disabled: true))).Value.Total);
        Assert.Equal(0, (await Service.ListAsync(administrator, new AccountFilter(input.UserName, OfEnterprises: true))).Value.Total);
        Assert.Equal("TooLong", (await Service.ListAsync(administrator, new AccountFilter(new string('长', 10_000)))).Refusal?.Code);

        async Task<AccountRow> Find(AccountFilter filter) => Assert.Single((await Service.ListAsync(administrator, filter)).Value.Items);
    }

    [Fact]
    public async Task Get_WhenAdministrator_ShowsWhatAFormNeeds()
    {
        var administrator = Town.Administrator();
        var city = Town.EconomicCity();
        var manager = Town.GeneralManager(city);
        Town.Assign(manager, Town.Enterprise(city));

        var details = (await Service.GetAsync(administrator, manager.AccountId)).Value;

        Assert.Equal((1, false, PostKind.GeneralManager), (details.Butlers, details.IsOwn, Assert.Single(details.Account.Posts).Kind));
        Assert.True((await Service.GetAsync(administrator, administrator.AccountId)).Value.IsOwn);
        Assert.Equal(Refusal.NotFound, (await Service.GetAsync(administrator, -1)).Refusal);
    }

    [Fact]
    public async Task Change_WhenGoodOrBad_WritesOrRefuses()
    {
        var administrator = Town.Administrator();
        var person = Town.Officer(Town.Unit());

        Assert.True((await Service.ChangeAsync(administrator, Guid.NewGuid(), new AccountInput { Id = person.AccountId, DisplayName = "新名", Phone = "021-59150000" })).Done);
        Assert.Equal(Refusal.Stale, (await Service.ChangeAsync(administrator, Guid.NewGuid(), new AccountInput { Id = person.AccountId, DisplayName = "甲" })).Refusal);
        Assert.Equal("Phone.Form", (await Service.ChangeAsync(administrator, Guid.NewGuid(), new AccountInput { Id = person.AccountId, Version = 1, DisplayName = "甲", Phone = "9" })).Refusal?.Code);
        await using var db = Town.Look();
        Assert.Equal("新名", (await db.Users.SingleAsync(a => a.Id == person.AccountId, Cancellation)).DisplayName);
    }

    private static NewAccountInput NewPerson(params PostInput[] posts) => new()
    {
        UserName = $"u{Guid.NewGuid():N}"[..12],
        DisplayName = "李工",
        Password = Good,
        Posts = [.. posts],
    };

    public sealed class OnSqlite(SqliteDatabase database) : AccountServiceTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : AccountServiceTests(database), IClassFixture<PostgresDatabase>;
}
