using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>Nobody leaves a demand without handing it on, and whoever handles one sees whose it is (plan §五(六)).</summary>
public abstract class DutiesTests(TestDatabase database) : TicketTests(database)
{
    private AccountService Accounts => new(Town.Runner, new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions())), new UpperInvariantLookupNormalizer(), Town.Time);

    private OrganisationService Organisations => new(Town.Runner);

    [Fact]
    public async Task DisableUnit_ThatLeadsOrSupports_IsRefusedUntilHandedOn()
    {
        var (administrator, support, second) = (Town.Administrator(), Town.Unit("水务站"), Town.Unit("规土所"));
        var number = await SupportedAsync(support);
        Assert.Equal(["Organisation.HasLeads", "Organisation.HasClocks", "Organisation.HasPeople"], await DisableAsync(Unit));
        Assert.Equal(["Organisation.HasTasks", "Organisation.HasClocks"], await DisableAsync(support));
        await DoneAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = second.Id, Text = "单位撤并。" });

        Assert.Equal(["Organisation.HasPeople"], await DisableAsync(Unit)); // no demand any more
        Assert.Empty(await DisableAsync(support)); // its task fell away
        Assert.Equal(["Organisation.HasLeads", "Organisation.HasClocks"], await DisableAsync(second));

        async Task<IEnumerable<string>> DisableAsync(Organisation unit) =>
            (await Organisations.DisableAsync(administrator, Guid.NewGuid(), unit.Id, unit.Version)).Refusal?.Details.Select(d => d.Code) ?? [];
    }

    [Fact]
    public async Task DisableAccount_OfTheFirstAskedPerson_IsRefusedUntilHandedOn()
    {
        var (administrator, successor) = (Town.Administrator(), Town.Specialist(City));
        var number = await AcceptedAsync();
        var refusal = (await Accounts.DisableAsync(administrator, Guid.NewGuid(), Specialist.AccountId, 0)).Refusal;
        Assert.Equal("Account.StillFirstAsked", refusal?.Code);
        Assert.Contains("首问责任", refusal!.Sentence, StringComparison.Ordinal);
        await DoneAsync(Specialist, number, Move.HandOnFirstAsked, new MoveInput { PersonId = successor.AccountId });

        Assert.True((await Accounts.DisableAsync(administrator, Guid.NewGuid(), Specialist.AccountId, 0)).Done);
    }

    [Fact]
    public async Task DisableAccount_OfAnOfficer_IsRefusedUntilAnotherIsAssigned()
    {
        var (administrator, support) = (Town.Administrator(), Town.Unit("水务站"));
        var (supportOfficer, supportLiaison) = (Town.Officer(support), Town.Liaison(support));
        var number = await SupportedAsync(support);
        await DoneAsync(Liaison, number, Move.Assign, new MoveInput { PersonId = Officer.AccountId });
        await DoneAsync(supportLiaison, number, Move.Assign, new MoveInput { PersonId = supportOfficer.AccountId });
        Assert.Equal("Account.StillOfficer", (await Accounts.DisableAsync(administrator, Guid.NewGuid(), Officer.AccountId, 0)).Refusal?.Code);
        Assert.Equal("Account.StillOfficer", (await Accounts.DisableAsync(administrator, Guid.NewGuid(), supportOfficer.AccountId, 0)).Refusal?.Code);
        await DoneAsync(supportOfficer, number, Move.FinishTask, new MoveInput { AboutId = await TaskAsync(number), Text = "已踏勘。" });
        await DoneAsync(Liaison, number, Move.Assign, new MoveInput { PersonId = Liaison.AccountId });

        Assert.True((await Accounts.DisableAsync(administrator, Guid.NewGuid(), Officer.AccountId, 0)).Done);
        Assert.True((await Accounts.DisableAsync(administrator, Guid.NewGuid(), supportOfficer.AccountId, 0)).Done);
    }

    [Fact]
    public async Task SetPosts_OfTheFirstAskedPerson_IsRefusedUntilHandedOn()
    {
        var (administrator, successor, other) = (Town.Administrator(), Town.Specialist(City), Town.EconomicCity("另一经济城"));
        var number = await AcceptedAsync();
        var refusal = await SetPostsAsync(administrator, Specialist, new(PostKind.Specialist, other.Id));
        Assert.Equal(("Account.StillFirstAsked", nameof(PostsInput.Posts)), (refusal?.Code, refusal?.Field));
        Assert.Contains("1件", refusal!.Sentence, StringComparison.Ordinal);
        Assert.Equal(PostKind.Specialist, Assert.Single(await PostsAsync(Specialist)).Kind);

        Assert.Null(await SetPostsAsync(administrator, Specialist, new(PostKind.GeneralManager, City.Id))); // as such, still the one to guide the enterprise
        Town.Write(db => db.Users.Single(a => a.Id == Specialist.AccountId).Version = 0);
        await DoneAsync(Specialist, number, Move.HandOnFirstAsked, new MoveInput { PersonId = successor.AccountId });
        Assert.Null(await SetPostsAsync(administrator, Specialist, new(PostKind.Specialist, other.Id)));
    }

    [Theory]
    [InlineData(PostKind.Specialist, true)]
    [InlineData(PostKind.GeneralManager, true)]
    [InlineData(PostKind.Officer, false)] // of the enterprise's city, but serving nobody
    [InlineData(PostKind.Dispatcher, true)]
    [InlineData(PostKind.CentreLead, true)]
    [InlineData(PostKind.TownLeader, false)]
    public async Task SetPosts_OfTheFirstAskedPerson_IsDoneWhereTheNewPostServesTheEnterpriseToo(PostKind kind, bool done)
    {
        await RaisedAsync();
        var where = kind switch { PostKind.Dispatcher or PostKind.CentreLead => Town.Centre(), PostKind.TownLeader => Town.Leadership(), _ => City };

        Assert.Equal(done ? null : "Account.StillFirstAsked", (await SetPostsAsync(Town.Administrator(), Specialist, new(kind, where.Id)))?.Code);
        Assert.Equal(done ? kind : PostKind.Specialist, Assert.Single(await PostsAsync(Specialist)).Kind);
    }

    [Fact]
    public async Task SetPosts_OfAButlerWhoIsAskedFirst_IsRefusedForDemandsOfOtherEnterprisesAlone()
    {
        var (administrator, leader, other) = (Town.Administrator(), Town.TownLeader(), Town.Enterprise(City));
        Town.Write(db => db.Enterprises.Single(e => e.Id == Enterprise.Id).Tier = EnterpriseTier.District);
        Town.Assign(leader, Enterprise);
        var (own, foreign) = (await RaisedAsync(), await RaisedAsync());
        AskFirst(own);
        Assert.Null(await SetPostsAsync(administrator, leader, new(PostKind.GeneralLiaison, Town.Leadership().Id)));

        Town.Write(db => db.Users.Single(a => a.Id == leader.AccountId).Version = 0);
        AskFirst(foreign);
        Town.Write(db => db.Tickets.Where(t => t.Number == foreign).ExecuteUpdate(set => set.SetProperty(t => t.EnterpriseId, other.Id)));
        var refusal = await SetPostsAsync(administrator, leader, new(PostKind.TownLeader, Town.Leadership().Id));

        Assert.Equal("Account.StillFirstAsked", refusal?.Code);
        Assert.Equal([1], refusal!.Arguments);

        void AskFirst(string number) => Town.Write(db => db.Tickets.Where(t => t.Number == number).ExecuteUpdate(set => set.SetProperty(t => t.FirstAskedId, leader.AccountId)));
    }

    [Fact]
    public async Task SetPosts_OfAnOfficerWhoStaysInTheUnit_OrHandlesNothing_IsDone()
    {
        var support = Town.Unit("水务站");
        var (supportOfficer, supportLiaison, colleague) = (Town.Officer(support), Town.Liaison(support), Town.Officer(support));
        var number = await SupportedAsync(support);
        await DoneAsync(Liaison, number, Move.Assign, new MoveInput { PersonId = Officer.AccountId });
        await DoneAsync(supportLiaison, number, Move.Assign, new MoveInput { PersonId = supportOfficer.AccountId });

        Assert.Null(await SetPostsAsync(Town.Administrator(), Officer, new(PostKind.Head, Unit.Id)));
        Assert.Null(await SetPostsAsync(Town.Administrator(), colleague, new(PostKind.Officer, Unit.Id)));
    }

    [Fact]
    public async Task SetPosts_OfAnOfficer_IsRefusedUntilAnotherIsAssigned()
    {
        var (administrator, support) = (Town.Administrator(), Town.Unit("水务站"));
        var (supportOfficer, supportLiaison) = (Town.Officer(support), Town.Liaison(support));
        var number = await SupportedAsync(support);
        await DoneAsync(Liaison, number, Move.Assign, new MoveInput { PersonId = Officer.AccountId });
        await DoneAsync(supportLiaison, number, Move.Assign, new MoveInput { PersonId = supportOfficer.AccountId });
        Assert.Equal("Account.StillOfficer", (await SetPostsAsync(administrator, Officer, new(PostKind.Officer, support.Id)))?.Code);
        Assert.Equal("Account.StillOfficer", (await SetPostsAsync(administrator, supportOfficer, new(PostKind.Officer, Unit.Id)))?.Code);
        Assert.Null(await SetPostsAsync(administrator, supportOfficer, new(PostKind.Head, support.Id))); // another post in the same unit

        await DoneAsync(Liaison, number, Move.Assign, new MoveInput { PersonId = Liaison.AccountId });
        Assert.Null(await SetPostsAsync(administrator, Officer, new(PostKind.Officer, support.Id)));
    }

    [Fact]
    public async Task Enterprise_WithADemandAUnitHandles_IsSeenByThatUnitAlone()
    {
        var (support, other) = (Town.Unit("水务站"), Town.Unit("文广中心"));
        await SupportedAsync(support);

        foreach (var (unit, sees) in new[] { (Unit, true), (support, true), (other, false) })
        {
            await using var db = Town.Look();
            var actor = await ActorLoader.LoadAsync(db, Town.Officer(unit), Town.Clock.Now, Cancellation);
            Assert.Equal(sees, db.Enterprises.VisibleTo(new Operation(db, actor!, Town.Clock.Now, Town.House)).Any(e => e.Id == Enterprise.Id));
        }
    }

    private async Task<Refusal?> SetPostsAsync(Caller administrator, Caller person, PostInput post) =>
        (await Accounts.SetPostsAsync(administrator, Guid.NewGuid(), new PostsInput { Id = person.AccountId, Posts = [post] })).Refusal;

    private async Task<List<Post>> PostsAsync(Caller person)
    {
        await using var db = Town.Look();
        return await db.Posts.Where(p => p.AccountId == person.AccountId).ToListAsync(Cancellation);
    }

    public sealed class OnSqlite(SqliteDatabase database) : DutiesTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : DutiesTests(database), IClassFixture<PostgresDatabase>;
}
