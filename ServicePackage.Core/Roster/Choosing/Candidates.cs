using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Roster;

/// <summary>A firm that stands to be chosen: it is on the roster, or somebody proposes it, or it was decided about.</summary>
/// <param name="CreditCode">Unified social credit code.</param>
/// <param name="Enterprise">Its file; null for a new firm.</param>
/// <param name="Nominations">By whom it is proposed.</param>
/// <param name="Decision">What was decided; null before.</param>
internal sealed record Candidate(string CreditCode, Enterprise? Enterprise, IReadOnlyList<Nomination> Nominations, RosterDecision? Decision)
{
    /// <summary>Its name: as it is proposed, else as it is in the file.</summary>
    public string Name => Nominations.OrderByDescending(n => n.NominatedAt).ThenByDescending(n => n.Id).FirstOrDefault()?.Name ?? Enterprise?.Name ?? Decision?.Name ?? "";

    /// <summary>Whether it is on the roster of the day.</summary>
    public bool IsOn(DateOnly day) => Enterprise is { } enterprise && EnterpriseScopes.IsOnRoster.Holds(enterprise, day);
}

/// <summary>Reads the candidates of a year, in four queries however many they are.</summary>
internal static class Candidates
{
    /// <summary>All of them, or those of these codes.</summary>
    public static async Task<IReadOnlyList<Candidate>> OfAsync(Operation op, int year, IReadOnlyCollection<string>? codes, CancellationToken cancellation)
    {
        var all = codes is null;
        var only = codes?.ToList() ?? [];
        var nominations = (await op.Db.Nominations.VisibleTo(op).Include(n => n.Organisation).Where(n => n.Year == year && n.WithdrawnAt == null && (all || EF.Parameter(only).Contains(n.CreditCode)))
            .OrderBy(n => n.Id).ToListAsync(cancellation)).ToLookup(n => n.CreditCode, StringComparer.Ordinal);
        var decisions = await op.Db.RosterDecisions.VisibleTo(op).Where(d => d.Year == year && (all || EF.Parameter(only).Contains(d.CreditCode))).ToDictionaryAsync(d => d.CreditCode, StringComparer.Ordinal, cancellation);
        var named = op.Db.Nominations.VisibleTo(op).Where(n => n.Year == year && n.WithdrawnAt == null);
        var decided = op.Db.RosterDecisions.VisibleTo(op).Where(d => d.Year == year);
        var files = await op.Db.Enterprises.VisibleTo(op).Include(e => e.EconomicCity)
            .Where(e => all || EF.Parameter(only).Contains(e.CreditCode))
            .Where(EnterpriseScopes.IsOnRoster.At(op.Today), (e, onRoster) => onRoster || named.Any(n => n.CreditCode == e.CreditCode) || decided.Any(d => d.CreditCode == e.CreditCode))
            .ToDictionaryAsync(e => e.CreditCode, StringComparer.Ordinal, cancellation);
        return [.. files.Keys.Union(nominations.Select(n => n.Key), StringComparer.Ordinal).Union(decisions.Keys, StringComparer.Ordinal)
            .Select(c => new Candidate(c, files.GetValueOrDefault(c), [.. nominations[c]], decisions.GetValueOrDefault(c)))];
    }
}
