using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Tickets;

/// <summary>Reads the rows of the overdue board: all of them in one query, what progress was told in another, however many there are.</summary>
internal static class OverdueRows
{
    private static readonly string[] Progress =
        [nameof(Move.ReportProgress), nameof(Move.Complete), nameof(Move.FinishTask), nameof(Move.RecordReferralOutcome)];

    /// <summary>
    /// The open clocks that units and the Centre hold and that are past due or due before the horizon, the written
    /// replies owed, and what lapsed unseen. The indexes on the end and the due instant of a clock, and on what is unseen, lead to them.
    /// </summary>
    public static IQueryable<Found> Query(AppDbContext db, IQueryable<Ticket> visible, DateTime horizon)
    {
        var open = db.TicketClocks.Open();
        var shown = open.Where(c => c.Holder != ClockHolder.Enterprise && (c.DueAt < horizon || c.Kind == ClockKind.WrittenReply)).Concat(db.TicketClocks.Where(ClockScopes.IsUnseen.Rule));
        return from clock in shown
               join ticket in visible on clock.TicketId equals ticket.Id
               join organisation in db.Organisations on clock.UnitId equals organisation.Id into organisations
               from unit in organisations.DefaultIfEmpty()
               let officerId = clock.UnitId == null ? null : clock.TaskId != null ? clock.Task!.OfficerId : clock.UnitId == ticket.LeadUnitId ? ticket.OfficerId : null
               select new Found
               {
                   Clock = clock,
                   TicketId = ticket.Id,
                   Number = ticket.Number,
                   Version = ticket.Version,
                   Title = ticket.Title,
                   Type = ticket.Type,
                   State = ticket.State,
                   HandBacks = ticket.HandBacks,
                   Enterprise = ticket.Enterprise.Name,
                   Tier = ticket.Enterprise.Tier,
                   Unit = unit == null ? null : unit.Name,
                   UnitEnglish = unit == null ? null : unit.EnglishName,
                   Officer = db.Users.Where(a => a.Id == officerId).Select(a => a.DisplayName).FirstOrDefault(),
                   Liaison = db.Posts.Where(p => p.OrganisationId == clock.UnitId && p.Account.DisabledAt == null
                           && (p.Kind == PostKind.Liaison || p.Kind == PostKind.Head || p.Kind == PostKind.GeneralManager))
                       .OrderBy(p => p.Kind == PostKind.Liaison ? 0 : 1).ThenBy(p => p.Id).Select(p => p.Account.DisplayName).FirstOrDefault(),
                   CourseOpen = open.Any(c => c.TicketId == ticket.Id && c.Kind == ClockKind.CourseDecision),
                   DecisionOpen = open.Any(c => c.TicketId == ticket.Id && c.Kind == ClockKind.TaskDecision),
                   TaskOpen = ticket.Tasks.Any(t => t.State == SupportingTaskState.Open),
                   ContactOpen = open.Any(c => c.TicketId == ticket.Id && c.Kind == ClockKind.BadRatingContact),
               };
    }

    /// <summary>Every row the reader may see, of all that the board can show.</summary>
    public static async Task<List<OverdueRow>> ReadAsync(Operation op, Moment moment, CancellationToken cancellation)
    {
        // The warning comes on the working day before the last one; a day that an amended calendar put between the two is room enough.
        var horizon = moment.CloseOf(moment.Calendar.Add(moment.Day, 2)).AddMilliseconds(1);
        var found = await Query(op.Db, op.Db.Tickets.VisibleTo(op.Actor, op.Db), horizon).ToListAsync(cancellation);
        var centre = await op.Db.Organisations.Where(o => o.Kind == OrganisationKind.Centre).OrderBy(o => o.Id).FirstOrDefaultAsync(cancellation);
        return Gathered(from row in found
                        where row.Clock.Kind == ClockKind.WrittenReply || row.Clock.IsBreached(moment.Now) || row.Clock.IsApproaching(moment.Now)
                        select Row(row, moment, centre));
    }

    /// <summary>The monthly duty of one demand that was missed more than once is one row: one report is what each of them waits for.</summary>
    private static List<OverdueRow> Gathered(IEnumerable<OverdueRow> rows) =>
        [.. from row in rows
            let once = row.Clock is { Kind: ClockKind.MonthlyProgress, Lamp: Lamp.Breached }
            group row by (row.TicketId, row.UnitId, ClockId: once ? 0 : row.Clock.Id) into same
            let longest = same.MinBy(r => r.Clock.DueAt)!
            select longest with { Times = same.Count() }];

    /// <summary>When progress was last told of each demand, and what.</summary>
    public static async Task<Dictionary<long, (DateTime At, Move By, string Text)>> ProgressAsync(AppDbContext db, IReadOnlyCollection<long> ticketIds, CancellationToken cancellation)
    {
        var told = db.History.Where(h => h.Subject == nameof(Ticket) && ticketIds.Contains(h.SubjectId) && Progress.Contains(h.Act));
        var last = await (
            from entry in told
            join newest in told.GroupBy(h => h.SubjectId).Select(g => new { Id = g.Key, Sequence = g.Max(h => h.Sequence) })
                on new { Id = entry.SubjectId, entry.Sequence } equals new { newest.Id, newest.Sequence }
            select new { entry.SubjectId, entry.At, entry.Act, entry.Content }).ToListAsync(cancellation);
        return last.ToDictionary(e => e.SubjectId, e => (e.At, Enum.Parse<Move>(e.Act),
            HistoryRecorder.Read<TicketEntry>(e.Content)?.Given?.Text.Trim() ?? ""));
    }

    private static OverdueRow Row(Found found, Moment moment, Organisation? centre)
    {
        var open = NextStep.Before(found.CourseOpen, found.TaskOpen, found.DecisionOpen, found.ContactOpen);
        var clock = ClockView.Of(found.Clock, moment, found.Unit ?? centre?.Name ?? "");
        return new OverdueRow
        {
            Clock = clock,
            TicketId = found.TicketId,
            Number = found.Number,
            Version = found.Version,
            Title = found.Title,
            Type = found.Type,
            State = found.State,
            Enterprise = found.Enterprise,
            Tier = found.Tier,
            UnitId = found.Clock.UnitId ?? centre?.Id ?? 0,
            Unit = found.Unit ?? centre?.Name ?? "",
            UnitEnglish = found.UnitEnglish ?? centre?.EnglishName ?? "",
            Person = found.Officer ?? found.Liaison ?? "",
            Assigned = found.Officer is not null,
            NextStep = found.Clock.Unseen ? Move.See : NextStep.Of(clock, found.State, open),
            HandBacks = found.HandBacks,
        };
    }

    /// <summary>A row as the database gives it.</summary>
    internal sealed record Found
    {
        public required TicketClock Clock { get; init; }

        public required long TicketId { get; init; }

        public required string Number { get; init; }

        public required int Version { get; init; }

        public required string Title { get; init; }

        public required TicketType Type { get; init; }

        public required TicketState State { get; init; }

        public required int HandBacks { get; init; }

        public required string Enterprise { get; init; }

        public required EnterpriseTier Tier { get; init; }

        public string? Unit { get; init; }

        public string? UnitEnglish { get; init; }

        public string? Officer { get; init; }

        public string? Liaison { get; init; }

        public required bool CourseOpen { get; init; }

        public required bool TaskOpen { get; init; }

        public required bool DecisionOpen { get; init; }

        public required bool ContactOpen { get; init; }
    }
}
