using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>How one enterprise stands to a condition.</summary>
internal sealed record WeighedEnterprise(long Id, string Name, Assessment Assessment)
{
    /// <summary>What it would get; null where that is not said, or its figure is not known.</summary>
    public Interval? Estimate { get; init; }
}

/// <summary>Weighs a condition against every enterprise on the roster, and says of some of them why.</summary>
internal static class EnterpriseWeighing
{
    private static readonly Assessment Met = new(Eligibility.Met, new Finding(new AllOf([]), Truth.Met), []);

    /// <summary>
    /// Every enterprise on the roster for whom a clause is, by name, with what is known at this moment; where it asks for nothing but to be named, those named meet it. The
    /// facts that the condition asks about are read in four queries, however many enterprises there are; only those said with one standing where that is given. Some of
    /// them alone where their keys are given.
    /// </summary>
    public static async Task<IReadOnlyList<WeighedEnterprise>> WeighAsync(
        this Operation op, ForWhom whom, CancellationToken cancellation, FactStanding? saidBy = null, BenefitTerms? terms = null, IReadOnlyList<long>? only = null)
    {
        var namedBy = whom.NamedBy;
        var all = op.Db.Enterprises.OnRoster(op.Today).Where(e => only == null || only.Contains(e.Id)).Where(e => namedBy == null || op.Db.PolicyClauses.Any(c => c.Id == namedBy && c.Enterprises.Any(n => n.EnterpriseId == e.Id)));
        var rows = await all.OrderBy(e => e.SortKey).ThenBy(e => e.Id).Select(e => new { e.Id, e.Name }).ToListAsync(cancellation);
        if (whom.Asks is not { } asks)
        {
            return [.. rows.Select(e => new WeighedEnterprise(e.Id, e.Name, Met))];
        }

        var known = await op.KnownAsync(all.Select(e => e.Id), [.. KnownReading.CodesOf([asks], Criteria.OfTheProgram), .. terms?.Fact is { } fact ? [fact] : Array.Empty<string>()], op.Now, saidBy, cancellation);
        return [.. rows.Select(e => new WeighedEnterprise(e.Id, e.Name, Assessment.Of(asks, known(e.Id).Facts, op.Today, Criteria.OfTheProgram, known(e.Id).Judgements)) { Estimate = terms?.Estimate(known(e.Id).Facts, op.Today) })];
    }

    /// <summary>Some of them as the reader sees them: figures only of those they serve.</summary>
    public static async Task<IReadOnlyList<EnterpriseMatch>> ShownAsync(this Operation op, IReadOnlyList<WeighedEnterprise> page, long clauseId, CancellationToken cancellation)
    {
        var ids = page.Select(w => w.Id).ToList();
        var seen = (await op.Db.Enterprises.VisibleTo(op).Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(cancellation)).ToHashSet();
        var served = (await op.Db.Enterprises.VisibleTo(op).Where(EnterpriseFactAccess.Serving(op)).Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(cancellation)).ToHashSet();
        var answers = (await op.AnswersAsync(op.Db.ClauseAnswers.Where(a => a.ClauseId == clauseId && ids.Contains(a.EnterpriseId)), cancellation)).ToDictionary(a => a.EnterpriseId, a => a.Answer);
        var pushed = (await op.Db.ClausePushes.Waiting().Where(p => p.ClauseId == clauseId && ids.Contains(p.EnterpriseId)).Select(p => new { p.EnterpriseId, p.PushedAt }).ToListAsync(cancellation)).ToDictionary(p => p.EnterpriseId, p => (DateTime?)p.PushedAt);
        var judged = (await op.Db.Judgements.KnownAt(op.Now).Where(j => ids.Contains(j.EnterpriseId))
            .Select(j => new { j.EnterpriseId, View = new JudgementView(j.Id, j.Key, j.Holds, j.Note, j.JudgedAt, j.JudgedBy.DisplayName) }).ToListAsync(cancellation)).ToLookup(j => j.EnterpriseId, j => j.View);
        var people = op.Db.Users.Where(a => a.DisabledAt == null);
        var off = (await op.Db.Enterprises.Where(e => ids.Contains(e.Id) && people.Any(a => a.EnterpriseId == e.Id)
            && !people.Any(a => a.EnterpriseId == e.Id && !op.Db.MailWishes.Any(m => m.AccountId == a.Id && m.WeeklyOff))).Select(e => e.Id).ToListAsync(cancellation)).ToHashSet();
        return [.. page.Select(w =>
        {
            var asked = w.Assessment.Finding.Whole().Select(f => f.Of).OfType<Judged>().DistinctBy(j => j.Key).ToList();
            return new EnterpriseMatch
            {
                EnterpriseId = w.Id,
                Name = w.Name,
                Eligibility = w.Assessment.Eligibility,
                Deciding = served.Contains(w.Id) ? w.Assessment.Deciding : w.Assessment.WithoutFigures,
                WithFigures = served.Contains(w.Id),
                IsVisible = seen.Contains(w.Id),
                Questions = asked,
                Judged = [.. judged[w.Id].Where(v => asked.Exists(j => j.Key == v.Key))],
                PushedAt = pushed.GetValueOrDefault(w.Id),
                IsWeeklyOff = off.Contains(w.Id),
                Answer = answers.GetValueOrDefault(w.Id) is { } answer ? served.Contains(w.Id) ? answer : answer with { Reason = "", By = "" } : null,
            };
        })];
    }

    /// <summary>What enterprises said, as it is read.</summary>
    public static async Task<List<(long EnterpriseId, long ClauseId, ClauseAnswerView Answer)>> AnswersAsync(this Operation op, IQueryable<ClauseAnswer> answers, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(op);
        var rows = await answers.Standing()
            .Select(a => new { a.EnterpriseId, a.ClauseId, Answer = new ClauseAnswerView(a.Id, a.Wish, a.Reason, a.SaidAt, a.SaidBy.DisplayName) { CalledOn = a.CalledOn } }).ToListAsync(cancellation);
        return [.. rows.Select(r => (r.EnterpriseId, r.ClauseId, r.Answer))];
    }
}
