namespace ServicePackage.Core.Tickets;

/// <summary>What an actor is to one demand. A move is allowed by relation, never by name or role alone.</summary>
[Flags]
public enum Relation
{
    /// <summary>Nothing: the demand does not exist for them.</summary>
    None = 0,

    /// <summary>Speaks for the enterprise.</summary>
    Enterprise = 1,

    /// <summary>The first-asked person 首问责任人 (plan §五(六)).</summary>
    FirstAsked = 2,

    /// <summary>The enterprise's butler, or who stands in.</summary>
    Butler = 4,

    /// <summary>Works at the enterprise's economic city.</summary>
    EconomicCity = 8,

    /// <summary>Works in the lead unit.</summary>
    LeadUnit = 16,

    /// <summary>Gives out the work of the lead unit.</summary>
    LeadLiaison = 32,

    /// <summary>Works in a supporting unit.</summary>
    SupportingUnit = 64,

    /// <summary>Gives out the work of a supporting unit.</summary>
    SupportingLiaison = 128,

    /// <summary>Works at the industry centre.</summary>
    Centre = 256,

    /// <summary>Leads the industry centre.</summary>
    CentreLead = 512,

    /// <summary>A town leader.</summary>
    TownLeader = 1024,

    /// <summary>The program itself, when a clock ends.</summary>
    System = 2048,

    /// <summary>Everybody who sees the demand.</summary>
    Anyone = Enterprise | FirstAsked | Butler | EconomicCity | LeadUnit | LeadLiaison | SupportingUnit | SupportingLiaison
        | Centre | CentreLead | TownLeader,
}
