namespace ServicePackage.Core.Catalogue;

/// <summary>Where a version of a service stands. That it is past its last day follows from that day and is never stored.</summary>
public enum ServiceState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Handed to the Centre for review.</summary>
    Submitted,

    /// <summary>Published; never changed again.</summary>
    Published,

    /// <summary>Published once, and replaced by a later version.</summary>
    Superseded,
}

/// <summary>The eight classes of services (plan §三(二)), in its order.</summary>
public enum ServiceClass
{
    /// <summary>创业培育.</summary>
    StartUp,

    /// <summary>创新赋能.</summary>
    Innovation,

    /// <summary>数字化转型.</summary>
    Digital,

    /// <summary>育才引才.</summary>
    Talent,

    /// <summary>管理咨询.</summary>
    Consulting,

    /// <summary>投融资.</summary>
    Finance,

    /// <summary>市场开拓.</summary>
    Market,

    /// <summary>权益保护.</summary>
    Rights,
}

/// <summary>Of which level a service is (plan §三(二): 市、区、镇).</summary>
public enum ServiceLevel
{
    /// <summary>Shanghai.</summary>
    City,

    District,

    Town,
}

/// <summary>How a service is given; one may be given in several ways.</summary>
[Flags]
public enum ServiceForms
{
    None = 0,

    /// <summary>线上.</summary>
    Online = 1,

    /// <summary>线下: at the provider's place.</summary>
    OnSite = 2,

    /// <summary>上门: at the enterprise.</summary>
    AtFirm = 4,
}

/// <summary>What a service costs.</summary>
public enum ServiceFee
{
    /// <summary>免费.</summary>
    Free,

    /// <summary>优惠: below what it costs elsewhere.</summary>
    Reduced,

    /// <summary>收费.</summary>
    Charged,
}
