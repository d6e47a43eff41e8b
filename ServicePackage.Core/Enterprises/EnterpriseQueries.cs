using ServicePackage.Core.Data;
using ServicePackage.Core.Search;

namespace ServicePackage.Core.Enterprises;

/// <summary>Finds enterprises by what is typed and chosen.</summary>
internal static class EnterpriseQueries
{
    internal static IQueryable<Enterprise> Matching(this IQueryable<Enterprise> enterprises, EnterpriseFilter filter, DateOnly today, AppDbContext db)
    {
        var (text, code) = (filter.Text.Trim(), CreditCode.Normalise(filter.Text));
        var query = (text.Length == 0 ? enterprises : Saying(enterprises, text, code, db))
            .Where(e => filter.Tier == null || e.Tier == filter.Tier)
            .Where(e => filter.EconomicCityId == null || e.EconomicCityId == filter.EconomicCityId)
            .Where(EnterpriseScopes.IsOnRoster.At(today), (_, onRoster) => filter.Roster == RosterFilter.All || onRoster == (filter.Roster == RosterFilter.Current));
        return filter.Category is { } category ? query.Where(e => (e.Categories & category) == category) : query;
    }

    /// <summary>Those whose name says each phrase of the text, or whose credit code contains it.</summary>
    private static IQueryable<Enterprise> Saying(IQueryable<Enterprise> enterprises, string text, string code, AppDbContext db)
    {
        var phrases = SearchWords.PhrasesOf(text);
        var named = phrases.Aggregate(db.Enterprises.Where(_ => phrases.Count > 0), (found, words) =>
        {
            var hits = db.SearchEntries.Saying(db, words);
            return found.Where(e => hits.Where(h => h.SubjectKind == nameof(Enterprise)).Select(h => h.SubjectId).Contains(e.Id));
        });
        return enterprises.Where(e => named.Select(n => n.Id).Contains(e.Id) || e.CreditCode.Contains(code));
    }
}
