namespace ServicePackage.Core.Operations;

/// <summary>
/// Keeps one account from doing something too often: at most so many times within a span. Counts tries, refused ones too,
/// on real time, in the memory of this process.
/// </summary>
public sealed class Pace(TimeProvider time, int times, TimeSpan within)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, Queue<DateTimeOffset>> _tries = [];

    /// <summary>How many times within the span.</summary>
    public int Times => times;

    /// <summary>Counts a try; false when it comes too soon.</summary>
    public bool Allows(long accountId)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            foreach (var (account, tries) in _tries)
            {
                while (tries.TryPeek(out var earliest) && earliest <= now - within)
                {
                    tries.Dequeue();
                }

                if (tries.Count == 0)
                {
                    _tries.Remove(account);
                }
            }

            if (!_tries.TryGetValue(accountId, out var own))
            {
                _tries[accountId] = own = new();
            }

            if (own.Count >= times)
            {
                return false;
            }

            own.Enqueue(now);
            return true;
        }
    }
}
