using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Policies;

/// <summary>Reads the enterprises beside a clause, for the page and for the file.</summary>
internal static class ClauseSide
{
    /// <summary>
    /// The enterprises on the roster that the filter leaves, at most so many rows of them. Refused: NotFound where the caller does not see the clause; NotAllowed for
    /// whoever is neither of its unit, of the organisation that drafts it, nor of the Centre; a search text too long or unreadable.
    /// </summary>
    public static async Task<Outcome<ClauseSheet>> ReadAsync(Operation op, long policyId, long clauseId, EnterpriseMatchFilter filter, int most, CancellationToken cancellation)
    {
        var row = await op.Db.PolicyClauses.VisibleTo(op).Published().Where(c => c.PolicyVersion.PolicyId == policyId && c.ClauseId == clauseId)
            .Select(c => new { c.Id, c.Number, c.Title, PolicyTitle = c.PolicyVersion.Title, c.PolicyVersion.Place, c.Condition, c.Personalised, c.WithoutApplication, c.ExecutingUnitId, c.PolicyVersion.Policy.OrganisationId })
            .FirstOrDefaultAsync(cancellation);
        if (row is null)
        {
            return Refusal.NotFound;
        }

        var carriesOut = PolicyAccess.Decides(op.Actor, row.ExecutingUnitId);
        if (!carriesOut && !op.Actor.UnitIds.Contains(row.OrganisationId))
        {
            return Refusal.NotAllowed;
        }

        if (SearchText.Refuse(filter.Text) is { } refusal)
        {
            return refusal;
        }

        var whom = ForWhom.Of(row.Place, row.Condition, row.Personalised, row.Id);
        var sheet = new ClauseSheet
        {
            PolicyId = policyId,
            ClauseId = clauseId,
            Number = row.Number,
            Title = row.Title,
            PolicyTitle = row.PolicyTitle,
            Today = op.Today,
            MayJudge = carriesOut,
            WithoutApplication = row.WithoutApplication,
            HasUnit = row.ExecutingUnitId is not null,
            Asks = whom?.Asks,
            ForTheNamed = whom is { Asks: null },
        };
        if (whom is null)
        {
            return sheet;
        }

        var sought = Sought.Of(filter.Text);
        List<WeighedEnterprise> weighed = [.. (await op.WeighAsync(whom, cancellation)).Where(w => sought.IsIn(w.Name))];
        var group = filter.Eligibility ?? weighed.Select(w => w.Assessment.Eligibility).DefaultIfEmpty(Eligibility.Met).Min();
        var page = weighed.Where(w => w.Assessment.Eligibility == group).Skip(Math.Max(0, filter.Skip)).Take(Math.Clamp(filter.Take, 1, most)).ToList();
        return sheet with
        {
            Counts = MatchService.Counted(weighed),
            Group = group,
            Enterprises = await op.ShownAsync(page, clauseId, cancellation),
        };
    }
}
