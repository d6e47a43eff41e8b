using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Butlers;

/// <summary>Who may be whose butler (plan §二, §五(六)).</summary>
public static class ButlerRules
{
    /// <summary>
    /// Whether this post makes its holder fit: for the district tier a town leader, for the town tier the general manager or a service
    /// specialist of the enterprise's own economic city.
    /// </summary>
    public static bool Qualifies(PostKind post, long organisationId, EnterpriseTier tier, long economicCityId) => tier switch
    {
        EnterpriseTier.District => post is PostKind.TownLeader or PostKind.GeneralLiaison,
        EnterpriseTier.Town => post is PostKind.GeneralManager or PostKind.Specialist && organisationId == economicCityId,
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, null),
    };

    /// <summary>
    /// The post the plan has in mind (§二): a town leader in the district tier; in the town tier the general manager where one of the town's leaders keeps contact with the
    /// enterprise, a service specialist otherwise.
    /// </summary>
    public static PostKind Usual(EnterpriseTier tier, bool hasLeader) =>
        tier == EnterpriseTier.District ? PostKind.TownLeader : hasLeader ? PostKind.GeneralManager : PostKind.Specialist;

    /// <summary>Who names butlers: the Centre; the administrator, setting up a town, an enterprise's first.</summary>
    public static bool MayAssign(Actor actor, bool isFirst) => actor.IsCentre || (isFirst && actor.IsAdministrator);
}
