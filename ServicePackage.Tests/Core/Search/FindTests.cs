using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Search;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Search;

/// <summary>Searching everything at once, within what the reader sees.</summary>
public abstract class FindTests : TicketTests
{
    private readonly FindService _finder;

    protected FindTests(TestDatabase database)
        : base(database) => _finder = new FindService(Town.Runner);

    [Fact]
    public async Task Find_ByTwoCharacters_GivesDemandsEnterprisesAndOrganisations()
    {
        var number = await RaisedAsync();

        var byNumber = await FindAsync(Dispatcher, number);
        Assert.Equal((number, Enterprise.Name), (Assert.Single(Of(byNumber, nameof(Ticket))).Name.Number, byNumber[0].Beside));
        var byName = await FindAsync(Dispatcher, Enterprise.Name);
        Assert.Equal(Enterprise.Id, Assert.Single(Of(byName, nameof(Enterprise))).Name.Id);
        Assert.Contains(byName, f => f.Name.Number == number);
        Assert.Contains(await FindAsync(Dispatcher, Unit.Name[..2]), f => f.Name is { Kind: nameof(Organisation) } && f.Name.Id == Unit.Id);
        Assert.Empty(await FindAsync(Dispatcher, Unit.Name[..1]));
    }

    [Fact]
    public async Task Find_WhatTheReaderMayNotSee_GivesNothing()
    {
        var number = await RaisedAsync();
        var other = Town.EnterpriseUser(Town.Enterprise());

        Assert.Empty(await FindAsync(other, number));
        Assert.Empty(await FindAsync(other, Enterprise.Name));
        Assert.Empty(await FindAsync(other, Unit.Name));
        Assert.Empty(await FindAsync(Officer, number));
        Assert.Single(await FindAsync(Applicant, number));
    }

    [Fact]
    public async Task Find_AnEnterprise_ByInitialsCodeAndTelephone()
    {
        var firm = Town.Enterprise(City, name: "上海澄光传感技术有限公司");
        Town.Write(db => db.Enterprises.Single(e => e.Id == firm.Id).ContactPhone = "021-59158862-801");

        foreach (var text in new[] { "cgcg", firm.CreditCode, firm.CreditCode[^8..].ToLowerInvariant(), "02159158862", "021-5915 8862", "5915-8862" })
        {
            Assert.Equal(firm.Id, Assert.Single(Of(await FindAsync(Specialist, text), nameof(Enterprise))).Name.Id);
        }

        Assert.Contains(Of(await FindAsync(Specialist, "8862"), nameof(Enterprise)), f => f.Name.Id == firm.Id);
        Assert.DoesNotContain(Of(await FindAsync(Specialist, "886"), nameof(Enterprise)), f => f.Name.Id == firm.Id);
    }

    [Fact]
    public async Task Find_ByATelephoneThatTheReaderMayNotSee_GivesNothingAndNotesNoLook()
    {
        var firm = Town.Enterprise(City, name: "上海澄光传感技术有限公司");
        Town.Write(db => db.Enterprises.Single(e => e.Id == firm.Id).ContactPhone = "13916204471");

        foreach (var reader in new[] { Town.TownLeader(), Town.Administrator(), Applicant, Officer, Town.Specialist(Town.EconomicCity("南翔经济城")) })
        {
            Assert.Empty(await FindAsync(reader, "13916204471"));
        }

        Assert.Single(await FindAsync(Dispatcher, "13916204471"));
        await using var db = Town.Look();
        Assert.DoesNotContain(db.History, h => h.Act == ContactPersonAccess.Look);
    }

    [Theory]
    [InlineData("2026年")]
    [InlineData("b2厂房")]
    [InlineData("Ｂ２厂房 2026")]
    public async Task Find_WhatWasTypedInWideSigns_ByOrdinaryOnes_InEverySearch(string text)
    {
        var firm = Town.Enterprise(City, name: "上海２０２６年Ｂ２厂房有限公司");
        var number = await RaisedAsync(title: "２０２６年Ｂ２厂房改造");

        var found = await FindAsync(Dispatcher, text);
        Assert.Equal(number, Assert.Single(Of(found, nameof(Ticket))).Name.Number);
        Assert.Equal(firm.Id, Assert.Single(Of(found, nameof(Enterprise))).Name.Id);
        Assert.Equal([number], (await new TicketList(Town.Runner, Moments).ListAsync(Dispatcher, new TicketFilter { Text = text }, Cancellation)).Value.Items.Select(t => t.Number));
        Assert.Equal([firm.Id], (await new EnterpriseService(Town.Runner).ListAsync(Dispatcher, new EnterpriseFilter(text))).Value.Items.Select(e => e.Id));
        Assert.Equal([firm.Id], (await new RaiseChoicesService(Town.Runner).EnterprisesAsync(Dispatcher, text, Cancellation)).Value.Select(e => e.Id));
    }

    [Theory]
    [InlineData("TooLong")]
    [InlineData("Unreadable")]
    public async Task Find_WithATextThatCannotBeSearched_IsRefused(string code)
    {
        var text = code == "TooLong" ? new string('水', 10_000) : "a\0b";

        Assert.Equal(code, (await _finder.FindAsync(Dispatcher, text, Cancellation)).Refusal?.Code);
    }

    private static IEnumerable<FoundRow> Of(IEnumerable<FoundRow> found, string kind) => found.Where(f => f.Name.Kind == kind);

    private async Task<IReadOnlyList<FoundRow>> FindAsync(Caller who, string text) => (await _finder.FindAsync(who, text, Cancellation)).Value;

    public sealed class OnSqlite(SqliteDatabase database) : FindTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : FindTests(database), IClassFixture<PostgresDatabase>;
}
