using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Events;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Packages;

/// <summary>A package as it stands, with what was left out of it.</summary>
/// <param name="Content">What it says.</param>
/// <param name="LeftOut">The clauses that would stand in it.</param>
/// <param name="Weighed">How the enterprise stands to each clause in force.</param>
/// <param name="OnRoster">Whether the enterprise is on the roster.</param>
/// <param name="Last">The last version that the reader sees; null where there is none.</param>
internal sealed record PackageDraft(PackageContent Content, IReadOnlyList<LeftOutClause> LeftOut, IReadOnlyDictionary<long, Eligibility> Weighed, bool OnRoster, PackageEdition? Last);

/// <summary>
/// Puts packages together from what the rooms below know (plan §三(二)): a query, nothing of which is stored, in as many reads for two hundred enterprises as for
/// one. It reads as the enterprise does, whoever asks, so that a package says the same to everybody.
/// </summary>
internal static class PackageReading
{
    /// <summary>The packages of these enterprises as of the operation's day, of those the actor may read; without sentences made from conditions where only their keys are asked.</summary>
    public static async Task<IReadOnlyDictionary<long, PackageDraft>> PackagesAsync(this Operation op, IReadOnlyCollection<long> enterpriseIds, Moment moment, CancellationToken cancellation, bool inWords = true)
    {
        var wanted = enterpriseIds.ToList();
        var enterprises = await op.Db.Enterprises.VisibleTo(op).Where(EnterpriseFactAccess.Reading(op)).Where(e => EF.Parameter(wanted).Contains(e.Id))
            .Select(EnterpriseScopes.IsOnRoster.At(op.Today), (e, onRoster) => new { Shown = new PackageEnterprise(e.Id, e.Name, e.CreditCode, e.Tier, new Said(e.EconomicCity.Name, e.EconomicCity.EnglishName)), OnRoster = onRoster }).ToListAsync(cancellation);
        var ids = enterprises.ConvertAll(e => e.Shown.Id);
        var butlers = await ButlersAsync(op, ids);
        var leaders = await LeadersAsync(op, ids);
        var general = await op.Db.Posts.Where(p => p.Kind == PostKind.GeneralLiaison && p.Account.DisabledAt == null).OrderBy(p => p.Id)
            .Select(p => new PackagePerson(new Said(p.Account.DisplayName, ""), p.Kind, p.Account.PhoneNumber ?? "")).FirstOrDefaultAsync(cancellation);
        var known = await op.KnownAsync(op.Db.Enterprises.Where(e => EF.Parameter(ids).Contains(e.Id)).Select(e => e.Id), codes: null, op.Now, cancellation);
        var clauses = await ClausesAsync(op, ids, known, inWords, cancellation);
        var events = await EventQueries.ForEnterprisesAsync(op, ids, known, cancellation);
        var services = await ServicesAsync(op, ids, cancellation);
        var demands = await DemandsAsync(op, ids, moment, cancellation);
        var issued = op.Db.PackageVersions.VisibleTo(op).Where(v => EF.Parameter(ids).Contains(v.EnterpriseId));
        var versions = (await issued.Where(v => v.State == PackageState.HandedOver || !issued.Any(l => l.EnterpriseId == v.EnterpriseId && l.Id > v.Id))
            .OrderByDescending(v => v.Id).Select(PackageEdition.Row).ToListAsync(cancellation)).ToLookup(v => v.EnterpriseId);
        return enterprises.ToDictionary(e => e.Shown.Id, enterprise =>
        {
            var e = enterprise.Shown;
            var (clause, of, raised, held) = (clauses(e.Id), services(e.Id), demands(e.Id), events(e.Id));
            List<PackageTask> tasks = [.. PackageTasks.InOrder([.. PackageTasks.ToApply(clause.Stand), .. clause.ToTell, .. enterprise.OnRoster ? PackageTasks.ToSignUp(held) : [], .. of.Tasks, .. raised.Tasks,
                .. versions[e.Id].Where(v => v.State == PackageState.HandedOver).Take(1).Select(v => new PackageTask(PackageTaskKind.Answer, Said.Of(() => PackageWording.Label(v.Year, v.Number)), null, new PackageAbout(nameof(PackageVersion), v.Id)) { Answer = PackageAnswer.Acknowledge })])];
            return new PackageDraft(
                new PackageContent
                {
                    Enterprise = e,
                    On = op.Today,
                    Butler = butlers.GetValueOrDefault(e.Id),
                    Leaders = leaders.GetValueOrDefault(e.Id, []),
                    Leader = leaders.ContainsKey(e.Id) ? null : general,
                    Tasks = [.. tasks.Take(PackageRules.MostTasks)],
                    MoreTasks = Math.Max(0, tasks.Count - PackageRules.MostTasks),
                    Clauses = clause.Stand,
                    Services = of.Chosen,
                    Seats = [.. held.Seats.Where(s => !s.IsCalledOff).Select(s => new PackageSeat(s.EventId, s.Title, s.StartsAt, s.EndsAt, s.Where, s.State, s.People, s.InLine))],
                    Recommended = of.Recommended,
                    Demands = raised.Open,
                    Obtained = of.Obtained,
                },
                clause.LeftOut,
                clause.Weighed,
                enterprise.OnRoster,
                versions[e.Id].FirstOrDefault());
        });
    }

    private static async Task<Dictionary<long, PackagePerson>> ButlersAsync(Operation op, List<long> ids)
    {
        var cards = new Dictionary<long, PackagePerson>();
        foreach (var room in op.House.Of<IServing>())
        {
            foreach (var (id, card) in await room.ServingAsync(op, ids))
            {
                cards[id] = new PackagePerson(new Said(card.Name, card.EnglishName == card.Name ? "" : card.EnglishName), card.Post, card.Phone)
                {
                    Cover = card.Cover is { } cover ? new PackageCover(cover.Name, cover.Phone, cover.Until) : null,
                };
            }
        }

        return cards;
    }

    private static async Task<Dictionary<long, IReadOnlyList<PackagePerson>>> LeadersAsync(Operation op, List<long> ids)
    {
        var leaders = new Dictionary<long, IReadOnlyList<PackagePerson>>();
        foreach (var room in op.House.Of<ILeading>())
        {
            foreach (var (id, cards) in await room.LeadingAsync(op, ids))
            {
                leaders[id] = [.. leaders.GetValueOrDefault(id, []), .. cards.Select(c => new PackagePerson(new Said(c.Name, ""), null, c.Phone) { Title = c.Title, Level = c.Level })];
            }
        }

        return leaders;
    }

    private sealed record ClausesOf(IReadOnlyList<PackageClause> Stand, IReadOnlyList<LeftOutClause> LeftOut, IReadOnlyList<PackageTask> ToTell, IReadOnlyDictionary<long, Eligibility> Weighed);

    /// <summary>The clauses in force beside each enterprise, what was left out, and the figures worth telling.</summary>
    private static async Task<Func<long, ClausesOf>> ClausesAsync(Operation op, List<long> ids, Func<long, Known> known, bool inWords, CancellationToken cancellation)
    {
        var inForce = op.Db.PolicyClauses.VisibleTo(op).Published().InForce(op.Today);
        var asked = await inForce.Where(c => !c.Personalised || c.Enterprises.Any(n => EF.Parameter(ids).Contains(n.EnterpriseId)))
            .OrderBy(c => c.PolicyVersionId).ThenBy(c => c.Order).Select(ClauseAsked.Row).ToListAsync(cancellation);
        var named = !asked.Exists(c => c.Shown.Personalised) ? [] : (await inForce.Where(c => c.Personalised).SelectMany(c => c.Enterprises)
            .Where(n => EF.Parameter(ids).Contains(n.EnterpriseId)).Select(n => new { n.PolicyClauseId, n.EnterpriseId }).ToListAsync(cancellation)).Select(n => (n.PolicyClauseId, n.EnterpriseId)).ToHashSet();
        var declined = (await op.AnswersAsync(op.Db.ClauseAnswers.NotForUs().Where(a => EF.Parameter(ids).Contains(a.EnterpriseId)), cancellation)).ToDictionary(a => (a.EnterpriseId, a.ClauseId), a => a.Answer);
        var applied = (await op.Db.ClauseApplications.VisibleTo(op).Where(ApplicationScopes.IsOpen.Rule).Where(a => EF.Parameter(ids).Contains(a.EnterpriseId))
            .Select(a => new { a.EnterpriseId, a.ClauseId }).ToListAsync(cancellation)).Select(a => (a.EnterpriseId, a.ClauseId)).ToHashSet();
        var choices = (await op.Db.PackageChoices.VisibleTo(op).Include(c => c.MadeBy).Where(c => EF.Parameter(ids).Contains(c.EnterpriseId)).ToListAsync(cancellation)).ToDictionary(c => (c.EnterpriseId, c.ClauseId));
        return id =>
        {
            var facts = known(id);
            List<ClauseMatch> matches = [.. asked.Where(c => !c.Shown.Personalised || named.Contains((c.Id, id))).Select(c => c.Beside(facts, op.Today)).OfType<ClauseMatch>().Where(m => !m.IsElsewhere)
                .Select(m => m with { Answer = declined.GetValueOrDefault((id, m.ClauseId)) })];
            var (stand, leftOut) = (new List<PackageClause>(), new List<LeftOutClause>());
            foreach (var match in matches)
            {
                if (PackageClauses.GroupOf(match.Eligibility) is not { } group)
                {
                    continue;
                }

                var choice = choices.GetValueOrDefault((id, match.ClauseId));
                if (match.Answer is { } answer)
                {
                    leftOut.Add(new LeftOutClause(match.PolicyId, match.ClauseId, match.Title, match.Policy.Title, answer.Reason, answer.By, answer.SaidAt, ByEnterprise: true, choice?.Version ?? 0));
                }
                else if (choice is { Place: PackagePlace.LeftOut })
                {
                    leftOut.Add(new LeftOutClause(match.PolicyId, match.ClauseId, match.Title, match.Policy.Title, choice.Word, choice.MadeBy.DisplayName, choice.MadeAt, ByEnterprise: false, choice.Version));
                }
                else
                {
                    stand.Add(PackageClauses.Of(match, group, choice, applied.Contains((id, match.ClauseId)), op.Today, inWords));
                }
            }

            return new ClausesOf([.. PackageClauses.InOrder(stand)], leftOut, inWords ? [.. PackageTasks.ToTell(matches, id)] : [], matches.DistinctBy(m => m.ClauseId).ToDictionary(m => m.ClauseId, m => m.Eligibility));
        };
    }

    private sealed record ServicesOf(IReadOnlyList<PackageService> Chosen, IReadOnlyList<PackageRecommended> Recommended, IReadOnlyList<PackageGrant> Obtained, IReadOnlyList<PackageTask> Tasks);

    /// <summary>What each enterprise has chosen, what was recommended to it, and what it has obtained this year.</summary>
    private static async Task<Func<long, ServicesOf>> ServicesAsync(Operation op, List<long> ids, CancellationToken cancellation)
    {
        var (newYear, day) = (new DateOnly(op.Today.Year, 1, 1), op.Today);
        var picks = (await op.Db.Picks.VisibleTo(op).Where(p => EF.Parameter(ids).Contains(p.EnterpriseId)).Where(PickScopes.GoesOn.Rule, (p, goesOn) => goesOn || p.DeliveredOn >= newYear)
            .OrderBy(p => p.AskedAt).ThenBy(p => p.Id).Select(p => new
            {
                p.EnterpriseId,
                Row = new PackageService
                {
                    PickId = p.Id,
                    ServiceId = p.ServiceId,
                    Title = p.ServiceVersion.Title,
                    Class = p.ServiceVersion.Class,
                    Provider = new Said(p.Service.Provider.Name, p.Service.Provider.EnglishName),
                    IsCommercial = p.Service.Provider.Nature == Organisations.ProviderNature.Commercial,
                    Fee = p.ServiceVersion.Fee,
                    State = p.State,
                    Contact = p.ServiceVersion.Contact,
                    Phone = p.ServiceVersion.Phone,
                    DeliveredOn = p.DeliveredOn,
                },
            }).ToListAsync(cancellation)).ToLookup(p => p.EnterpriseId, p => p.Row);
        var recommended = (await op.Db.Recommendations.VisibleTo(op).Where(r => EF.Parameter(ids).Contains(r.EnterpriseId) && r.TakenUpAt == null)
            .Join(op.Db.ServiceVersions.VisibleTo(op).ToBeHad(day), r => r.ServiceId, v => v.ServiceId, (r, v) => new { Recommendation = r, Version = v })
            .OrderByDescending(x => x.Recommendation.RecommendedAt).ThenByDescending(x => x.Recommendation.Id)
            .Select(x => new
            {
                x.Recommendation.EnterpriseId,
                Row = new PackageRecommended(x.Version.ServiceId, x.Version.Title, new Said(x.Version.Service.Provider.Name, x.Version.Service.Provider.EnglishName), x.Recommendation.Why, x.Recommendation.RecommendedBy.DisplayName),
            }).ToListAsync(cancellation)).ToLookup(r => r.EnterpriseId, r => r.Row);
        var applications = (await op.Db.ClauseApplications.VisibleTo(op).Where(a => EF.Parameter(ids).Contains(a.EnterpriseId))
            .Where(ApplicationScopes.IsGranted.Rule, (a, granted) => (granted && (a.PaidOn ?? a.DecidedOn) >= newYear) || a.State == ApplicationState.Offered)
            .OrderByDescending(a => a.PaidOn ?? a.DecidedOn).ThenByDescending(a => a.Id)
            .Select(a => new
            {
                a.EnterpriseId,
                a.State,
                Row = new PackageGrant
                {
                    Id = a.Id,
                    ClauseId = a.ClauseId,
                    Title = a.PolicyClause.Title,
                    PolicyTitle = a.PolicyClause.PolicyVersion.Title,
                    Yuan = a.PaidAmount ?? a.Amount,
                    Day = a.PaidOn ?? a.DecidedOn ?? a.BegunOn,
                    IsUnpaid = a.State == ApplicationState.Granted && a.Amount != null,
                },
            }).ToListAsync(cancellation)).ToLookup(a => a.EnterpriseId);
        return id => new ServicesOf(
            [.. picks[id].OrderBy(p => p.State is PickState.Delivered or PickState.Rated)],
            [.. recommended[id].DistinctBy(r => r.ServiceId)],
            [.. applications[id].Where(a => a.State != ApplicationState.Offered).Select(a => a.Row)],
            [
                .. applications[id].Where(a => a.State == ApplicationState.Offered).Select(a => new PackageTask(PackageTaskKind.Answer, new Said(a.Row.Title, ""), null, new PackageAbout(nameof(ClauseApplication), a.Row.Id)) { Answer = PackageAnswer.Agree }),
                .. picks[id].Where(p => p.State == PickState.Delivered).Select(p => new PackageTask(PackageTaskKind.Answer, new Said(p.Title, ""), null, new PackageAbout(nameof(Pick), p.PickId)) { Answer = PackageAnswer.RateService }),
            ]);
    }

    private sealed record DemandsOf(IReadOnlyList<PackageDemand> Open, IReadOnlyList<PackageTask> Tasks);

    /// <summary>The open demands of each enterprise, as it reads them.</summary>
    private static async Task<Func<long, DemandsOf>> DemandsAsync(Operation op, List<long> ids, Moment moment, CancellationToken cancellation)
    {
        var open = op.Db.Tickets.VisibleTo(op.Actor, op.Db).Open().Where(t => EF.Parameter(ids).Contains(t.EnterpriseId));
        var tickets = (await open.OrderBy(t => t.RaisedAt).ThenBy(t => t.Id)
            .Select(t => new
            {
                t.Id,
                t.EnterpriseId,
                t.Number,
                t.Title,
                t.State,
                Unit = op.Db.Organisations.Where(o => o.Id == t.LeadUnitId).Select(o => new Said(o.Name, o.EnglishName)).FirstOrDefault(),
                Clocks = op.Db.TicketClocks.Open().Where(c => c.TicketId == t.Id).ToList(),
            }).ToListAsync(cancellation)).ToLookup(t => t.EnterpriseId);
        return id =>
        {
            var rows = tickets[id].Select(t =>
            {
                var isUndecided = t.Clocks.Exists(c => c.Kind == ClockKind.RefusalWindow);
                var shown = t.Clocks.Where(c => ClockRules.For(c.Kind).ShownToEnterprise).Select(c => ClockView.Of(c, moment) is var view && isUndecided ? view.AsInHand() : view).MinBy(c => c.Urgency);
                var demand = new PackageDemand
                {
                    Id = t.Id,
                    Number = t.Number,
                    Title = t.Title,
                    State = t.State.ForEnterprise(isUndecided),
                    Lamp = shown?.Lamp ?? Lamp.Normal,
                    Due = shown is { Lamp: not Lamp.Paused } ? shown.DueDay : null,
                    Unit = t.Unit,
                };
                return (Demand: demand, Urgency: shown?.Urgency ?? (int.MaxValue, 0, DateTime.MaxValue));
            }).OrderBy(r => r.Urgency).ToList();
            var asked =
                from t in tickets[id]
                from clock in t.Clocks
                let answer = PackageTasks.AnswerOf(clock)
                where answer is not null
                select new PackageTask(PackageTaskKind.Answer, new Said(t.Title, ""), clock.DueDay, new PackageAbout(nameof(Ticket), t.Id, t.Number)) { Answer = answer };
            return new DemandsOf([.. rows.Select(r => r.Demand)], [.. asked.DistinctBy(t => (t.About, t.Answer))]);
        };
    }
}
