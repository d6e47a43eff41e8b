using ServicePackage.Core.History;

namespace ServicePackage.Core.WorkingTime;

/// <summary>
/// One year's published arrangement of public holidays and make-up working days (调休上班).
/// A year without such a row counts by weekends alone and is provisional (暂定).
/// </summary>
public sealed class CalendarYear : IHistoried
{
    /// <summary>The calendar year; the key of the table.</summary>
    public int Year { get; set; }

    /// <summary>Days off, weekends inside a holiday included.</summary>
    public List<DateOnly> Holidays { get; set; } = [];

    /// <summary>Weekend days declared working days.</summary>
    public List<DateOnly> Workdays { get; set; } = [];

    /// <summary>The notice that arranges the year, such as 国办发明电〔2025〕7号.</summary>
    public string Source { get; set; } = "";

    /// <summary>The day the notice was issued.</summary>
    public DateOnly? Issued { get; set; }

    /// <summary>False while the arrangement is only expected; its dates are then provisional.</summary>
    public bool Certain { get; set; }

    /// <summary>Raised by every amendment; a stale save is refused.</summary>
    public int Version { get; set; }

    string IHistoried.Subject => nameof(CalendarYear);

    long IHistoried.SubjectId => Year;

    /// <summary>Takes over what was entered, days in order, and raises the version.</summary>
    public void Take(CalendarYearInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Year = input.Year;
        Holidays = [.. input.Holidays.Order()];
        Workdays = [.. input.Workdays.Order()];
        Source = input.Source.Trim();
        Issued = input.Issued;
        Certain = input.Certain;
        Version++;
    }

    /// <summary>Whether it says the same already.</summary>
    public bool Says(CalendarYearInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Holidays.SequenceEqual(input.Holidays.Order()) && Workdays.SequenceEqual(input.Workdays.Order())
            && Source == input.Source.Trim() && Issued == input.Issued && Certain == input.Certain;
    }
}
