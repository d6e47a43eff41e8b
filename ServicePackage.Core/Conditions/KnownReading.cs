using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Conditions;

/// <summary>What is known of an enterprise and was judged of it.</summary>
public sealed record Known(KnownFacts Facts, IReadOnlyDictionary<string, bool> Judgements);

/// <summary>
/// Reads what is known of enterprises at an instant, to be weighed. It reads what the reader may not see as well: the outcome is for everybody whom the question
/// concerns, the figures are kept back where it is shown.
/// </summary>
public static class KnownReading
{
    private static readonly Known Nothing = new(new KnownFacts([], [], []), new Dictionary<string, bool>());

    /// <summary>A fact as it is weighed: no more of the row is read, for rows are many.</summary>
    private static readonly Expression<Func<EnterpriseFact, Row<KnownFact>>> Fact = f => new Row<KnownFact>(
        f.EnterpriseId, new KnownFact(f.Code, new FactPeriod(f.Shape, f.From, f.Until), f.Answer, f.Low, f.High, f.Choice, f.Day, f.Standing, f.RecordedAt, f.Evidence));

    /// <summary>An item as it is weighed.</summary>
    private static readonly Expression<Func<EnterpriseListItem, Row<KnownItem>>> Item = i => new Row<KnownItem>(
        i.EnterpriseId,
        new KnownItem(
            i.List, i.Kind, i.Level, i.From, i.Until, i.First == FirstTime.First ? true : i.First == FirstTime.Recheck ? false : null,
            i.Amount, i.Part, i.Rank, i.Flag, i.LiftedOn, i.Standing, i.RecordedAt, i.Evidence));

    /// <summary>What was known of these enterprises at an instant (UTC), in four queries however many there are.</summary>
    /// <param name="op">The operation.</param>
    /// <param name="enterprises">The enterprises, as a query of their keys.</param>
    /// <param name="codes">The facts and lists that are asked about; null for all.</param>
    /// <param name="at">The instant (UTC).</param>
    /// <param name="cancellation">Stops it.</param>
    public static Task<Func<long, Known>> KnownAsync(
        this Operation op, IQueryable<long> enterprises, IReadOnlyCollection<string>? codes, DateTime at, CancellationToken cancellation = default) =>
        op.KnownAsync(enterprises, codes, at, saidBy: null, cancellation);

    /// <summary>The same, of what was said with one standing alone; of all where none is given.</summary>
    public static async Task<Func<long, Known>> KnownAsync(
        this Operation op, IQueryable<long> enterprises, IReadOnlyCollection<string>? codes, DateTime at, FactStanding? saidBy, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(op);
        var (all, wanted) = (codes is null, (codes ?? []).ToList());
        var facts = (await op.Db.EnterpriseFacts.KnownAt(at).Where(f => (saidBy == null || f.Standing == saidBy) && (all || wanted.Contains(f.Code)) && enterprises.Contains(f.EnterpriseId)).Select(Fact).ToListAsync(cancellation))
            .ToLookup(f => f.EnterpriseId, f => f.Known);
        var items = (await op.Db.EnterpriseListItems.KnownAt(at).Where(i => (saidBy == null || i.Standing == saidBy) && (all || wanted.Contains(i.List)) && enterprises.Contains(i.EnterpriseId)).Select(Item).ToListAsync(cancellation))
            .ToLookup(i => i.EnterpriseId, i => i.Known);
        var closings = (await op.Db.EnterpriseListClosings.KnownAt(at).Where(c => (saidBy == null || c.Standing == saidBy) && (all || wanted.Contains(c.List)) && enterprises.Contains(c.EnterpriseId)).Select(c => new { c.EnterpriseId, c.List, c.Kind, c.AsOf }).ToListAsync(cancellation))
            .ToLookup(c => c.EnterpriseId, c => new KnownClosing(c.List, c.Kind, c.AsOf, ListCatalogue.Find(c.List)?.Again));
        var judgements = (await op.Db.Judgements.KnownAt(at).Where(j => enterprises.Contains(j.EnterpriseId)).Select(j => new { j.EnterpriseId, j.Key, j.Holds }).ToListAsync(cancellation))
            .ToLookup(j => j.EnterpriseId);
        return id => !facts.Contains(id) && !items.Contains(id) && !closings.Contains(id) && !judgements.Contains(id) ? Nothing : new Known(
            new KnownFacts(facts[id], items[id], closings[id]),
            judgements[id].ToDictionary(j => j.Key, j => j.Holds));
    }

    /// <summary>The facts and lists that conditions ask about, those of the named criteria among them.</summary>
    public static IReadOnlyCollection<string> AskedBy(IEnumerable<Condition> conditions, Criteria criteria)
    {
        var parts = conditions.SelectMany(c => Everything(c, criteria)).ToList();
        return [.. parts.SelectMany(p => ConditionRules.FactsOf(p).Concat(ConditionRules.ListsOf(p))).Distinct()];
    }

    /// <summary>What has to be read to weigh them: what they ask about, and the day of the founding, for a year before it does not apply.</summary>
    public static IReadOnlyCollection<string> CodesOf(IEnumerable<Condition> conditions, Criteria criteria) => [.. AskedBy(conditions, criteria).Append(FactCatalogue.Founded).Distinct()];

    /// <summary>The keys of what a condition leaves to a person's judgement, those of the named criteria among them.</summary>
    public static IReadOnlyCollection<string> QuestionsOf(Condition condition, Criteria criteria) =>
        [.. Everything(condition, criteria).OfType<Judged>().Select(j => j.Key).Distinct()];

    /// <summary>Everything that stands in a condition and in the named criteria it leads to, in all their versions.</summary>
    internal static IEnumerable<Condition> Everything(Condition condition, Criteria criteria)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        var (named, open) = (new HashSet<string>(), new Queue<Condition>([condition]));
        while (open.TryDequeue(out var next))
        {
            foreach (var part in ConditionRules.Whole(next))
            {
                yield return part;
                if (part is Named { Criterion: var code } && named.Add(code))
                {
                    (criteria.Find(code)?.Versions ?? []).Select(v => v.Condition).ToList().ForEach(open.Enqueue);
                }
            }
        }
    }

    private sealed record Row<T>(long EnterpriseId, T Known);
}
