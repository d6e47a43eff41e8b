using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;

namespace ServicePackage.Tests.Core.Butlers;

/// <summary>Which posts make fit for which tier; all others do not.</summary>
public sealed class ButlerRulesTests
{
    private const long City = 3;
    private const long Elsewhere = 4;

    private static readonly HashSet<(EnterpriseTier Tier, PostKind Post, long OrganisationId)> Fit =
    [
        (EnterpriseTier.District, PostKind.TownLeader, City), // wherever the post is
        (EnterpriseTier.District, PostKind.TownLeader, Elsewhere),
        (EnterpriseTier.District, PostKind.GeneralLiaison, City),
        (EnterpriseTier.District, PostKind.GeneralLiaison, Elsewhere),
        (EnterpriseTier.Town, PostKind.GeneralManager, City),
        (EnterpriseTier.Town, PostKind.Specialist, City),
    ];

    [Fact]
    public void EachPost_InTheEnterprisesCityAndElsewhere_FitsTheTiersOfTheTable()
    {
        var found = new HashSet<(EnterpriseTier, PostKind, long)>();
        foreach (var tier in Enum.GetValues<EnterpriseTier>())
        {
            foreach (var post in Enum.GetValues<PostKind>())
            {
                found.UnionWith(new[] { City, Elsewhere }.Where(o => ButlerRules.Qualifies(post, o, tier, City)).Select(o => (tier, post, o)));
            }
        }

        Assert.Equal(Fit, found);
    }

    [Fact]
    public void ATierNobodyThoughtOf_IsABug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ButlerRules.Qualifies(PostKind.Specialist, City, (EnterpriseTier)9, City));
}
