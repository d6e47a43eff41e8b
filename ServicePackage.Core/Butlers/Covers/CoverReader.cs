using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Butlers;

/// <summary>Reads who covers for whom, what a cover can be made of, and where a new butler is to be named (plan §五(六)).</summary>
public sealed class CoverReader(OperationRunner operations)
{
    private const int MostUnfit = 50;

    /// <summary>The page of butlers: the covers the caller sees that hold or are to come, for whom they may give one, and the enterprises whose butler fits no longer. Refused NotFound for who has nothing to do with butlers.</summary>
    public Task<Outcome<ButlersView>> ListAsync(Caller caller, int skip, int take, CancellationToken cancellation = default) =>
        operations.ReadAsync<ButlersView>(caller, async op =>
        {
            if (!await MayOpenAsync(op, cancellation))
            {
                return Refusal.NotFound;
            }

            var absent = await Absent(op).OrderBy(a => a.SortKey).ThenBy(a => a.Id).Take(Paging.Largest)
                .Select(a => new CoverPerson(a.Id, a.DisplayName, op.Db.ButlerAssignments.Current().Count(b => b.AccountId == a.Id))).ToListAsync(cancellation);
            return new ButlersView(await CoversAsync(op, skip, take, cancellation), absent, await UnfitButlers.PageAsync(op, 0, MostUnfit, cancellation), ButlerRules.MayAssign(op.Actor, isFirst: false));
        }, cancellation);

    /// <summary>What a cover for a butler can be made of. Refused: NotFound for an enterprise's people; Cover.NotTheirs where there is nothing of theirs that the caller may give cover for.</summary>
    public Task<Outcome<CoverChoices>> ChoicesAsync(Caller caller, long absentId, CancellationToken cancellation = default) =>
        operations.ReadAsync<CoverChoices>(caller, async op =>
        {
            if (op.Actor.EnterpriseId is not null)
            {
                return Refusal.NotFound;
            }

            var theirs = await CoverService.Of(op, absentId, null).ToListAsync(cancellation);
            var given = theirs.FindAll(b => CoverRules.MayGive(op.Actor, absentId, b.Enterprise.EconomicCityId));
            return given.Count == 0 ? new Refusal("Cover.NotTheirs")
                : new CoverChoices([.. given.OrderBy(b => b.Enterprise.SortKey, StringComparer.Ordinal).Select(b => new CoveredEnterprise(b.EnterpriseId, b.Enterprise.Name))], given.Count == theirs.Count, await CoverersAsync(op, absentId, given));
        }, cancellation);

    /// <summary>Who has the page: the Centre, general managers, who is a butler, and who covers for one or is to.</summary>
    internal static async Task<bool> MayOpenAsync(Operation op, CancellationToken cancellation)
    {
        var (me, today) = (op.Actor.AccountId, op.Today);
        return op.Actor.EnterpriseId is null && (op.Actor.IsCentre || CoverRules.CitiesOf(op.Actor).Count > 0
            || await op.Db.ButlerAssignments.Current().AnyAsync(b => b.AccountId == me, cancellation)
            || await op.Db.ButlerCovers.Where(CoverScopes.IsFrom.At(today)).AnyAsync(c => c.CovererId == me, cancellation));
    }

    private static async Task<Page<CoverRow>> CoversAsync(Operation op, int skip, int take, CancellationToken cancellation)
    {
        var me = op.Actor.AccountId;
        var page = await op.Db.ButlerCovers.VisibleTo(op).Where(CoverScopes.IsFrom.At(op.Today)).OrderBy(c => c.From).ThenBy(c => c.Id)
            .Select(c => new CoverRow(c.Id, c.Version, c.AbsentId, c.Absent.DisplayName, c.CovererId, c.Coverer.DisplayName, c.From, c.Until,
                c.Enterprises.OrderBy(e => e.Enterprise.SortKey).Select(e => e.Enterprise.Name).ToList(), c.Reason, c.GivenBy.DisplayName, c.GivenById == me))
            .PageAsync(skip, take, cancellation);
        var ids = page.Items.Select(c => c.Id).ToList();
        var cities = (await op.Db.ButlerCovers.VisibleTo(op).Where(c => EF.Parameter(ids).Contains(c.Id)).Beside(op.Db)
            .Select(x => new { x.Cover.Id, x.Assignment.Enterprise.EconomicCityId }).Distinct().ToListAsync(cancellation)).ToLookup(x => x.Id, x => x.EconomicCityId);
        return page with { Items = [.. page.Items.Select(c => c with { MayEnd = c.MayEnd || CoverService.MayEnd(op.Actor, c.AbsentId, cities[c.Id]) })] };
    }

    /// <summary>The butlers for whom the actor may give cover.</summary>
    private static IQueryable<Account> Absent(Operation op)
    {
        var (centre, me, cities) = (op.Actor.IsCentre, op.Actor.AccountId, CoverRules.CitiesOf(op.Actor));
        return op.Db.Users.Where(a => op.Db.ButlerAssignments.Current().Any(b => b.AccountId == a.Id && (centre || a.Id == me || cities.Contains(b.Enterprise.EconomicCityId))));
    }

    /// <summary>Who fits every one of these enterprises, the absent butler left out.</summary>
    private static async Task<IReadOnlyList<CoverPerson>> CoverersAsync(Operation op, long absentId, List<ButlerAssignment> given)
    {
        List<CoverPerson>? all = null;
        foreach (var (tier, city) in given.Select(b => (b.Enterprise.Tier, City: b.Enterprise.Tier == EnterpriseTier.District ? 0 : b.Enterprise.EconomicCityId)).Distinct())
        {
            var fit = (await ButlerService.CandidatesAsync(op, tier, city)).Where(c => c.AccountId != absentId).Select(c => new CoverPerson(c.AccountId, c.Name, c.Caseload)).ToList();
            all = all is null ? fit : all.FindAll(a => fit.Exists(f => f.AccountId == a.AccountId));
        }

        return [.. (all ?? []).OrderBy(c => c.Caseload).ThenBy(c => NameKey.OfPerson(c.Name), StringComparer.Ordinal)];
    }
}
