using ServicePackage.Core.Operations;
using ServicePackage.Core.Search;
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
        Assert.Equal((number, Enterprise.Name), (Assert.Single(byNumber.Tickets).Number, byNumber.Tickets[0].EnterpriseName));
        var byName = await FindAsync(Dispatcher, Enterprise.Name);
        Assert.Equal(Enterprise.Id, Assert.Single(byName.Enterprises).Id);
        Assert.Contains(byName.Tickets, t => t.Number == number);
        Assert.Contains((await FindAsync(Dispatcher, Unit.Name[..2])).Organisations, o => o.Id == Unit.Id);
        Assert.Equal(Found.Nothing, await FindAsync(Dispatcher, Unit.Name[..1]));
    }

    [Fact]
    public async Task Find_WhatTheReaderMayNotSee_GivesNothing()
    {
        var number = await RaisedAsync();
        var other = Town.EnterpriseUser(Town.Enterprise());

        Assert.Empty((await FindAsync(other, number)).Tickets);
        Assert.Empty((await FindAsync(other, Enterprise.Name)).Enterprises);
        Assert.Empty((await FindAsync(other, Unit.Name)).Organisations);
        Assert.Empty((await FindAsync(Officer, number)).Tickets);
        Assert.Single((await FindAsync(Applicant, number)).Tickets);
    }

    [Theory]
    [InlineData("TooLong")]
    [InlineData("Unreadable")]
    public async Task Find_WithATextThatCannotBeSearched_IsRefused(string code)
    {
        var text = code == "TooLong" ? new string('水', 10_000) : "a\0b";

        Assert.Equal(code, (await _finder.FindAsync(Dispatcher, text, Cancellation)).Refusal?.Code);
    }

    private async Task<Found> FindAsync(Caller who, string text) => (await _finder.FindAsync(who, text, Cancellation)).Value;

    public sealed class OnSqlite(SqliteDatabase database) : FindTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : FindTests(database), IClassFixture<PostgresDatabase>;
}
