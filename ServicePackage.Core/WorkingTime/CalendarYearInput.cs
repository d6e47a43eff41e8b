namespace ServicePackage.Core.WorkingTime;

/// <summary>A year's arrangement as entered or imported; checked by <see cref="CalendarYearValidator"/>.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Holidays">Days off, weekends inside a holiday included; also of the December before, which the notice of a year may arrange anew.</param>
/// <param name="Workdays">Saturdays and Sundays declared working days (调休上班).</param>
/// <param name="Source">The notice that arranges the year.</param>
/// <param name="Issued">The day the notice was issued.</param>
/// <param name="Certain">False while the arrangement is only expected.</param>
public sealed record CalendarYearInput(
    int Year,
    IReadOnlyList<DateOnly> Holidays,
    IReadOnlyList<DateOnly> Workdays,
    string Source,
    DateOnly? Issued = null,
    bool Certain = true);
