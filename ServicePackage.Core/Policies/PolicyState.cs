namespace ServicePackage.Core.Policies;

/// <summary>Where a version stands. That a policy has expired follows from its legal period and is never stored.</summary>
public enum PolicyState
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

/// <summary>Who made the policy.</summary>
public enum PolicyLevel
{
    National,

    /// <summary>Shanghai.</summary>
    City,

    District,

    Town,
}

/// <summary>What a policy is about (plan §三(一)).</summary>
public enum PolicyKind
{
    /// <summary>人才.</summary>
    Talent,

    /// <summary>金融: loans, guarantees, interest.</summary>
    Financing,

    /// <summary>资金: taxes, subsidies, rewards.</summary>
    Funds,

    /// <summary>土地.</summary>
    Land,

    /// <summary>培训.</summary>
    Training,

    Digital,

    Innovation,

    /// <summary>资质: titles and recognitions.</summary>
    Titles,

    /// <summary>权益: what enterprises may count on.</summary>
    Rights,

    Other,
}
