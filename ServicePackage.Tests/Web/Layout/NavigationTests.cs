using Microsoft.AspNetCore.Components.Routing;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Layout;

namespace ServicePackage.Tests.Web.Layout;

/// <summary>The rail offers what the services open.</summary>
public sealed class NavigationTests(SqliteDatabase database) : TownTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Rail_OfTheCentre_HasItsDeskAndRaisesForAnyEnterprise()
    {
        Town.Enterprise();

        Assert.Equal(["Home", "Dispatch", "Overdue", "FollowUps", "Tickets", "NewTicket", "Enterprises", "Roster", "Packages", "Butlers", "Leaders", "Policies", "PolicyDrafts", "Applications", "TakeUp", "Services", "Events", "ServiceRequests", "ServiceDrafts", "Templates", "Organisations", "Calendar", "Notices"], await RailAsync(Town.Dispatcher()));
    }

    [Fact]
    public async Task Rail_OfAnOfficer_HasTheInboxAndRaisesNothing() =>
        Assert.Equal(["Home", "Inbox", "Tickets", "Enterprises", "Roster", "Policies", "PolicyDrafts", "Applications", "TakeUp", "Services", "Events", "ServiceDrafts", "Organisations", "Notices"], await RailAsync(Town.Officer(Town.Unit())));

    [Fact]
    public async Task Rail_OfASpecialist_RaisesForTheEnterprisesOfItsCity()
    {
        var city = Town.EconomicCity();
        var specialist = Town.Specialist(city);
        Assert.DoesNotContain("NewTicket", await RailAsync(specialist));

        Town.Enterprise(city);

        Assert.Contains("NewTicket", await RailAsync(specialist));
    }

    [Fact]
    public async Task Rail_OfAnEnterprise_HasItsOwnThingsAlone() =>
        Assert.Equal(["Home", "Tickets", "NewTicket", "OwnPackage", "OwnPolicies", "OwnServices", "OwnEnterprise", "OwnFacts", "Policies", "Services", "Events", "Notices"], await RailAsync(Town.EnterpriseUser(Town.Enterprise())));

    [Fact]
    public async Task Rail_OfAnAuditor_HasTheAuditLog() =>
        Assert.Equal(["Home", "Policies", "Services", "Events", "Organisations", "History", "Notices"], await RailAsync(Town.Auditor()));

    [Fact]
    public async Task Rail_OfWhoeverHoldsNoPost_HasNoDemands() =>
        Assert.Equal(["Home", "Policies", "Services", "Events", "Organisations", "Notices"], await RailAsync(Town.Stranger()));

    [Fact]
    public async Task Rail_OfAProvidersPerson_HasItsRequestsAndNothingOfTheTown() =>
        Assert.Equal(["Home", "Policies", "Services", "Events", "ServiceRequests", "ServiceDrafts", "Notices"], await RailAsync(Town.Liaison(Town.Provider())));

    [Fact]
    public async Task Rail_LightsUpTheCatalogueAtItsOwnAddressAlone_SinceOtherEntriesLieBelowIt()
    {
        var me = (await new MeService(Town.Runner, new CalendarSource()).ReadAsync(Town.Dispatcher(), Cancellation)).Value;

        var catalogue = Assert.Single(Navigation.For(me), e => e.Key == "Services");

        Assert.Equal(2, Navigation.For(me).Count(e => e.Address.StartsWith($"{catalogue.Address}/", StringComparison.Ordinal)));
        Assert.Equal(NavLinkMatch.All, MainLayout.Match(catalogue));
    }

    private async Task<IEnumerable<string>> RailAsync(Caller who)
    {
        var me = (await new MeService(Town.Runner, new CalendarSource()).ReadAsync(who, Cancellation)).Value;
        return Navigation.For(me).Select(e => e.Key);
    }
}
