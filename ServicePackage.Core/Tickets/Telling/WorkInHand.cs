using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.History;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Tickets;

/// <summary>
/// Who has work in a demand before an act. Whoever has lost it afterwards, the demand to another unit or a task with the demand's course, is told
/// who has it now and why, in the transaction of the act: they may see nothing else of it. Who urged, and gets no answer any more, is told so.
/// </summary>
internal sealed record WorkInHand(long? UnitId, long? OfficerId, IReadOnlyList<SupportingTask> Tasks, IReadOnlyList<Urge> Urges)
{
    private const int LongestReason = 200;

    /// <summary>Who has it now.</summary>
    public static WorkInHand Of(Ticket ticket) =>
        new(ticket.LeadUnitId, ticket.OfficerId, [.. ticket.Tasks.Where(t => t.State == SupportingTaskState.Open)], [.. ticket.Clocks.Where(c => c.Open).Select(c => c.Urge).OfType<Urge>()]);

    /// <summary>Tells those who have lost their part since. The actor's own unit knows.</summary>
    public async Task TellLosersAsync(Operation op, Ticket ticket, MoveTold told, RecipientBook book, CancellationToken cancellation)
    {
        string[] about = [ticket.Number, ticket.Title, $"@Move.{told.Move}", told.ActorName];
        var why = told.Reason.Length > LongestReason ? TextRules.Cut(told.Reason, LongestReason) + "…" : told.Reason.TrimEnd('。', '.');
        var now = ticket.LeadUnitId != UnitId ? await op.Db.Organisations.Where(o => o.Id == ticket.LeadUnitId).Select(o => o.Name).FirstOrDefaultAsync(cancellation) : null;
        if (UnitId is { } unit && now is not null)
        {
            Tell("Lead", unit, OfficerId, [.. about, now, why]);
        }

        foreach (var task in Tasks.Where(t => t.State == SupportingTaskState.Cancelled && t.UnitId != ticket.LeadUnitId))
        {
            Tell(now is not null ? "TaskNow" : why.Length > 0 ? "TaskWhy" : "Task", task.UnitId, task.OfficerId, [.. about, now ?? "", why]);
        }

        foreach (var accountId in (ticket.IsOpen ? [] : Urges).SelectMany(book.OfUrge).Distinct())
        {
            op.Tell(accountId, "Moved.UrgeEnded", ticket.AsSubject(), told.Late, about);
        }

        void Tell(string kind, long unitId, long? officerId, string[] arguments)
        {
            foreach (var accountId in book.OfUnit(officerId, unitId))
            {
                op.Tell(accountId, Notice.LossPrefix + kind, ticket.AsSubject(), told.Late, arguments);
            }
        }
    }
}
