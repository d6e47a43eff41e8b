using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Organisations;

/// <summary>Who goes along with a merger, who is told of it, and what it takes to make one; a third organisation stands by each time.</summary>
public abstract class MergePeopleTests : TownTests
{
    private readonly Organisation _ending;
    private readonly Organisation _heir;
    private readonly Organisation _neighbour;
    private readonly Caller _administrator;

    protected MergePeopleTests(TestDatabase database)
        : base(database)
    {
        (_ending, _heir, _neighbour) = (Town.Unit("A城建办"), Town.Unit("B综合办"), Town.Unit("C水务站"));
        _administrator = Town.Administrator();
    }

    private OrganisationMerge Mergers => new(Town.Runner);

    [Fact]
    public async Task Preview_AmongOthers_NamesItsOwnPeopleAndTheUnitsInUse()
    {
        var (disabled, one, gone) = (Town.Unit("D规土所"), Town.PersonAt(_ending, PostKind.Officer, PostKind.Liaison), Town.Officer(_ending));
        Town.CooperatingDepartment();
        Town.EconomicCity();
        Town.Head(_heir);
        Disable(gone);
        Town.Write(db => db.Organisations.Single(o => o.Id == disabled.Id).DisabledAt = Town.Start);

        var preview = (await Mergers.PreviewAsync(_administrator, _ending.Id, Cancellation)).Value;

        Assert.Equal([_heir.Id, _neighbour.Id], preview.Targets.Select(t => t.Id));
        Assert.Equal([(one.AccountId, PostKind.Officer), (one.AccountId, PostKind.Liaison)], preview.People.Select(p => (p.AccountId, p.Post)).Order());
        Assert.Equal([("People", 1)], preview.Duties.Where(d => d.Count > 0).Select(d => (d.Name, d.Count)));
        Assert.Equal(Refusal.NotFound, (await Mergers.PreviewAsync(_administrator, disabled.Id, Cancellation)).Refusal);
        Assert.Equal(Refusal.NotFound, (await Mergers.PreviewAsync(_administrator, -1, Cancellation)).Refusal);
        Assert.Equal("Organisation.AdministratorOnly", (await Mergers.PreviewAsync(one, _ending.Id, Cancellation)).Refusal?.Code);
    }

    [Theory]
    [InlineData(OrganisationKind.Centre)]
    [InlineData(OrganisationKind.Leadership)]
    [InlineData(OrganisationKind.Administration)]
    public async Task Merge_OfWhatThereMustBe_IsRefusedBeforeAndAfterThePreview(OrganisationKind kind)
    {
        var one = kind switch { OrganisationKind.Centre => Town.Centre(), OrganisationKind.Leadership => Town.Leadership(), _ => Town.Administration() };

        Assert.Equal("Organisation.Indispensable", (await Mergers.PreviewAsync(_administrator, one.Id, Cancellation)).Refusal?.Code);
        Assert.Equal("Organisation.Indispensable", (await MergeAsync(one, _heir)).Refusal?.Code);
    }

    [Fact]
    public async Task Merge_MovesThePostsOfThoseChosenAndOfDisabledAccounts_AndTakesTheOthers()
    {
        var (both, goes, stays, gone) = (Town.Liaison(_ending), Town.PersonAt(_ending, PostKind.Officer, PostKind.Head), Town.Liaison(_ending), Town.Officer(_ending));
        var native = Town.Head(_heir);
        Town.Write(db => db.Posts.AddRange(
            new Post { AccountId = both.AccountId, OrganisationId = _heir.Id, Kind = PostKind.Liaison },
            new Post { AccountId = stays.AccountId, OrganisationId = _neighbour.Id, Kind = PostKind.Officer }));
        Disable(gone);

        Assert.True((await MergeAsync(_ending, _heir, both, goes)).Done);

        await using var db = Town.Look();
        var posts = await db.Posts.Where(p => p.AccountId != _administrator.AccountId).Select(p => new { p.AccountId, p.OrganisationId, p.Kind }).ToListAsync(Cancellation);
        (long, long, PostKind)[] expected =
        [
            (both.AccountId, _heir.Id, PostKind.Liaison), // held there already, and once is enough
            (goes.AccountId, _heir.Id, PostKind.Officer),
            (goes.AccountId, _heir.Id, PostKind.Head),
            (stays.AccountId, _neighbour.Id, PostKind.Officer),
            (gone.AccountId, _heir.Id, PostKind.Officer), // so that a disabled account keeps what it had
            (native.AccountId, _heir.Id, PostKind.Head),
        ];
        Assert.Equal(expected.Order(), posts.Select(p => (p.AccountId, p.OrganisationId, p.Kind)).Order());
        Assert.Equal(
            new[] { both, goes, stays, gone }.Select(c => c.AccountId).Order(),
            (await db.Users.Where(a => a.Version == 1).Select(a => a.Id).ToListAsync(Cancellation)).Order());
        Assert.All(await db.Users.Where(a => a.Id == native.AccountId || a.Id == _administrator.AccountId).ToListAsync(Cancellation), a => Assert.Equal(0, a.Version));
    }

    [Fact]
    public async Task Merge_ChangesTheTwoAlone_AndEachHasItInItsHistory()
    {
        Assert.True((await MergeAsync(_ending, _heir)).Done);

        await using var db = Town.Look();
        var rows = await db.Organisations.Where(o => o.Kind == OrganisationKind.Unit).OrderBy(o => o.Name).Select(o => new { o.Version, o.DisabledAt }).ToListAsync(Cancellation);
        Assert.Equal([(1, Town.Start), (1, null), (0, null)], rows.Select(r => (r.Version, r.DisabledAt)));
        var acts = await db.History.Where(h => h.Subject == nameof(Organisation)).OrderBy(h => h.SubjectId).Select(h => new { h.SubjectId, h.Act }).ToListAsync(Cancellation);
        Assert.Equal([(_ending.Id, "Merge"), (_heir.Id, "TakeOver")], acts.Select(h => (h.SubjectId, h.Act)));
    }

    [Theory]
    [InlineData("", "A城建办", true)]
    [InlineData("", " A城建办 ", true)]
    [InlineData("U", "U", true)]
    [InlineData("Urban Office", "Urban Office ", true)]
    [InlineData("Urban Office", "A城建办", true)]
    [InlineData("Urban Office", "Urban", false)]
    [InlineData("Urban Office", "", false)]
    [InlineData("", "", false)]
    [InlineData("", "B综合办", false)]
    public async Task Merge_WhenItsNameIsTypedInEitherLanguage_IsMade(string english, string typed, bool done)
    {
        Town.Write(db => db.Organisations.Single(o => o.Id == _ending.Id).EnglishName = english);

        var outcome = await Mergers.MergeAsync(_administrator, Guid.NewGuid(), new MergeInput { Id = _ending.Id, IntoId = _heir.Id, Name = typed }, Cancellation);

        Assert.Equal(done ? (null, null) : ("Organisation.MergeName", nameof(MergeInput.Name)), (outcome.Refusal?.Code, outcome.Refusal?.Field));
        await using var db = Town.Look();
        Assert.Equal(done, (await db.Organisations.SingleAsync(o => o.Id == _ending.Id, Cancellation)).DisabledAt is not null);
    }

    [Fact]
    public async Task Merge_WhenEitherIsGoneAlready_IsRefused()
    {
        var nowhere = new Organisation { Id = -1, Name = "无" };

        Assert.Equal(Refusal.NotFound, (await MergeAsync(nowhere, _heir)).Refusal);
        Assert.Equal(("Organisation.MergeTargetGone", nameof(MergeInput.IntoId)), Beside(await MergeAsync(_ending, nowhere)));
        Assert.Equal(("Organisation.MergeTargetMissing", nameof(MergeInput.IntoId)), Beside(await MergeAsync(_ending, new Organisation())));
        Assert.Equal(("Organisation.MergeSelf", nameof(MergeInput.IntoId)), Beside(await MergeAsync(_ending, _ending)));
        Assert.Equal(("Organisation.MergeKind", nameof(MergeInput.IntoId)), Beside(await MergeAsync(_ending, Town.CooperatingDepartment())));
        Town.Write(db => db.Organisations.Single(o => o.Id == _ending.Id).DisabledAt = Town.Start);
        Assert.Equal(Refusal.Stale, (await MergeAsync(_ending, _heir)).Refusal);

        static (string?, string?) Beside(Outcome<Merged> outcome) => (outcome.Refusal?.Code, outcome.Refusal?.Field);
    }

    [Fact]
    public async Task Merge_TellsTheLiaisonsInUseOfTheHeirAlone()
    {
        var (one, two, gone) = (Town.Liaison(_heir), Town.Liaison(_heir), Town.Liaison(_heir));
        Town.Head(_heir);
        Bystanders();
        Disable(gone);

        Assert.True((await MergeAsync(_ending, _heir)).Done);

        Assert.Equal([(one.AccountId, "OrganisationMerged"), (two.AccountId, "OrganisationMerged")], await ToldAsync());
    }

    [Fact]
    public async Task Merge_WhenTheHeirsLiaisonIsDisabled_TellsItsHeadAlone()
    {
        var (gone, head) = (Town.Liaison(_heir), Town.Head(_heir));
        Bystanders();
        Disable(gone);

        Assert.True((await MergeAsync(_ending, _heir)).Done);

        Assert.Equal([(head.AccountId, "OrganisationMerged")], await ToldAsync());
    }

    [Fact]
    public async Task Merge_WhenNobodyGivesOutWorkThere_TellsTheCentresLeadAlone_AndWithoutOneNobody()
    {
        Town.Officer(_heir);
        var (lead, late) = (Bystanders(), Town.Unit("E社建办"));

        Assert.True((await MergeAsync(_ending, _heir)).Done);
        Assert.Equal([(lead.AccountId, "OrganisationMerged")], await ToldAsync());

        Disable(lead);
        Assert.True((await MergeAsync(late, Town.Unit("F文体中心"))).Done);
        Assert.Single(await ToldAsync());
    }

    [Fact]
    public async Task Merge_OfACity_TellsTheManagerAndTheLiaisonOfTheHeir()
    {
        var (ending, heir, neighbour) = (Town.EconomicCity("城东经济城"), Town.EconomicCity("城西经济城"), Town.EconomicCity("城南经济城"));
        var (manager, liaison) = (Town.GeneralManager(heir), Town.Liaison(heir));
        Town.Specialist(heir);
        Town.GeneralManager(neighbour);
        var (mine, theirs) = (Town.Enterprise(ending), Town.Enterprise(neighbour));

        Assert.Equal(1, (await MergeAsync(ending, heir)).Value.Passed[nameof(Enterprise)]);

        Assert.Equal([(manager.AccountId, "OrganisationMerged"), (liaison.AccountId, "OrganisationMerged")], await ToldAsync());
        await using var db = Town.Look();
        var cities = await db.Enterprises.ToDictionaryAsync(e => e.Id, e => (e.EconomicCityId, e.Version), Cancellation);
        Assert.Equal(((heir.Id, 1), (neighbour.Id, 0)), (cities[mine.Id], cities[theirs.Id]));
    }

    [Fact]
    public async Task Merge_WhenAButlerIsLeftBehind_IsRefusedThoughTheHeirHasPeopleWhoFit()
    {
        var (ending, heir) = (Town.EconomicCity("城东经济城"), Town.EconomicCity("城西经济城"));
        var (butler, other) = (Town.Specialist(ending), Town.Specialist(ending));
        Town.Specialist(heir);
        Town.Assign(butler, Town.Enterprise(ending));

        var refusal = (await MergeAsync(ending, heir, other)).Refusal;

        await using var db = Town.Look();
        var name = await db.Users.Where(a => a.Id == butler.AccountId).Select(a => a.DisplayName).SingleAsync(Cancellation);
        Assert.Equal(("Organisation.MergeMustMove", nameof(MergeInput.People)), (refusal?.Code, refusal?.Field));
        Assert.Equal([name], refusal!.Arguments);
        Assert.Equal([ending.Id, ending.Id], await db.Posts.Where(p => p.AccountId == butler.AccountId || p.AccountId == other.AccountId).Select(p => p.OrganisationId).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Merge_WhenWhoIsLeftBehindFitsByAPostOfTheHeir_IsMade()
    {
        var (ending, heir) = (Town.EconomicCity("城东经济城"), Town.EconomicCity("城西经济城"));
        var butler = Town.Specialist(ending);
        Town.Assign(butler, Town.Enterprise(ending));
        Town.Write(db => db.Posts.Add(new Post { AccountId = butler.AccountId, OrganisationId = heir.Id, Kind = PostKind.GeneralManager }));

        Assert.True((await MergeAsync(ending, heir)).Done);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Merge_WhenWhoGoesAlongFittedNoLongerBefore_IsMade(bool disabled)
    {
        var (ending, heir) = (Town.EconomicCity("城东经济城"), Town.EconomicCity("城西经济城"));
        var butler = Town.Officer(ending);
        Town.Assign(butler, Town.Enterprise(ending));
        if (disabled)
        {
            Disable(butler);
        }

        Assert.True((await (disabled ? MergeAsync(ending, heir) : MergeAsync(ending, heir, butler))).Done);
    }

    /// <summary>People who give out work, but none of the heir's; gives the Centre's lead.</summary>
    private Caller Bystanders()
    {
        Town.Liaison(_neighbour);
        Town.Head(_neighbour);
        Town.Liaison(_ending);
        Town.Dispatcher();
        return Town.CentreLead();
    }

    private void Disable(Caller who) => Town.Write(db => db.Users.Single(a => a.Id == who.AccountId).DisabledAt = Town.Start);

    private async Task<List<(long, string)>> ToldAsync()
    {
        await using var db = Town.Look();
        return (await db.Notices.OrderBy(n => n.AccountId).Select(n => new { n.AccountId, n.Kind }).ToListAsync(Cancellation)).ConvertAll(n => (n.AccountId, n.Kind));
    }

    private Task<Outcome<Merged>> MergeAsync(Organisation ending, Organisation heir, params Caller[] people) =>
        Mergers.MergeAsync(_administrator, Guid.NewGuid(), new MergeInput
        {
            Id = ending.Id,
            IntoId = heir.Id,
            People = [.. people.Select(p => p.AccountId)],
            Name = ending.Name,
        }, Cancellation);

    public sealed class OnSqlite(SqliteDatabase database) : MergePeopleTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : MergePeopleTests(database), IClassFixture<PostgresDatabase>;
}
