using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Policies;

/// <summary>What a condition asks of enterprises that they may not have said: its facts, and its lists or kinds of them that are to be complete.</summary>
public static class GapsAsked
{
    /// <summary>Those of a condition and of the named criteria in it; a list is asked for whole where no kind of it is named.</summary>
    public static IReadOnlyList<Asked> Of(Condition condition)
    {
        var facts = KnownReading.AskedBy([condition], Criteria.OfTheProgram).Where(code => FactCatalogue.Find(code) is not null).Select(code => new Asked(code));
        var lists = Whole(condition, []).OfType<ItemsLeaf>().SelectMany(i => (i.Where.Kinds ?? [""]).Select(kind => new Asked(i.List, null, kind, IsList: true)));
        return [.. facts.Concat(lists).Distinct()];
    }

    private static IEnumerable<Condition> Whole(Condition condition, HashSet<string> named)
    {
        foreach (var part in ConditionRules.Whole(condition))
        {
            yield return part;
            if (part is Named { Criterion: var code } && named.Add(code))
            {
                foreach (var inner in (Criteria.OfTheProgram.Find(code)?.Versions ?? []).SelectMany(v => Whole(v.Condition, named)))
                {
                    yield return inner;
                }
            }
        }
    }
}
