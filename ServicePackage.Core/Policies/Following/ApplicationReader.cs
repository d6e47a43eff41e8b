using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>What became of what enterprises met: the applications a reader sees (plan §三(一), §七(三)).</summary>
public sealed class ApplicationReader(OperationRunner operations)
{
    /// <summary>
    /// A page of the applications that the caller sees and the filter leaves, with what all of them come to. Refused NotFound where it is of a clause that the
    /// caller does not see.
    /// </summary>
    public Task<Outcome<ApplicationList>> ListAsync(Caller caller, ApplicationFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<ApplicationList>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            ListedClause? clause = null;
            if (filter.ClauseId is { } clauseId)
            {
                clause = await op.Db.PolicyClauses.VisibleTo(op).Latest().Where(c => c.ClauseId == clauseId)
                    .Select(c => new ListedClause(c.PolicyVersion.PolicyId, c.ClauseId, c.Number, c.Title, c.PolicyVersion.Title)).FirstOrDefaultAsync(cancellation);
                if (clause is null)
                {
                    return Refusal.NotFound;
                }
            }

            var all = op.Db.ClauseApplications.VisibleTo(op);
            var narrowed = all.Narrowed(filter, op);
            var page = await narrowed.InOrder(filter).Select(a => a.Id).PageAsync(filter.Skip, filter.Take, cancellation);
            var clauses = ApplicationAccess.CarriedOut(op);
            return new ApplicationList(
                new Page<ApplicationRow>(await RowsAsync(op, page.Items, cancellation), page.Total),
                await narrowed.TotalsAsync(cancellation),
                await all.Select(a => a.BegunOn.Year).Distinct().OrderByDescending(y => y).ToListAsync(cancellation),
                await all.Join(clauses, a => a.ClauseId, c => c.ClauseId, (a, c) => c.ExecutingUnit!).Where(u => u != null).Select(u => new { u.Id, u.Name, u.EnglishName }).Distinct()
                    .OrderBy(u => u.Name).Select(u => new PolicyUnit(u.Id, u.Name, u.EnglishName)).ToListAsync(cancellation),
                clause,
                op.Today);
        }, cancellation);

    /// <summary>The applications of these enterprises under a clause, as far as the caller sees them; those begun last first.</summary>
    public Task<Outcome<IReadOnlyList<ApplicationRow>>> UnderAsync(Caller caller, long clauseId, IReadOnlyCollection<long> enterpriseIds, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyList<ApplicationRow>>(caller, async op =>
        {
            var keys = enterpriseIds.ToList();
            var seen = await op.Db.ClauseApplications.VisibleTo(op).Where(a => a.ClauseId == clauseId && keys.Contains(a.EnterpriseId))
                .OrderByDescending(a => a.BegunOn).ThenByDescending(a => a.Id).Select(a => a.Id).ToListAsync(cancellation);
            return (await RowsAsync(op, seen, cancellation)).ToList();
        }, cancellation);

    /// <summary>One application. Refused NotFound where the caller does not see it.</summary>
    public Task<Outcome<ApplicationRow>> GetAsync(Caller caller, long id, CancellationToken cancellation = default) =>
        operations.ReadAsync<ApplicationRow>(caller, async op =>
        {
            var seen = await op.Db.ClauseApplications.VisibleTo(op).Where(a => a.Id == id).Select(a => a.Id).ToListAsync(cancellation);
            return (await RowsAsync(op, seen, cancellation)) is [var row] ? row : Refusal.NotFound;
        }, cancellation);

    /// <summary>How many wait for the caller's units, and for the consent of the caller's own enterprise.</summary>
    public Task<Outcome<WaitingApplications>> WaitingAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<WaitingApplications>(caller, async op =>
        {
            var own = op.Actor.EnterpriseId;
            var waiting = op.Actor.UnitIds.Count == 0 ? []
                : await op.Db.ClauseApplications.VisibleTo(op).WaitingFor(op).GroupBy(a => a.State)
                    .Select(g => new { g.Key, Number = g.Count(), Begun = g.Min(a => a.BegunOn), Granted = g.Min(a => a.DecidedOn) }).ToListAsync(cancellation);
            var (toDecide, toPay) = (waiting.Find(w => w.Key == ApplicationState.Applied), waiting.Find(w => w.Key == ApplicationState.Granted));
            return new WaitingApplications(
                toDecide?.Number ?? 0, toDecide?.Begun, toPay?.Number ?? 0, toPay?.Granted,
                own is null ? 0 : await op.Db.ClauseApplications.VisibleTo(op).Offers().CountAsync(a => a.EnterpriseId == own, cancellation),
                op.Today);
        }, cancellation);

    /// <summary>The rows of these keys, in their order; all of them seen by the reader.</summary>
    internal static async Task<IReadOnlyList<ApplicationRow>> RowsAsync(Operation op, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var keys = ids.ToList();
        var rows = (await op.Db.ClauseApplications.VisibleTo(op).Where(a => keys.Contains(a.Id)).Rows(op).ToListAsync(cancellation)).ToDictionary(r => r.Id);
        return await op.WithRightsAsync([.. ids.Select(id => rows.GetValueOrDefault(id)).OfType<ApplicationRow>()], cancellation);
    }
}
