using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Tickets;

/// <summary>Which demands a list shows; every part may be left out. Kept in the page's address.</summary>
public sealed record TicketFilter
{
    /// <summary>In number, title, text, topic or enterprise: each part between spaces as a phrase.</summary>
    public string Text { get; init; } = "";

    /// <summary>Only these states; all when empty.</summary>
    public IReadOnlyList<TicketState> States { get; init; } = [];

    public TicketType? Type { get; init; }

    /// <summary>Only demands led by this unit.</summary>
    public long? UnitId { get; init; }

    /// <summary>Only demands of this enterprise.</summary>
    public long? EnterpriseId { get; init; }

    /// <summary>Only demands with an open clock under this lamp.</summary>
    public Lamp? Lamp { get; init; }

    /// <summary>Only demands withdrawn with a breach on record, for the Centre.</summary>
    public bool WithdrawnAfterBreach { get; init; }

    /// <summary>True: the oldest first; false: the newest first.</summary>
    public bool OldestFirst { get; init; }

    public int Skip { get; init; }

    public int Take { get; init; } = 50;
}

/// <summary>A demand in a list.</summary>
public sealed record TicketRow(
    string Number, string Title, long EnterpriseId, string EnterpriseName, EnterpriseTier Tier, TicketType Type, TicketState State,
    ClosedAs? ClosedAs, RatingLevel? Rating, string LeadUnit, string LeadUnitEnglish, string Officer, int HandBacks, DateTime RaisedAt, ClockView? Clock);

/// <summary>Lists demands within what the reader sees.</summary>
public sealed class TicketList(OperationRunner operations, MomentSource moments)
{
    /// <summary>A page of demands, each with its most urgent open clock. Refuses a search text too long or unreadable, and the list of withdrawn demands to all but the Centre.</summary>
    public Task<Outcome<Page<TicketRow>>> ListAsync(Caller caller, TicketFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<Page<TicketRow>>(caller, async op =>
        {
            if (SearchText.Refuse(filter.Text) is { } refusal)
            {
                return refusal;
            }

            if (filter.WithdrawnAfterBreach && !op.Actor.IsCentre)
            {
                return Refusal.NotAllowed;
            }

            var (moment, hidden) = (await moments.OfAsync(op, cancellation), ClockRules.HiddenFrom(op.Actor));
            var tickets = Matching(await op.Db.Tickets.VisibleTo(op.Actor, op.Db).SayingAsync(filter.Text, op.Db, cancellation), filter, moment.Now, hidden, op);
            tickets = filter.OldestFirst
                ? tickets.OrderBy(t => t.RaisedAt).ThenBy(t => t.Id)
                : tickets.OrderByDescending(t => t.RaisedAt).ThenByDescending(t => t.Id);
            var rows = await tickets.Select(TicketScopes.ReadAsInHand(op.Actor).Rule, (t, inHand) => new
            {
                t.Id,
                Row = new TicketRow(
                    t.Number, t.Title, t.EnterpriseId, t.Enterprise.Name, t.Enterprise.Tier, t.Type, inHand ? TicketState.InProgress : t.State, t.ClosedAs, t.Rating,
                    op.Db.Organisations.Where(o => o.Id == t.LeadUnitId).Select(o => o.Name).FirstOrDefault() ?? "",
                    op.Db.Organisations.Where(o => o.Id == t.LeadUnitId).Select(o => o.EnglishName).FirstOrDefault() ?? "",
                    op.Db.Users.Where(a => a.Id == t.OfficerId).Select(a => a.DisplayName).FirstOrDefault() ?? "",
                    t.HandBacks, t.RaisedAt, null),
            }).PageAsync(filter.Skip, filter.Take, cancellation);
            var clocks = await UrgentAsync(op.Db, [.. rows.Items.Select(r => r.Id)], moment, hidden, cancellation);
            return new Page<TicketRow>([.. rows.Items.Select(r => r.Row with { Clock = clocks.GetValueOrDefault(r.Id) })], rows.Total);
        }, cancellation);

    /// <summary>The units that lead demands the reader sees, for the filter of a list.</summary>
    public Task<Outcome<IReadOnlyList<UnitView>>> UnitsAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyList<UnitView>>(caller, async op =>
        {
            var led = op.Db.Tickets.VisibleTo(op.Actor, op.Db).Where(t => t.LeadUnitId != null).Select(t => t.LeadUnitId!.Value);
            return await UnitView.OfAsync(op.Db.Organisations.Where(o => led.Contains(o.Id)), cancellation);
        }, cancellation);

    private static IQueryable<Ticket> Matching(IQueryable<Ticket> tickets, TicketFilter filter, DateTime now, IReadOnlyList<ClockKind> hidden, Operation op)
    {
        if (filter.States.Count > 0)
        {
            tickets = tickets.Where(TicketScopes.ReadAsInHand(op.Actor).Rule, (t, inHand) => filter.States.Contains(inHand ? TicketState.InProgress : t.State));
        }

        var clocks = op.Db.TicketClocks.Open().Where(c => !hidden.Contains(c.Kind));
        var standing = clocks;
        if (op.Actor.EnterpriseId is not null)
        {
            var inHand = op.Db.Tickets.VisibleTo(op.Actor, op.Db).Where(TicketScopes.ReadAsInHand(op.Actor).Rule);
            standing = clocks.Where(c => c.PausedFor != PauseReason.Suspended || !inHand.Any(t => t.Id == c.TicketId));
        }

        var (breached, approaching, notQuiet) = (clocks.Breached(now).Where(c => c.Holder != ClockHolder.Enterprise), clocks.Approaching(now), standing.NotQuiet(now));
        tickets = filter.Lamp switch
        {
            Lamp.Breached => tickets.Where(t => breached.Any(c => c.TicketId == t.Id)),
            Lamp.Approaching => tickets.Where(t => approaching.Any(c => c.TicketId == t.Id)),
            Lamp.Paused => tickets.Where(t => standing.Any(c => c.TicketId == t.Id && c.BreachedAt == null && c.PausedFor != PauseReason.None)),
            Lamp.Normal => tickets.Where(t => clocks.Any(c => c.TicketId == t.Id) && !notQuiet.Any(c => c.TicketId == t.Id)),
            null => tickets,
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter.Lamp, null),
        };
        return tickets
            .Where(t => filter.Type == null || t.Type == filter.Type)
            .Where(t => filter.UnitId == null || t.LeadUnitId == filter.UnitId)
            .Where(t => filter.EnterpriseId == null || t.EnterpriseId == filter.EnterpriseId)
            .Where(t => !filter.WithdrawnAfterBreach || (t.State == TicketState.Withdrawn && t.Clocks.Any(c => c.BreachedAt != null && c.Holder != ClockHolder.Enterprise)));
    }

    /// <summary>The most urgent open clock of each demand, in one read however many there are. Who is not told that it was reported as not to be met sees its clocks run.</summary>
    private static async Task<Dictionary<long, ClockView>> UrgentAsync(AppDbContext db, List<long> ids, Moment moment, IReadOnlyList<ClockKind> hidden, CancellationToken cancellation)
    {
        var clocks = await db.TicketClocks.Open().Where(c => ids.Contains(c.TicketId)).ToListAsync(cancellation);
        var undecided = clocks.Where(c => c.Kind == ClockKind.RefusalWindow && hidden.Contains(c.Kind)).Select(c => c.TicketId).ToHashSet();
        return clocks.Where(c => !hidden.Contains(c.Kind))
            .GroupBy(c => c.TicketId)
            .ToDictionary(g => g.Key, g => g.Select(c => ClockView.Of(c, moment) is var view && undecided.Contains(g.Key) ? view.AsInHand() : view).MinBy(c => c.Urgency)!);
    }
}
