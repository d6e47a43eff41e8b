using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Butlers;

/// <summary>Who serves which enterprise now. A named butler first; while there is none, the one by office (plan §二(二)).</summary>
public static class ButlerQueries
{
    /// <summary>Keys of the enterprises whose named butler this account is today.</summary>
    public static IQueryable<long> AssignedTo(this AppDbContext db, long accountId) =>
        db.ButlerAssignments.Current().Where(b => b.AccountId == accountId).Select(b => b.EnterpriseId);

    /// <summary>
    /// Keys of the enterprises this account serves on the day: as named butler or covering for one, or standing in as general manager of the city
    /// (town tier) or lead of the Centre (district tier).
    /// </summary>
    public static IQueryable<long> ServedBy(this AppDbContext db, long accountId, DateOnly day)
    {
        var byName = db.ServingOn(day);
        return db.Enterprises
            .Where(e => byName.Any(s => s.EnterpriseId == e.Id && s.AccountId == accountId)
                || (!db.ButlerAssignments.Current().Any(b => b.EnterpriseId == e.Id)
                    && db.Posts.Any(p => p.AccountId == accountId
                        && ((e.Tier == EnterpriseTier.Town && p.Kind == PostKind.GeneralManager && p.OrganisationId == e.EconomicCityId)
                            || (e.Tier == EnterpriseTier.District && p.Kind == PostKind.CentreLead)))))
            .Select(e => e.Id);
    }

    /// <summary>The enterprise's butler or stand-in; null for an enterprise that does not exist, and before there is anybody to stand in.</summary>
    public static async Task<ButlerCard?> ButlerOfAsync(this AppDbContext db, long enterpriseId, DateOnly day, CancellationToken cancellation = default) =>
        (await db.ButlersOfAsync([enterpriseId], day, cancellation)).GetValueOrDefault(enterpriseId);

    /// <summary>The butlers or stand-ins of many enterprises, with those who cover on the day, in four reads however many they are.</summary>
    public static async Task<IReadOnlyDictionary<long, ButlerCard>> ButlersOfAsync(
        this AppDbContext db, IReadOnlyCollection<long> enterpriseIds, DateOnly day, CancellationToken cancellation = default)
    {
        var keys = enterpriseIds.ToList();
        var enterprises = await db.Enterprises.Where(e => EF.Parameter(keys).Contains(e.Id))
            .Select(e => new Served(e.Id, e.Tier, e.EconomicCityId, e.EconomicCity.Name, e.EconomicCity.EnglishName, e.EconomicCity.Phone))
            .ToListAsync(cancellation);
        var named = await db.ButlerAssignments.Current()
            .Where(b => EF.Parameter(keys).Contains(b.EnterpriseId))
            .Select(b => new
            {
                b.Id,
                b.EnterpriseId,
                b.AccountId,
                b.Account.DisplayName,
                Phone = b.Account.PhoneNumber ?? "",
                b.From,
                Posts = b.Account.Posts.OrderBy(p => p.Id).Select(p => new PostInput(p.Kind, p.OrganisationId)).ToList(),
            })
            .ToDictionaryAsync(b => b.EnterpriseId, cancellation);
        var covers = (await db.CoversOn(day).Where(x => EF.Parameter(keys).Contains(x.Assignment.EnterpriseId))
            .Select(x => new { x.Assignment.EnterpriseId, Card = new CoverCard(x.Cover.CovererId, x.Cover.Coverer.DisplayName, x.Cover.Coverer.PhoneNumber ?? "", x.Cover.Until) })
            .ToListAsync(cancellation)).ToLookup(c => c.EnterpriseId, c => c.Card);
        var offices = enterprises.TrueForAll(e => named.ContainsKey(e.Id)) ? [] : await OfficesAsync(db, cancellation);

        var cards = new Dictionary<long, ButlerCard>();
        foreach (var enterprise in enterprises)
        {
            if (named.TryGetValue(enterprise.Id, out var butler))
            {
                var post = butler.Posts.Find(p => ButlerRules.Qualifies(p.Kind, p.OrganisationId, enterprise.Tier, enterprise.CityId))?.Kind;
                cards[enterprise.Id] = new ButlerCard(
                    enterprise.Id, butler.AccountId, butler.DisplayName, butler.DisplayName, butler.Phone, false, post, butler.From, butler.Id)
                { Cover = covers[enterprise.Id].FirstOrDefault() };
            }
            else if (StandIn(enterprise, offices) is { } standIn)
            {
                cards[enterprise.Id] = standIn;
            }
        }

        return cards;
    }

    private static ButlerCard? StandIn(Served enterprise, List<Office> offices)
    {
        var office = enterprise.Tier == EnterpriseTier.District
            ? offices.Find(o => o.Kind == OrganisationKind.Centre)
            : offices.Find(o => o.Id == enterprise.CityId) ?? new Office(enterprise.CityId, OrganisationKind.EconomicCity, enterprise.CityName, enterprise.CityEnglishName, enterprise.CityPhone, null);
        return office is null ? null
            : office.Lead is { } lead
                ? new ButlerCard(enterprise.Id, lead.AccountId, lead.Name, lead.Name, lead.Phone.Length > 0 ? lead.Phone : office.Phone, true, lead.Post, null, null)
                : new ButlerCard(enterprise.Id, null, office.Name, office.EnglishName.Length > 0 ? office.EnglishName : office.Name, office.Phone, true, null, null, null);
    }

    /// <summary>The Centre with its lead and the cities with their general managers; of several the one named first.</summary>
    private static Task<List<Office>> OfficesAsync(AppDbContext db, CancellationToken cancellation) =>
        db.Organisations
            .Where(o => o.Kind == OrganisationKind.Centre || o.Kind == OrganisationKind.EconomicCity)
            .OrderBy(o => o.Id)
            .Select(o => new Office(o.Id, o.Kind, o.Name, o.EnglishName, o.Phone,
                o.Posts.Where(p => p.Account.DisabledAt == null && (p.Kind == PostKind.CentreLead || p.Kind == PostKind.GeneralManager))
                    .OrderBy(p => p.Id)
                    .Select(p => new PostHolder(p.AccountId, p.Account.DisplayName, p.Account.PhoneNumber ?? "", p.Kind))
                    .FirstOrDefault()))
            .ToListAsync(cancellation);

    private sealed record Served(long Id, EnterpriseTier Tier, long CityId, string CityName, string CityEnglishName, string CityPhone);

    private sealed record Office(long Id, OrganisationKind Kind, string Name, string EnglishName, string Phone, PostHolder? Lead);
}
