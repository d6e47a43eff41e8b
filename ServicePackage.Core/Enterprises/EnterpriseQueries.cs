using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Data;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Search;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Enterprises;

/// <summary>Which enterprises a reader sees (plan §四, §五).</summary>
public static class EnterpriseQueries
{
    /// <summary>
    /// All for the Centre, the town leaders and the administrator; otherwise the reader's own, those of the reader's economic city, those the
    /// reader is the butler of, and those with an open demand that the reader's unit leads or supports: the file is for the work,
    /// and a demand that has ended shows what it needs by itself.
    /// </summary>
    public static IQueryable<Enterprise> VisibleTo(this IQueryable<Enterprise> enterprises, Actor actor, AppDbContext db)
    {
        if (actor.SeesEverything || actor.IsAdministrator)
        {
            return enterprises;
        }

        var (own, me, cities, units) = (actor.EnterpriseId, actor.AccountId, CitiesOf(actor), actor.UnitIds);
        return enterprises.Where(e => e.Id == own
            || cities.Contains(e.EconomicCityId)
            || db.ButlerAssignments.Current().Any(b => b.EnterpriseId == e.Id && b.AccountId == me)
            || db.Tickets.Open().Any(t => t.EnterpriseId == e.Id
                && ((t.LeadUnitId != null && units.Contains(t.LeadUnitId.Value))
                    || t.Tasks.Any(k => k.State != SupportingTaskState.Cancelled && units.Contains(k.UnitId)))));
    }

    /// <summary>Economic cities whose enterprises the actor keeps, whatever the post there.</summary>
    public static IReadOnlyList<long> CitiesOf(Actor actor) =>
        [.. actor.Posts.Where(p => p.OrganisationKind == OrganisationKind.EconomicCity).Select(p => p.OrganisationId).Distinct()];

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
        return enterprises.Where(e => named.Select(n => n.Id).Contains(e.Id) || (code != "" && e.CreditCode.Contains(code)));
    }
}
