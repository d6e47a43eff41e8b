using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Rooms;

/// <summary>A room with something to show in the demo town.</summary>
public interface ISeeds : IRoom
{
    /// <summary>What takes place in it, in any order. Asked for before the town is founded, played when it is.</summary>
    IEnumerable<Scene> Scenes(Stage stage);
}

/// <summary>One thing that takes place in the demo town; those of one instant in the order of the rooms.</summary>
/// <param name="At">When (UTC). Until then time is let pass.</param>
/// <param name="PlayAsync">Makes it happen, through the services of the domain.</param>
public sealed record Scene(DateTime At, Func<CancellationToken, Task> PlayAsync);

/// <summary>Where the scenes are played.</summary>
/// <param name="Services">The services of the domain on the clock of the town, the town's cast among them.</param>
/// <param name="Calendar">The working calendar.</param>
/// <param name="Now">The instant (UTC) as of which the town is filled; no scene lies after it.</param>
/// <param name="Whole">Whether a year of everyday life is wanted, or only what has a story of its own.</param>
public sealed record Stage(IServiceProvider Services, WorkingCalendar Calendar, DateTime Now, bool Whole)
{
    /// <summary>The day the town is anchored to.</summary>
    public DateOnly Anchor => TownTime.DayOf(Now);

    /// <summary>The day so many working days before the anchor; the last working day before it is 1.</summary>
    public DateOnly Back(int workingDays)
    {
        var day = Anchor;
        for (var i = 0; i < workingDays; i++)
        {
            day = Calendar.Before(day);
        }

        return day;
    }
}
