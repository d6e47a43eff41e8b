namespace ServicePackage.Core.Enterprises;

/// <summary>A new enterprise, as typed.</summary>
public sealed class NewEnterpriseInput
{
    /// <summary>Registered name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Unified social credit code.</summary>
    public string CreditCode { get; set; } = "";

    /// <summary>District or town tier.</summary>
    public EnterpriseTier Tier { get; set; }

    /// <summary>The titles it holds.</summary>
    public EnterpriseCategories Categories { get; set; }

    /// <summary>The economic city that serves it; 0 while none is chosen.</summary>
    public long EconomicCityId { get; set; }

    /// <summary>Address of its premises; may stay empty.</summary>
    public string Address { get; set; } = "";

    /// <summary>The contact person; may stay empty.</summary>
    public string ContactName { get; set; } = "";

    /// <summary>The contact person's telephone; may stay empty.</summary>
    public string ContactPhone { get; set; } = "";

    /// <summary>The day it joined the roster; today unless another is given.</summary>
    public DateOnly? OnRosterFrom { get; set; }
}

/// <summary>An enterprise's changed facts, as typed.</summary>
public sealed class EnterpriseInput
{
    /// <summary>Which enterprise.</summary>
    public long Id { get; set; }

    /// <summary>The version the person saw.</summary>
    public int Version { get; set; }

    /// <summary>Registered name.</summary>
    public string Name { get; set; } = "";

    /// <summary>District or town tier.</summary>
    public EnterpriseTier Tier { get; set; }

    /// <summary>The titles it holds.</summary>
    public EnterpriseCategories Categories { get; set; }

    /// <summary>The economic city that serves it.</summary>
    public long EconomicCityId { get; set; }

    /// <summary>Address of its premises; may stay empty.</summary>
    public string Address { get; set; } = "";
}

/// <summary>An enterprise's contact person, as typed.</summary>
public sealed class ContactPersonInput
{
    /// <summary>Which enterprise.</summary>
    public long Id { get; set; }

    /// <summary>The version the person saw.</summary>
    public int Version { get; set; }

    /// <summary>The contact person.</summary>
    public string ContactName { get; set; } = "";

    /// <summary>The contact person's telephone.</summary>
    public string ContactPhone { get; set; } = "";
}

/// <summary>A corrected credit code, as typed.</summary>
public sealed class CreditCodeInput
{
    /// <summary>Which enterprise.</summary>
    public long Id { get; set; }

    /// <summary>The version the person saw.</summary>
    public int Version { get; set; }

    /// <summary>The right code.</summary>
    public string CreditCode { get; set; } = "";

    /// <summary>Why it is corrected.</summary>
    public string Reason { get; set; } = "";
}

/// <summary>An enterprise leaves the roster or comes back to it.</summary>
public sealed class RosterInput
{
    /// <summary>Which enterprise.</summary>
    public long Id { get; set; }

    /// <summary>The version the person saw.</summary>
    public int Version { get; set; }

    /// <summary>From which day.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>Why.</summary>
    public string Reason { get; set; } = "";
}
