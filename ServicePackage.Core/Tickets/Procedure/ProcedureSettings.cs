using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>
/// The hours and further figures of the procedure, and where a town departs from the lengths of <see cref="ClockRules"/>; section
/// "Procedure" of the configuration. Lengths are working days unless said otherwise.
/// </summary>
public sealed record ProcedureSettings : ISettings
{
    /// <summary>No length is longer: a working year.</summary>
    private const int LongestLength = 250;

    private const int MostTimes = 10;

    /// <summary>No date given lies further ahead: ten years.</summary>
    private const int LongestDate = 3660;

    private const int LongestReopening = 366;

    /// <inheritdoc/>
    public static string Section => "Procedure";

    /// <summary>Lengths of clocks that differ from those of <see cref="ClockRules"/>: "Procedure:Days:Review".</summary>
    public Dictionary<ClockKind, int> Days { get; init; } = [];

    /// <summary>Lengths of handling, by type, that differ: "Procedure:Handling:Consultation".</summary>
    public Dictionary<TicketType, int> Handling { get; init; } = [];

    /// <summary>Working days past due at which a level begins, where that differs from <see cref="Levels"/>: "Procedure:LevelDays:2".</summary>
    public Dictionary<int, int> LevelDays { get; init; } = [];

    /// <summary>Whom a kind of clock tells in addition at each level, by its number, where that differs from <see cref="ClockRules"/>: "Procedure:Ladders:Handling:0:0".</summary>
    public Dictionary<ClockKind, Dictionary<int, List<Recipient>>> Ladders { get; init; } = [];

    /// <summary>False: the Centre rules instead of the demand being deemed confirmed.</summary>
    public bool DeemingOn { get; init; } = true;

    /// <summary>The written reply this long overdue may be filed by the Centre.</summary>
    public int CentreRepliesAfter { get; init; } = 3;

    /// <summary>Hand-backs after which only the Centre's lead decides, naming a final unit.</summary>
    public int HandBacksBeforeLead { get; init; } = 2;

    /// <summary>Working days after receipt in which a unit can apply for return; later it asks the Centre to reassign.</summary>
    public int ReturnWithin { get; init; } = 3;

    /// <summary>Calendar days ahead at which the statutory date of an approval lies at most.</summary>
    public int StatutoryWithinDays { get; init; } = 365;

    /// <summary>Calendar days ahead at which the legal date of proceedings lies at most.</summary>
    public int LegalWithinDays { get; init; } = 730;

    /// <summary>The most calendar days ahead of a promise, an improvement, an instruction's answer or what a higher body is expected to say.</summary>
    public int PromiseWithinDays { get; init; } = 365;

    /// <summary>Working days in which the enterprise can contradict an answer recorded for it.</summary>
    public int ContradictWithin { get; init; } = 3;

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

    /// <summary>The length of a kind of clock. Throws for one that has no length: its last day is given.</summary>
    public int DaysOf(ClockKind kind) => Days.TryGetValue(kind, out var days) ? days : ClockRules.For(kind).Days
        ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "This clock ends on a day that is given, or its length goes by the type.");

    /// <summary>The length of a kind of clock of a demand of this type. Throws for a type that has none.</summary>
    public int DaysOf(ClockKind kind, TicketType type) => ClockRules.For(kind) is { DaysByType: { Count: > 0 } byType }
        ? Handling.TryGetValue(type, out var days) ? days : byType[type]
        : DaysOf(kind);

    /// <summary>Whom a kind of clock tells at its levels.</summary>
    public EscalationLadder LadderOf(ClockKind kind) => ClockRules.For(kind).Ladder is var ladder && Ladders.TryGetValue(kind, out var steps)
        ? new EscalationLadder([.. Enumerable.Range(Levels.DueSoon, steps.Keys.Max() + 1).Select(l => steps.TryGetValue(l, out var step) ? step.ToArray() : [])]) { AgendaAt = ladder.AgendaAt }
        : ladder;

    /// <summary>Working days past due at which a level begins.</summary>
    public int LevelAfter(int level) => LevelDays.TryGetValue(level, out var days) ? days : Levels.Begins(level);

    /// <inheritdoc/>
    public Refusal? Refuse() =>
        SettingRules.Refuse(
        [
            .. Days.Select(d => ($"{Section}:{nameof(Days)}:{d.Key}", d.Value, 1, LongestLength)),
            .. Handling.Select(d => ($"{Section}:{nameof(Handling)}:{d.Key}", d.Value, 1, LongestLength)),
            .. LevelDays.Select(d => ($"{Section}:{nameof(LevelDays)}:{d.Key}", d.Value, 1, LongestLength)),
            ($"{Section}:{nameof(CentreRepliesAfter)}", CentreRepliesAfter, 0, LongestLength),
            ($"{Section}:{nameof(HandBacksBeforeLead)}", HandBacksBeforeLead, 1, MostTimes),
            ($"{Section}:{nameof(ReturnWithin)}", ReturnWithin, 1, LongestLength),
            ($"{Section}:{nameof(StatutoryWithinDays)}", StatutoryWithinDays, 1, LongestDate),
            ($"{Section}:{nameof(LegalWithinDays)}", LegalWithinDays, 1, LongestDate),
            ($"{Section}:{nameof(PromiseWithinDays)}", PromiseWithinDays, 1, LongestDate),
            ($"{Section}:{nameof(ContradictWithin)}", ContradictWithin, 1, LongestLength),
            ($"{Section}:{nameof(NotDoneBeforeCourse)}", NotDoneBeforeCourse, 1, MostTimes),
            ($"{Section}:{nameof(ReopenWithinDays)}", ReopenWithinDays, 1, LongestReopening),
        ])
        ?? (Days.Keys.FirstOrDefault(k => ClockRules.For(k).Days is null) is var given and not default(ClockKind) ? new Refusal("Settings.NoLength", $"{Section}:{nameof(Days)}:{given}") : null)
        ?? (LevelDays.Keys.FirstOrDefault(k => k <= Levels.Breach || !Levels.PastDue.Contains(k), Levels.None) is var level and not Levels.None ? new Refusal("Settings.NoLevel", $"{Section}:{nameof(LevelDays)}:{level}") : null)
        ?? (Levels.PastDue.Skip(1).Zip(Levels.PastDue.Skip(2)).Any(l => LevelAfter(l.First) >= LevelAfter(l.Second)) ? new Refusal("Settings.LevelOrder", $"{Section}:{nameof(LevelDays)}") : null)
        ?? (Ladders.Where(l => !IsLadder(l.Key, l.Value)).Select(l => $"{Section}:{nameof(Ladders)}:{l.Key}").FirstOrDefault() is { } wrong ? new Refusal("Settings.Ladder", wrong, Levels.PastDue[^1]) : null)
        ?? (Opening >= CloseOfBusiness ? new Refusal("Settings.Hours", $"{Section}:{nameof(Opening)}", $"{Section}:{nameof(CloseOfBusiness)}") : null)
        ?? (CalendarDuties >= CloseOfBusiness ? new Refusal("Settings.Hours", $"{Section}:{nameof(CalendarDuties)}", $"{Section}:{nameof(CloseOfBusiness)}") : null);

    /// <summary>Somebody is warned, levels and people exist, and the enterprise is told of nothing but of its own clocks, ahead.</summary>
    private static bool IsLadder(ClockKind kind, Dictionary<int, List<Recipient>>? steps) =>
        Enum.IsDefined(kind) && steps?.GetValueOrDefault(Levels.DueSoon) is { Count: > 0 }
        && steps.All(s => (s.Key == Levels.DueSoon || Levels.PastDue.Contains(s.Key)) && s.Value?.TrueForAll(EscalationLadder.CanBeTold) == true
            && (!s.Value.Contains(Recipient.Enterprise) || (s.Key == Levels.DueSoon && ClockRules.For(kind).Holder == ClockHolder.Enterprise)));
}
