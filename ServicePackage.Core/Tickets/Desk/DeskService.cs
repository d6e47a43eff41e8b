using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Tickets;

/// <summary>Whose clocks a desk shows.</summary>
public enum DeskScope
{
    /// <summary>What waits for the reader personally.</summary>
    Mine,

    /// <summary>What the Centre holds; for the Centre.</summary>
    Centre,

    /// <summary>What the reader's units hold.</summary>
    Unit,
}

/// <summary>What a desk shows.</summary>
public sealed record DeskFilter
{
    public DeskScope Scope { get; init; }

    /// <summary>Only these kinds; all when empty.</summary>
    public IReadOnlyList<ClockKind> Kinds { get; init; } = [];

    /// <summary>True: only those that stand still and are not past due; false: all others; null: both.</summary>
    public bool? Paused { get; init; } = false;

    public int Skip { get; init; }

    public int Take { get; init; } = 50;
}

/// <summary>An open clock with its demand: one thing that waits.</summary>
/// <param name="Number">The demand.</param>
/// <param name="Title">Its title.</param>
/// <param name="EnterpriseName">Whose demand.</param>
/// <param name="Tier">The enterprise's tier.</param>
/// <param name="Type">Its type.</param>
/// <param name="State">Its state.</param>
/// <param name="LeadUnit">The lead unit's name; empty before dispatch.</param>
/// <param name="LeadUnitEnglish">Its English name; empty where it has none.</param>
/// <param name="Officer">The lead unit's officer; empty until assigned.</param>
/// <param name="HandBacks">How often it was handed back.</param>
/// <param name="RaisedAt">When it was raised (UTC).</param>
/// <param name="Clock">The clock that waits.</param>
/// <param name="NextStep">What it waits for, as the overdue board says it.</param>
/// <param name="Act">The move to whose form the row leads: that step where it is its holder's to make.</param>
public sealed record DeskRow(
    string Number, string Title, string EnterpriseName, EnterpriseTier Tier, TicketType Type, TicketState State,
    string LeadUnit, string LeadUnitEnglish, string Officer, int HandBacks, DateTime RaisedAt, ClockView Clock, Move NextStep, Move? Act);

/// <summary>How many clocks of each kind wait on a desk, how many of them are past due, and how many are close to it. One that stands still past due waits all the same.</summary>
public sealed record DeskCount(ClockKind Kind, bool Paused, int Count, int Breached, int Approaching);

/// <summary>The desks: what waits for a person, for the Centre, for a unit; the soonest due first (plan §六).</summary>
public sealed class DeskService(OperationRunner operations, MomentSource moments)
{
    /// <summary>A page of what waits. A scope that is not the reader's is NotFound.</summary>
    public Task<Outcome<Page<DeskRow>>> ListAsync(Caller caller, DeskFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<Page<DeskRow>>(caller, async op =>
        {
            if (!Allows(op.Actor, filter.Scope))
            {
                return Refusal.NotFound;
            }

            var moment = await moments.OfAsync(op, cancellation);
            var clocks = Clocks(op, filter.Scope, moment);
            if (filter.Kinds.Count > 0)
            {
                clocks = clocks.Where(c => filter.Kinds.Contains(c.Kind));
            }

            if (filter.Paused is { } paused)
            {
                clocks = clocks.Where(c => (c.PausedFor != PauseReason.None && c.BreachedAt == null) == paused);
            }

            var rows = await (
                from clock in clocks.OrderBy(c => c.DueAt).ThenBy(c => c.Id)
                join ticket in op.Db.Tickets.VisibleTo(op.Actor, op.Db) on clock.TicketId equals ticket.Id
                select new
                {
                    Clock = clock,
                    ticket.Number,
                    ticket.Title,
                    ticket.Type,
                    ticket.State,
                    ticket.HandBacks,
                    ticket.RaisedAt,
                    EnterpriseName = ticket.Enterprise.Name,
                    ticket.Enterprise.Tier,
                    LeadUnit = op.Db.Organisations.Where(o => o.Id == ticket.LeadUnitId).Select(o => o.Name).FirstOrDefault() ?? "",
                    LeadUnitEnglish = op.Db.Organisations.Where(o => o.Id == ticket.LeadUnitId).Select(o => o.EnglishName).FirstOrDefault() ?? "",
                    Officer = op.Db.Users.Where(a => a.Id == ticket.OfficerId).Select(a => a.DisplayName).FirstOrDefault() ?? "",
                    CourseOpen = op.Db.TicketClocks.Open().Any(c => c.TicketId == ticket.Id && c.Kind == ClockKind.CourseDecision),
                    TaskOpen = ticket.Tasks.Any(t => t.State == SupportingTaskState.Open),
                    DecisionOpen = op.Db.TicketClocks.Open().Any(c => c.TicketId == ticket.Id && c.Kind == ClockKind.TaskDecision),
                    ContactOpen = op.Db.TicketClocks.Open().Any(c => c.TicketId == ticket.Id && c.Kind == ClockKind.BadRatingContact),
                    HasAccount = op.Db.Users.Any(u => u.EnterpriseId == ticket.EnterpriseId && u.DisabledAt == null),
                    HolderName = op.Db.Organisations.Where(o => o.Id == clock.UnitId).Select(o => o.Name).FirstOrDefault() ?? "",
                }).PageAsync(filter.Skip, filter.Take, cancellation);
            return new Page<DeskRow>(
                [.. from row in rows.Items
                    let clock = ClockView.Of(row.Clock, moment, row.HolderName)
                    let step = row.Clock.Unseen ? Move.See : NextStep.Of(clock, row.State, NextStep.Before(row.CourseOpen, row.TaskOpen, row.DecisionOpen, row.ContactOpen))
                    select new DeskRow(row.Number, row.Title, row.EnterpriseName, row.Tier, row.Type, row.State, row.LeadUnit, row.LeadUnitEnglish, row.Officer,
                        row.HandBacks, row.RaisedAt, clock, step, NextStep.Own(clock, step, op.Actor.EnterpriseId is not null, row.HasAccount))],
                rows.Total);
        }, cancellation);

    /// <summary>How many of each kind wait, for the tabs of a desk.</summary>
    public Task<Outcome<IReadOnlyList<DeskCount>>> CountsAsync(Caller caller, DeskScope scope, CancellationToken cancellation = default) =>
        operations.ReadAsync<IReadOnlyList<DeskCount>>(caller, async op =>
        {
            if (!Allows(op.Actor, scope))
            {
                return Refusal.NotFound;
            }

            var moment = await moments.OfAsync(op, cancellation);
            var now = moment.Now;
            return await Clocks(op, scope, moment)
                .Select(ClockScopes.IsBreached.At(now), ClockScopes.IsApproaching.At(now),
                    (c, breached, approaching) => new { c.Kind, Paused = c.PausedFor != PauseReason.None && c.BreachedAt == null, Breached = breached, Approaching = approaching })
                .GroupBy(c => new { c.Kind, c.Paused })
                .Select(g => new DeskCount(g.Key.Kind, g.Key.Paused, g.Count(), g.Count(c => c.Breached), g.Count(c => c.Approaching)))
                .ToListAsync(cancellation);
        }, cancellation);

    internal static bool Allows(Actor actor, DeskScope scope) => scope switch
    {
        DeskScope.Centre => actor.IsCentre,
        DeskScope.Unit => actor.UnitIds.Count > 0,
        DeskScope.Mine => true,
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, null),
    };

    private static IQueryable<TicketClock> Clocks(Operation op, DeskScope scope, Moment moment)
    {
        var actor = op.Actor;
        var visible = op.Db.Tickets.VisibleTo(actor, op.Db);
        var open = op.Db.TicketClocks.Open();
        var warned = op.Db.TicketClocks.Warned(moment.Now);
        var overdue = op.Db.TicketClocks.Breached(moment.Now);
        var (units, led, me, centre) = (actor.UnitIds, actor.UnitIds.Where(actor.LeadsUnit).ToList(), actor.AccountId, actor.IsCentre);
        var barred = op.Db.Tickets.VisibleTo(actor, op.Db).Where(t => actor.IsGeneralLiaison).CentreBarred(op.Db);
        return scope switch
        {
            DeskScope.Centre => open.Where(c => c.Holder == ClockHolder.Centre || (c.Holder == ClockHolder.FirstAsked && overdue.Any(o => o.Id == c.Id))),
            DeskScope.Unit =>
                from clock in open
                join ticket in visible on clock.TicketId equals ticket.Id
                where clock.UnitId != null && units.Contains(clock.UnitId.Value)
                    && !(clock.Kind == ClockKind.Handling && ticket.State == TicketState.Dispatched)
                select clock,
            DeskScope.Mine when actor.IsCentreLead => Mine().Concat(op.Db.TicketClocks.Where(ClockScopes.IsUnseen.Rule)),
            DeskScope.Mine => Mine(),
            _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, null),
        };

        IQueryable<TicketClock> Mine() =>
            actor.EnterpriseId is not null
                ? from clock in open
                  join ticket in visible on clock.TicketId equals ticket.Id
                  where clock.Holder == ClockHolder.Enterprise
                  select clock
                : from clock in open
                  join ticket in visible on clock.TicketId equals ticket.Id
                  where (((centre && !(ticket.LeadUnitId != null && units.Contains(ticket.LeadUnitId.Value))) || barred.Any(b => b.Id == ticket.Id))
                          && (clock.Holder == ClockHolder.Centre || (clock.Holder == ClockHolder.FirstAsked && overdue.Any(o => o.Id == clock.Id))))
                      || (clock.UnitId != null
                          && !(clock.Kind == ClockKind.Handling && ticket.State == TicketState.Dispatched)
                          && (led.Contains(clock.UnitId.Value)
                              || (units.Contains(clock.UnitId.Value)
                                  && (clock.Task != null ? clock.Task.OfficerId == null || clock.Task.OfficerId == me : ticket.OfficerId == null || ticket.OfficerId == me))))
                      || (ticket.FirstAskedId == me && (clock.Holder == ClockHolder.FirstAsked || (clock.Holder == ClockHolder.Enterprise && warned.Any(w => w.Id == clock.Id))))
                  select clock;
    }
}
