using Microsoft.Extensions.Localization;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;

namespace ServicePackage.Web.Shared;

/// <summary>A due date as a sentence: how many working days are left or over, and until when.</summary>
public sealed class DueWords(IStringLocalizer<ClockTexts> texts, DayWords days)
{
    /// <summary>The sentence beside the lamp.</summary>
    public string Say(ClockView clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return clock switch
        {
            { EndedAt: { } ended } => texts["Due.Ended", days.When(ended)],
            { Lamp: Lamp.Breached } => Over(clock),
            { PausedFor: not PauseReason.None } => texts["Due.Paused", Reasons(clock.PausedFor)],
            _ => Left(clock),
        };
    }

    /// <summary>The exact instant, as a hint.</summary>
    public string Exactly(ClockView clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return texts["Due.Exact", days.Exactly(clock.DueAt)];
    }

    private string Over(ClockView clock) => clock.DaysOver switch
    {
        0 when clock.DueDay == days.Today => texts["Due.OverToday", days.Hour(clock.DueAt)],
        0 => texts["Due.OverSince", days.DayAndHour(clock.DueAt)],
        1 => texts["Due.OverOne"],
        var over => texts["Due.Over", over],
    };

    /// <summary>A due day that is a rest day (a named day, such as a legal date) may have no working day left and still lie ahead.</summary>
    private string Left(ClockView clock) => clock.DaysLeft switch
    {
        _ when clock.DueDay == days.Today => texts["Due.Today", days.Hour(clock.DueAt)],
        0 => texts["Due.By", days.DayAndHour(clock.DueAt)],
        1 => texts["Due.LeftOne", days.DayAndHour(clock.DueAt)],
        var left => texts["Due.Left", left, days.DayAndHour(clock.DueAt)],
    };

    private string Reasons(PauseReason reasons) =>
        string.Join(texts["List.Separator"], Enum.GetValues<PauseReason>().Where(r => r != PauseReason.None && reasons.HasFlag(r)).Select(r => Wording.Name(r)));
}
