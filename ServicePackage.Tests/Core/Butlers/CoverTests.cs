using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Butlers;

/// <summary>Cover for absent butlers, by dates. The town's day is Monday 2 March 2026.</summary>
public abstract class CoverTests : TownTests
{
    private readonly Organisation _city;
    private readonly Enterprise _one;
    private readonly Enterprise _two;
    private readonly Caller _absent;
    private readonly Caller _coverer;

    protected CoverTests(TestDatabase database)
        : base(database)
    {
        _city = Town.EconomicCity();
        (_one, _two) = (Town.Enterprise(_city), Town.Enterprise(_city));
        (_absent, _coverer) = (Town.Specialist(_city), Town.Specialist(_city));
        Town.Assign(_absent, _one);
        Town.Assign(_absent, _two);
    }

    private CoverService Service => new(Town.Runner);

    private CoverReader Reader => new(Town.Runner);

    private DateOnly Today => Town.Clock.Today;

    [Fact]
    public async Task Give_ByTheAbsentButler_ShowsOnTheCard_AndEndsWithItsLastDayInShanghai()
    {
        Must(await GiveAsync(_absent, from: Today.AddDays(1), until: Today.AddDays(14)));

        Town.GoTo(Today, new TimeOnly(23, 59));
        Assert.Null((await CardAsync(_one)).Cover);
        Town.GoTo(Today.AddDays(1), new TimeOnly(0, 0));
        var card = await CardAsync(_one);
        Assert.Equal((_absent.AccountId, _coverer.AccountId, new DateOnly(2026, 3, 16)), (card.AccountId, card.Cover!.AccountId, card.Cover.Until));
        Assert.Equal([_absent.AccountId, _coverer.AccountId], card.Accounts);
        Town.GoTo(new DateOnly(2026, 3, 16), new TimeOnly(23, 59));
        Assert.NotNull((await CardAsync(_two)).Cover);
        Assert.Equal([_one.Id, _two.Id], await ServedAsync(_coverer));
        Town.GoTo(new DateOnly(2026, 3, 17), new TimeOnly(0, 0));
        Assert.Null((await CardAsync(_two)).Cover);
        Assert.Empty(await ServedAsync(_coverer));
        Assert.Equal([_one.Id, _two.Id], await ServedAsync(_absent)); // nothing was moved
    }

    [Fact]
    public async Task Give_TellsWhoCoversAndTheAbsent_ButNotWhoActs()
    {
        Must(await GiveAsync(Town.Dispatcher()));

        await using var db = Town.Look();
        Assert.Equal(["CoverGiven"], await db.Notices.Where(n => n.AccountId == _coverer.AccountId).Select(n => n.Kind).ToListAsync(Cancellation));
        Assert.Equal(["CoverGivenBeside"], await db.Notices.Where(n => n.AccountId == _absent.AccountId).Select(n => n.Kind).ToListAsync(Cancellation));
        Assert.Contains("GiveCover", await db.History.Where(h => h.Subject == nameof(Enterprise) && h.SubjectId == _one.Id).Select(h => h.Act).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Give_ForSome_LeavesTheOthersUncovered()
    {
        Must(await GiveAsync(_absent, some: [_two]));

        Assert.Null((await CardAsync(_one)).Cover);
        Assert.NotNull((await CardAsync(_two)).Cover);
        Assert.Equal([_two.Id], await ServedAsync(_coverer));
    }

    [Fact]
    public async Task Give_IsForTheButlerTheCitysManagerAndTheCentre_AndNobodyElse()
    {
        var (own, other) = (Town.GeneralManager(_city), Town.GeneralManager(Town.EconomicCity()));

        Assert.Equal("Cover.NotAll", await RefusedAsync(other)); // nor is it told their names
        Assert.Equal("Cover.MayNotGive", await RefusedAsync(_coverer));
        Assert.Equal("NotFound", await RefusedAsync(Town.EnterpriseUser(_one)));
        Assert.Null(await RefusedAsync(own));

        async Task<string?> RefusedAsync(Caller who) => (await GiveAsync(who)).Refusal?.Code;
    }

    [Fact]
    public async Task Give_ByAManager_OfAButlerOfTwoCities_IsForThoseOfTheCityAlone()
    {
        var (elsewhere, manager) = (Town.Enterprise(), Town.GeneralManager(_city));
        Town.Assign(_absent, elsewhere);

        var choices = (await Reader.ChoicesAsync(manager, _absent.AccountId, Cancellation)).Value;

        Assert.Equal((2, false), (choices.Enterprises.Count, choices.IsAll));
        Assert.Equal("Cover.NotAll", (await GiveAsync(manager)).Refusal!.Code);
        Assert.Null((await GiveAsync(manager, some: [_one, _two])).Refusal);
    }

    [Fact]
    public async Task Give_ToWhoDoesNotFit_OrIsAbsentThemselves_IsRefused()
    {
        var (another, away) = (Town.Specialist(Town.EconomicCity()), Town.Specialist(_city));
        var theirs = Town.Enterprise(_city);
        Town.Assign(away, theirs);
        Must(await GiveAsync(away, absent: away));

        Assert.Equal(("Cover.Unfit", "CovererId"), await RefusedAsync(another));
        Assert.Equal(("Cover.CovererAway", "CovererId"), await RefusedAsync(away));
        Assert.Equal(("Cover.Self", "CovererId"), await RefusedAsync(_absent));
        Assert.Equal(("Cover.NobodyChosen", "CovererId"), await RefusedAsync(new Caller(0)));

        async Task<(string? Code, string? Field)> RefusedAsync(Caller coverer)
        {
            var refusal = (await GiveAsync(_absent, coverer: coverer)).Refusal;
            return (refusal?.Code, refusal?.Field);
        }
    }

    [Fact]
    public async Task Give_ByWhoCoversInTheseDays_IsRefused()
    {
        Town.Assign(_coverer, Town.Enterprise(_city));
        Must(await GiveAsync(_absent));

        Assert.Equal("Cover.AbsentCovers", (await GiveAsync(_coverer, absent: _coverer, coverer: Town.Specialist(_city))).Refusal!.Code);
    }

    [Fact]
    public async Task Give_WhenOneIsCoveredOnOneOfTheDays_IsRefused_AndOtherwiseNot()
    {
        var third = Town.Specialist(_city);
        Must(await GiveAsync(_absent, from: Today, until: Today.AddDays(5), some: [_one]));

        Assert.Equal("Cover.Overlaps", (await GiveAsync(_absent, coverer: third, from: Today.AddDays(5), until: Today.AddDays(9))).Refusal!.Code);
        Assert.Equal("Cover.Overlaps", (await GiveAsync(_absent, coverer: third, from: Today.AddDays(5), until: Today.AddDays(9), some: [_one])).Refusal!.Code);
        Must(await GiveAsync(_absent, coverer: third, from: Today.AddDays(5), until: Today.AddDays(9), some: [_two]));
        Must(await GiveAsync(_absent, coverer: third, from: Today.AddDays(10), until: Today.AddDays(12)));
    }

    [Theory]
    [InlineData(-1, 3, "出差", "Cover.FromPast")]
    [InlineData(3, 2, "出差", "Leader.EndsBefore")]
    [InlineData(0, 183, "出差", "Cover.TooLong")]
    [InlineData(367, 370, "出差", "Cover.TooFar")]
    [InlineData(0, 3, "  ", "Missing")]
    public async Task Give_WithBadInput_IsRefusedAndWritesNothing(int from, int until, string reason, string code)
    {
        Assert.Equal(code, (await GiveAsync(_absent, from: Today.AddDays(from), until: Today.AddDays(until), reason: reason)).Refusal!.Code);

        await using var db = Town.Look();
        Assert.Empty(await db.ButlerCovers.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task End_Early_StopsAtOnce_AsksForAReason_AndOnlyOnce()
    {
        var id = Must(await GiveAsync(_absent));

        Assert.Equal("Missing", (await EndAsync(_absent, id, reason: "")).Refusal!.Code);
        Assert.Equal("Cover.NotYours", (await EndAsync(_coverer, id)).Refusal!.Code);
        Assert.Equal("NotFound", (await EndAsync(Town.Specialist(_city), id)).Refusal!.Code);
        Must(await EndAsync(_absent, id));

        Assert.Null((await CardAsync(_one)).Cover);
        Assert.Equal("Stale", (await EndAsync(_absent, id)).Refusal!.Code);
        Assert.Equal("Cover.Over", (await EndAsync(_absent, id, version: 1)).Refusal!.Code);
        Must(await GiveAsync(_absent)); // the days are free again
    }

    [Fact]
    public async Task End_OfOneToCome_WithdrawsIt()
    {
        var id = Must(await GiveAsync(_absent, from: Today.AddDays(5), until: Today.AddDays(9)));

        Must(await EndAsync(Town.Dispatcher(), id));

        Assert.Empty((await Reader.ListAsync(_absent, 0, 50, Cancellation)).Value.Covers.Items);
        Town.GoTo(Today.AddDays(6), new TimeOnly(9, 0));
        Assert.Null((await CardAsync(_one)).Cover);
    }

    [Fact]
    public async Task HandOver_DuringACover_LeavesNothingBehind()
    {
        Must(await GiveAsync(_absent));
        var next = Town.Specialist(_city);
        var assignment = (await CardAsync(_one)).AssignmentId;

        Must(await new ButlerService(Town.Runner).HandOverAsync(Town.Dispatcher(), Guid.NewGuid(), new ButlerInput { EnterpriseId = _one.Id, AccountId = next.AccountId, AssignmentId = assignment }));

        Assert.Equal((next.AccountId, (CoverCard?)null), ((await CardAsync(_one)).AccountId, (await CardAsync(_one)).Cover));
        Assert.Equal([_two.Id], await ServedAsync(_coverer));
    }

    [Fact]
    public async Task Coverer_CannotLeaveThePostThatMakesThemFit()
    {
        var administrator = Town.Administrator();
        Must(await GiveAsync(_absent));
        await using var db = Town.Look();
        var op = new Operation(db, new Actor(administrator.AccountId, "", null, []), Town.Clock.Now, Town.House);

        Assert.Equal("Account.StillCovers", (await ButlerDutiesAsync(op, _coverer, null))?.Code);
        Assert.Equal("Account.StillCovers", (await ButlerDutiesAsync(op, _coverer, [new PostInput(PostKind.Officer, _city.Id)]))?.Code);
        Assert.Null(await ButlerDutiesAsync(op, _coverer, [new PostInput(PostKind.GeneralManager, _city.Id)]));
    }

    [Fact]
    public async Task Unfit_AreListedWithTheReason_AndServeAsBefore()
    {
        var (manager, gone, left) = (Town.GeneralManager(_city), Town.Specialist(_city), Town.Enterprise(_city));
        Town.Assign(gone, left);
        Town.Write(db => db.Posts.Where(p => p.AccountId == gone.AccountId).ExecuteDelete());
        Town.Write(db => db.Enterprises.Single(e => e.Id == _one.Id).Tier = EnterpriseTier.District);
        Town.Write(db => db.Enterprises.Single(e => e.Id == _two.Id).EconomicCityId = Town.EconomicCity().Id);

        var all = (await Reader.ListAsync(Town.Dispatcher(), 0, 50, Cancellation)).Value;
        Assert.Equivalent(new[] { (_one.Id, UnfitReason.District), (_two.Id, UnfitReason.City), (left.Id, UnfitReason.NoPost) }, all.Unfit.Items.Select(u => (u.EnterpriseId, u.Reason)), strict: true);
        Assert.True(all.MayName);
        Assert.Equivalent(new[] { _one.Id, left.Id }, (await Reader.ListAsync(manager, 0, 50, Cancellation)).Value.Unfit.Items.Select(u => u.EnterpriseId), strict: true);
        Assert.Equal(_absent.AccountId, (await CardAsync(_one)).AccountId);
        Assert.Equal([_one.Id, _two.Id], await ServedAsync(_absent));
    }

    private static Task<Refusal?> ButlerDutiesAsync(Operation op, Caller who, IReadOnlyList<PostInput>? posts) => new ButlerRoom().RefusalAsync(op, who.AccountId, posts);

    private static T Must<T>(Outcome<T> outcome) => outcome.Done ? outcome.Value : throw new Xunit.Sdk.XunitException(outcome.Refusal!.Sentence);

    private Task<Outcome<long>> GiveAsync(Caller by, Caller? absent = null, Caller? coverer = null, DateOnly? from = null, DateOnly? until = null, IReadOnlyList<Enterprise>? some = null, string reason = "出差") =>
        Service.GiveAsync(by, Guid.NewGuid(), new CoverInput
        {
            AbsentId = (absent ?? _absent).AccountId,
            CovererId = (coverer ?? _coverer).AccountId,
            From = from ?? Today,
            Until = until ?? Today.AddDays(13),
            All = some is null,
            EnterpriseIds = [.. (some ?? []).Select(e => e.Id)],
            Reason = reason,
        });

    private Task<Outcome<Nothing>> EndAsync(Caller by, long id, int version = 0, string reason = "提前返回") =>
        Service.EndAsync(by, Guid.NewGuid(), new CoverEndInput { Id = id, Version = version, Reason = reason });

    private async Task<ButlerCard> CardAsync(Enterprise enterprise) => (await new ButlerService(Town.Runner).OfAsync(Town.Dispatcher(), enterprise.Id)).Value;

    private async Task<List<long>> ServedAsync(Caller who)
    {
        await using var db = Town.Look();
        return await db.ServedBy(who.AccountId, Today).Order().ToListAsync(Cancellation);
    }

    public sealed class OnSqlite(SqliteDatabase database) : CoverTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : CoverTests(database), IClassFixture<PostgresDatabase>;
}
