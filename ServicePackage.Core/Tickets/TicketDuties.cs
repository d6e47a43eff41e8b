using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>What people and organisations owe in open demands.</summary>
internal static class TicketDuties
{
    /// <summary>
    /// Account.StillFirstAsked or Account.StillOfficer: open demands have the person as first-asked person or officer, which with these posts
    /// they could no longer be.
    /// </summary>
    public static async Task<Refusal?> RefusalAsync(Operation op, long accountId, IReadOnlyList<PostInput>? posts)
    {
        var firstAsked = posts is null ? await op.Db.Tickets.Open().CountAsync(t => t.FirstAskedId == accountId) : await FirstAskedAsync(op.Db, accountId, posts);
        return firstAsked > 0 ? new Refusal("Account.StillFirstAsked", firstAsked)
            : await HandledAsync(op.Db, accountId, [.. posts?.Select(p => p.OrganisationId) ?? []]) is > 0 and var handled ? new Refusal("Account.StillOfficer", handled)
            : null;
    }

    /// <summary>What an organisation leads, supports, holds the clocks of, and is asked first about; and the closed demands that may come back to it.</summary>
    public static async Task<IReadOnlyList<Duty>> CountAsync(Operation op, long id, ProcedureSettings limits, CancellationToken cancellation)
    {
        var open = op.Db.Tickets.Open();
        var clocks = op.Db.TicketClocks.Open().Where(c => c.UnitId == id);
        var serving = op.Db.Posts.Where(p => p.OrganisationId == id && p.Account.DisabledAt == null && (p.Kind == PostKind.Specialist || p.Kind == PostKind.GeneralManager))
            .Select(p => p.AccountId);
        var running = await clocks.Running().CountAsync(cancellation);
        var paused = await clocks.CountAsync(cancellation) - running;
        return
        [
            Duty.Of("Leads", await open.CountAsync(t => t.LeadUnitId == id, cancellation)),
            Duty.Of("Tasks", await open.SelectMany(t => t.Tasks).CountAsync(k => k.UnitId == id && k.State == SupportingTaskState.Open, cancellation)),
            new Duty("Running", running) { Against = running + paused > 0 ? new Refusal("Organisation.HasClocks", running, paused) : null },
            new Duty("Paused", paused),
            new Duty("Returning", await Returning(op, id, limits).CountAsync(cancellation)),
            Duty.Of("FirstAsked", await open.CountAsync(t => serving.Contains(t.FirstAskedId), cancellation)),
        ];
    }

    /// <summary>Passes open demands on with their clocks, and closed ones that may come back; no due day moves, and each demand's history tells it, with the tasks that fell away because the lead would have owed them to itself.</summary>
    public static async Task<int> PassAsync(Operation op, Organisation from, Organisation into, Moment moment, CancellationToken cancellation)
    {
        var people = (await op.Db.Posts.Where(p => p.OrganisationId == into.Id).Select(p => p.AccountId).ToListAsync(cancellation)).ToHashSet();
        var spoken = await Contradictable(op, moment.Limits).Select(s => new { s.TicketId, s.Before }).ToListAsync(cancellation);
        var kept = spoken.Where(s => s.Before?.Names(from.Id) == true).Select(s => s.TicketId).ToList();
        var ids = await Held(op, from.Id).Select(t => t.Id).Union(Returning(op, from.Id, moment.Limits).Select(t => t.Id)).Union(op.Db.Tickets.Where(t => kept.Contains(t.Id)).Select(t => t.Id)).Order().ToListAsync(cancellation);
        foreach (var id in ids)
        {
            await TicketLock.TakeAsync(op.Db, id, cancellation);
            var ticket = await op.Db.Tickets.Include(t => t.Clocks).ThenInclude(c => c.Pauses.OrderBy(p => p.Id)).Include(t => t.Tasks).Include(t => t.Urges).Include(t => t.Returns).Include(t => t.SpokenAnswers).AsSplitQuery()
                .FirstAsync(t => t.Id == id, cancellation);
            var led = ticket.LeadUnitId == from.Id;
            var ended = ticket.PassFrom(from.Id, into.Id, people, moment);
            op.Note(ticket, nameof(Move.MergeUnit), new TicketEntry { FromUnit = from.Name, Unit = into.Name, Version = ticket.Version }, isInternal: !led);
            foreach (var task in ended)
            {
                op.Note(ticket, nameof(Move.MergeUnit), new TicketEntry { FromUnit = from.Name, Unit = into.Name, About = task.Text, Version = ticket.Version }, isInternal: true);
            }
        }

        return ids.Count;
    }

    /// <summary>Open demands whose first-asked person this is and, with these posts, could not be: neither of the Centre nor serving the enterprise.</summary>
    private static Task<int> FirstAskedAsync(AppDbContext db, long accountId, IReadOnlyList<PostInput> posts)
    {
        var cities = posts.Where(p => p.Kind is PostKind.Specialist or PostKind.GeneralManager).Select(p => p.OrganisationId).ToList();
        return posts.Any(p => p.Kind is PostKind.Dispatcher or PostKind.CentreLead) ? Task.FromResult(0)
            : db.Tickets.Open().CountAsync(t => t.FirstAskedId == accountId
                && !cities.Contains(t.Enterprise.EconomicCityId)
                && !db.AssignedTo(accountId).Contains(t.EnterpriseId));
    }

    /// <summary>Open demands and supporting tasks whose officer this is, but for those of the units where they stay.</summary>
    private static Task<int> HandledAsync(AppDbContext db, long accountId, IReadOnlyList<long> stays) =>
        db.Tickets.Open().CountAsync(t => (t.OfficerId == accountId && !stays.Contains(t.LeadUnitId!.Value))
            || t.Tasks.Any(k => k.OfficerId == accountId && k.State == SupportingTaskState.Open && !stays.Contains(k.UnitId)));

    /// <summary>Open demands in which the organisation leads or supports: whoever holds a clock of one does either.</summary>
    private static IQueryable<Ticket> Held(Operation op, long id) =>
        op.Db.Tickets.Open().Where(t => t.LeadUnitId == id || t.Tasks.Any(k => k.UnitId == id));

    /// <summary>
    /// Demands at their end that it led and that may come back to it: the enterprise may still reopen or rate them, or contradict an answer recorded
    /// for it, or a promise has still to be kept.
    /// </summary>
    private static IQueryable<Ticket> Returning(Operation op, long id, ProcedureSettings limits)
    {
        var since = TownTime.At(op.Today.AddDays(-limits.ReopenWithinDays), TimeOnly.MinValue);
        var spoken = Contradictable(op, limits);
        return op.Db.Tickets.Where(t => t.LeadUnitId == id && t.ClosedAt != null
            && (t.AskAfterPromiseAt != null || (t.ClosedAt >= since && (t.ClosedAs == ClosedAs.Deemed || t.ClosedAs == ClosedAs.Unrated))
                || spoken.Any(s => s.TicketId == t.Id)));
    }

    /// <summary>Answers recorded for enterprises that may still be contradicted, and some that no longer can: so many working days are at most twice as many days and a holiday.</summary>
    private static IQueryable<SpokenAnswer> Contradictable(Operation op, ProcedureSettings limits)
    {
        var since = op.Now.AddDays((-2 * limits.ContradictWithin) - 14);
        return op.Db.Tickets.SelectMany(t => t.SpokenAnswers).Where(s => s.ContradictedAt == null && s.UpheldAt == null && s.At > since);
    }
}
