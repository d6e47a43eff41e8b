namespace ServicePackage.Core.Tickets;

/// <content>What happens to a demand when one of its units is merged into another.</content>
public sealed partial class Ticket
{
    /// <summary>
    /// The other unit steps into the place of the first: the lead, the supporting tasks, the applications for return and whatever clock or urge the
    /// first unit holds. No due day moves; ended clocks stay with the unit that held them. Officers stay where they come along. No unit supports
    /// itself: an open task that comes to stand with the lead is no longer needed and ends; those that did are given back.
    /// </summary>
    internal IReadOnlyList<SupportingTask> PassFrom(long fromUnitId, long toUnitId, IReadOnlySet<long> people, Moment moment)
    {
        if (LeadUnitId == fromUnitId)
        {
            (LeadUnitId, OfficerId) = (toUnitId, Kept(OfficerId));
        }

        foreach (var task in Tasks.Where(t => t.UnitId == fromUnitId))
        {
            (task.UnitId, task.OfficerId) = (toUnitId, Kept(task.OfficerId));
        }

        foreach (var clock in Clocks.Where(c => c.Open && c.UnitId == fromUnitId))
        {
            clock.UnitId = toUnitId;
        }

        Urges.Where(u => u.AnsweredAt is null && u.UnitId == fromUnitId).ToList().ForEach(u => u.UnitId = toUnitId);
        Returns.Where(r => r.UnitId == fromUnitId).ToList().ForEach(r => r.UnitId = toUnitId);
        SpokenAnswers.ForEach(s => s.Before = s.Before?.Passed(fromUnitId, toUnitId));
        Version++;
        var own = Tasks.FindAll(t => (t.State == SupportingTaskState.Open || IsDeclined(t)) && t.UnitId == LeadUnitId);
        CancelTasks(moment, own.Contains);
        return own;

        long? Kept(long? officer) => officer is { } person && people.Contains(person) ? person : null;
    }
}
