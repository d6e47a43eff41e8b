using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Tickets;
using ServicePackage.Web.Features.Tickets;

namespace ServicePackage.Tests.Web.Tickets;

/// <summary>The view of the overdue board in its address.</summary>
public sealed class OverdueQueryTests
{
    [Fact]
    public void Address_WhenReadBack_SaysTheSame()
    {
        var filter = new OverdueFilter
        {
            Show = OverdueShow.WithApproaching,
            Text = "积水 & 排水",
            UnitId = 7,
            Stage = ClockKind.WrittenReply,
            Level = 2,
            Type = TicketType.Approval,
            Tier = EnterpriseTier.District,
            Age = OverdueAge.SecondWeek,
            Urging = OverdueUrging.Unanswered,
            TicketIds = [3, 4],
            Group = OverdueGrouping.Age,
            Sort = OverdueColumn.Enterprise,
            Descending = true,
        };
        var query = new OverdueQuery(filter, 3);

        var read = OverdueQuery.From("https://town" + query.Address);

        Assert.Equal(filter.TicketIds, read.Board.TicketIds);
        Assert.Equal(filter with { TicketIds = [] }, read.Board with { TicketIds = [] });
        Assert.Equal((3, query.Address), (read.Page, read.Address));
        Assert.StartsWith("/overdue/sheet?", query.SheetAddress, StringComparison.Ordinal);
        Assert.DoesNotContain("page=", query.SheetAddress, StringComparison.Ordinal);
    }

    [Fact]
    public void Address_OfTheUsualView_IsThePlainOne() => Assert.Equal("/overdue", new OverdueQuery(new OverdueFilter()).Address);

    [Theory]
    [InlineData("?show=7&unit=x&stage=Nowhere&level=4&type=9&tier=0&age=old&clock=z&group=moon&sort=-nothing&page=-4")]
    [InlineData("?page=99999999999999999999&level=-1")]
    public void From_WhenPartsNameNothingKnown_LeavesThemOut(string query) =>
        Assert.Equal("/overdue", (OverdueQuery.From("https://town/overdue" + query) with { Page = 1 }).Address);

    [Fact]
    public void SortedBy_ASecondTime_IsTheOtherWayRound()
    {
        var query = new OverdueQuery(new OverdueFilter(), 2).SortedBy(OverdueColumn.Title);

        Assert.Equal("/overdue?sort=Title", query.Address);
        Assert.Equal("/overdue?sort=-Title", query.SortedBy(OverdueColumn.Title).Address);
        Assert.Equal("/overdue", query.SortedBy(OverdueColumn.DaysOver).Address);
    }
}
