using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ServicePackage.Core.Live;

/// <summary>
/// Tells the open screens of this process, after each commit, what was changed. Nothing is kept: a screen that was not
/// there reads the present state when it opens.
/// </summary>
public sealed class LiveFeed(ILogger<LiveFeed> logger)
{
    private readonly ConcurrentDictionary<Subscription, byte> _subscriptions = [];

    /// <summary>Hears every change from now on, on the thread that committed it, until disposed. What is called must return at once.</summary>
    public IDisposable Subscribe(Action<IReadOnlyCollection<Change>> hear)
    {
        ArgumentNullException.ThrowIfNull(hear);
        var subscription = new Subscription(this, hear);
        _subscriptions.TryAdd(subscription, 0);
        return subscription;
    }

    /// <summary>Tells of changes that are committed. One listener's failure is logged and keeps nothing from the others.</summary>
    public void Publish(IReadOnlyCollection<Change> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count == 0)
        {
            return;
        }

        foreach (var subscription in _subscriptions.Keys)
        {
            try
            {
                subscription.Hear(changes);
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "A screen could not be told of {Count} changes.", changes.Count);
            }
        }
    }

    private sealed class Subscription(LiveFeed feed, Action<IReadOnlyCollection<Change>> hear) : IDisposable
    {
        public void Hear(IReadOnlyCollection<Change> changes) => hear(changes);

        public void Dispose() => feed._subscriptions.TryRemove(this, out _);
    }
}
