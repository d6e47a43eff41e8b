using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Tickets;

/// <summary>Something a form offers: a task, an urge or a referral to answer.</summary>
public sealed record AboutChoice(long Id, string Text);

/// <summary>What a move's form offers to choose from.</summary>
/// <param name="Units">The units a demand or task can go to.</param>
/// <param name="People">The people who can be named.</param>
/// <param name="About">What can be answered.</param>
public sealed record MoveChoices(IReadOnlyList<UnitView> Units, IReadOnlyList<PersonChoice> People, IReadOnlyList<AboutChoice> About)
{
    internal static async Task<MoveChoices> OfAsync(Operation op, Ticket ticket, Move move, CancellationToken cancellation)
    {
        var rules = TicketProcedure.Rules.Where(r => r.Move == move).ToList();
        var units = rules.Exists(r => r.Takes(Field.Unit)) ? await UnitView.OfAsync(op.Db.Organisations.CanHandle(), cancellation) : [];
        var people = rules.Exists(r => r.Takes(Field.Person)) ? await MoveChecks.PeopleAsync(op, ticket, move, cancellation) : [];
        IEnumerable<AboutChoice> about = move switch
        {
            Move.FinishTask or Move.DeclineTask => ticket.Tasks.Where(t => t.State == SupportingTaskState.Open && op.Actor.UnitIds.Contains(t.UnitId)).Select(t => new AboutChoice(t.Id, t.Text)),
            Move.WaiveTask => ticket.Tasks.Where(t => t.State == SupportingTaskState.Open).Select(t => new AboutChoice(t.Id, t.Text)),
            Move.AnswerUrge => ticket.Urges.Where(u => u.AnsweredAt is null).Select(u => new AboutChoice(u.Id, u.Text)),
            Move.RecordReferralOutcome => ticket.Referrals.Where(r => r.OutcomeAt is null).Select(r => new AboutChoice(r.Id, r.Body)),
            _ => [],
        };
        return new MoveChoices(units, people, [.. about]);
    }
}
