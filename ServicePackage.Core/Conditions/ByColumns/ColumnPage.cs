namespace ServicePackage.Core.Conditions;

/// <summary>A page of enterprises beside the conditions of <see cref="Columns"/>. For one thread.</summary>
public sealed class ColumnPage
{
    private readonly Columns _columns;
    private readonly Known[] _enterprises;
    private readonly Walk?[] _walks;
    private readonly Seen?[] _seen;
    private readonly ulong[] _met;
    private readonly bool[] _isMet;
    private readonly Outcome?[] _outcomes;

    internal ColumnPage(Columns columns, IReadOnlyList<Known> enterprises)
    {
        ArgumentNullException.ThrowIfNull(enterprises);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(enterprises.Count, Columns.Width, nameof(enterprises));
        var size = columns.Size;
        (_columns, _enterprises, _walks, _seen) = (columns, [.. enterprises], new Walk?[enterprises.Count], new Seen?[size.Looks]);
        (_met, _isMet, _outcomes) = (new ulong[size.Columns], new bool[size.Columns], new Outcome?[columns.Of.Count]);
    }

    /// <summary>How a condition stands with all enterprises of the page: with which it holds, with which it is to be walked, and when that may change.</summary>
    private sealed record Outcome(ulong Holds, ulong Walked, int Turn, int[]? Turns);

    private static readonly Outcome Walked = new(0, ulong.MaxValue, Look.Never, null);

    /// <summary>How many enterprises it has.</summary>
    public int Count => _enterprises.Length;

    internal Known[] Enterprises => _enterprises;

    /// <summary>A walk to look at parts of what is known of an enterprise, each for itself.</summary>
    internal Walk Walk(int enterprise) =>
        _walks[enterprise] ??= new Walk(_enterprises[enterprise].Facts, _columns.Day, _columns.Criteria, _enterprises[enterprise].Judgements);

    /// <summary>Whether an enterprise of the page meets a condition, or does but for judgements still open, and the next day (Shanghai) on which that may change by itself; null where none is known.</summary>
    /// <param name="enterprise">Its place on the page.</param>
    /// <param name="condition">The place of the condition.</param>
    public (bool Holds, DateOnly? NextTurn) Stands(int enterprise, int condition)
    {
        var outcome = _outcomes[condition] ??= Weigh(_columns.Of[condition]);
        if ((outcome.Walked >> enterprise & 1) != 0)
        {
            var known = _enterprises[enterprise];
            var assessment = Assessment.Of(_columns.Conditions[condition], known.Facts, _columns.Day, _columns.Criteria, known.Judgements);
            return (assessment.Eligibility is Eligibility.Met or Eligibility.ToVerify, assessment.NextTurn);
        }

        var turn = outcome.Turns is { } turns ? Math.Min(outcome.Turn, turns[enterprise]) : outcome.Turn;
        return ((outcome.Holds >> enterprise & 1) != 0, turn == Look.Never ? null : DateOnly.FromDayNumber(turn));
    }

    /// <summary>With which enterprises a column is met.</summary>
    internal ulong Met(Column column)
    {
        if (!_isMet[column.At])
        {
            (_met[column.At], _isMet[column.At]) = (column.Met(this), true);
        }

        return _met[column.At];
    }

    /// <summary>What was seen of the enterprises.</summary>
    internal T See<T>(Look look) where T : Seen => (T)See(look);

    private Seen See(Look look) => _seen[look.Place] ??= look.At(this);

    private Outcome Weigh(Column? column)
    {
        if (column is null)
        {
            return Walked;
        }

        var (walked, turn, turns, isOwn) = (0UL, column.Turn, (int[]?)null, false);
        foreach (var look in column.Looks)
        {
            var seen = See(look);
            walked |= seen.Failed;
            turn = Math.Min(turn, seen.Turn);
            if (seen.Turns is not { } others)
            {
                continue;
            }

            if (turns is null)
            {
                turns = others;
                continue;
            }

            (turns, isOwn) = (isOwn ? turns : [.. turns], true);
            Seen.Earlier(turns, others);
        }

        try
        {
            return new Outcome(Met(column), walked, turn, turns);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Walked; // which of them it fails with, the walk finds out
        }
    }
}
