namespace ServicePackage.Core.Tickets;

/// <summary>The level of a body above the town.</summary>
public enum BodyLevel
{
    /// <summary>区级部门.</summary>
    District,

    /// <summary>市级部门.</summary>
    City,
}
