namespace ServicePackage.Core.Policies;

/// <summary>How a clause differs from the version before.</summary>
public enum ClauseChange
{
    Added,

    Removed,

    Changed,
}

/// <summary>A clause beside the one before.</summary>
/// <param name="Change">How it differs.</param>
/// <param name="Before">As it is published; null for a new one.</param>
/// <param name="After">As it is drafted; null for one that is gone.</param>
/// <param name="Fields">The names of the properties that differ.</param>
public sealed record ClauseDifference(ClauseChange Change, ClauseView? Before, ClauseView? After, IReadOnlyList<string> Fields);

/// <summary>What a draft changes against the version that is published.</summary>
/// <param name="Number">The number of that version.</param>
/// <param name="Facts">The names of what the policy says of itself that differ.</param>
/// <param name="Clauses">The clauses that differ, in the order of the draft, those that are gone last.</param>
public sealed record PolicyComparison(int Number, IReadOnlyList<string> Facts, IReadOnlyList<ClauseDifference> Clauses)
{
    private static readonly IReadOnlyList<(string Name, Func<PolicyFacts, object?> Of)> FactsCompared =
    [
        (nameof(PolicyFacts.Title), f => f.Title), (nameof(PolicyFacts.DocumentNumber), f => f.DocumentNumber), (nameof(PolicyFacts.Issuer), f => f.Issuer),
        (nameof(PolicyFacts.Level), f => f.Level), (nameof(PolicyFacts.Kind), f => f.Kind), (nameof(PolicyFacts.Place), f => f.Place),
        (nameof(PolicyFacts.From), f => f.From), (nameof(PolicyFacts.Until), f => f.Until), (nameof(PolicyFacts.ValidityUnknown), f => f.ValidityUnknown),
        (nameof(PolicyFacts.SourceAddress), f => f.SourceAddress), (nameof(PolicyFacts.ToConfirm), f => f.ToConfirm), (nameof(PolicyFacts.IsDemo), f => f.IsDemo),
    ];

    private static readonly IReadOnlyList<(string Name, Func<ClauseView, object?> Of)> ClausesCompared =
    [
        (nameof(ClauseView.Number), c => c.Number), (nameof(ClauseView.Title), c => c.Title), (nameof(ClauseView.Text), c => c.Text), (nameof(ClauseView.Unit), c => c.Unit?.Id),
        (nameof(ClauseView.Scope), c => c.Scope), (nameof(ClauseView.Benefit), c => c.Benefit), (nameof(ClauseView.Materials), c => c.Materials),
        (nameof(ClauseView.WhereToApply), c => c.WhereToApply), (nameof(ClauseView.PaymentPromise), c => c.PaymentPromise), (nameof(ClauseView.Topics), c => c.Topics),
        (nameof(ClauseView.Personalised), c => c.Personalised), (nameof(ClauseView.WithoutApplication), c => c.WithoutApplication),
        (nameof(ClauseView.Terms), c => c.Terms), (nameof(ClauseView.Condition), c => c.Condition), (nameof(ClauseView.Windows), c => string.Join(';', c.Windows)), (nameof(ClauseView.Enterprises), c => string.Join(';', c.Enterprises.Select(e => e.Id))),
    ];

    /// <summary>Compares what is published with what is drafted, clause by clause.</summary>
    public static PolicyComparison Of(int number, PolicyFacts before, PolicyFacts after, IReadOnlyList<ClauseView> clausesBefore, IReadOnlyList<ClauseView> clausesAfter)
    {
        var earlier = clausesBefore.ToDictionary(c => c.ClauseId);
        var later = clausesAfter.Select(c => c.ClauseId).ToHashSet();
        var differing =
            from clause in clausesAfter
            let same = earlier.GetValueOrDefault(clause.ClauseId)
            let fields = same is null ? [] : Differing(ClausesCompared, same, clause)
            where same is null || fields.Count > 0
            select new ClauseDifference(same is null ? ClauseChange.Added : ClauseChange.Changed, same, clause, fields);
        var gone = clausesBefore.Where(c => !later.Contains(c.ClauseId)).Select(c => new ClauseDifference(ClauseChange.Removed, c, null, []));
        return new PolicyComparison(number, Differing(FactsCompared, before, after), [.. differing, .. gone]);
    }

    private static List<string> Differing<T>(IReadOnlyList<(string Name, Func<T, object?> Of)> compared, T before, T after) =>
        [.. compared.Where(c => !Equals(c.Of(before), c.Of(after))).Select(c => c.Name)];
}
