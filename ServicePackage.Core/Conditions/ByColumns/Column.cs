namespace ServicePackage.Core.Conditions;

/// <summary>A condition or a part of one, as a bit an enterprise.</summary>
/// <param name="at">Its place among the columns.</param>
/// <param name="looks">What is looked at for it and for all under it.</param>
/// <param name="turn">The number of the first day on which it may change whatever the enterprise.</param>
internal abstract class Column(int at, IReadOnlyList<Look> looks, int turn)
{
    public int At => at;

    public IReadOnlyList<Look> Looks => looks;

    public int Turn => turn;

    /// <summary>With which enterprises of a page it is met, with what is known and open judgements taken as met.</summary>
    public abstract ulong Met(ColumnPage page);

    /// <summary>The enterprises of which something was found, by a test.</summary>
    protected static ulong Where<T>(T[] found, Func<T, bool> test)
    {
        var met = 0UL;
        for (var i = 0; i < found.Length; i++)
        {
            met |= test(found[i]) ? 1UL << i : 0;
        }

        return met;
    }
}

/// <summary>What is joined of others.</summary>
internal abstract class JoinedColumn(int at, IReadOnlyList<Column> parts)
    : Column(at, [.. parts.SelectMany(p => p.Looks).Distinct()], parts.Select(p => p.Turn).DefaultIfEmpty(Look.Never).Min())
{
    protected IReadOnlyList<Column> Parts { get; } = parts;
}

/// <summary>Each of them, or one of them.</summary>
internal sealed class GroupColumn(int at, IReadOnlyList<Column> parts, bool all) : JoinedColumn(at, parts)
{
    public override ulong Met(ColumnPage page)
    {
        var met = all ? ulong.MaxValue : 0;
        foreach (var part in Parts)
        {
            met = all ? met & page.Met(part) : met | page.Met(part);
        }

        return met;
    }
}

/// <summary>So many of them.</summary>
internal sealed class CountColumn(int at, IReadOnlyList<Column> parts, int least) : JoinedColumn(at, parts)
{
    public override ulong Met(ColumnPage page)
    {
        var sums = new ColumnSums(stackalloc ulong[ColumnSums.Places]);
        foreach (var part in Parts)
        {
            sums.Add(1, page.Met(part));
        }

        return sums.Reached(least);
    }
}

/// <summary>A named criterion in its version of the day; met by nobody where none holds.</summary>
internal sealed class NamedColumn(int at, Column? version, int change) : Column(at, version?.Looks ?? [], Math.Min(change, version?.Turn ?? Look.Never))
{
    public override ulong Met(ColumnPage page) => version is null ? 0 : page.Met(version);
}

/// <summary>A figure compared with a number.</summary>
internal sealed class FigureColumn(int at, Look<Interval?> figure, Must must, decimal to) : Column(at, [figure], Look.Never)
{
    public override ulong Met(ColumnPage page) => Where(page.See(figure).Found, range => range is { } known && known.Is(must, to) == Truth.Met);
}

/// <summary>An answer that is one of some.</summary>
internal sealed class CodeColumn(int at, Look<string?> state, CodeLeaf leaf, Enterprises.FactKind kind) : Column(at, [state], Look.Never)
{
    public override ulong Met(ColumnPage page) => Where(page.See(state).Found, choice => choice is not null && Walk.Stands(leaf, kind, choice) == Truth.Met);
}

/// <summary>What a person has to judge.</summary>
internal sealed class JudgedColumn(int at, string key) : Column(at, [], Look.Never)
{
    public override ulong Met(ColumnPage page) => Where([.. page.Enterprises], known => !known.Judgements.TryGetValue(key, out var yes) || yes);
}

/// <summary>What is looked at as a whole.</summary>
internal sealed class WalkedColumn(int at, Look<bool> walk) : Column(at, [walk], Look.Never)
{
    public override ulong Met(ColumnPage page) => Where(page.See(walk).Found, met => met);
}
