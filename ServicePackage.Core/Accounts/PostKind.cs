using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Accounts;

/// <summary>The posts of the procedure (plan §四, §五).</summary>
public enum PostKind
{
    /// <summary>分派员: the Centre's officer who dispatches and decides.</summary>
    Dispatcher,

    /// <summary>中心负责人: the Centre's lead.</summary>
    CentreLead,

    /// <summary>承办人: the officer of a unit who handles demands.</summary>
    Officer,

    /// <summary>联络人: the liaison of a unit (§五(五)).</summary>
    Liaison,

    /// <summary>单位负责人: the head of a unit.</summary>
    Head,

    /// <summary>服务专员: a service specialist of an economic city (§二(二)).</summary>
    Specialist,

    /// <summary>总经理: the general manager of an economic city.</summary>
    GeneralManager,

    /// <summary>镇领导: a town leader.</summary>
    TownLeader,

    /// <summary>总联络人: the town leader in charge, general liaison of the task force (§五(五)).</summary>
    GeneralLiaison,

    /// <summary>系统管理员: accounts, jobs, metadata of the audit log; no demand content.</summary>
    Administrator,

    /// <summary>审计员: the audit log with its values.</summary>
    Auditor,
}

/// <summary>Which posts an organisation of a kind can have.</summary>
public static class PostKinds
{
    /// <summary>The posts that may be held in an organisation of this kind.</summary>
    public static IReadOnlyList<PostKind> In(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Centre => [PostKind.Dispatcher, PostKind.CentreLead],
        OrganisationKind.Unit or OrganisationKind.CooperatingDepartment =>
            [PostKind.Officer, PostKind.Liaison, PostKind.Head],
        OrganisationKind.EconomicCity =>
            [PostKind.Specialist, PostKind.GeneralManager, PostKind.Officer, PostKind.Liaison, PostKind.Head],
        OrganisationKind.Leadership => [PostKind.TownLeader, PostKind.GeneralLiaison],
        OrganisationKind.Administration => [PostKind.Administrator, PostKind.Auditor],
        OrganisationKind.Provider => [PostKind.Officer, PostKind.Liaison, PostKind.Head],
        _ => [],
    };
}
