using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Policies;

/// <summary>
/// What became of the clauses 政策兑现情况, from who met them to what was paid, and why not (plan §七(三)). For the Centre and the town leaders all of them, for a unit
/// those it carries out. It counts and sums; of no enterprise it says a figure.
/// </summary>
public sealed class TakeUpService(OperationRunner operations)
{
    /// <summary>
    /// A page of the clauses published last that the filter leaves, by unit, with what all of them come to, in four queries however many there are; one that no longer stands only where something came of it.
    /// Refused NotFound for whoever is neither at the Centre, a town leader, nor in a unit.
    /// </summary>
    public Task<Outcome<TakeUp>> ReadAsync(Caller caller, TakeUpFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<TakeUp>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            if (!PolicyDoors.SeesTakeUp(op.Actor))
            {
                return Refusal.NotFound;
            }

            var (centre, units) = (op.Actor.IsCentre, op.Actor.UnitIds);
            var rows = await Own(op).Select(PolicyScopes.IsPublished.Of<PolicyClause>(c => c.PolicyVersion).Rule, (c, stands) => new TakeUpRow
            {
                PolicyId = c.PolicyVersion.PolicyId,
                ClauseId = c.ClauseId,
                Number = c.Number,
                Title = c.Title,
                PolicyTitle = c.PolicyVersion.Title,
                Level = c.PolicyVersion.Level,
                Unit = c.ExecutingUnit == null ? null : new PolicyUnit(c.ExecutingUnit.Id, c.ExecutingUnit.Name, c.ExecutingUnit.EnglishName),
                Stands = stands,
                SaysWhom = c.Condition != null || c.Personalised,
                MayOpenEnterprises = stands && (centre || (c.ExecutingUnitId != null && units.Contains(c.ExecutingUnitId.Value))),
            }).ToListAsync(cancellation);
            var figures = await FiguresAsync(op, filter.Year, cancellation);
            var shown = rows.Where(r => (filter.Level is null || r.Level == filter.Level) && (filter.UnitId is null || r.Unit?.Id == filter.UnitId))
                .Select(r => r with { Figures = figures(r.ClauseId) }).Where(r => r.Stands || !r.Figures.IsNothing)
                .OrderBy(r => r.Unit is null).ThenBy(r => r.Unit?.Id).ThenBy(r => r.Level).ThenBy(r => r.PolicyId).ThenBy(r => r.ClauseId).ToList();
            var ofUnit = shown.ToLookup(r => r.Unit?.Id);
            var page = shown.Skip(Math.Max(0, filter.Skip)).Take(Math.Clamp(filter.Take, 1, Paging.Largest));
            return new TakeUp(
                [.. page.GroupBy(r => r.Unit).Select(g => new TakeUpGroup(g.Key, [.. g], ofUnit[g.Key?.Id].Count(), TakeUpFigures.Sum(ofUnit[g.Key?.Id].Select(r => r.Figures))))],
                [.. rows.Select(r => r.Unit).OfType<PolicyUnit>().Distinct().OrderBy(u => u.Id)],
                await YearsAsync(op, cancellation),
                op.Today,
                TakeUpFigures.Sum(shown.Select(r => r.Figures)),
                shown.Count);
        }, cancellation);

    /// <summary>
    /// Why a clause was not taken up: the reasons of enterprises that it is not for, of refusals, and of those that declined, grouped as they were written, the newest
    /// first. For a unit without the words of those that it is not for. Refused NotFound for whoever does not see the take-up of the clause.
    /// </summary>
    public Task<Outcome<IReadOnlyList<WhyNot>>> WhyNotAsync(Caller caller, long clauseId, int? year, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyList<WhyNot>>(caller, async op =>
        {
            if (!PolicyDoors.SeesTakeUp(op.Actor) || !await Own(op).AnyAsync(c => c.ClauseId == clauseId, cancellation))
            {
                return Refusal.NotFound;
            }

            var all = op.Actor.SeesEverything; // units read how many; what an enterprise writes is for those who serve it
            var answers = await Answers(op, year).NotForUs().Where(a => a.ClauseId == clauseId).GroupBy(a => all ? a.Reason : "")
                .Select(g => new { g.Key, Number = g.Count(), Last = g.Max(a => a.SaidAt) }).ToListAsync(cancellation);
            var refusals = await Applications(op, year).Where(ApplicationScopes.IsRefused.Rule).Where(a => a.ClauseId == clauseId).GroupBy(a => new { a.State, a.Reason })
                .Select(g => new { g.Key.State, g.Key.Reason, Number = g.Count(), Last = g.Max(a => a.DecidedOn) }).ToListAsync(cancellation);
            var reasons = answers.Select(a => new WhyNot(WhyNotKind.NotForUs, a.Key, a.Number, TownTime.DayOf(a.Last)))
                .Concat(refusals.Select(r => new WhyNot(r.State == ApplicationState.Refused ? WhyNotKind.Refused : WhyNotKind.Declined, r.Reason, r.Number, r.Last!.Value)));
            return reasons.OrderByDescending(r => r.Last).ThenByDescending(r => r.Number).ThenBy(r => r.Reason, StringComparer.Ordinal).ToList();
        }, cancellation);

    /// <summary>The clauses of which the actor reads what became: all, or those that their units carry out.</summary>
    private static IQueryable<PolicyClause> Own(Operation op)
    {
        var (all, units) = (op.Actor.SeesEverything, op.Actor.UnitIds);
        return op.Db.PolicyClauses.VisibleTo(op).Latest().Where(c => all || (c.ExecutingUnitId != null && units.Contains(c.ExecutingUnitId.Value)));
    }

    private static IQueryable<ClauseAnswer> Answers(Operation op, int? year)
    {
        var (from, until) = Within(year);
        return op.Db.ClauseAnswers.Standing().Where(a => a.SaidAt >= from && a.SaidAt < until);
    }

    private static IQueryable<ClauseApplication> Applications(Operation op, int? year) => op.Db.ClauseApplications.VisibleTo(op).Where(a => year == null || a.BegunOn.Year == year);

    private static async Task<Func<long, TakeUpFigures>> FiguresAsync(Operation op, int? year, CancellationToken cancellation)
    {
        var (from, until) = Within(year);
        var matches = await op.Db.Matches.Where(m => m.Since < until && !(m.Until < from)).GroupBy(m => m.ClauseId).Select(g => new
        {
            g.Key,
            Matched = g.Select(m => m.EnterpriseId).Distinct().Count(),
            Told = g.Where(m => m.ToldAt >= from && m.ToldAt < until).Select(m => m.EnterpriseId).Distinct().Count(),
            Read = g.Where(m => m.ReadAt >= from && m.ReadAt < until).Select(m => m.EnterpriseId).Distinct().Count(),
        }).ToDictionaryAsync(g => g.Key, cancellation);
        var answers = await Answers(op, year).GroupBy(a => a.ClauseId)
            .Select(g => new { g.Key, Interested = g.Count(a => a.Wish == ClauseWish.Interested), NotForUs = g.Count(a => a.Wish == ClauseWish.NotForUs) }).ToDictionaryAsync(g => g.Key, cancellation);
        var applications = await Applications(op, year).GroupBy(a => a.ClauseId).Select(g => new
        {
            g.Key,
            Applied = g.Count(a => a.State != ApplicationState.Withdrawn),
            Granted = g.Count(a => a.State == ApplicationState.Granted || a.State == ApplicationState.Paid),
            GrantedMoney = g.Where(a => a.State == ApplicationState.Granted || a.State == ApplicationState.Paid).Sum(a => a.Amount),
            Refused = g.Count(a => a.State == ApplicationState.Refused || a.State == ApplicationState.Declined),
            Paid = g.Count(a => a.State == ApplicationState.Paid),
            PaidMoney = g.Where(a => a.State == ApplicationState.Paid).Sum(a => a.PaidAmount),
        }).ToDictionaryAsync(g => g.Key, cancellation);
        return clause =>
        {
            var (match, answer, application) = (matches.GetValueOrDefault(clause), answers.GetValueOrDefault(clause), applications.GetValueOrDefault(clause));
            return new TakeUpFigures
            {
                Matched = match?.Matched ?? 0,
                Told = match?.Told ?? 0,
                Read = match?.Read ?? 0,
                Interested = answer?.Interested ?? 0,
                NotForUs = answer?.NotForUs ?? 0,
                Applied = application?.Applied ?? 0,
                Granted = application?.Granted ?? 0,
                GrantedMoney = application?.GrantedMoney ?? 0,
                Refused = application?.Refused ?? 0,
                Paid = application?.Paid ?? 0,
                PaidMoney = application?.PaidMoney ?? 0,
            };
        };
    }

    /// <summary>From the first year in which anything happened to this one, the last first.</summary>
    private static async Task<IReadOnlyList<int>> YearsAsync(Operation op, CancellationToken cancellation)
    {
        var begun = await op.Db.ClauseApplications.VisibleTo(op).MinAsync(a => (DateOnly?)a.BegunOn, cancellation);
        var first = Math.Min(begun?.Year ?? op.Today.Year, op.Today.Year);
        return [.. Enumerable.Range(first, op.Today.Year - first + 1).Reverse()];
    }

    /// <summary>The instants (UTC) between which a year lies; all of time without one.</summary>
    private static (DateTime From, DateTime Until) Within(int? year) => year is { } only and > 1 and < 9999
        ? (TownTime.At(new DateOnly(only, 1, 1), TimeOnly.MinValue), TownTime.At(new DateOnly(only + 1, 1, 1), TimeOnly.MinValue))
        : (DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc), DateTime.SpecifyKind(new DateTime(9999, 12, 31), DateTimeKind.Utc));
}
