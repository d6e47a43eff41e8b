namespace ServicePackage.Core.Enterprises;

/// <summary>A new enterprise, as typed.</summary>
public class NewEnterpriseInput
{
    public string Name { get; set; } = "";

    /// <summary>Unified social credit code.</summary>
    public string CreditCode { get; set; } = "";

    public EnterpriseTier Tier { get; set; }

    /// <summary>The kinds of title it holds, as in <see cref="ListCatalogue"/>; their dates are told later.</summary>
    public IReadOnlyList<string> Titles { get; set; } = [];

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
    public long Id { get; set; }

    /// <summary>The version the person saw.</summary>
    public int Version { get; set; }

    public string Name { get; set; } = "";

    public EnterpriseTier Tier { get; set; }

    /// <summary>The economic city that serves it.</summary>
    public long EconomicCityId { get; set; }

    /// <summary>Address of its premises; may stay empty.</summary>
    public string Address { get; set; } = "";
}

/// <summary>An enterprise's contact person, as typed.</summary>
public sealed class ContactPersonInput
{
    public long Id { get; set; }

    /// <summary>The version the person saw.</summary>
    public int Version { get; set; }

    public string ContactName { get; set; } = "";

    /// <summary>The contact person's telephone.</summary>
    public string ContactPhone { get; set; } = "";
}

/// <summary>A corrected credit code, as typed.</summary>
public sealed class CreditCodeInput
{
    public long Id { get; set; }

    /// <summary>The version the person saw.</summary>
    public int Version { get; set; }

    public string CreditCode { get; set; } = "";

    public string Reason { get; set; } = "";
}

/// <summary>An enterprise leaves the roster or comes back to it.</summary>
public sealed class RosterInput
{
    public long Id { get; set; }

    /// <summary>The version the person saw.</summary>
    public int Version { get; set; }

    public DateOnly? Day { get; set; }

    public string Reason { get; set; } = "";
}
