using ServicePackage.Core.History;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Enterprises;

/// <summary>A key enterprise (plan §二).</summary>
public sealed class Enterprise : IHistoried
{
    /// <summary>Key.</summary>
    public long Id { get; set; }

    /// <summary>Registered name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Unified social credit code, normalised and checked; unique.</summary>
    public string CreditCode { get; set; } = "";

    /// <summary>District or town tier.</summary>
    public EnterpriseTier Tier { get; set; }

    /// <summary>The titles it holds; several at once.</summary>
    public EnterpriseCategories Categories { get; set; }

    /// <summary>The economic city that serves it.</summary>
    public long EconomicCityId { get; set; }

    /// <summary>The economic city that serves it.</summary>
    public Organisation EconomicCity { get; set; } = null!;

    /// <summary>The contact person.</summary>
    public string ContactName { get; set; } = "";

    /// <summary>The contact person's telephone.</summary>
    public string ContactPhone { get; set; } = "";

    /// <summary>Address of its premises.</summary>
    public string Address { get; set; } = "";

    /// <summary>The day it joined the current roster.</summary>
    public DateOnly OnRosterFrom { get; set; }

    /// <summary>The day it left the roster; null while on it. Afterwards it keeps its open demands and raises no new ones.</summary>
    public DateOnly? LeftRosterOn { get; set; }

    /// <summary>Raised by every change; a stale save is refused.</summary>
    public int Version { get; set; }

    string IHistoried.Subject => nameof(Enterprise);

    long IHistoried.SubjectId => Id;
}

/// <summary>The two tiers of the roster (plan §二).</summary>
public enum EnterpriseTier
{
    /// <summary>街镇重点企业.</summary>
    Town,

    /// <summary>区级重点企业.</summary>
    District,
}

/// <summary>Titles an enterprise may hold (plan §二).</summary>
[Flags]
public enum EnterpriseCategories
{
    /// <summary>None recorded.</summary>
    None = 0,

    /// <summary>专精特新.</summary>
    Specialised = 1,

    /// <summary>小巨人.</summary>
    LittleGiant = 2,

    /// <summary>创新型中小企业.</summary>
    Innovative = 4,

    /// <summary>高新技术企业.</summary>
    HighTech = 8,

    /// <summary>税收重点企业.</summary>
    KeyTaxpayer = 16,

    /// <summary>独角兽或潜力企业.</summary>
    Unicorn = 32,

    /// <summary>单项冠军.</summary>
    SingleChampion = 64,

    /// <summary>行业龙头.</summary>
    IndustryLeader = 128,
}
