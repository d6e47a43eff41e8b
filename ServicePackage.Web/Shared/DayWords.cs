using System.Globalization;
using Microsoft.Extensions.Localization;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Web.Shared;

/// <summary>Days and instants as the reader's language writes them. Instants are given in UTC and shown in Shanghai time.</summary>
public sealed class DayWords(IStringLocalizer<ClockTexts> texts, DateOnly today)
{
    /// <summary>The town's present day.</summary>
    public DateOnly Today { get; } = today;

    /// <summary>A day: 11月25日, 25 Nov; with its year when that is not the present one.</summary>
    public string Day(DateOnly day) => Write(day, day.Year == Today.Year ? "Format.Day" : "Format.DayAndYear");

    /// <summary>The hour of an instant: 17:00.</summary>
    public string Hour(DateTime utc) => TownTime.Local(utc).ToString(texts["Format.Time"], CultureInfo.CurrentCulture);

    /// <summary>A day and hour within a sentence: 11月25日17:00, 25 Nov 17:00.</summary>
    public string DayAndHour(DateTime utc) => texts["Format.DayTime", Day(TownTime.DayOf(utc)), Hour(utc)];

    /// <summary>An instant that stands alone: 11月23日 14:02, 23 Nov 14:02.</summary>
    public string When(DateTime utc) => texts["Format.When", Day(TownTime.DayOf(utc)), Hour(utc)];

    /// <summary>An instant with its year and weekday, as a hint.</summary>
    public string Exactly(DateTime utc)
    {
        var day = TownTime.DayOf(utc);
        return texts["Format.Exact", Write(day, "Format.DayAndYear"), day.ToString("dddd", CultureInfo.CurrentCulture), Hour(utc)];
    }

    private string Write(DateOnly day, string format) => day.ToString(texts[format], CultureInfo.CurrentCulture);
}
