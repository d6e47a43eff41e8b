namespace ServicePackage.Core.WorkingTime;

/// <summary>Which of two days.</summary>
internal static class DayOrder
{
    /// <summary>The later of two days.</summary>
    public static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>The earlier of two days.</summary>
    public static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
