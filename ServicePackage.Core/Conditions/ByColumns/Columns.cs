namespace ServicePackage.Core.Conditions;

/// <summary>
/// Weighs many conditions against many enterprises, where nothing is asked of a pair but whether it holds and when that may change by itself. What several
/// conditions ask alike is looked at once an enterprise, and enterprises are joined a page at a time. It gives of each pair what <see cref="Assessment.Of"/>
/// gives, without the reasons; what only the walk can do is left to it.
/// </summary>
/// <remarks>
/// A column has one bit an enterprise: met, with the judgements still open taken as met. What is unknown needs none, for a pair holds where it is met and where only
/// judgements are open, and no judgement turns what is met or is not met whatever comes to be known.
/// </remarks>
public sealed class Columns
{
    /// <summary>The most enterprises of a page.</summary>
    public const int Width = 64;

    private readonly ColumnLayout _layout;

    /// <summary>Lays conditions out; of one that cannot be laid out each pair is walked.</summary>
    /// <param name="conditions">The conditions; a pair names one by its place.</param>
    /// <param name="day">The day in question (Shanghai).</param>
    /// <param name="criteria">The named criteria.</param>
    public Columns(IEnumerable<Condition> conditions, DateOnly day, Criteria criteria)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        (Conditions, Day, Criteria) = ([.. conditions], day, criteria);
        _layout = new ColumnLayout(day, criteria);
        Of = [.. Conditions.Select(_layout.Of)];
    }

    /// <summary>The conditions.</summary>
    public IReadOnlyList<Condition> Conditions { get; }

    /// <summary>The day in question (Shanghai).</summary>
    public DateOnly Day { get; }

    internal Criteria Criteria { get; }

    /// <summary>The column of each condition; null where it is walked.</summary>
    internal IReadOnlyList<Column?> Of { get; }

    /// <summary>How many columns there are, and how many things are looked at for them.</summary>
    internal (int Columns, int Looks) Size => (_layout.Columns, _layout.Looks);

    /// <summary>A page of enterprises beside the conditions; nothing is weighed before it is asked for. At most <see cref="Width"/> of them.</summary>
    public ColumnPage Beside(IReadOnlyList<Known> enterprises) => new(this, enterprises);
}
