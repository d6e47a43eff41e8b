using ServicePackage.Core.Conditions;

namespace ServicePackage.Core.Policies;

/// <summary>Says of a clause how one enterprise stands to what it asks, and when that may change by itself.</summary>
internal delegate (bool Holds, DateOnly? Turn) Stands(WeighedClause clause);

/// <summary>What the clauses of one run ask, laid out so that a page of enterprises is looked at once, however many clauses ask the same.</summary>
internal sealed class ClauseColumns(IReadOnlyList<WeighedClause> clauses, DateOnly day)
{
    /// <summary>Of fewer enterprises each pair is walked: there is too little to share.</summary>
    private const int FewestOfAPage = 4;

    private readonly Lazy<(Columns Columns, Dictionary<WeighedClause, int> Places)> _laid = new(() =>
    {
        var asking = clauses.Where(c => c.Asks is not null).ToList();
        return (new Columns(asking.Select(c => c.Asks!), day, Criteria.OfTheProgram), asking.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i, (IEqualityComparer<WeighedClause>)ReferenceEqualityComparer.Instance));
    });

    private readonly Lazy<ILookup<string, WeighedClause>> _byCode = new(() => clauses.SelectMany(c => c.Codes.Select(code => (code, c))).ToLookup(c => c.code, c => c.c, StringComparer.Ordinal));

    /// <summary>The clauses.</summary>
    public IReadOnlyList<WeighedClause> Clauses => clauses;

    /// <summary>Those that ask for one of these.</summary>
    public IReadOnlyList<WeighedClause> Asking(IEnumerable<string> codes) => [.. codes.SelectMany(code => _byCode.Value[code]).Distinct()];

    /// <summary>Enterprises that are weighed against the same clauses, side by side. One of which what is known cannot be read fails by itself, when it is asked for.</summary>
    public Func<long, Stands> Beside(IReadOnlyList<long> ids, Func<long, Known> known)
    {
        var read = new List<(long Id, Known Known)>();
        foreach (var id in ids)
        {
            try
            {
                read.Add((id, known(id)));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                continue;
            }
        }

        var stands = read.Count < FewestOfAPage ? read.ToDictionary(r => r.Id, r => Walked(r.Known)) : read.Chunk(Columns.Width).SelectMany(Page).ToDictionary();
        return id => stands.GetValueOrDefault(id) ?? Walked(known(id));
    }

    private IEnumerable<KeyValuePair<long, Stands>> Page((long Id, Known Known)[] read)
    {
        var (columns, places) = _laid.Value;
        var page = columns.Beside([.. read.Select(r => r.Known)]);
        return read.Select((r, i) => KeyValuePair.Create<long, Stands>(r.Id, clause => page.Stands(i, places[clause])));
    }

    /// <summary>How one enterprise stands.</summary>
    private Stands Walked(Known known) => clause =>
    {
        var assessment = Assessment.Of(clause.Asks!, known.Facts, day, Criteria.OfTheProgram, known.Judgements);
        return (assessment.Eligibility.IsMatch(), assessment.NextTurn);
    };
}
