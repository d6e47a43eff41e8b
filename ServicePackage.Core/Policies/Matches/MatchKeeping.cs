using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>How one enterprise was found to stand to one clause.</summary>
internal sealed record Weighed(long EnterpriseId, long ClauseId, bool Holds);

/// <summary>Opens and ends the intervals that follow from what was weighed, in the transaction of the sweep.</summary>
internal static class MatchKeeping
{
    /// <summary>Who meets a clause again within so many days, and was told when it did before, is not told anew: a figure was corrected to and fro.</summary>
    private const int NoNewsWithinDays = 30;

    /// <summary>
    /// Brings the intervals up to what was weighed. <paramref name="open"/> are those that hold so far, of the pairs in question and no others: what was not found among
    /// the weighed ends. Where those told are to be told <paramref name="again"/>, a new interval begins. What is found counts since it was asked for: what was there before
    /// the week's digest was due is told with it, however late it is weighed.
    /// </summary>
    public static async Task KeepAsync(Operation op, IReadOnlyCollection<Weighed> weighed, IReadOnlyList<KeptMatch> open, bool again, DateTime askedAt, CancellationToken cancellation)
    {
        var holding = weighed.Where(w => w.Holds).ToDictionary(w => (w.EnterpriseId, w.ClauseId));
        var ended = open.Where(m => !holding.ContainsKey((m.EnterpriseId, m.ClauseId)) || (again && (m.ToldAt ?? m.ServerToldAt) is not null)).ToList();
        ended.ForEach(m => m.Until = op.Now > m.Since ? op.Now : m.Since);
        await op.SaveAsync(cancellation); // before the new ones: of each pair one is open
        var there = open.Except(ended).Select(m => (m.EnterpriseId, m.ClauseId)).ToHashSet();
        var begun = holding.Keys.Where(pair => !there.Contains(pair)).ToList();
        var earlier = again || begun.Count == 0 ? [] : await EarlierAsync(op, begun, cancellation);
        foreach (var pair in begun)
        {
            var before = earlier.GetValueOrDefault(pair);
            op.Db.Matches.Add(new KeptMatch
            {
                EnterpriseId = pair.EnterpriseId,
                ClauseId = pair.ClauseId,
                Since = askedAt < op.Now ? askedAt : op.Now,
                ToldAt = before?.ToldAt,
                ReadAt = before?.ReadAt,
                ServerToldAt = before?.ServerToldAt,
                ClosingTold = before?.ClosingTold,
                ServerClosingTold = before?.ServerClosingTold,
            });
        }

        foreach (var enterprise in ended.Select(m => m.EnterpriseId).Concat(begun.Select(b => b.EnterpriseId)).Distinct())
        {
            op.Changed(nameof(Enterprises.Enterprise), enterprise);
        }
    }

    private static async Task<Dictionary<(long, long), KeptMatch>> EarlierAsync(Operation op, List<(long EnterpriseId, long ClauseId)> pairs, CancellationToken cancellation)
    {
        var (enterprises, clauses, since) = (pairs.Select(p => p.EnterpriseId).Distinct().ToList(), pairs.Select(p => p.ClauseId).Distinct().ToList(), op.Now.AddDays(-NoNewsWithinDays));
        var rows = await op.Db.Matches.Where(MatchScopes.EndedSince.At(since)).Where(m => enterprises.Contains(m.EnterpriseId) && clauses.Contains(m.ClauseId)).AsNoTracking().ToListAsync(cancellation);
        return rows.GroupBy(m => (m.EnterpriseId, m.ClauseId)).ToDictionary(g => g.Key, g => g.MaxBy(m => (m.Until, m.Id))!);
    }
}
