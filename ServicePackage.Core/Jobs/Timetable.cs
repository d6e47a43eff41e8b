using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Jobs;

/// <summary>The jobs of all rooms. Two of one name or number are a bug.</summary>
public sealed class Timetable
{
    private readonly Dictionary<string, Job> _byName;

    /// <summary>The jobs that the rooms of this house contribute.</summary>
    public Timetable(House house)
    {
        ArgumentNullException.ThrowIfNull(house);
        Jobs = [.. house.Of<IJobs>().SelectMany(r => r.Jobs).ToDictionary(j => j.Number).Values.OrderBy(j => j.Number)];
        _byName = Jobs.ToDictionary(j => j.Name, StringComparer.Ordinal);
    }

    /// <summary>All of them, by their numbers.</summary>
    public IReadOnlyList<Job> Jobs { get; }

    /// <summary>The job of this name; null where there is none.</summary>
    public Job? Find(string name) => _byName.GetValueOrDefault(name);
}
