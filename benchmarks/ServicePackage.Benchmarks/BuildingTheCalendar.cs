using BenchmarkDotNet.Attributes;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Benchmarks;

/// <summary>What an amendment costs: building the table of a hundred and one years anew.</summary>
[ShortRunJob]
[MedianColumn, HideColumns("Error", "StdDev", "RatioSD", "Alloc Ratio", "Gen0", "Gen1", "Gen2")]
[MemoryDiagnoser]
public class BuildingTheCalendar
{
    private readonly List<CalendarYear> _years = [];

    /// <summary>The years as they come from the database.</summary>
    [GlobalSetup]
    public void Setup()
    {
        foreach (var input in CalendarFile.Published())
        {
            var year = new CalendarYear();
            year.Take(input);
            _years.Add(year);
        }
    }

    /// <summary>Building it.</summary>
    [Benchmark]
    public WorkingCalendar Build() => new(_years);
}
