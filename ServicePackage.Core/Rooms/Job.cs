using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.History;

namespace ServicePackage.Core.Rooms;

/// <summary>
/// What the scheduler starts again and again: one method of Core that handles what is due as of an instant. Stored due instants decide,
/// so a missed or doubled run changes nothing. Its name stands under "Job." and this in the texts.
/// </summary>
public sealed class Job : IHistoried
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 40;

    private readonly Func<IServiceProvider, DateTime, CancellationToken, Task<int>> _run;

    private Job(string name, long number, TimeSpan every, bool onRealTime, Func<IServiceProvider, DateTime, CancellationToken, Task<int>> run) =>
        (Name, Number, Every, OnRealTime, _run) = (name, number, every, onRealTime, run);

    /// <summary>A job that calls a method of a service; it gives how many things it handled.</summary>
    public static Job Of<TService>(string name, long number, TimeSpan every, Func<TService, DateTime, CancellationToken, Task<int>> run, bool onRealTime = false)
        where TService : notnull =>
        new(name, number, every, onRealTime, (services, asOf, cancellation) => run(services.GetRequiredService<TService>(), asOf, cancellation));

    /// <summary>Its name, one of its own in all the house; at most <see cref="LongestName"/> characters.</summary>
    public string Name { get; }

    /// <summary>Its key in the history, and its place in the list; never given to another.</summary>
    public long Number { get; }

    /// <summary>How often it runs, in real time.</summary>
    public TimeSpan Every { get; }

    /// <summary>Whether it works as of real time; as of the town's otherwise, which a demo run sets forward.</summary>
    public bool OnRealTime { get; }

    string IHistoried.Subject => nameof(Job);

    long IHistoried.SubjectId => Number;

    /// <summary>Handles what is due as of an instant (UTC); gives how many things.</summary>
    public Task<int> RunAsync(IServiceProvider services, DateTime asOf, CancellationToken cancellation = default) => _run(services, asOf, cancellation);
}

/// <summary>A room with jobs.</summary>
public interface IJobs : IRoom
{
    /// <summary>Its jobs.</summary>
    IReadOnlyList<Job> Jobs { get; }
}
