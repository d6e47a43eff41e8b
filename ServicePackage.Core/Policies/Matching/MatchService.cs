using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>
/// Puts clauses and enterprises side by side, both ways, by the same weighing (plan §三(一), §五(二)). Nothing of it is stored: it follows from the clause, what is
/// known, what was judged, and the day, so that a correction counts at once.
/// </summary>
public sealed class MatchService(OperationRunner operations)
{
    /// <summary>The most enterprises of a page.</summary>
    private const int MostOfAPage = 100;

    /// <summary>
    /// The published clauses in force beside an enterprise, as of a day and as known on one; days to come are today. For the enterprise itself, its butler, its
    /// economic city and the Centre. Refused: NotFound where the caller does not see the enterprise; NotAllowed for who sees it and does not serve it.
    /// </summary>
    public Task<Outcome<MatchSheet>> OfEnterpriseAsync(Caller caller, long enterpriseId, FactMoment? moment = null, CancellationToken cancellation = default) =>
        operations.ReadAsync<MatchSheet>(caller, async op =>
        {
            var name = await op.Db.Enterprises.VisibleTo(op).Where(e => e.Id == enterpriseId).Select(e => e.Name).FirstOrDefaultAsync(cancellation);
            if (name is null)
            {
                return Refusal.NotFound;
            }

            if (!(await op.FactRightsAsync(enterpriseId, cancellation)).SeesCommercial)
            {
                return Refusal.NotAllowed;
            }

            var (on, _, at) = FactMoment.Of(moment, op);
            var clauses = await op.Db.PolicyClauses.VisibleTo(op).Published().InForce(on).For(enterpriseId)
                .OrderBy(c => c.PolicyVersionId).ThenBy(c => c.Order).Select(ClauseAsked.Row).ToListAsync(cancellation);
            var known = (await op.KnownAsync(op.Db.Enterprises.VisibleTo(op).Where(e => e.Id == enterpriseId).Select(e => e.Id), codes: null, at, cancellation))(enterpriseId);
            var answers = (await op.AnswersAsync(op.Db.ClauseAnswers.Where(a => a.EnterpriseId == enterpriseId), cancellation)).ToDictionary(a => a.ClauseId, a => a.Answer);
            var matches = clauses.Select(c => c.Beside(known, on)).OfType<ClauseMatch>().Select(m => m with { Answer = answers.GetValueOrDefault(m.ClauseId) }).ToList();
            matches = on == op.Today ? await ToldAsync(op, enterpriseId, matches, cancellation) : matches;
            return new MatchSheet
            {
                EnterpriseId = enterpriseId,
                Name = name,
                Today = op.Today,
                On = on,
                IsOwn = op.Actor.EnterpriseId == enterpriseId,
                MayAnswer = on == op.Today,
                Clauses = [.. InOrder(matches, on)],
                Unlockers = Unlockers(matches),
                Titles = Titles(clauses, matches, known, on),
                WithoutCondition = clauses.Count - matches.Count,
            };
        }, cancellation);

    /// <summary>
    /// The enterprises on the roster beside a published clause, those that stand in one way a page at a time, by a part of their name where one is typed. For the people of its executing unit and of the
    /// organisation that drafts it, and the Centre; commercial figures only of enterprises the reader serves. Refused: NotFound where the caller does not see the
    /// clause; NotAllowed for everybody else; a search text too long or unreadable.
    /// </summary>
    public Task<Outcome<ClauseSheet>> OfClauseAsync(Caller caller, long policyId, long clauseId, EnterpriseMatchFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<ClauseSheet>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            return await ClauseSide.ReadAsync(op, policyId, clauseId, filter, MostOfAPage, cancellation);
        }, cancellation);

    /// <summary>
    /// How the reader's own enterprise stands today to the clauses of a policy in force, by their keys; none for who speaks for no enterprise, and for clauses without a
    /// condition. Refused NotFound where the caller sees no such policy.
    /// </summary>
    public Task<Outcome<IReadOnlyDictionary<long, Eligibility>>> OfPolicyAsync(Caller caller, long policyId, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyDictionary<long, Eligibility>>(caller, async op =>
        {
            if (!await op.Db.Policies.VisibleTo(op).AnyAsync(p => p.Id == policyId, cancellation))
            {
                return Refusal.NotFound;
            }

            var own = op.Actor.EnterpriseId;
            var clauses = own is null ? [] : await op.Db.PolicyClauses.VisibleTo(op).Published().InForce(op.Today).Where(c => c.PolicyVersion.PolicyId == policyId)
                .OrderBy(c => c.Order).Select(ClauseAsked.Row).ToListAsync(cancellation);
            if (clauses.Count == 0)
            {
                return new Dictionary<long, Eligibility>();
            }

            var known = (await op.KnownAsync(op.Db.Enterprises.VisibleTo(op).Where(e => e.Id == own).Select(e => e.Id), codes: null, op.Now, cancellation))(own!.Value);
            return clauses.Select(c => c.Beside(known, op.Today)).OfType<ClauseMatch>().ToDictionary(m => m.ClauseId, m => m.Eligibility);
        }, cancellation);

    internal static MatchCounts Counted(IReadOnlyCollection<WeighedEnterprise> weighed)
    {
        var counts = weighed.CountBy(w => w.Assessment.Eligibility).ToDictionary();
        return new MatchCounts(
            counts.GetValueOrDefault(Eligibility.Met), counts.GetValueOrDefault(Eligibility.ToVerify), counts.GetValueOrDefault(Eligibility.Near),
            counts.GetValueOrDefault(Eligibility.Undecided), counts.GetValueOrDefault(Eligibility.NotMet));
    }

    /// <summary>The same with what is new, what was opened, and what was pushed.</summary>
    private static async Task<List<ClauseMatch>> ToldAsync(Operation op, long enterpriseId, List<ClauseMatch> matches, CancellationToken cancellation)
    {
        var last = await op.Db.MatchDigests.Where(d => d.EnterpriseId == enterpriseId).MaxAsync(d => (DateTime?)d.At, cancellation);
        var kept = await op.Db.Matches.Open().Where(m => m.EnterpriseId == enterpriseId).Select(m => new { m.ClauseId, m.ToldAt, m.ReadAt }).ToDictionaryAsync(m => m.ClauseId, cancellation);
        var pushes = await op.Db.ClausePushes.Waiting().Where(p => p.EnterpriseId == enterpriseId)
            .Select(p => new { p.ClauseId, View = new PushView(new PolicyUnit(p.Unit.Id, p.Unit.Name, p.Unit.EnglishName), p.Word, p.PushedAt) }).ToDictionaryAsync(p => p.ClauseId, p => p.View, cancellation);
        return matches.ConvertAll(m => kept.GetValueOrDefault(m.ClauseId) is not { } row || !m.Eligibility.IsMatch()
            ? m with { Push = pushes.GetValueOrDefault(m.ClauseId) }
            : m with
            {
                IsNew = row.ReadAt is null && (row.ToldAt is null || row.ToldAt == last) && m.Windows.StateOn(op.Today) != WindowState.Closed,
                IsUnread = row.ReadAt is null,
                Push = pushes.GetValueOrDefault(m.ClauseId),
            });
    }

    internal static IEnumerable<ClauseMatch> InOrder(IEnumerable<ClauseMatch> matches, DateOnly day) =>
        matches.OrderBy(m => m.Eligibility).ThenBy(m => m.Eligibility == Eligibility.Near ? m.Near?.Lacking ?? 0 : 0)
            .ThenBy(m => m.Windows.StateOn(day)).ThenBy(m => m.Windows.Telling(day)?.Until ?? DateOnly.MaxValue).ThenByDescending(m => m.Policy.From).ThenBy(m => m.ClauseId);

    /// <summary>What is not known of an enterprise and would decide most of these.</summary>
    internal static List<Unlocker> Unlockers(IEnumerable<ClauseMatch> matches)
    {
        var open = matches.Where(m => m.Eligibility == Eligibility.Undecided && m.Answer?.Wish != ClauseWish.NotForUs).ToList();
        return [.. open.SelectMany(m => m.Alone.Concat(m.WithOthers)).Distinct()
            .Select(asked => new Unlocker(asked, open.Count(m => m.Alone.Contains(asked)), open.Count(m => m.WithOthers.Contains(asked))))
            .OrderByDescending(u => u.Alone).ThenByDescending(u => u.WithOthers).ThenBy(u => u.Asked.Code, StringComparer.Ordinal)];
    }

    /// <summary>Titles the enterprise does not hold although it meets what they ask, or nearly; with the clauses that it would meet if it held them.</summary>
    private static List<TitleInReach> Titles(IReadOnlyList<ClauseAsked> clauses, IReadOnlyList<ClauseMatch> matches, Known known, DateOnly day)
    {
        var now = matches.Where(m => m.Eligibility is Eligibility.Met or Eligibility.ToVerify).Select(m => m.ClauseId).ToHashSet();
        var titles =
            from criterion in Criteria.OfTheProgram.All
            where criterion.Title is not null && !known.Facts.Items(ListCatalogue.Title).Any(i => i.Kind == criterion.Title && (i.From is null || i.From <= day) && (i.Until is null || day <= i.Until))
            let version = Criteria.OfTheProgram.Find(criterion.Code, day)
            where version is not null
            let asks = criterion.Base is { } needed ? new AllOf([new Named(needed), version.Condition]) : version.Condition
            let assessment = Assessment.Of(asks, known.Facts, day, Criteria.OfTheProgram, known.Judgements)
            where assessment.Eligibility is Eligibility.Met or Eligibility.ToVerify or Eligibility.Near
            let holding = known with { Facts = known.Facts.With(new KnownItem(ListCatalogue.Title, criterion.Title!, From: day)) }
            let opens = clauses.Where(c => !now.Contains(c.Shown.ClauseId) && c.Beside(holding, day) is { Eligibility: Eligibility.Met or Eligibility.ToVerify }).Select(c => new OpenedClause(c.Shown.PolicyId, c.Shown.ClauseId, c.Shown.Title)).ToList()
            select new TitleInReach(criterion, version, assessment.Eligibility, assessment.Deciding, opens);
        return [.. titles.OrderBy(t => t.Eligibility).ThenByDescending(t => t.Opens.Count)];
    }
}
