using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Enterprises;

/// <summary>What a reader may do with the facts of an enterprise: for the page; each act checks again.</summary>
/// <param name="Standings">With which standing they may record, the usual one first; none for a reader alone.</param>
/// <param name="SeesCommercial">Whether they see the values of commercial facts.</param>
public sealed record FactRights(IReadOnlyList<FactStanding> Standings, bool SeesCommercial)
{
    /// <summary>Whether they may record every fact.</summary>
    public bool Record => Standings.Count > 0;

    /// <summary>The codes of the facts of which a unit of theirs is the authority.</summary>
    public IReadOnlyList<string> Certified { get; init; } = [];

    /// <summary>With which standing they may record this fact, the usual one first; none for a reader alone.</summary>
    public IReadOnlyList<FactStanding> StandingsOf(string code) =>
        Certified.Contains(code) && !Standings.Contains(FactStanding.Authority) ? [.. Standings, FactStanding.Authority] : Standings;

    /// <summary>Whether they see the values of this fact.</summary>
    public bool Sees(FactDefinition fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return !fact.Commercial || SeesCommercial || Certified.Contains(fact.Code);
    }
}

/// <summary>
/// Whose facts a reader sees: those of an enterprise they see, the commercial ones only of their own, of one they are the butler of, of their economic
/// city's, and at the Centre of all. The same people record: the enterprise declares, the others check, and the Centre enters what an authority says. So do
/// the people of a unit with the facts that it certifies, which they see of every enterprise they see.
/// </summary>
public static class EnterpriseFactAccess
{
    /// <summary>The facts whose values the actor sees; what is kept back never leaves the database.</summary>
    public static IQueryable<EnterpriseFact> VisibleTo(this IQueryable<EnterpriseFact> facts, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var codes = FactCatalogue.PublicCodes;
        var (seen, served) = (op.Db.Enterprises.VisibleTo(op), op.Db.Enterprises.VisibleTo(op).Where(Serving(op)));
        var certified = op.Db.CertifiedFacts.CertifiedBy(op.Actor);
        return facts.Where(f => served.Any(e => e.Id == f.EnterpriseId)
            || ((codes.Contains(f.Code) || certified.Any(c => c.Code == f.Code)) && seen.Any(e => e.Id == f.EnterpriseId)));
    }

    /// <summary>The enterprises that are the actor's own, that they are the butler of, or whose economic city they work at; all at the Centre.</summary>
    internal static Expression<Func<Enterprise, bool>> Serving(Operation op)
    {
        var centre = op.Actor.IsCentre;
        return AnyOf.These([_ => centre, ServingItself(op)]);
    }

    /// <summary>The same and those with whom the actor, as a leader, keeps contact: whose package they read, and what stands in it.</summary>
    internal static Expression<Func<Enterprise, bool>> Reading(Operation op) => AnyOf.These([Serving(op), .. Led(op)]);

    /// <summary>Those that whoever may speak for an enterprise serves, and those with whom the actor, as a leader, keeps contact.</summary>
    internal static Expression<Func<Enterprise, bool>> ReadingItself(Operation op) => AnyOf.These([ServingItself(op), .. Led(op)]);

    private static IEnumerable<Expression<Func<Enterprise, bool>>> Led(Operation op) => op.House.Of<ILeading>().Select(r => r.LedBy(op));

    /// <summary>The same without those that are the Centre's alone: whoever may speak for an enterprise.</summary>
    internal static Expression<Func<Enterprise, bool>> ServingItself(Operation op)
    {
        if (op.Actor.EnterpriseId is { } own)
        {
            return e => e.Id == own;
        }

        var cities = EnterpriseAccess.CitiesOf(op.Actor);
        Expression<Func<Enterprise, bool>> near = e => cities.Contains(e.EconomicCityId);
        return AnyOf.These([near, .. op.House.Of<IServing>().Select(r => r.ServedBy(op))]);
    }

    /// <summary>What the actor may do with the facts and lists of an enterprise they see.</summary>
    internal static async Task<FactRights> FactRightsAsync(this Operation op, long enterpriseId, CancellationToken cancellation)
    {
        var serves = await op.Db.Enterprises.VisibleTo(op).Where(Serving(op)).AnyAsync(e => e.Id == enterpriseId, cancellation);
        return new FactRights(
            !serves ? []
                : op.Actor.EnterpriseId == enterpriseId ? [FactStanding.Declared]
                : op.Actor.IsCentre ? [FactStanding.Checked, FactStanding.Authority]
                : [FactStanding.Checked],
            serves)
        {
            Certified = await op.CertifiedCodesAsync(cancellation),
        };
    }
}
