using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>A clause that an enterprise meets, as it is named where something else is looked at: the outcome alone.</summary>
/// <param name="PolicyId">Its policy.</param>
/// <param name="ClauseId">Its key through all versions.</param>
/// <param name="Title">What it is called.</param>
/// <param name="PolicyTitle">What its policy is called.</param>
/// <param name="Benefit">What it gives.</param>
/// <param name="WithoutApplication">Whether it is granted without an application.</param>
/// <param name="Windows">When it can be applied for.</param>
/// <param name="Eligibility">Met, or to be verified.</param>
public sealed record ClauseForIt(long PolicyId, long ClauseId, string Title, string PolicyTitle, string Benefit, bool WithoutApplication, IReadOnlyList<WindowView> Windows, Eligibility Eligibility);

/// <summary>Finds the clauses that answer a need and that an enterprise meets.</summary>
internal static class ClausesOnTopics
{
    /// <summary>
    /// Those in force today that the actor sees, whose windows are not over and that the enterprise has not said are not for it; what closes first, first. Why is for
    /// those who serve it, on its policies.
    /// </summary>
    public static async Task<IReadOnlyList<ClauseForIt>> ForItAsync(this Operation op, long enterpriseId, ClauseTopics topics, int most, CancellationToken cancellation)
    {
        var clauses = await op.Db.PolicyClauses.VisibleTo(op).Published().InForce(op.Today).For(enterpriseId).Where(c => (c.Topics & topics) != 0)
            .Where(c => !op.Db.ClauseAnswers.NotForUs().Any(a => a.EnterpriseId == enterpriseId && a.ClauseId == c.ClauseId))
            .OrderBy(c => c.PolicyVersionId).ThenBy(c => c.Order).Select(ClauseAsked.Row).ToListAsync(cancellation);
        if (clauses.Count == 0)
        {
            return [];
        }

        var codes = KnownReading.CodesOf([.. clauses.Select(c => c.Whom?.Asks).OfType<Condition>()], Criteria.OfTheProgram);
        var known = (await op.KnownAsync(op.Db.Enterprises.Where(e => e.Id == enterpriseId).Select(e => e.Id), codes, op.Now, cancellation))(enterpriseId);
        var met = clauses.Select(c => c.Beside(known, op.Today)).OfType<ClauseMatch>()
            .Where(m => m.Eligibility is Eligibility.Met or Eligibility.ToVerify && m.Windows.StateOn(op.Today) != WindowState.Closed);
        return [.. MatchService.InOrder(met, op.Today).Take(most).Select(m => new ClauseForIt(m.PolicyId, m.ClauseId, m.Title, m.Policy.Title, m.Benefit, m.WithoutApplication, m.Windows, m.Eligibility))];
    }
}
