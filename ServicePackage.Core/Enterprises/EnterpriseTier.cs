namespace ServicePackage.Core.Enterprises;

/// <summary>The two tiers of the roster (plan §二).</summary>
public enum EnterpriseTier
{
    /// <summary>街镇重点企业.</summary>
    Town,

    /// <summary>区级重点企业.</summary>
    District,
}
