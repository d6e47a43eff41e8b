using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>Counts the enterprises that have not said something.</summary>
internal static class FactGapCount
{
    /// <summary>
    /// Of each fact how many enterprises of today's roster have no answer for today: no state, no day, nothing for the last period that is over; of each list, or kind of one,
    /// how many have not said for today that it is complete.
    /// </summary>
    public static async Task<FactGaps> OfAsync(Operation op, IReadOnlyList<Asked> asked, CancellationToken cancellation)
    {
        List<FactDefinition> facts = [.. asked.Where(a => !a.IsList).Select(a => FactCatalogue.Find(a.Code)).OfType<FactDefinition>().Distinct()];
        var roster = op.Db.Enterprises.OnRoster(op.Today);
        var all = await roster.CountAsync(cancellation);
        var (codes, today) = (facts.Select(f => f.Code).ToList(), op.Today);
        var (year, quarter, month) = (FactPeriod.LastOver(FactShape.Year, today).From, FactPeriod.LastOver(FactShape.Quarter, today).From, FactPeriod.LastOver(FactShape.Month, today).From);
        var answered = await op.Db.EnterpriseFacts.Standing().Where(f => codes.Contains(f.Code) && roster.Any(e => e.Id == f.EnterpriseId))
            .Where(f => f.Shape == FactShape.Day
                || (f.Shape == FactShape.State && f.From <= today)
                || ((f.Shape == FactShape.Year || f.Shape == FactShape.EndOfYear) && f.From == year)
                || ((f.Shape == FactShape.Quarter || f.Shape == FactShape.EndOfQuarter) && f.From == quarter)
                || ((f.Shape == FactShape.Month || f.Shape == FactShape.EndOfMonth) && f.From == month))
            .GroupBy(f => new { f.Code, f.Shape })
            .Select(g => new { g.Key.Code, g.Key.Shape, Count = g.Select(f => f.EnterpriseId).Distinct().Count() })
            .ToListAsync(cancellation);
        var lacking = facts.ToDictionary(f => new Asked(f.Code), f => all - (answered.Find(a => a.Code == f.Code && a.Shape == f.Shapes[0])?.Count ?? 0));
        foreach (var (list, kind) in asked.Where(a => a.IsList).Select(a => (List: ListCatalogue.Find(a.Code), a.Kind)).Distinct())
        {
            if (list is not null)
            {
                var (code, first) = (list.Code, FirstThatTells(list, today));
                lacking[new Asked(code, null, kind, IsList: true)] = await roster.CountAsync(
                    e => !op.Db.EnterpriseListClosings.Any(c => c.EnterpriseId == e.Id && c.ReplacedAt == null && c.List == code && (c.Kind == "" || c.Kind == kind) && c.AsOf >= first), cancellation);
            }
        }

        return new FactGaps(all, lacking);
    }

    /// <summary>The earliest day as of which a list may have been said complete so that it still counts on a day: months are not all of one length.</summary>
    private static DateOnly FirstThatTells(ListDefinition list, DateOnly day)
    {
        var first = day.AddMonths(-list.Again);
        while (first.AddMonths(list.Again) < day)
        {
            first = first.AddDays(1);
        }

        return first;
    }
}
