using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>Something a form offers: a task, an urge or a referral to answer.</summary>
public sealed record AboutChoice(long Id, string Text);

/// <summary>A unit that led demands of the same topic before, and how many.</summary>
public sealed record UnitBefore(UnitView Unit, int Count);

/// <summary>What a move's form offers to choose from.</summary>
/// <param name="Units">The units a demand or task can go to.</param>
/// <param name="People">The people who can be named.</param>
/// <param name="About">What can be answered.</param>
public sealed record MoveChoices(IReadOnlyList<UnitView> Units, IReadOnlyList<PersonChoice> People, IReadOnlyList<AboutChoice> About)
{
    /// <summary>Those of the units that led other demands of the demand's topic, the most often first.</summary>
    public IReadOnlyList<UnitBefore> Before { get; init; } = [];

    internal static async Task<MoveChoices> OfAsync(Operation op, Ticket ticket, Move move, Moment moment, CancellationToken cancellation)
    {
        var rules = TicketProcedure.Rules.Where(r => r.Move == move).ToList();
        var units = rules.Exists(r => r.Takes(Field.Unit)) ? await UnitView.OfAsync(op.Db.Organisations.CanHandle(), cancellation) : [];
        var people = rules.Exists(r => r.Takes(Field.Person)) ? await MoveChecks.PeopleAsync(op, ticket, move, cancellation) : [];
        IEnumerable<AboutChoice> about = move switch
        {
            Move.FinishTask or Move.DeclineTask => ticket.Tasks.Where(t => t.State == SupportingTaskState.Open && op.Actor.UnitIds.Contains(t.UnitId)).Select(t => new AboutChoice(t.Id, t.Text)),
            Move.WaiveTask => ticket.Tasks.Where(t => t.State == SupportingTaskState.Open || (op.Actor.IsCentre && ticket.IsDeclined(t))).Select(t => new AboutChoice(t.Id, t.Text)),
            Move.GiveBackTask => ticket.Tasks.Where(ticket.IsDeclined).Select(t => new AboutChoice(t.Id, t.Text)),
            Move.AnswerUrge => ticket.Urges.Where(u => u.AnsweredAt is null).Select(u => new AboutChoice(u.Id, u.Text)),
            Move.RecordReferralOutcome => ticket.Referrals.Where(r => r.OutcomeAt is null).Select(r => new AboutChoice(r.Id, r.Body)),
            Move.Contradict => await SpokenAsync(op, ticket.Contradictable(moment), cancellation),
            _ => [],
        };
        return new MoveChoices(units, people, [.. about]) { Before = units.Count > 0 ? await BeforeAsync(op, ticket, units, cancellation) : [] };
    }

    /// <summary>By what was answered, who recorded it and when.</summary>
    private static async Task<IEnumerable<AboutChoice>> SpokenAsync(Operation op, IReadOnlyList<SpokenAnswer> answers, CancellationToken cancellation)
    {
        var by = answers.Select(s => s.ById).Distinct().ToList();
        var names = await op.Db.Users.Where(a => by.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellation);
        return answers.Select(s => new AboutChoice(s.Id, Wording.Sentence("Form.SpokenAnswer", Wording.Name(s.Move), names[s.ById], $"{Wording.Date(TownTime.DayOf(s.At))} {TownTime.Local(s.At).ToString("HH:mm", CultureInfo.InvariantCulture)}")));
    }

    private static async Task<IReadOnlyList<UnitBefore>> BeforeAsync(Operation op, Ticket ticket, List<UnitView> units, CancellationToken cancellation)
    {
        var led = await op.Db.Tickets.VisibleTo(op.Actor, op.Db).Where(t => t.TopicId == ticket.TopicId && t.LeadUnitId != null && t.Id != ticket.Id)
            .GroupBy(t => t.LeadUnitId!.Value).Select(g => new { UnitId = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.UnitId, g => g.Count, cancellation);
        return [.. units.Where(u => led.ContainsKey(u.Id)).Select(u => new UnitBefore(u, led[u.Id])).OrderByDescending(b => b.Count)]; // stable: those as often stay in the order of units
    }
}
