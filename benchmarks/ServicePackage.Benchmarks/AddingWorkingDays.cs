using BenchmarkDotNet.Attributes;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Benchmarks;

/// <summary>Adding working days by the look-up of <see cref="WorkingCalendar"/> against walking from day to day.</summary>
[ShortRunJob]
[MedianColumn, HideColumns("Error", "StdDev", "RatioSD", "Alloc Ratio", "Gen0", "Gen1", "Gen2")]
[MemoryDiagnoser]
public class AddingWorkingDays
{
    private static readonly DateOnly Start = new(2025, 12, 31);

    private readonly HashSet<DateOnly> _holidays = [];
    private readonly HashSet<DateOnly> _workdays = [];
    private WorkingCalendar _calendar = new([]);

    /// <summary>The limits of the procedure, from one working day to a year's worth.</summary>
    [Params(1, 5, 15, 250)]
    public int Days { get; set; }

    /// <summary>Both ways start from the arrangements that ship with the program, and must agree.</summary>
    [GlobalSetup]
    public void Setup()
    {
        foreach (var input in CalendarFile.Published())
        {
            _holidays.UnionWith(input.Holidays);
            _workdays.UnionWith(input.Workdays);
        }

        _calendar = new WorkingCalendar(CalendarFile.Published().Select(Year));
        if (Walk() != LookUp())
        {
            throw new InvalidOperationException("The two ways disagree.");
        }
    }

    /// <summary>Day by day, asking two sets.</summary>
    [Benchmark(Baseline = true)]
    public DateOnly Walk()
    {
        var day = Start;
        for (var left = Days; left > 0;)
        {
            day = day.AddDays(1);
            if (_workdays.Contains(day) || (!WorkingCalendar.IsWeekend(day) && !_holidays.Contains(day)))
            {
                left--;
            }
        }

        return day;
    }

    /// <summary>Two reads of a table.</summary>
    [Benchmark]
    public DateOnly LookUp() => _calendar.Add(Start, Days);

    private static CalendarYear Year(CalendarYearInput input)
    {
        var year = new CalendarYear();
        year.Take(input);
        return year;
    }
}
