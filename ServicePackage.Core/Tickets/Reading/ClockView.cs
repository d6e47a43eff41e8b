using System.Globalization;
using System.Text.Json.Serialization;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>The lamp of a clock: shape, colour and word.</summary>
public enum Lamp
{
    /// <summary>正常.</summary>
    Normal,

    /// <summary>暂停计时.</summary>
    Paused,

    /// <summary>临期.</summary>
    Approaching,

    /// <summary>超期.</summary>
    Breached,
}

/// <summary>A clock as a screen shows it at one moment.</summary>
public sealed record ClockView
{
    private static readonly Lamp[] WorstFirst = [Lamp.Breached, Lamp.Approaching, Lamp.Normal, Lamp.Paused];

    /// <summary>Key; the explanation of the due date is asked for by it.</summary>
    public required long Id { get; init; }

    public required ClockKind Kind { get; init; }

    public required ClockHolder Holder { get; init; }

    public long? UnitId { get; init; }

    /// <summary>The name of that unit, where it was asked for.</summary>
    public string UnitName { get; init; } = "";

    public required int Cycle { get; init; }

    /// <summary>When it started (UTC).</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>The last day (Shanghai).</summary>
    public required DateOnly DueDay { get; init; }

    /// <summary>The instant it is due (UTC).</summary>
    public required DateTime DueAt { get; init; }

    /// <summary>The due day before an extension.</summary>
    public DateOnly? OriginalDueDay { get; init; }

    public required Lamp Lamp { get; init; }

    /// <summary>The number of the level of the breach; 0 when not breached.</summary>
    public required int Level { get; init; }

    /// <summary>True when the count touches a year without a published arrangement (暂定).</summary>
    public required bool Provisional { get; init; }

    /// <summary>Working days left, today not counted; 0 when due today or past.</summary>
    public required int DaysLeft { get; init; }

    /// <summary>Working days over; 0 when not breached or not yet a whole day.</summary>
    public required int DaysOver { get; init; }

    public required PauseReason PausedFor { get; init; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>Whether it has not ended.</summary>
    public bool IsOpen => EndedAt is null;

    public ClockOutcome? Outcome { get; init; }

    /// <summary>What it is called; a month's progress names its month.</summary>
    [JsonIgnore]
    public string Name => Kind == ClockKind.MonthlyProgress
        ? Wording.Sentence("Clock.ProgressOf", TownTime.DayOf(StartedAt).ToString(Wording.Text("Format.Month"), CultureInfo.CurrentCulture))
        : Wording.Name(Kind);

    /// <summary>How urgent it is, the worst first.</summary>
    public (int, int, DateTime) Urgency => (Array.IndexOf(WorstFirst, Lamp), -DaysOver, DueAt);

    /// <summary>As whoever is not told that the demand was reported as not to be met sees it: it runs, unless it stands still for another reason.</summary>
    internal ClockView AsInHand() => (PausedFor & ~PauseReason.Suspended) is var other && other == PauseReason.None && Lamp == Lamp.Paused
        ? this with { PausedFor = other, Lamp = Lamp.Normal }
        : this with { PausedFor = other };

    /// <summary>The view of a clock at a moment.</summary>
    public static ClockView Of(TicketClock clock, Moment moment, string unitName = "")
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(moment);
        var breached = clock.IsBreached(moment.Now);
        var over = clock.DaysOver(moment);
        var lamp = clock.Paused && !breached ? Lamp.Paused
            : breached ? Lamp.Breached
            : clock.IsApproaching(moment.Now) ? Lamp.Approaching
            : Lamp.Normal;
        return new ClockView
        {
            Id = clock.Id,
            Kind = clock.Kind,
            Holder = clock.Holder,
            UnitId = clock.UnitId,
            UnitName = unitName,
            Cycle = clock.Cycle,
            StartedAt = clock.StartedAt,
            DueDay = clock.DueDay,
            DueAt = clock.DueAt,
            OriginalDueDay = clock.OriginalDueDay,
            Lamp = lamp,
            Level = breached ? clock.LevelAt(moment) : 0,
            Provisional = clock.Provisional,
            DaysLeft = clock.Open ? Math.Max(0, moment.Calendar.Count(moment.Day, clock.DueDay)) : 0,
            DaysOver = over,
            PausedFor = clock.PausedFor,
            EndedAt = clock.EndedAt,
            Outcome = clock.Outcome,
        };
    }
}
