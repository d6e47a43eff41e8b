using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Policies;

/// <summary>Writes the clauses of a draft.</summary>
internal static class DraftClauses
{
    /// <summary>Those that can carry a clause out: units and cooperating departments in use.</summary>
    public static IQueryable<Organisation> CarryOut(this IQueryable<Organisation> organisations) =>
        organisations.Where(o => o.DisabledAt == null && (o.Kind == OrganisationKind.Unit || o.Kind == OrganisationKind.CooperatingDepartment));

    /// <summary>Adds a clause or changes one. Null when done; refused: Policy.TooManyClauses, Stale where the clause is gone, a unit or an enterprise that cannot be named.</summary>
    public static async Task<Refusal?> SaveAsync(Operation op, PolicyVersion draft, ClauseInput input, CancellationToken cancellation)
    {
        var clause = draft.Clauses.Find(c => c.ClauseId == input.ClauseId);
        if (clause is null && input.ClauseId is not null)
        {
            return Refusal.Stale;
        }

        if (clause is null && draft.Clauses.Count >= PolicyRules.MostClauses)
        {
            return new Refusal("Policy.TooManyClauses", PolicyRules.MostClauses);
        }

        long? unit = input.ExecutingUnitId > 0 ? input.ExecutingUnitId : null;
        if (unit is not null && unit != clause?.ExecutingUnitId && !await op.Db.Organisations.CarryOut().AnyAsync(o => o.Id == unit, cancellation))
        {
            return new Refusal("Policy.UnitUnknown") { Field = nameof(input.ExecutingUnitId) };
        }

        var named = input.Personalised ? input.EnterpriseIds.Distinct().ToList() : [];
        var added = named.Except(clause?.Enterprises.Select(e => e.EnterpriseId) ?? []).ToList();
        if (await op.Db.Enterprises.VisibleTo(op).CountAsync(e => added.Contains(e.Id), cancellation) < added.Count)
        {
            return new Refusal("Policy.EnterpriseUnknown") { Field = nameof(input.EnterpriseIds) };
        }

        clause ??= Add(draft);
        clause.Number = TextRules.Kept(input.Number);
        clause.Title = TextRules.Kept(input.Title);
        clause.Text = input.Text.Trim();
        clause.ExecutingUnitId = unit;
        clause.Scope = input.Scope.Trim();
        clause.Benefit = input.Benefit.Trim();
        clause.Materials = input.Materials.Trim();
        clause.WhereToApply = input.WhereToApply.Trim();
        clause.PaymentPromise = input.PaymentPromise.Trim();
        clause.Terms = input.Terms.Read().Value?.Write();
        clause.Topics = input.Topics;
        clause.Personalised = input.Personalised;
        clause.WithoutApplication = input.WithoutApplication;
        clause.Windows.Clear();
        clause.Windows.AddRange(input.Windows.Select(w => w.Kind == WindowKind.Dated ? new ClauseWindow { Kind = w.Kind, From = w.From, Until = w.Until } : new ClauseWindow { Kind = w.Kind }));
        clause.Enterprises.RemoveAll(e => !named.Contains(e.EnterpriseId));
        clause.Enterprises.AddRange(added.Select(id => new ClauseEnterprise { EnterpriseId = id }));
        return null;
    }

    /// <summary>
    /// Makes clauses of what was found in the text: one whose number was there before, and that no other part has taken, gets the words found and keeps what else was
    /// entered; the others are added. Gives how many were added.
    /// </summary>
    public static int Take(PolicyVersion draft, IReadOnlyList<FoundClause> found)
    {
        var (added, before) = (0, draft.Clauses.Where(c => c.Number.Length > 0).OrderBy(c => c.Order).ToList());
        foreach (var part in found)
        {
            var number = TextRules.Cut(part.Number, PolicyRules.LongestClauseNumber);
            var clause = before.Find(c => c.Number == number);
            if (clause is null)
            {
                clause = Add(draft);
                (clause.Number, added) = (number, added + 1);
            }
            else
            {
                before.Remove(clause);
            }

            clause.Title = clause.Title.Length > 0 ? clause.Title : part.Title;
            clause.Text = part.Text;
        }

        return added;
    }

    /// <summary>Lets a clause change places with its neighbour; false where there is none.</summary>
    public static bool Move(PolicyVersion draft, PolicyClause clause, bool up)
    {
        var ordered = draft.Clauses.OrderBy(c => c.Order).ToList();
        var (from, to) = (ordered.IndexOf(clause), ordered.IndexOf(clause) + (up ? -1 : 1));
        if (to < 0 || to >= ordered.Count)
        {
            return false;
        }

        (ordered[from], ordered[to]) = (ordered[to], ordered[from]);
        Number(ordered);
        return true;
    }

    /// <summary>Gives the clauses their places: 1, 2, 3 …</summary>
    public static void Number(IEnumerable<PolicyClause> ordered)
    {
        foreach (var (clause, place) in ordered.Select((c, i) => (c, i + 1)))
        {
            clause.Order = place;
        }
    }

    private static PolicyClause Add(PolicyVersion draft)
    {
        var clause = new PolicyClause { Clause = new Clause { PolicyId = draft.PolicyId }, Order = draft.Clauses.Count + 1 };
        draft.Clauses.Add(clause);
        return clause;
    }
}
