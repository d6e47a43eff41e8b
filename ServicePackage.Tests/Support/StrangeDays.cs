namespace ServicePackage.Tests.Support;

/// <summary>The days on which a program that counts working days is most easily wrong, each with an hour in Shanghai.</summary>
public static class StrangeDays
{
    public static TheoryData<DateOnly, TimeOnly> All { get; } = new()
    {
        { new DateOnly(2026, 3, 7), new TimeOnly(10, 0) }, // Saturday
        { new DateOnly(2026, 9, 20), new TimeOnly(10, 0) }, // a Sunday worked for the days of the National Day
        { new DateOnly(2026, 1, 1), new TimeOnly(0, 0) },
        { new DateOnly(2026, 2, 28), new TimeOnly(17, 1) }, // a Saturday that is worked, after the close of business
        { new DateOnly(2026, 9, 30), new TimeOnly(16, 59) }, // the last minute before seven days of rest
        { new DateOnly(2026, 12, 31), new TimeOnly(23, 59) }, // the next year's arrangement is not known
    };
}
