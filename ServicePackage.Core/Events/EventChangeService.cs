using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Events;

/// <summary>A published event is moved, as typed. Times are Shanghai times.</summary>
public sealed class EventMoveInput
{
    /// <summary>The event.</summary>
    public long Id { get; set; }

    /// <summary>The version of the copy the person saw.</summary>
    public int Version { get; set; }

    public DateOnly? Day { get; set; }

    public TimeOnly? From { get; set; }

    public TimeOnly? To { get; set; }

    public string Place { get; set; } = "";

    /// <summary>The last day to sign up.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>How many people it has room for.</summary>
    public string Seats { get; set; } = "";

    /// <summary>Why, as those who signed up read it.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The number of seats; null where it cannot be read.</summary>
    public int? SeatCount => EventInput.Count(Seats, EventRules.MostSeats);
}

/// <summary>Checks how an event is moved.</summary>
public sealed class EventMoveValidator : AbstractValidator<EventMoveInput>
{
    public EventMoveValidator()
    {
        RuleFor(e => e.Day).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("EventDay") });
        RuleFor(e => e.From).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("EventFrom") });
        RuleFor(e => e.To).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("EventTo") });
        RuleFor(e => e.Place).Text("EventPlace", EventRules.LongestPlace);
        RuleFor(e => e.LastDay).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("EventLastDay") });
        RuleFor(e => e.Seats).Must((e, _) => e.SeatCount is not null).WithErrorCode("Event.Seats").WithState(_ => new object[] { EventRules.MostSeats });
        RuleFor(e => e.Reason).Text("EventReason", EventRules.LongestReason);
    }
}

/// <summary>What becomes of a published event: it is moved 变更 or called off 取消, by its organiser's people or the Centre, before it begins.</summary>
public sealed class EventChangeService(OperationRunner operations)
{
    /// <summary>
    /// Gives an event another day, time, place, last day to sign up or number of seats, with a reason. Where day, time or place change, every enterprise that signed up
    /// or waits is told; where seats become free those who wait get them. Refused: NotFound; NotAllowed for others; stale; Event.NotPublished; Event.IsCalledOff;
    /// Event.HasBegun; what the validator finds; a time or a last day that <see cref="EventRules"/> refuses; Event.SeatsBelowPeople; Event.SeatsBelowTaken.
    /// </summary>
    public Task<Outcome<Nothing>> MoveAsync(Caller caller, Guid commandId, EventMoveInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var found = await FindAsync(op, new EventAct(input.Id, input.Version), cancellation);
            if (!found.Done)
            {
                return found.Refusal!;
            }

            var moved = found.Value;
            if ((new EventMoveValidator().Refuse(input) ?? Refuse(op, moved, input)) is { } refusal)
            {
                return refusal;
            }

            var seats = input.SeatCount!.Value;
            if (await op.Db.Events.VisibleTo(op).Where(e => e.Id == moved.Id && e.Version == input.Version && e.Taken <= seats)
                .ExecuteUpdateAsync(e => e.SetProperty(x => x.Seats, seats), cancellation) == 0)
            {
                var taken = await op.Db.Events.VisibleTo(op).Where(e => e.Id == moved.Id && e.Version == input.Version).Select(e => (int?)e.Taken).FirstOrDefaultAsync(cancellation);
                return taken is { } many ? new Refusal("Event.SeatsBelowTaken", many) { Field = nameof(input.Seats) } : Refusal.Stale;
            }

            var (was, wasPlace) = (moved.StartsAt, moved.Place);
            var (isMoved, reason) = (Write(op, moved, input), input.Reason.Trim());
            op.Note(moved, "MoveEvent", new { Day = input.Day!.Value, input.From, input.To, moved.Place, moved.LastDay, Seats = seats, Reason = reason });
            if (isMoved)
            {
                (moved.MovedAt, moved.MovedById, moved.MovedReason, moved.WasAt, moved.WasPlace) = (op.Now, op.Actor.AccountId, reason, was, wasPlace);
                await EventTelling.SignedUpAsync(
                    op, moved.Id, "EventMoved", cancellation, moved.Title, $"{input.Day:yyyy-MM-dd}", string.Create(CultureInfo.InvariantCulture, $"{input.From:HH:mm}–{input.To:HH:mm}"), moved.Place, EventTelling.Within(reason));
            }

            await op.SaveAsync(cancellation);
            await SeatTurns.AdmitAsync(op, moved, cancellation);
            return Nothing.Value;
        }, cancellation);

    /// <summary>
    /// Calls an event off with a reason; every enterprise that signed up or waits is told. Refused: NotFound; NotAllowed for others; stale; Event.NotPublished;
    /// Event.IsCalledOff; Event.HasBegun; a reason missing or too long.
    /// </summary>
    public Task<Outcome<Nothing>> CallOffAsync(Caller caller, Guid commandId, EventReasonInput input, CancellationToken cancellation = default) =>
        operations.ChangeAsync<Nothing>(caller, commandId, async op =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var found = await FindAsync(op, new EventAct(input.Id, input.Version), cancellation);
            if (!found.Done)
            {
                return found.Refusal!;
            }

            if (new EventReasonValidator().Refuse(input) is { } refusal)
            {
                return refusal;
            }

            var off = found.Value;
            (off.State, off.CalledOffAt, off.CalledOffById, off.CalledOffReason) = (EventState.CalledOff, op.Now, op.Actor.AccountId, input.Reason.Trim());
            off.Version++;
            op.Note(off, "CallOffEvent", new { Reason = off.CalledOffReason });
            await op.SaveAsync(cancellation); // holds the row: whoever signs up meanwhile comes after it, and is refused
            await EventTelling.SignedUpAsync(op, off.Id, "EventCalledOff", cancellation, off.Title, $"{TownTime.DayOf(off.StartsAt):yyyy-MM-dd}", EventTelling.Within(off.CalledOffReason));
            return Nothing.Value;
        }, cancellation);

    private static async Task<Outcome<Event>> FindAsync(Operation op, EventAct act, CancellationToken cancellation)
    {
        var found = await op.Db.Events.VisibleTo(op).FirstOrDefaultAsync(e => e.Id == act.Id, cancellation);
        return found is null ? Refusal.NotFound
            : !EventAccess.MayWrite(op.Actor, found.OrganiserId) ? Refusal.NotAllowed
            : found.Version != act.Version ? Refusal.Stale
            : found.State == EventState.CalledOff ? new Refusal("Event.IsCalledOff")
            : !EventScopes.IsPublic.Holds(found) ? new Refusal("Event.NotPublished")
            : EventScopes.HasBegun.Holds(found, op.Now) ? new Refusal("Event.HasBegun")
            : found;
    }

    private static Refusal? Refuse(Operation op, Event moved, EventMoveInput input) =>
        EventRules.Refuse(op.Now, TimesOf(input), moved.LastDay)
        ?? (input.SeatCount < moved.PeoplePerFirm ? new Refusal("Event.SeatsBelowPeople", moved.PeoplePerFirm) { Field = nameof(input.Seats) } : null);

    /// <summary>Writes it, and gives whether day, time or place are others now.</summary>
    private static bool Write(Operation op, Event moved, EventMoveInput input)
    {
        var before = (moved.StartsAt, moved.EndsAt, moved.Place);
        EventDrafts.Place(moved, TimesOf(input));
        (moved.Place, moved.Seats) = (input.Place.Trim(), input.SeatCount!.Value);
        moved.Version++;
        (moved.ChangedById, moved.ChangedAt) = (op.Actor.AccountId, op.Now);
        return before != (moved.StartsAt, moved.EndsAt, moved.Place);
    }

    private static EventTimes TimesOf(EventMoveInput input) => new(input.Day!.Value, input.From!.Value, input.To!.Value, input.LastDay!.Value);
}
