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
}
