namespace ServicePackage.Core.Tickets;

/// <summary>Who can be told, by what they are to the clock or the demand.</summary>
public enum Recipient
{
    /// <summary>The officer of the unit that holds the clock; its liaison where none is assigned.</summary>
    Officer,

    /// <summary>The liaison of the unit that holds the clock; its head where there is none.</summary>
    Liaison,

    /// <summary>The head of the unit that holds the clock.</summary>
    Head,

    /// <summary>The officer of the lead unit.</summary>
    LeadOfficer,

    /// <summary>The liaison of the lead unit.</summary>
    LeadLiaison,

    /// <summary>The officers and liaisons of the supporting units.</summary>
    Supporting,

    /// <summary>The Centre's dispatchers.</summary>
    Dispatcher,

    /// <summary>The Centre's lead.</summary>
    CentreLead,

    /// <summary>The general liaison of the task force.</summary>
    GeneralLiaison,

    /// <summary>The first-asked person.</summary>
    FirstAsked,

    /// <summary>The enterprise's butler.</summary>
    Butler,

    /// <summary>The enterprise's people.</summary>
    Enterprise,

    /// <summary>Who urged.</summary>
    Urger,

    /// <summary>Who recorded an answer for the enterprise that it contradicts.</summary>
    Recorder,

    /// <summary>Who asked or spoke last before this answer.</summary>
    Asker,
}
