using ServicePackage.Core.Accounts;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Tests.Core.Accounts;

/// <summary>Which posts each kind of organisation has (plan §二); a kind without a row fails.</summary>
public sealed class PostKindTests
{
    private static readonly Dictionary<OrganisationKind, PostKind[]> Table = new()
    {
        [OrganisationKind.Centre] = [PostKind.Dispatcher, PostKind.CentreLead],
        [OrganisationKind.Unit] = [PostKind.Officer, PostKind.Liaison, PostKind.Head],
        [OrganisationKind.CooperatingDepartment] = [PostKind.Officer, PostKind.Liaison, PostKind.Head],
        [OrganisationKind.EconomicCity] = [PostKind.Specialist, PostKind.GeneralManager, PostKind.Officer, PostKind.Liaison, PostKind.Head],
        [OrganisationKind.Leadership] = [PostKind.TownLeader, PostKind.GeneralLiaison],
        [OrganisationKind.Administration] = [PostKind.Administrator, PostKind.Auditor],
        [OrganisationKind.Provider] = [PostKind.Officer, PostKind.Liaison, PostKind.Head],
    };

    [Fact]
    public void EachKindOfOrganisation_HasThePostsOfTheTable() =>
        Assert.All(Enum.GetValues<OrganisationKind>(), kind => Assert.Equal(Table[kind].Order(), PostKinds.In(kind).Order()));

    [Fact]
    public void EachPost_IsSomewhere() => Assert.Equal(Enum.GetValues<PostKind>().Order(), Table.Values.SelectMany(p => p).Distinct().Order());
}
