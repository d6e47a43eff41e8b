using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>
/// The lengths and hours of the procedure; section "Procedure" of the configuration. Lengths are working days unless
/// said otherwise. The defaults are the plan's, and where it is silent what was decided.
/// </summary>
public sealed record ProcedureSettings
{
    /// <summary>The Centre dispatches (§六(一)).</summary>
    public int Dispatch { get; init; } = 1;

    /// <summary>A unit reviews the work order (§六(二)).</summary>
    public int Review { get; init; } = 1;

    /// <summary>Handling of a consultation (§六(二)).</summary>
    public int Consultation { get; init; } = 5;

    /// <summary>Handling of a coordination (§六(二)).</summary>
    public int Coordination { get; init; } = 15;

    /// <summary>Handling of an approval until its statutory date is entered.</summary>
    public int Approval { get; init; } = 15;

    /// <summary>The Centre decides a return application (§六(二)).</summary>
    public int ReturnDecision { get; init; } = 2;

    /// <summary>The enterprise confirms (§六(三)).</summary>
    public int Confirmation { get; init; } = 3;

    /// <summary>After a silent confirmation period, until the demand is deemed confirmed.</summary>
    public int Deeming { get; init; } = 5;

    /// <summary>False: the Centre rules instead of the demand being deemed confirmed.</summary>
    public bool DeemingOn { get; init; } = true;

    /// <summary>The enterprise rates.</summary>
    public int Rating { get; init; } = 15;

    /// <summary>The lead unit contacts the enterprise after a bad rating.</summary>
    public int BadRatingContact { get; init; } = 1;

    /// <summary>The Centre may refuse a "cannot be met".</summary>
    public int RefusalWindow { get; init; } = 2;

    /// <summary>The Centre decides the course after repeated "not done".</summary>
    public int CourseDecision { get; init; } = 2;

    /// <summary>The Centre decides a change of type.</summary>
    public int TypeDecision { get; init; } = 2;

    /// <summary>The Centre rules on a silent confirmation.</summary>
    public int Ruling { get; init; } = 2;

    /// <summary>The sealed written reply (§六(四)).</summary>
    public int WrittenReply { get; init; } = 15;

    /// <summary>The enterprise supplies what was asked for.</summary>
    public int Supplement { get; init; } = 5;

    /// <summary>Level two after the breach.</summary>
    public int SecondLevelAfter { get; init; } = 3;

    /// <summary>Level three after the breach.</summary>
    public int ThirdLevelAfter { get; init; } = 5;

    /// <summary>The written reply this long overdue may be filed by the Centre.</summary>
    public int CentreRepliesAfter { get; init; } = 3;

    /// <summary>Hand-backs after which only the Centre's lead decides, naming a final unit.</summary>
    public int HandBacksBeforeLead { get; init; } = 2;

    /// <summary>"Not done" answers from which on the Centre decides the course.</summary>
    public int NotDoneBeforeCourse { get; init; } = 2;

    /// <summary>Calendar days after closing in which a demand can be reopened or rated late.</summary>
    public int ReopenWithinDays { get; init; } = 30;

    /// <summary>Sign-in name of the leader who is also told at level three about district-tier enterprises; empty for nobody.</summary>
    public string DistrictLeader { get; init; } = "";

    /// <summary>Deadlines end at this hour of their last day (Shanghai).</summary>
    public TimeOnly CloseOfBusiness { get; init; } = TownTime.CloseOfBusiness;

    /// <summary>Approaching-due warnings begin at this hour (Shanghai).</summary>
    public TimeOnly Opening { get; init; } = TownTime.Opening;

    /// <summary>Calendar duties fall due at this hour of their day (Shanghai).</summary>
    public TimeOnly CalendarDuties { get; init; } = TownTime.CalendarDuties;

    /// <summary>The handling limit of a type.</summary>
    public int Handling(TicketType type) => type switch
    {
        TicketType.Consultation => Consultation,
        TicketType.Coordination => Coordination,
        _ => Approval,
    };
}
