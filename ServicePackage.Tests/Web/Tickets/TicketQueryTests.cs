using ServicePackage.Core.Tickets;
using ServicePackage.Web.Features.Tickets;

namespace ServicePackage.Tests.Web.Tickets;

/// <summary>The filters of the list in its address.</summary>
public sealed class TicketQueryTests
{
    [Fact]
    public void Address_WhenReadBack_SaysTheSame()
    {
        var query = new TicketQuery
        {
            Text = "积水 & 排水",
            States = [TicketState.InProgress, TicketState.ReplyDue],
            Type = TicketType.Approval,
            Lamp = Lamp.Breached,
            UnitId = 7,
            EnterpriseId = 11,
            Withdrawn = true,
            OldestFirst = true,
            Page = 3,
        };

        var read = TicketQuery.From("https://town" + query.Address);

        Assert.Equal(query.States, read.States);
        Assert.Equal(query with { States = [] }, read with { States = [] });
        Assert.Equal(query.Address, read.Address);
    }

    [Fact]
    public void Address_WhenNothingIsFiltered_IsThePlainOne() => Assert.Equal("/tickets", new TicketQuery().Address);

    [Theory]
    [InlineData("?state=Nowhere&type=9&lamp=2&unit=x&page=-4&withdrawn=1&sort=up")]
    [InlineData("?page=99999999999999999999")]
    public void From_WhenPartsNameNothingKnown_LeavesThemOut(string query) =>
        Assert.Equal("/tickets", TicketQuery.From("https://town/tickets" + query).Address);
}
