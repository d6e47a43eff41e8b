using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Roster;

/// <summary>Adds enterprises to the published roster during the year and removes them, each with a reason (plan §二: 动态调整). The Centre alone.</summary>
public sealed class RosterChangeService(OperationRunner operations)
{
    /// <summary>
    /// Adds one from today on; a firm without a file gets one. Gives the enterprise. Refused: who may not choose; what is typed wrongly; a roster that is not published;
    /// one that is on it already; a new firm without an economic city.
    /// </summary>
    public Task<Outcome<long>> AddAsync(Caller caller, Guid commandId, RosterAddInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<long>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            if ((RosterAccess.RefuseChoosing(op.Actor) ?? new RosterAddValidator().Refuse(input) ?? await RefuseYearAsync(op, input.Year, cancellation)) is { } refusal)
            {
                return refusal;
            }

            if (input.Tier == EnterpriseTier.District && !await op.Db.RosterYears.AnyAsync(y => y.Year == input.Year && y.DistrictListOn != null, cancellation))
            {
                return new Refusal("Roster.DistrictListMissing") { Field = nameof(input.Tier) };
            }

            var code = CreditCode.Normalise(input.CreditCode);
            var enterprise = await op.Db.Enterprises.VisibleTo(op).FirstOrDefaultAsync(e => e.CreditCode == code, cancellation);
            if (enterprise is not null && EnterpriseScopes.IsOnRoster.Holds(enterprise, op.Today))
            {
                return new Refusal("Enterprise.OnRosterAlready", enterprise.OnRosterFrom) { Field = nameof(input.CreditCode) };
            }

            var decision = await DecidedAsync(op, input.Year, code, cancellation);
            (decision.Taken, decision.Tier, decision.Name) = (true, input.Tier!.Value, TextRules.Kept(input.Name));
            (decision.Reason, decision.EconomicCityId) = (input.Reason.Trim(), enterprise is null && input.EconomicCityId > 0 ? input.EconomicCityId : null);
            var taken = await RosterActs.TakeAsync(op, enterprise, decision, cancellation);
            return taken.Done ? await op.Db.Enterprises.VisibleTo(op).Where(e => e.CreditCode == code).Select(e => e.Id).FirstAsync(cancellation) : taken.Refusal!;
        }, cancellation);

    /// <summary>Removes one from today on; its open demands go on. Refused: who may not choose; no reason; a roster that is not published; one that is not on it; stale.</summary>
    public Task<Outcome<Nothing>> RemoveAsync(Caller caller, Guid commandId, RosterRemoveInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            if ((RosterAccess.RefuseChoosing(op.Actor) ?? new RosterRemoveValidator().Refuse(input) ?? await RefuseYearAsync(op, input.Year, cancellation)) is { } refusal)
            {
                return refusal;
            }

            if (await op.Db.Enterprises.VisibleTo(op).FirstOrDefaultAsync(e => e.Id == input.EnterpriseId, cancellation) is not { } enterprise)
            {
                return Refusal.NotFound;
            }

            if (!EnterpriseScopes.IsOnRoster.Holds(enterprise, op.Today))
            {
                return new Refusal("Enterprise.LeftAlready", enterprise.LeftRosterOn);
            }

            if (enterprise.Version != input.Version)
            {
                return Refusal.Stale;
            }

            var decision = await DecidedAsync(op, input.Year, enterprise.CreditCode, cancellation);
            (decision.Taken, decision.Tier, decision.Name, decision.Reason) = (false, enterprise.Tier, enterprise.Name, input.Reason.Trim());
            await RosterActs.LeaveAsync(op, enterprise, input.Reason, cancellation);
            return Nothing.Value;
        }, cancellation);

    private static async Task<Refusal?> RefuseYearAsync(Operation op, int year, CancellationToken cancellation)
    {
        var found = await op.YearAsync(year, null, cancellation);
        return !found.Done ? found.Refusal
            : found.Value.State != RosterYearState.Published || year != op.Today.Year ? new Refusal("Roster.NotPublished", RosterLimits.Of(year))
            : null;
    }

    /// <summary>The decision of the year about a firm, which the roster follows at once.</summary>
    private static async Task<RosterDecision> DecidedAsync(Operation op, int year, string code, CancellationToken cancellation)
    {
        var decision = await op.Db.RosterDecisions.VisibleTo(op).FirstOrDefaultAsync(d => d.Year == year && d.CreditCode == code, cancellation);
        if (decision is null)
        {
            decision = new RosterDecision { Year = year, CreditCode = code };
            op.Db.RosterDecisions.Add(decision);
        }

        (decision.DecidedAt, decision.DecidedById, decision.AppliedAt) = (op.Now, op.Actor.AccountId, op.Now);
        decision.Version++;
        return decision;
    }
}
