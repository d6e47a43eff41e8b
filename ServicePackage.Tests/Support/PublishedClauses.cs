using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Policies;

namespace ServicePackage.Tests.Support;

/// <summary>Published clauses, written as they stand after their review.</summary>
internal static class PublishedClauses
{
    /// <summary>A clause of its own policy of Jiading that asks this, carried out by a unit; gives its keys.</summary>
    public static (long PolicyId, long ClauseId) PublishedClause(this Town town, Organisation unit, Caller by, string title, string? condition, string benefit = "每人补贴2,000元")
    {
        var (policyId, clauseId) = (0L, 0L);
        town.Write(db =>
        {
            var policy = new Policy { OrganisationId = unit.Id, CreatedAt = town.Clock.Now, CreatedById = by.AccountId };
            var version = new PolicyVersion
            {
                Policy = policy,
                Number = 1,
                State = PolicyState.Published,
                Title = $"{title}若干措施",
                Issuer = "嘉定区人民政府",
                Level = PolicyLevel.District,
                Kind = PolicyKind.Funds,
                Place = "310114",
                DraftedById = by.AccountId,
                ChangedById = by.AccountId,
                ChangedAt = town.Clock.Now,
                PublishedAt = town.Clock.Now,
                PublishedById = by.AccountId,
            };
            var clause = new PolicyClause
            {
                Clause = new Clause { Policy = policy },
                Order = 1,
                Number = "第一条",
                Title = title,
                Text = $"{title}的内容。",
                Benefit = benefit,
                ExecutingUnitId = unit.Id,
                Condition = condition,
                Windows = [new ClauseWindow { Kind = WindowKind.Dated, From = town.Clock.Today.AddDays(-10), Until = town.Clock.Today.AddDays(20) }],
            };
            version.Clauses.Add(clause);
            policy.Versions.Add(version);
            db.Policies.Add(policy);
            db.SaveChanges();
            policy.CurrentVersionId = version.Id;
            (policyId, clauseId) = (policy.Id, clause.ClauseId);
        });
        return (policyId, clauseId);
    }
}
