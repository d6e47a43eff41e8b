namespace ServicePackage.Core.WorkingTime;

/// <summary>What kind of day a date is in the town's calendar.</summary>
public enum DayKind
{
    /// <summary>An ordinary weekday on which offices work.</summary>
    Workday,

    /// <summary>A weekend day declared a working day.</summary>
    MakeUpWorkday,

    /// <summary>A Saturday or Sunday off.</summary>
    Weekend,

    /// <summary>A public holiday.</summary>
    Holiday,
}
