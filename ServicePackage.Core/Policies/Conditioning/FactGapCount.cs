using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>Counts the enterprises that have not said something.</summary>
internal static class FactGapCount
{
    /// <summary>Of each fact how many enterprises of today's roster have no answer for today: no state, no day, nothing for the last period that is over.</summary>
    public static async Task<FactGaps> OfAsync(Operation op, IReadOnlyList<FactDefinition> facts, CancellationToken cancellation)
    {
        var roster = op.Db.Enterprises.OnRoster(op.Today);
        var all = await roster.CountAsync(cancellation);
        var (codes, today) = (facts.Select(f => f.Code).ToList(), op.Today);
        var (year, quarter, month) = (Last(12), Last(3), Last(1));
        var answered = await op.Db.EnterpriseFacts.Standing().Where(f => codes.Contains(f.Code) && roster.Any(e => e.Id == f.EnterpriseId))
            .Where(f => f.Shape == FactShape.Day
                || (f.Shape == FactShape.State && f.From <= today)
                || ((f.Shape == FactShape.Year || f.Shape == FactShape.EndOfYear) && f.From == year)
                || ((f.Shape == FactShape.Quarter || f.Shape == FactShape.EndOfQuarter) && f.From == quarter)
                || ((f.Shape == FactShape.Month || f.Shape == FactShape.EndOfMonth) && f.From == month))
            .GroupBy(f => new { f.Code, f.Shape })
            .Select(g => new { g.Key.Code, g.Key.Shape, Count = g.Select(f => f.EnterpriseId).Distinct().Count() })
            .ToListAsync(cancellation);
        return new FactGaps(all, facts.ToDictionary(f => f.Code, f => all - (answered.Find(a => a.Code == f.Code && a.Shape == f.Shapes[0])?.Count ?? 0)));

        // The first day of the last period of so many months that is over.
        DateOnly Last(int months) => new DateOnly(today.Year, ((today.Month - 1) / months * months) + 1, 1).AddMonths(-months);
    }
}
