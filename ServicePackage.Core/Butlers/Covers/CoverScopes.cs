using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Butlers;

/// <summary>Who serves which enterprise by name on a day: its butler, and beside them whoever covers.</summary>
public sealed record ServingByName
{
    public long EnterpriseId { get; init; }

    public long AccountId { get; init; }
}

/// <summary>Which covers hold when, and what follows: said once for every place that asks whose butler somebody is.</summary>
public static class CoverScopes
{
    /// <summary>The cover holds on the day (Shanghai), its first and last day among them.</summary>
    public static readonly Scope<ButlerCover, DateOnly> IsOn = new((c, day) => c.From <= day && c.Until >= day);

    /// <summary>It holds on the day or later, and was not withdrawn before it began.</summary>
    public static readonly Scope<ButlerCover, DateOnly> IsFrom = new((c, day) => c.Until >= day && c.Until >= c.From);

    /// <summary>Those that hold on the day.</summary>
    public static IQueryable<ButlerCover> On(this IQueryable<ButlerCover> covers, DateOnly day) => covers.Where(IsOn.At(day));

    /// <summary>Those that hold on some day from the first to the last.</summary>
    public static IQueryable<ButlerCover> Within(this IQueryable<ButlerCover> covers, DateOnly from, DateOnly until) => covers.Where(IsFrom.At(from)).Where(c => c.From <= until);

    /// <summary>Which covers stand beside which assignments on the day.</summary>
    public static IQueryable<CoverOfAssignment> CoversOn(this AppDbContext db, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.ButlerCovers.On(day).Beside(db);
    }

    /// <summary>Beside which of today's assignments these covers stand, whichever days they are for.</summary>
    internal static IQueryable<CoverOfAssignment> Beside(this IQueryable<ButlerCover> covers, AppDbContext db) => covers
        .Join(db.ButlerAssignments.Current(), c => c.AbsentId, b => b.AccountId, (c, b) => new CoverOfAssignment { Cover = c, Assignment = b })
        .Where(x => x.Cover.All || x.Cover.Enterprises.Any(e => e.EnterpriseId == x.Assignment.EnterpriseId));

    /// <summary>Who serves which enterprise by name on the day: the one query of whose butler somebody is. The assignment first, the cover beside it.</summary>
    public static IQueryable<ServingByName> ServingOn(this AppDbContext db, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.ButlerAssignments.Current().Select(b => new ServingByName { EnterpriseId = b.EnterpriseId, AccountId = b.AccountId })
            .Concat(db.CoversOn(day).Select(x => new ServingByName { EnterpriseId = x.Assignment.EnterpriseId, AccountId = x.Cover.CovererId }));
    }

    /// <summary>The covers the actor reads: the Centre all; of the others those of their own, as absent or covering, and a general manager those of the butlers of the city.</summary>
    public static IQueryable<ButlerCover> VisibleTo(this IQueryable<ButlerCover> covers, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var (centre, me, cities) = (op.Actor.IsCentre, op.Actor.AccountId, CoverRules.CitiesOf(op.Actor));
        var ofCity = op.Db.ButlerAssignments.Current().Where(b => cities.Contains(b.Enterprise.EconomicCityId));
        return covers.Where(c => centre || c.AbsentId == me || c.CovererId == me || ofCity.Any(b => b.AccountId == c.AbsentId));
    }
}

/// <summary>A cover beside the assignment it covers.</summary>
public sealed class CoverOfAssignment
{
    public required ButlerCover Cover { get; init; }

    public required ButlerAssignment Assignment { get; init; }
}
