using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>Writes down, in the transaction of any change, what is to be weighed anew because of it.</summary>
internal static class WeighedChanges
{
    /// <summary>A fact, an item or the end of a list, a judgement: that enterprise and what has changed. An enterprise that joins or leaves the roster: all its clauses.</summary>
    public static void Hear(Operation op)
    {
        var changed = op.Db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var found = new HashSet<(long Enterprise, string Code)>();
        foreach (var entry in changed)
        {
            switch (entry.Entity)
            {
                case EnterpriseFact fact:
                    found.Add((fact.EnterpriseId, fact.Code));
                    break;
                case EnterpriseListItem item:
                    found.Add((item.EnterpriseId, item.List));
                    break;
                case EnterpriseListClosing closing:
                    found.Add((closing.EnterpriseId, closing.List));
                    break;
                case Judgement judgement:
                    found.Add((judgement.EnterpriseId, Unweighed.JudgedPrefix + judgement.Key));
                    break;
                case Enterprise enterprise when entry.State == EntityState.Added || entry.Property(nameof(enterprise.OnRosterFrom)).IsModified || entry.Property(nameof(enterprise.LeftRosterOn)).IsModified:
                    op.Db.Unweighed.Add(new Unweighed { Enterprise = enterprise, At = op.Now });
                    break;
                default:
                    break;
            }
        }

        op.Db.Unweighed.AddRange(found.Select(f => new Unweighed { EnterpriseId = f.Enterprise, Code = f.Code, At = op.Now }));
    }

    /// <summary>A version was published, or a policy withdrawn: each clause the policy has or had, against every enterprise.</summary>
    public static async Task OfPolicyAsync(Operation op, long policyId, bool again, CancellationToken cancellation)
    {
        var clauses = await op.Db.Clauses.Where(c => c.PolicyId == policyId).Select(c => c.Id).ToListAsync(cancellation);
        op.Db.Unweighed.AddRange(clauses.Select(c => new Unweighed { ClauseId = c, Again = again, At = op.Now }));
    }
}
