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
