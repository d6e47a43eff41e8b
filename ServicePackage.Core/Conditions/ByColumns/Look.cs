namespace ServicePackage.Core.Conditions;

/// <summary>One thing that is looked at of each enterprise, however many leaves ask about it.</summary>
internal abstract class Look(int place)
{
    /// <summary>The number of a day that never comes.</summary>
    public const int Never = int.MaxValue;

    public int Place => place;

    public abstract Seen At(IReadOnlyList<Known> enterprises);
}

/// <summary>What was seen of the enterprises of a page: with which looking failed, and when it may be another, as numbers of days.</summary>
internal abstract class Seen
{
    protected Seen(ulong failed, int[] turns, int count)
    {
        Failed = failed;
        var isSame = count > 0 && !turns.AsSpan(0, count).ContainsAnyExcept(turns[0]);
        (Turn, Turns) = isSame ? (turns[0], null) : (Look.Never, turns);
    }

    /// <summary>The enterprises with which looking failed, or would in the walk.</summary>
    public ulong Failed { get; }

    /// <summary>The day where it is the same for all of them.</summary>
    public int Turn { get; }

    /// <summary>The day of each; null where it is the same for all of them.</summary>
    public int[]? Turns { get; }
}

internal sealed class Seen<T>(T[] found, ulong failed, int[] turns) : Seen(failed, turns, found.Length)
{
    public T[] Found => found;
}

/// <summary>Looks by a function that gives what is found, and the next day on which that may be another.</summary>
internal sealed class Look<T>(int place, Func<Known, (T Found, DateOnly? Turn)> look) : Look(place)
{
    public override Seen At(IReadOnlyList<Known> enterprises)
    {
        var (found, turns, failed) = (new T[enterprises.Count], new int[Columns.Width], 0UL);
        for (var i = 0; i < found.Length; i++)
        {
            try
            {
                (found[i], var turn) = look(enterprises[i]);
                turns[i] = turn?.DayNumber ?? Never;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failed |= 1UL << i; // the pairs that it concerns are walked, and fail there
                turns[i] = Never;
            }
        }

        return new Seen<T>(found, failed, turns);
    }
}
