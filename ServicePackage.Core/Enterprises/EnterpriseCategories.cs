namespace ServicePackage.Core.Enterprises;

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
