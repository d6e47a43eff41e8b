namespace ServicePackage.Core.WorkingTime;

/// <summary>
/// The working days of Shanghai, as a pure value built from the published years.
/// Counting excludes the day of the event (Civil Code art. 201); adding working days is a look-up in a table
/// of running totals, never a walk from day to day.
/// </summary>
public sealed class WorkingCalendar
{
    /// <summary>The first day the calendar knows.</summary>
    public static readonly DateOnly FirstDay = new(2000, 1, 1);

    /// <summary>The last day the calendar knows.</summary>
    public static readonly DateOnly LastDay = new(2100, 12, 31);

    /// <summary>From this day of December on, the New Year of the next notice may begin (29–31 December 2018 did): until it is in, the days are provisional.</summary>
    private const int TurnBegins = 29;

    private readonly DayKind[] _kinds = new DayKind[LastDay.DayNumber - FirstDay.DayNumber + 1];
    private readonly int[] _workingDaysUpTo;
    private readonly DateOnly[] _workingDays;
    private readonly HashSet<int> _certainYears = [];
    private readonly Dictionary<int, string> _sources = [];
    private readonly HashSet<DateOnly> _arrangedByNext = [];

    /// <summary>Builds the calendar. The years must have passed <see cref="CalendarYearValidator"/>.</summary>
    public WorkingCalendar(IEnumerable<CalendarYear> years)
    {
        for (var i = 0; i < _kinds.Length; i++)
        {
            _kinds[i] = IsWeekend(FirstDay.AddDays(i)) ? DayKind.Weekend : DayKind.Workday;
        }

        foreach (var year in years.OrderBy(y => y.Year)) // a notice may arrange the last days of the December before anew: the later one holds
        {
            foreach (var day in year.Holidays)
            {
                _kinds[IndexOf(day)] = DayKind.Holiday;
            }

            foreach (var day in year.Workdays)
            {
                _kinds[IndexOf(day)] = IsWeekend(day) ? DayKind.MakeUpWorkday : DayKind.Workday;
            }

            foreach (var day in year.Holidays.Concat(year.Workdays).Where(d => d.Year < year.Year))
            {
                _arrangedByNext.Add(day);
            }

            _sources[year.Year] = year.Source;

            if (year.Certain)
            {
                _certainYears.Add(year.Year);
            }
        }

        _workingDaysUpTo = new int[_kinds.Length];
        var workingDays = new List<DateOnly>();
        for (var i = 0; i < _kinds.Length; i++)
        {
            if (Works(_kinds[i]))
            {
                workingDays.Add(FirstDay.AddDays(i));
            }

            _workingDaysUpTo[i] = workingDays.Count;
        }

        _workingDays = [.. workingDays];
    }

    /// <summary>Whether the calendar knows this day; a day a person enters is checked by this first.</summary>
    public static bool Covers(DateOnly day) => day >= FirstDay && day <= LastDay;

    /// <summary>Whether the day is a Saturday or a Sunday, whatever the arrangement of its year.</summary>
    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>What kind of day this is.</summary>
    public DayKind KindOf(DateOnly day) => _kinds[IndexOf(day)];

    /// <summary>Whether offices work on this day.</summary>
    public bool IsWorkingDay(DateOnly day) => Works(KindOf(day));

    /// <summary>The notice that arranges a year; null where none has been entered.</summary>
    public string? SourceOf(int year) => _sources.GetValueOrDefault(year);

    /// <summary>The notice that arranges a day: that of its year, or of the next where that one does.</summary>
    public string? SourceOf(DateOnly day) => SourceOf(_arrangedByNext.Contains(day) ? day.Year + 1 : day.Year);

    /// <summary>The days of a year that the notice of the next arranges, in order.</summary>
    public IReadOnlyList<DateOnly> ArrangedByNext(int year) => [.. _arrangedByNext.Where(d => d.Year == year).Order()];

    /// <summary>
    /// The last day of a limit of <paramref name="workingDays"/> counted from <paramref name="day"/>: day 1 is the
    /// next working day. A limit of 0 ends on the day itself or, if that is a rest day, on the next working day.
    /// </summary>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        if (workingDays == 0 && IsWorkingDay(day))
        {
            return day;
        }

        return WorkingDay(_workingDaysUpTo[IndexOf(day)] + Math.Max(workingDays, 1) - 1);
    }

    /// <summary>The working days after <paramref name="day"/> up to and including <paramref name="last"/>; negative when <paramref name="last"/> lies before.</summary>
    public int Count(DateOnly day, DateOnly last) => _workingDaysUpTo[IndexOf(last)] - _workingDaysUpTo[IndexOf(day)];

    /// <summary>The working day next before <paramref name="day"/>.</summary>
    public DateOnly Before(DateOnly day) =>
        WorkingDay(_workingDaysUpTo[IndexOf(day)] - (IsWorkingDay(day) ? 2 : 1));

    /// <summary>The first working day of the month in which <paramref name="day"/> lies.</summary>
    public DateOnly FirstOfMonth(DateOnly day) => Add(new DateOnly(day.Year, day.Month, 1), 0);

    /// <summary>True when a count from one day to the other touches a year without a published arrangement, or the end of the year before one (暂定).</summary>
    public bool IsProvisional(DateOnly from, DateOnly to)
    {
        for (var year = from.Year; year <= to.Year; year++)
        {
            if (!_certainYears.Contains(year) || (to >= new DateOnly(year, 12, TurnBegins) && year < LastDay.Year && !_certainYears.Contains(year + 1)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Every day after <paramref name="from"/> up to and including <paramref name="to"/>, with its kind.</summary>
    public IEnumerable<(DateOnly Day, DayKind Kind)> Days(DateOnly from, DateOnly to)
    {
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            yield return (day, KindOf(day));
        }
    }

    private static bool Works(DayKind kind) => kind is DayKind.Workday or DayKind.MakeUpWorkday;

    private DateOnly WorkingDay(int index) =>
        index >= 0 && index < _workingDays.Length
            ? _workingDays[index]
            : throw new ArgumentOutOfRangeException(nameof(index), index, "The count leaves the calendar, which spans 2000 to 2100.");

    private static int IndexOf(DateOnly day) =>
        Covers(day)
            ? day.DayNumber - FirstDay.DayNumber
            : throw new ArgumentOutOfRangeException(nameof(day), day, "The calendar spans 2000 to 2100.");
}
