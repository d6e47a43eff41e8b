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

    /// <summary>Who asked or spoke last before this answer.</summary>
    Asker,
}

/// <summary>
/// Whom a clock tells at its levels. Each level tells those of the levels before as well, each person once. The enterprise
/// is reminded before the due date alone: nobody is troubled without need (plan §一 无事不扰; docs/procedure.md).
/// </summary>
public sealed record EscalationSteps(
    IReadOnlyList<Recipient> Approaching,
    IReadOnlyList<Recipient> Breach,
    IReadOnlyList<Recipient> Second,
    IReadOnlyList<Recipient> Third)
{
    /// <summary>Whether level three puts the demand on the next meeting's agenda.</summary>
    public bool ThirdOnAgenda { get; init; }

    /// <summary>Everybody a level tells; nobody where the level names nobody more and leads nowhere.</summary>
    public IReadOnlyList<Recipient> At(EscalationLevel level)
    {
        IReadOnlyList<Recipient>[] steps = [Approaching, Breach, Second, Third];
        var last = (int)level - (int)EscalationLevel.Approaching;
        if (steps[last].Count == 0 && !(level == EscalationLevel.Third && ThirdOnAgenda))
        {
            return [];
        }

        return [.. steps.Take(last + 1).SelectMany(s => s).Distinct().Where(r => r != Recipient.Enterprise || level == EscalationLevel.Approaching)];
    }

    /// <summary>Whether there is anything to do at a level. The breach itself is always recorded.</summary>
    public bool HasAny(EscalationLevel level) => level switch
    {
        EscalationLevel.Approaching => Approaching.Count > 0,
        EscalationLevel.Breach => true,
        EscalationLevel.Second => Second.Count > 0 || Third.Count > 0 || ThirdOnAgenda,
        EscalationLevel.Third => Third.Count > 0 || ThirdOnAgenda,
        _ => false,
    };
}

/// <summary>The one table of escalation: a clock's kind to the people its levels tell.</summary>
public static class EscalationLadder
{
    private static readonly EscalationSteps CentreDecides =
        new([Recipient.Dispatcher], [Recipient.CentreLead, Recipient.FirstAsked], [Recipient.GeneralLiaison], []) { ThirdOnAgenda = true };

    private static readonly EscalationSteps UnitOwesEnterprise =
        new([Recipient.Officer, Recipient.Liaison], [Recipient.Head, Recipient.Butler], [Recipient.CentreLead], [Recipient.GeneralLiaison]);

    private static readonly EscalationSteps EnterpriseAndFirstAsked =
        new([Recipient.Enterprise, Recipient.FirstAsked], [], [], []);

    private static readonly Dictionary<ClockKind, EscalationSteps> Table = new()
    {
        [ClockKind.Dispatch] = CentreDecides,
        [ClockKind.ReturnDecision] = CentreDecides,
        [ClockKind.CourseDecision] = CentreDecides,
        [ClockKind.TypeDecision] = CentreDecides,
        [ClockKind.Ruling] = CentreDecides,
        [ClockKind.RefusalWindow] = new([Recipient.Dispatcher], [], [], []),
        [ClockKind.Review] = new([Recipient.Officer], [Recipient.Liaison], [Recipient.CentreLead], [Recipient.GeneralLiaison]),
        [ClockKind.Handling] = new([Recipient.Officer], [Recipient.Liaison, Recipient.FirstAsked, Recipient.Butler], [Recipient.CentreLead], [Recipient.GeneralLiaison]),
        [ClockKind.SupportingTask] = new([Recipient.Officer], [Recipient.Liaison, Recipient.LeadOfficer], [Recipient.CentreLead], []),
        [ClockKind.Supplement] = new([Recipient.Enterprise], [Recipient.FirstAsked], [], []),
        [ClockKind.Confirmation] = new([Recipient.Enterprise], [Recipient.FirstAsked], [], []),
        [ClockKind.Deeming] = EnterpriseAndFirstAsked,
        [ClockKind.Rating] = EnterpriseAndFirstAsked,
        [ClockKind.BadRatingContact] = UnitOwesEnterprise,
        [ClockKind.WrittenReply] = UnitOwesEnterprise,
        [ClockKind.MonthlyProgress] = new([Recipient.Liaison], [Recipient.Dispatcher], [Recipient.CentreLead], [Recipient.GeneralLiaison]),
        [ClockKind.LegalDate] = new([Recipient.Officer], [Recipient.Liaison], [Recipient.CentreLead], []),
        [ClockKind.Urge] = new([Recipient.Officer], [Recipient.Urger], [Recipient.CentreLead], []),
    };

    /// <summary>The steps of a kind of clock.</summary>
    public static EscalationSteps For(ClockKind kind) => Table[kind];
}
