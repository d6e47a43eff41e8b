using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.FollowUps;

/// <summary>
/// That a figure of an enterprise fell (plan §五(六)): the last quarter, or three months, for which it is known beside the same of the year before. Where one of the months is
/// missing the comparison is unknown, and nothing is said. A contact held since the figure was recorded sees to it.
/// </summary>
internal static class FigureReasons
{
    /// <summary>The kind.</summary>
    public const string Kind = "Figures";

    private const int MonthsOfAYear = 12;
    private const int Percent = 100;

    /// <summary>How many months back a figure still tells of the present.</summary>
    private const int Fresh = 6;

    private static readonly string[] Codes = ["revenue", "output", "tax_paid", "invested"];

    /// <summary>The worst fall of each of these enterprises, in one read.</summary>
    public static async Task<IReadOnlyList<FollowUpReason>> StandingAsync(AppDbContext db, IReadOnlyCollection<FirmToLookAt> firms, DateOnly today, CancellationToken cancellation)
    {
        var (ids, from) = (firms.Select(f => f.Id).ToList(), today.AddMonths(-MonthsOfAYear - Fresh - FollowUpRules.MonthsCompared));
        var facts = await db.EnterpriseFacts.Standing()
            .Where(f => EF.Parameter(ids).Contains(f.EnterpriseId) && Codes.Contains(f.Code) && (f.Shape == FactShape.Month || f.Shape == FactShape.Quarter) && f.From >= from && f.Until < today)
            .AsNoTracking().ToListAsync(cancellation);
        var known = facts.GroupBy(f => (f.EnterpriseId, f.Code, f.Shape, f.From)).Select(g => g.Counting()).ToLookup(f => (f.EnterpriseId, f.Code));
        return
        [
            .. from firm in firms
               let worst = Codes.SelectMany(code => Falls([.. known[(firm.Id, code)]], today)).OrderByDescending(f => f.Share).FirstOrDefault()
               where worst is not null && !(firm.Last?.HeldAt > worst.RecordedAt)
               select new FollowUpReason
               {
                   EnterpriseId = firm.Id,
                   Kind = Kind,
                   Text = worst.Until is null ? "Figures.Fell" : "Figures.FellUntil",
                   SubjectKind = nameof(Enterprise),
                   SubjectId = firm.Id,
                   Said = [FollowUpArgument.OfFact(worst.Code), FollowUpArgument.Of(worst.Period), FollowUpArgument.Of((int)decimal.Round(worst.Share * Percent)), .. worst.Until is { } until ? [FollowUpArgument.Of(until)] : Array.Empty<string>()],
               },
        ];
    }

    /// <summary>The falls of one figure: of the last quarter, and of the last months together.</summary>
    private static IEnumerable<Fallen> Falls(List<EnterpriseFact> figures, DateOnly today)
    {
        foreach (var (shape, count) in new[] { (FactShape.Quarter, 1), (FactShape.Month, FollowUpRules.MonthsCompared) })
        {
            var of = figures.Where(f => f.Shape == shape && f.Low is not null).ToDictionary(f => f.From);
            if (of.Count > 0 && of.Keys.Max() is var last && last.AddMonths(Fresh) >= today && Fall(of, last, FactPeriod.MonthsOf(shape), count) is { } fallen)
            {
                yield return fallen;
            }
        }
    }

    /// <summary>Null where one is missing, where nothing was before, and where it may not have fallen by so much: of a range its better end counts now, its worse end before.</summary>
    private static Fallen? Fall(Dictionary<DateOnly, EnterpriseFact> of, DateOnly last, int months, int count)
    {
        var days = Enumerable.Range(0, count).Select(i => last.AddMonths(-months * (count - 1 - i))).ToList();
        var (now, before) = (days.ConvertAll(d => of.GetValueOrDefault(d)), days.ConvertAll(d => of.GetValueOrDefault(d.AddMonths(-MonthsOfAYear))));
        if (now.Contains(null) || before.Contains(null) || before.Sum(f => f!.Low) is not > 0)
        {
            return null;
        }

        var share = 1 - (now.Sum(f => f!.High ?? 0) / before.Sum(f => f!.Low ?? 0));
        return share < FollowUpRules.Fall ? null
            : new Fallen(now[0]!.Code, now[0]!.Period, count > 1 ? now[^1]!.Period : null, share, now.Max(f => f!.RecordedAt));
    }

    private sealed record Fallen(string Code, FactPeriod Period, FactPeriod? Until, decimal Share, DateTime RecordedAt);
}
