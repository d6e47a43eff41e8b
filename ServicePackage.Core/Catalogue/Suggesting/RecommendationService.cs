using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Catalogue;

/// <summary>An enterprise to which services can be recommended.</summary>
public sealed record RecommendTo(long Id, string Name);

/// <summary>Whoever serves an enterprise, its butler, its economic city or the Centre, recommends services to it; it alone picks (plan §三(二)).</summary>
public sealed class RecommendationService(OperationRunner operations)
{
    /// <summary>The enterprises on the roster that the caller serves, as their names are read; none for who serves none.</summary>
    public Task<Outcome<IReadOnlyList<RecommendTo>>> ChoicesAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyList<RecommendTo>>(caller, async op => op.Actor.EnterpriseId is not null ? (List<RecommendTo>)[]
            : await op.Db.Enterprises.VisibleTo(op).Where(EnterpriseFactAccess.Serving(op)).OnRoster(op.Today).OrderBy(e => e.SortKey).ThenBy(e => e.Id)
                .Select(e => new RecommendTo(e.Id, e.Name)).ToListAsync(cancellation), cancellation);

    /// <summary>
    /// Recommends a service to an enterprise, with a word why; its people are told. Refused: NotFound where the caller sees no such service or enterprise; NotAllowed for
    /// who does not serve it, itself among them; what the validator finds; Recommend.OffRoster; Service.IsWithdrawn; Service.Ended; Recommend.Commercial: nobody is told of
    /// services that are sold; Recommend.AlreadyPicked. Asked back, unless it says Again: one that was recommended before and not picked since.
    /// </summary>
    public Task<Outcome<Nothing>> RecommendAsync(Caller caller, Guid commandId, RecommendInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var version = await op.Db.ServiceVersions.VisibleTo(op).Where(v => v.ServiceId == input.ServiceId && v.State == ServiceState.Published)
                .Include(v => v.Service).ThenInclude(s => s.Provider).FirstOrDefaultAsync(cancellation);
            if (version is null || op.Actor.EnterpriseId is not null)
            {
                return version is null ? Refusal.NotFound : Refusal.NotAllowed;
            }

            var enterprise = await op.Db.Enterprises.VisibleTo(op).FirstOrDefaultAsync(e => e.Id == input.EnterpriseId, cancellation);
            if (enterprise is null)
            {
                return input.EnterpriseId == 0 && new RecommendValidator().Refuse(input) is { } notChosen ? notChosen : Refusal.NotFound;
            }

            if (!await op.Db.Enterprises.VisibleTo(op).Where(EnterpriseFactAccess.Serving(op)).AnyAsync(e => e.Id == enterprise.Id, cancellation))
            {
                return Refusal.NotAllowed;
            }

            if (new RecommendValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            if (await RefuseAsync(op, version, enterprise, input, cancellation) is { } wrong)
            {
                return wrong;
            }

            op.Db.Recommendations.Add(new Recommendation
            {
                EnterpriseId = enterprise.Id,
                ServiceId = version.ServiceId,
                Why = input.Why.Trim(),
                RecommendedAt = op.Now,
                RecommendedById = op.Actor.AccountId,
            });
            op.Note(enterprise, "RecommendService", new { Service = version.Title });
            await PickTelling.EnterpriseAsync(op, enterprise.Id, "ServiceRecommended", version.Service.AsSubject(), cancellation, version.Title, op.Actor.Name, input.Why.Trim());
            return Nothing.Value;
        }, cancellation);

    private static async Task<Refusal?> RefuseAsync(Operation op, ServiceVersion version, Enterprise enterprise, RecommendInput input, CancellationToken cancellation)
    {
        if (!EnterpriseScopes.IsOnRoster.Holds(enterprise, op.Today))
        {
            return new Refusal("Recommend.OffRoster");
        }

        if (ServiceScopes.WhyNotToBeHad(version, op.Today) is { } gone)
        {
            return gone;
        }

        if (version.Service.Provider.Nature == Organisations.ProviderNature.Commercial)
        {
            return new Refusal("Recommend.Commercial");
        }

        if (await op.Db.Picks.VisibleTo(op).Open().AnyAsync(p => p.EnterpriseId == enterprise.Id && p.ServiceId == version.ServiceId, cancellation))
        {
            return new Refusal("Recommend.AlreadyPicked");
        }

        var before = input.Again ? null : await op.Db.Recommendations.VisibleTo(op).Where(r => r.EnterpriseId == enterprise.Id && r.ServiceId == version.ServiceId && r.TakenUpAt == null)
            .OrderByDescending(r => r.RecommendedAt).Select(r => new { r.RecommendedBy.DisplayName, r.RecommendedAt }).FirstOrDefaultAsync(cancellation);
        return before is null ? null : new Refusal("Recommend.Twice", before.DisplayName, WorkingTime.TownTime.DayOf(before.RecommendedAt)) { Field = nameof(input.Again) };
    }
}
