namespace ServicePackage.Core.Organisations;

/// <summary>The part an organisation plays (plan §四).</summary>
public enum OrganisationKind
{
    /// <summary>产业发展中心, the overall lead; exactly one.</summary>
    Centre,

    /// <summary>责任单位: handles demands in its field.</summary>
    Unit,

    /// <summary>配合部门: coordinates, and handles demands in its field.</summary>
    CooperatingDepartment,

    /// <summary>经济城: serves the enterprises registered with it.</summary>
    EconomicCity,

    /// <summary>镇领导班子: the town leaders, with the general liaison.</summary>
    Leadership,

    /// <summary>系统管理: administrators and auditors.</summary>
    Administration,

    /// <summary>服务机构: offers services to enterprises (§三(二)); takes no part in the handling of demands.</summary>
    Provider,
}

/// <summary>What a provider of services is by nature.</summary>
public enum ProviderNature
{
    /// <summary>公共: a public body.</summary>
    Public,

    /// <summary>公益: works for the public good without profit.</summary>
    NonProfit,

    /// <summary>市场化: sells its services.</summary>
    Commercial,
}
