namespace ServicePackage.Core.Conditions;

/// <summary>A condition or a part of one, as a bit an enterprise.</summary>
/// <param name="at">Its place among the columns.</param>
/// <param name="looks">What is looked at for it and for all under it.</param>
/// <param name="turn">The number of the first day on which it may change whatever the enterprise.</param>
internal abstract class Column(int at, Look[] looks, int turn)
{
    public int At => at;

    public ReadOnlySpan<Look> Looks => looks;

    public int Turn => turn;

    /// <summary>With which enterprises of a page it is met, with what is known and open judgements taken as met.</summary>
    public abstract ulong Met(ColumnPage page);
}

/// <summary>What is joined of others.</summary>
internal abstract class JoinedColumn(int at, IReadOnlyList<Column> parts)
    : Column(at, [.. parts.SelectMany(p => p.Looks.ToArray()).Distinct()], parts.Select(p => p.Turn).DefaultIfEmpty(Look.Never).Min())
{
    /// <summary>An array, for they are gone through for every page.</summary>
    protected ReadOnlySpan<Column> Parts => _parts;

    private readonly Column[] _parts = [.. parts];
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
internal sealed class NamedColumn(int at, Column? version, int change) : Column(at, version is null ? [] : version.Looks.ToArray(), Math.Min(change, version?.Turn ?? Look.Never))
{
    public override ulong Met(ColumnPage page) => version is null ? 0 : page.Met(version);
}

/// <summary>What a person has to judge.</summary>
internal sealed class JudgedColumn(int at, string key) : Column(at, [], Look.Never)
{
    public override ulong Met(ColumnPage page)
    {
        var met = 0UL;
        for (var i = 0; i < page.Count; i++)
        {
            met |= !page.Enterprises[i].Judgements.TryGetValue(key, out var yes) || yes ? 1UL << i : 0;
        }

        return met;
    }
}

/// <summary>What is walked as a whole, once an enterprise.</summary>
internal sealed class WalkedColumn(int at, WalkLook walk) : Column(at, [walk], Look.Never)
{
    public override ulong Met(ColumnPage page) => page.See<WalkSeen>(walk).Met;
}

/// <summary>Walks a condition.</summary>
internal sealed class WalkLook(int place, Func<Known, (bool Met, DateOnly? Turn)> walk) : EachLook<WalkSeen>(place)
{
    protected override void One(ColumnPage page, int enterprise, WalkSeen seen)
    {
        var (met, turn) = walk(page.Enterprises[enterprise]);
        seen.Met |= met ? 1UL << enterprise : 0;
        seen.May(enterprise, turn?.DayNumber ?? Never);
    }
}

/// <summary>With which enterprises it was met.</summary>
internal sealed class WalkSeen : Seen
{
    public ulong Met { get; set; }
}
