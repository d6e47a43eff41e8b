using System.Numerics;

namespace ServicePackage.Core.Conditions;

/// <summary>One thing that is looked at of each enterprise, however many leaves ask about it.</summary>
internal abstract class Look(int place)
{
    /// <summary>The number of a day that never comes.</summary>
    public const int Never = int.MaxValue;

    public int Place => place;

    public abstract Seen At(ColumnPage page);
}

/// <summary>What was seen of the enterprises of a page: with which looking failed, and when it may be another, as numbers of days.</summary>
internal class Seen
{
    private int[]? _turns;

    /// <summary>The enterprises with which looking failed: the pairs that it concerns are walked, and fail there.</summary>
    public ulong Failed { get; private set; }

    /// <summary>The day where it is the same for all of them.</summary>
    public int Turn { get; private set; } = Look.Never;

    /// <summary>The day of each; null where it is the same for all of them.</summary>
    public int[]? Turns { get; private set; }

    public void Fail(int enterprise) => Failed |= 1UL << enterprise;

    /// <summary>It fails with whom another look failed.</summary>
    public void Fail(Seen other) => Failed |= other.Failed;

    /// <summary>A day on which that of one enterprise may be another.</summary>
    public void May(int enterprise, int turn)
    {
        if (turn == Look.Never)
        {
            return;
        }

        if (_turns is null)
        {
            Array.Fill(_turns = new int[Columns.Width], Look.Never);
        }

        _turns[enterprise] = Math.Min(_turns[enterprise], turn);
    }

    /// <summary>The days on which what was seen besides may be another.</summary>
    public void May(Seen other)
    {
        if (other._turns is { } turns && _turns is not null)
        {
            Earlier(_turns, turns);
        }
        else if (other._turns is { } first)
        {
            _turns = [.. first];
        }
    }

    /// <summary>The day of one enterprise.</summary>
    public int TurnOf(int enterprise) => _turns?[enterprise] ?? Look.Never;

    /// <summary>All were looked at.</summary>
    public void End(int count)
    {
        var isSame = _turns is null || count == 0 || !_turns.AsSpan(0, count).ContainsAnyExcept(_turns[0]);
        (Turn, Turns) = isSame ? (_turns?[0] ?? Look.Never, null) : (Look.Never, _turns);
    }

    /// <summary>Of each enterprise the earlier day.</summary>
    public static void Earlier(int[] turns, int[] others)
    {
        for (var i = 0; i < Columns.Width; i += Vector<int>.Count)
        {
            Vector.Min(new Vector<int>(turns, i), new Vector<int>(others, i)).CopyTo(turns, i);
        }
    }
}

/// <summary>Looks at each enterprise by itself.</summary>
internal abstract class EachLook<T>(int place) : Look(place)
    where T : Seen, new()
{
    public override Seen At(ColumnPage page)
    {
        var seen = new T();
        for (var i = 0; i < page.Count; i++)
        {
            try
            {
                One(page, i, seen);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                seen.Fail(i);
            }
        }

        seen.End(page.Count);
        return seen;
    }

    protected abstract void One(ColumnPage page, int enterprise, T seen);
}
