using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>
/// Grants a clause without an application 免申即享 (plan §三(一)): its unit confirms enterprises that meet it by what authorities say alone, and each is asked for its
/// consent.
/// </summary>
public sealed class OfferService(OperationRunner operations)
{
    /// <summary>
    /// The enterprises on the roster that meet a clause which is granted without application, and were not confirmed this year, a page of each sort at a time. For the people
    /// of its executing unit and the Centre. Refused: NotFound where the caller does not see such a clause; NotAllowed for everybody else.
    /// </summary>
    public Task<Outcome<OfferSheet>> ReadAsync(Caller caller, long policyId, long clauseId, OfferFilter? filter = null, CancellationToken cancellation = default) =>
        operations.ReadAsync<OfferSheet>(caller, async op =>
        {
            var (read, wanted) = (await SheetAsync(op, policyId, clauseId, cancellation), filter ?? new OfferFilter());
            return read.Done ? read.Value with { Ready = wanted.Of(read.Value.Ready), Apart = wanted.Of(read.Value.Apart) } : read;
        }, cancellation);

    /// <summary>
    /// Confirms enterprises: all of them or none. Their people and who serves them are asked for their consent. For the people of the executing unit and the Centre.
    /// Gives how many. Refused: NotFound and NotAllowed as the reading; nothing chosen or too many; an amount missing, none or too much; one that does not meet it any
    /// more by what authorities say, or was confirmed meanwhile.
    /// </summary>
    public Task<Outcome<int>> ConfirmAsync(Caller caller, Guid commandId, OfferInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<int>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var read = await SheetAsync(op, input.PolicyId, input.ClauseId, cancellation);
            if (!read.Done)
            {
                return read.Refusal!;
            }

            if (new OfferValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            var ready = read.Value.Ready.ToDictionary(r => r.EnterpriseId);
            var chosen = input.Enterprises.DistinctBy(e => e.EnterpriseId).ToList();
            if (chosen.Exists(e => !ready.ContainsKey(e.EnterpriseId)))
            {
                return new Refusal("Offer.NotReady", chosen.Count(e => !ready.ContainsKey(e.EnterpriseId)));
            }

            var keys = chosen.ConvertAll(e => e.EnterpriseId);
            var enterprises = await op.Db.Enterprises.OnRoster(op.Today).Where(e => keys.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellation);
            var row = await ApplicationChecks.VersionOnAsync(op, input.ClauseId, op.Today, cancellation);
            var offers = chosen.ConvertAll(e => new ClauseApplication
            {
                EnterpriseId = e.EnterpriseId,
                ClauseId = input.ClauseId,
                PolicyClauseId = row,
                State = ApplicationState.Offered,
                WithoutApplication = true,
                BegunOn = op.Today,
                BegunById = op.Actor.AccountId,
                Amount = input.NoMoney ? null : Money.Read(input.Each ? e.Amount : input.Amount, input.Unit).Value,
            });
            op.Db.ClauseApplications.AddRange(offers);
            foreach (var offer in offers)
            {
                op.Note(enterprises[offer.EnterpriseId], "OfferClause", new { Clause = read.Value.Title, offer.Amount });
            }

            await op.SaveAsync(cancellation);
            var told = (await ApplicationUnderChange.TellingAsync(op, keys, cancellation)).ToLookup(t => t.EnterpriseId, t => t.AccountId);
            foreach (var offer in offers)
            {
                told[offer.EnterpriseId].ToList().ForEach(account => op.Tell(account, OfferAsking.Kind, offer.AsApplication(), late: false, enterprises[offer.EnterpriseId].Name, read.Value.Title));
            }

            return offers.Count;
        }, cancellation);

    private static async Task<Outcome<OfferSheet>> SheetAsync(Operation op, long policyId, long clauseId, CancellationToken cancellation)
    {
        var row = await op.Db.PolicyClauses.VisibleTo(op).Published().InForce(op.Today).Where(c => c.PolicyVersion.PolicyId == policyId && c.ClauseId == clauseId && c.WithoutApplication)
            .Select(c => new { c.Id, c.Number, c.Title, PolicyTitle = c.PolicyVersion.Title, c.Benefit, c.PolicyVersion.Place, c.Condition, c.Personalised, c.ExecutingUnitId }).FirstOrDefaultAsync(cancellation);
        if (row is null)
        {
            return Refusal.NotFound;
        }

        if (!ApplicationAccess.IsAuthority(op, row.ExecutingUnitId))
        {
            return Refusal.NotAllowed;
        }

        var year = op.Today.Year;
        var begun = await op.Db.ClauseApplications.VisibleTo(op).Where(a => a.ClauseId == clauseId && a.WithoutApplication && a.State != ApplicationState.Withdrawn && a.BegunOn.Year == year)
            .Select(a => a.EnterpriseId).ToListAsync(cancellation);
        var open = await op.Db.ClauseApplications.VisibleTo(op).Where(ApplicationScopes.IsOpen.Rule).Where(a => a.ClauseId == clauseId).Select(a => a.EnterpriseId).ToListAsync(cancellation);
        var taken = begun.Concat(open).ToHashSet();
        var whom = ForWhom.Of(row.Place, row.Condition, row.Personalised, row.Id);
        var met = whom is null ? [] : await MetAsync(op, whom, cancellation);
        var candidates = met.Where(c => !taken.Contains(c.EnterpriseId)).ToLookup(c => c.Missing.Count == 0);
        return new OfferSheet(policyId, clauseId, row.Number, row.Title, row.PolicyTitle, row.Benefit, [.. candidates[true]], [.. candidates[false]], begun.Count, whom is not null, op.Today)
        {
            ReadyIds = [.. candidates[true].Select(c => c.EnterpriseId)],
            ApartTotal = candidates[false].Count(),
        };
    }

    /// <summary>Those that meet it, with what no authority has said.</summary>
    private static async Task<IReadOnlyList<OfferCandidate>> MetAsync(Operation op, ForWhom whom, CancellationToken cancellation)
    {
        var byAuthority = (await op.WeighAsync(whom, cancellation, FactStanding.Authority)).ToDictionary(w => w.Id, w => w.Assessment);
        return [.. (await op.WeighAsync(whom, cancellation)).Where(w => w.Assessment.Eligibility == Eligibility.Met)
            .Select(w => new OfferCandidate(w.Id, w.Name, byAuthority[w.Id] is { Eligibility: not Eligibility.Met } alone ? Lacking(w.Assessment, alone) : []))];
    }

    /// <summary>What an authority is still to say: what its own words leave open, and where they decide nothing, what was looked at.</summary>
    private static List<Asked> Lacking(Assessment all, Assessment alone)
    {
        List<Asked> open = [.. alone.Alone.Concat(alone.WithOthers).Distinct()];
        return open.Count > 0 ? open
            : [.. all.Deciding.SelectMany(f => f.Whole()).SelectMany(f => f.Used).Select(u => u.Asked).Distinct().DefaultIfEmpty(new Asked(PlaceFirst.RegisteredAt))];
    }
}
