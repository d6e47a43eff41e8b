namespace ServicePackage.Core.Conditions;

/// <summary>Points that are given, in whole numbers above what everybody gets.</summary>
/// <param name="at">Its place among the columns.</param>
/// <param name="least">The points that are lacking in total to those that everybody gets.</param>
/// <param name="parts">Its parts.</param>
internal sealed class ScoreColumn(int at, int least, ScoreColumn.Part[] parts)
    : JoinedColumn(at, [.. parts.SelectMany(p => p.Items).SelectMany(i => i).Select(s => s.When)])
{
    /// <summary>A part, with the points lacking to its own minimum; the steps of each item, the best first.</summary>
    internal sealed record Part(int Least, Step[][] Items);

    /// <summary>What a step gives.</summary>
    internal sealed record Step(int Points, Column When);

    private const int MostDecimals = 4;
    private const int MostPoints = 1_000_000;

    public override ulong Met(ColumnPage page)
    {
        Span<ulong> places = stackalloc ulong[ColumnSums.Places];
        var total = new ColumnSums(stackalloc ulong[ColumnSums.Places]);
        var met = ulong.MaxValue;
        foreach (var part in parts)
        {
            places.Clear();
            var sums = new ColumnSums(places);
            foreach (var item in part.Items)
            {
                var left = ulong.MaxValue;
                foreach (var step in item)
                {
                    var given = left & page.Met(step.When);
                    sums.Add(step.Points, given);
                    total.Add(step.Points, given);
                    left &= ~given;
                }
            }

            met &= sums.Reached(part.Least);
        }

        return met & total.Reached(least);
    }

    /// <summary>Lays a score out; null where its points come to no whole numbers small enough.</summary>
    public static ScoreColumn? Of(int at, Score score, Func<Condition, Column> column)
    {
        var items = score.Of.SelectMany(p => p.Items).ToList();
        var points = items.SelectMany(i => i.Steps.Select(s => s.Points).Append(i.Otherwise)).Concat(score.Of.Select(p => p.Minimum)).Append(score.Minimum).ToList();
        var times = Enumerable.Range(0, MostDecimals + 1).Select(d => (decimal)Math.Pow(10, d)).FirstOrDefault(t => points.TrueForAll(p => Math.Abs(p) < MostPoints && p * t == Math.Floor(p * t)));
        if (times == 0 || points.Sum(Math.Abs) * times >= int.MaxValue / 2)
        {
            return null;
        }

        return new ScoreColumn(at, Lacking(score.Minimum, items), [.. score.Of.Select(p => new Part(Lacking(p.Minimum, p.Items), [.. p.Items.Select(Steps)]))]);

        int Lacking(decimal minimum, IReadOnlyList<ScoreItem> of) => (int)((minimum - of.Sum(i => i.Otherwise)) * times);

        Step[] Steps(ScoreItem item) =>
            [.. item.Steps.Select(s => (Step: s, When: column(s.When))).OrderByDescending(s => s.Step.Points).Select(s => new Step((int)Math.Max(0, (s.Step.Points - item.Otherwise) * times), s.When))];
    }
}
