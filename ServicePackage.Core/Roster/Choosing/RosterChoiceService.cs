using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Roster;

/// <summary>Takes firms onto the roster of a year, or leaves them off it, each with a reason (plan §七(二)). The Centre alone; nothing follows before it is published.</summary>
public sealed class RosterChoiceService(OperationRunner operations)
{
    /// <summary>
    /// Decides about one firm or several, all or none. Refused: who may not choose; what is typed wrongly; Roster.NotChoosing; a firm that is neither on the roster
    /// nor proposed; the district tier before the district's list is recorded; a new firm without an economic city; a decision that somebody else has made meanwhile.
    /// </summary>
    public Task<Outcome<int>> DecideAsync(Caller caller, Guid commandId, DecideInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<int>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            if ((RosterAccess.RefuseChoosing(op.Actor) ?? new DecideValidator().Refuse(input)) is { } refusal)
            {
                return refusal;
            }

            var found = await op.YearAsync(input.Year, null, cancellation);
            if (!found.Done)
            {
                return found.Refusal!;
            }

            if (found.Value.State != RosterYearState.Choosing)
            {
                return new Refusal("Roster.NotChoosing", RosterLimits.Of(input.Year));
            }

            var candidates = (await Candidates.OfAsync(op, input.Year, input.Firms.Select(f => f.CreditCode).ToList(), cancellation)).ToDictionary(c => c.CreditCode, StringComparer.Ordinal);
            if (await RefuseFirmsAsync(op, found.Value, input, candidates, cancellation) is { } wrong)
            {
                return wrong;
            }

            foreach (var firm in input.Firms)
            {
                Decide(op, input, candidates[firm.CreditCode]);
            }

            return input.Firms.Count;
        }, cancellation);

    private static async Task<Refusal?> RefuseFirmsAsync(Operation op, RosterYear year, DecideInput input, Dictionary<string, Candidate> candidates, CancellationToken cancellation)
    {
        if (input.Firms.FirstOrDefault(f => !candidates.ContainsKey(f.CreditCode)) is { } unknown)
        {
            return new Refusal("Roster.NoCandidate", unknown.CreditCode);
        }

        if (input.Firms.Any(f => (candidates[f.CreditCode].Decision?.Version ?? 0) != f.Version))
        {
            return Refusal.Stale;
        }

        if (input.Taken != true)
        {
            return null;
        }

        var chosen = input.Firms.Select(f => candidates[f.CreditCode]).ToList();
        if (year.DistrictListOn is null && chosen.Exists(c => TierOf(input, c) == EnterpriseTier.District))
        {
            return new Refusal("Roster.DistrictListMissing") { Field = nameof(input.Tier) };
        }

        if (chosen.Find(c => CityOf(input, c) is null && c.Enterprise is null) is { } homeless)
        {
            return new Refusal("Roster.CityNeeded", homeless.Name) { Field = nameof(input.EconomicCityId) };
        }

        return input.EconomicCityId is { } city && !await op.Db.Organisations.AnyAsync(o => o.Id == city && o.Kind == OrganisationKind.EconomicCity && o.DisabledAt == null, cancellation)
            ? new Refusal("Enterprise.CityMissing") { Field = nameof(input.EconomicCityId) }
            : null;
    }

    private static void Decide(Operation op, DecideInput input, Candidate candidate)
    {
        var decision = candidate.Decision;
        if (decision is null)
        {
            decision = new RosterDecision { Year = input.Year, CreditCode = candidate.CreditCode };
            op.Db.RosterDecisions.Add(decision);
        }

        (decision.Taken, decision.Tier, decision.Name) = (input.Taken!.Value, TierOf(input, candidate), candidate.Name);
        (decision.Reason, decision.EconomicCityId) = (input.Reason.Trim(), candidate.Enterprise is null ? CityOf(input, candidate) : null);
        (decision.DecidedAt, decision.DecidedById) = (op.Now, op.Actor.AccountId);
        decision.Version++;
        op.Note(decision, decision.Taken ? "TakeOntoRoster" : "LeaveOffRoster");
    }

    /// <summary>The tier that is chosen; else the highest that it is proposed for; else the one it is in.</summary>
    private static EnterpriseTier TierOf(DecideInput input, Candidate candidate) =>
        input.Tier ?? (candidate.Nominations.Count > 0 ? candidate.Nominations.Max(n => n.Tier) : candidate.Enterprise?.Tier ?? EnterpriseTier.Town);

    /// <summary>The economic city that is chosen, or the one that proposes the firm where only one does.</summary>
    private static long? CityOf(DecideInput input, Candidate candidate)
    {
        var proposing = candidate.Nominations.Where(n => n.Organisation.Kind == OrganisationKind.EconomicCity).Select(n => n.OrganisationId).Distinct().ToList();
        return input.EconomicCityId ?? (proposing.Count == 1 ? proposing[0] : null);
    }
}
