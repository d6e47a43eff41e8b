using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Catalogue;

/// <summary>A service suggested to an enterprise.</summary>
/// <param name="Service">The service.</param>
/// <param name="Deciding">Why: what of its audience the enterprise meets; nothing where it is for all.</param>
/// <param name="OpenPick">The enterprise's open pick of it; null where there is none.</param>
public sealed record SuggestedService(ServiceRow Service, IReadOnlyList<Finding> Deciding, long? OpenPick);

/// <summary>A service that was recommended and has not been picked since.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Why">Why it was recommended.</param>
/// <param name="By">By whom.</param>
/// <param name="At">When (UTC).</param>
public sealed record RecommendedService(long ServiceId, string Title, string Why, string By, DateTime At);

/// <summary>The services of one enterprise: what it has picked, what was recommended to it, and what suits it.</summary>
public sealed record ServiceSheet
{
    public long EnterpriseId { get; init; }

    /// <summary>The enterprise.</summary>
    public string Name { get; init; } = "";

    /// <summary>The day it is read (Shanghai).</summary>
    public DateOnly Today { get; init; }

    /// <summary>Whether it is the reader's own.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether services can be picked, or recommended by whoever serves it: it is on the roster.</summary>
    public bool OnRoster { get; init; }

    /// <summary>Its picks, those first that wait for an answer, the delivery or a rating, then the last.</summary>
    public IReadOnlyList<PickRow> Picks { get; init; } = [];

    /// <summary>What was recommended, the last first.</summary>
    public IReadOnlyList<RecommendedService> Recommended { get; init; } = [];

    /// <summary>What suits it: those of public and non-profit providers first, within each what is free first.</summary>
    public IReadOnlyList<SuggestedService> Suggested { get; init; } = [];

    /// <summary>How many more could suit it, if more of it were known.</summary>
    public int Undecided { get; init; }
}

/// <summary>
/// Suggests services to an enterprise by the same weighing by which clauses are matched (plan §三(二), §五(二)). Nothing of it is stored. Services that are sold stand
/// last and are marked.
/// </summary>
public sealed class SuggestionService(OperationRunner operations)
{
    private const int MostPicks = 50;

    /// <summary>
    /// The services of one enterprise. For the enterprise itself, its butler, its economic city and the Centre. Refused: NotFound where the caller does not see the
    /// enterprise; NotAllowed for who sees it and does not serve it.
    /// </summary>
    public Task<Outcome<ServiceSheet>> OfEnterpriseAsync(Caller caller, long enterpriseId, CancellationToken cancellation = default) =>
        operations.ReadAsync<ServiceSheet>(caller, async op =>
        {
            var enterprise = await op.Db.Enterprises.VisibleTo(op).FirstOrDefaultAsync(e => e.Id == enterpriseId, cancellation);
            if (enterprise is null)
            {
                return Refusal.NotFound;
            }

            if (!await op.Db.Enterprises.VisibleTo(op).Where(EnterpriseFactAccess.Serving(op)).AnyAsync(e => e.Id == enterpriseId, cancellation))
            {
                return Refusal.NotAllowed;
            }

            var picks = await op.Db.Picks.VisibleTo(op).Where(p => p.EnterpriseId == enterpriseId)
                .OrderByDescending(PickScopes.GoesOn.Rule).ThenByDescending(p => p.AskedAt).ThenByDescending(p => p.Id)
                .Select(p => p.Id).Take(MostPicks).ToListAsync(cancellation);
            var rows = await PickReader.RowsAsync(op, picks, cancellation);
            var open = rows.Where(p => p.IsOpen).ToDictionary(p => p.ServiceId, p => p.Id);
            var weighed = await WeighAsync(op, enterpriseId, cancellation);
            var stand = op.Db.ServiceVersions.VisibleTo(op).ToBeHad(op.Today);
            return new ServiceSheet
            {
                EnterpriseId = enterpriseId,
                Name = enterprise.Name,
                Today = op.Today,
                IsOwn = op.Actor.EnterpriseId == enterpriseId,
                OnRoster = EnterpriseScopes.IsOnRoster.Holds(enterprise, op.Today),
                Picks = rows,
                Recommended = await op.Db.Recommendations.VisibleTo(op).Where(r => r.EnterpriseId == enterpriseId && r.TakenUpAt == null)
                    .Join(stand, r => r.ServiceId, v => v.ServiceId, (r, v) => new { r, v.Title }).OrderByDescending(x => x.r.RecommendedAt).ThenByDescending(x => x.r.Id)
                    .Select(x => new RecommendedService(x.r.ServiceId, x.Title, x.r.Why, x.r.RecommendedBy.DisplayName, x.r.RecommendedAt)).ToListAsync(cancellation),
                Suggested = [.. InOrder(weighed.Where(w => w.Eligibility == Eligibility.Met)).Select(w => new SuggestedService(w.Service, w.Deciding, open.TryGetValue(w.Service.ServiceId, out var pick) ? pick : null))],
                Undecided = weighed.Count(w => w.Eligibility is Eligibility.Undecided or Eligibility.ToVerify),
            };
        }, cancellation);

    /// <summary>The services of some classes that suit an enterprise and are not sold, in the order of suggestions; for whoever was found to see its demand.</summary>
    internal static async Task<IReadOnlyList<ServiceRow>> SuitingAsync(Operation op, long enterpriseId, IReadOnlyCollection<ServiceClass> classes, CancellationToken cancellation) =>
        [.. InOrder((await WeighAsync(op, enterpriseId, cancellation)).Where(w => w.Eligibility == Eligibility.Met && classes.Contains(w.Service.Facts.Class) && !w.Service.Facts.Provider.IsCommercial)).Select(w => w.Service)];

    /// <summary>Those of public and non-profit providers first; within each what is free, then what is reduced, then what is charged; public before non-profit; then by class.</summary>
    private static IEnumerable<Weighed> InOrder(IEnumerable<Weighed> weighed) => weighed
        .OrderBy(w => w.Service.Facts.Provider.IsCommercial).ThenBy(w => w.Service.Facts.Fee).ThenBy(w => w.Service.Facts.Provider.Nature ?? ProviderNature.Public).ThenBy(w => w.Service.Facts.Class);

    private static async Task<IReadOnlyList<Weighed>> WeighAsync(Operation op, long enterpriseId, CancellationToken cancellation)
    {
        var services = await op.Db.ServiceVersions.VisibleTo(op).ToBeHad(op.Today).ByClass().Select(ServiceQueries.Row).ToListAsync(cancellation);
        var known = (await op.KnownAsync(op.Db.Enterprises.VisibleTo(op).Where(e => e.Id == enterpriseId).Select(e => e.Id), codes: null, op.Now, cancellation))(enterpriseId);
        return [.. services.Select(s =>
        {
            if (s.Facts.Audience is not { } audience)
            {
                return new Weighed(s, Eligibility.Met, []);
            }

            if (ConditionJson.Weighable(audience) is not { } asks)
            {
                return new Weighed(s, Eligibility.NotMet, []); // what cannot be read suits nobody until somebody mends it
            }

            var assessment = Assessment.Of(asks, known.Facts, op.Today, Criteria.OfTheProgram, known.Judgements);
            return new Weighed(s, assessment.Eligibility, assessment.Deciding);
        })];
    }

    private sealed record Weighed(ServiceRow Service, Eligibility Eligibility, IReadOnlyList<Finding> Deciding);
}
