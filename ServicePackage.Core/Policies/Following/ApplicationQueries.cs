using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>Reads applications as they are shown.</summary>
internal static class ApplicationQueries
{
    /// <summary>The applications narrowed as chosen.</summary>
    public static IQueryable<ClauseApplication> Narrowed(this IQueryable<ClauseApplication> applications, ApplicationFilter filter, Operation op)
    {
        var (year, clause, enterprise, unit, clauses) = (filter.Year, filter.ClauseId, filter.EnterpriseId, filter.UnitId, ApplicationAccess.CarriedOut(op));
        var narrowed = applications.Showing(filter.Show)
            .Where(a => (year == null || a.BegunOn.Year == year) && (clause == null || a.ClauseId == clause) && (enterprise == null || a.EnterpriseId == enterprise))
            .Where(a => unit == null || clauses.Any(c => c.ClauseId == a.ClauseId && c.ExecutingUnitId == unit));
        return filter.Mine ? narrowed.WaitingFor(op) : narrowed;
    }

    /// <summary>In the order of the list: begun last first; what waits for the actor's units, waiting longest first.</summary>
    public static IQueryable<ClauseApplication> InOrder(this IQueryable<ClauseApplication> applications, ApplicationFilter filter) => filter.Mine
        ? applications.OrderBy(a => a.DecidedOn ?? a.BegunOn).ThenBy(a => a.Id)
        : applications.OrderByDescending(a => a.BegunOn).ThenByDescending(a => a.Id);

    /// <summary>Those that wait for the actor's units: for a decision, or to be paid.</summary>
    public static IQueryable<ClauseApplication> WaitingFor(this IQueryable<ClauseApplication> applications, Operation op)
    {
        var (units, clauses) = (op.Actor.UnitIds, ApplicationAccess.CarriedOut(op));
        return applications.Where(ApplicationScopes.WaitsForUnit.Rule).Where(a => clauses.Any(c => c.ClauseId == a.ClauseId && c.ExecutingUnitId != null && units.Contains(c.ExecutingUnitId.Value)));
    }

    /// <summary>The applications as rows, in their order.</summary>
    public static IQueryable<ApplicationRow> Rows(this IQueryable<ClauseApplication> applications, Operation op)
    {
        var clauses = ApplicationAccess.CarriedOut(op);
        return applications.Select(a => new ApplicationRow
        {
            Id = a.Id,
            Version = a.Version,
            EnterpriseId = a.EnterpriseId,
            Enterprise = a.Enterprise.Name,
            PolicyId = a.PolicyClause.PolicyVersion.PolicyId,
            ClauseId = a.ClauseId,
            Number = a.PolicyClause.Number,
            Title = a.PolicyClause.Title,
            PolicyTitle = a.PolicyClause.PolicyVersion.Title,
            PolicyVersion = a.PolicyClause.PolicyVersion.Number,
            Unit = clauses.Where(c => c.ClauseId == a.ClauseId && c.ExecutingUnit != null).Select(c => new PolicyUnit(c.ExecutingUnit!.Id, c.ExecutingUnit.Name, c.ExecutingUnit.EnglishName)).FirstOrDefault(),
            Promise = a.PolicyClause.PaymentPromise,
            State = a.State,
            WithoutApplication = a.WithoutApplication,
            BegunOn = a.BegunOn,
            BegunBy = a.BegunBy.DisplayName,
            Note = a.Note,
            Amount = a.Amount,
            DecidedOn = a.DecidedOn,
            DecidedBy = a.DecidedBy == null ? null : a.DecidedBy.DisplayName,
            DecisionReported = a.DecisionReported,
            Reason = a.Reason,
            PaidAmount = a.PaidAmount,
            PaidOn = a.PaidOn,
            PaidBy = a.PaidBy == null ? null : a.PaidBy.DisplayName,
            PaymentReported = a.PaymentReported,
            WithdrawnOn = a.WithdrawnOn,
            WithdrawnByAuthority = a.WithdrawnByAuthority,
            WithdrawnBy = a.WithdrawnBy == null ? null : a.WithdrawnBy.DisplayName,
            CorrectedAt = a.CorrectedAt,
            CorrectedBy = a.CorrectedBy == null ? null : a.CorrectedBy.DisplayName,
            CorrectedBecause = a.CorrectedBecause,
        });
    }

    /// <summary>Rows with what the reader may do.</summary>
    public static async Task<IReadOnlyList<ApplicationRow>> WithRightsAsync(this Operation op, IReadOnlyList<ApplicationRow> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(r => r.EnterpriseId).Distinct().ToList();
        var spokenFor = await ApplicationAccess.SpokenForAsync(op, ids, cancellation);
        var seen = (await op.Db.Enterprises.VisibleTo(op).Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(cancellation)).ToHashSet();
        return [.. rows.Select(r =>
        {
            var sides = (spokenFor.Contains(r.EnterpriseId) ? ApplicationSide.Enterprise : ApplicationSide.None)
                | (ApplicationAccess.IsAuthority(op, r.Unit?.Id) ? ApplicationSide.Authority : ApplicationSide.None);
            return r with
            {
                Steps = ApplicationSteps.Open(r.State, r.Amount is not null, r.Unit is not null, sides),
                MayCorrect = ApplicationSteps.MayCorrect(ApplicationSteps.IsEnteredByEnterprise(r.State, r.WithoutApplication, r.DecisionReported, r.PaymentReported, r.WithdrawnByAuthority), sides),
                IsDecider = sides.HasFlag(ApplicationSide.Authority),
                IsEnterpriseVisible = seen.Contains(r.EnterpriseId),
                IsSpokenFor = spokenFor.Contains(r.EnterpriseId),
            };
        })];
    }

    /// <summary>What they come to.</summary>
    public static async Task<ApplicationTotals> TotalsAsync(this IQueryable<ClauseApplication> applications, CancellationToken cancellation)
    {
        var counted = applications.Select(ApplicationScopes.IsGranted.Rule, ApplicationScopes.IsPaid.Rule, (a, granted, paid) => new { IsGranted = granted, IsPaid = paid, a.Amount, a.PaidAmount });
        var sums = await counted.GroupBy(_ => 1).Select(g => new
        {
            Number = g.Count(),
            Granted = g.Count(a => a.IsGranted),
            GrantedMoney = g.Where(a => a.IsGranted).Sum(a => a.Amount),
            Paid = g.Count(a => a.IsPaid),
            PaidMoney = g.Where(a => a.IsPaid).Sum(a => a.PaidAmount),
        }).FirstOrDefaultAsync(cancellation);
        return sums is null ? new ApplicationTotals(0, 0, 0, 0, 0) : new ApplicationTotals(sums.Number, sums.Granted, sums.GrantedMoney ?? 0, sums.Paid, sums.PaidMoney ?? 0);
    }
}
