using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Policies;

/// <summary>What organisations owe to policies, and how it passes on.</summary>
internal static class PolicyDuties
{
    /// <summary>The policies an organisation drafts, and the clauses it carries out.</summary>
    public static async Task<IReadOnlyList<Duty>> CountAsync(Operation op, long organisationId, CancellationToken cancellation) =>
    [
        Duty.Of("Policies", await op.Db.Policies.CountAsync(p => p.OrganisationId == organisationId && p.WithdrawnAt == null, cancellation)),
        Duty.Of("Clauses", await Carried(op, organisationId).CountAsync(cancellation)),
    ];

    /// <summary>Passes the policies it drafts on, and the clauses it carries out, of drafts and of what is published: who interprets them is another now. What was signed for it stays so.</summary>
    public static async Task<int> PassAsync(Operation op, Organisation from, Organisation into, CancellationToken cancellation)
    {
        var drafted = await op.Db.Policies.Where(p => p.OrganisationId == from.Id).ToListAsync(cancellation);
        drafted.ForEach(p => p.OrganisationId = into.Id);
        var clauses = await Carried(op, from.Id).Include(c => c.PolicyVersion).ThenInclude(v => v.Policy).ToListAsync(cancellation);
        foreach (var clause in clauses)
        {
            clause.ExecutingUnitId = into.Id;
        }

        foreach (var version in clauses.Select(c => c.PolicyVersion).Distinct())
        {
            version.Version++;
        }

        var policies = drafted.Concat(clauses.Select(c => c.PolicyVersion.Policy)).Distinct().ToList();
        foreach (var policy in policies)
        {
            policy.Version++;
            op.Note(policy, "PassPolicy", new { From = from.Name, Into = into.Name });
        }

        return policies.Count;
    }

    private static IQueryable<PolicyClause> Carried(Operation op, long organisationId) =>
        op.Db.PolicyClauses.Where(c => c.ExecutingUnitId == organisationId && ((c.PolicyVersion.State != PolicyState.Superseded && c.PolicyVersion.Policy.WithdrawnAt == null)
            || op.Db.ClauseApplications.Where(ApplicationScopes.IsOpen.Rule).Any(a => a.ClauseId == c.ClauseId))); // who decides them is read from the clause, withdrawn or not
}
