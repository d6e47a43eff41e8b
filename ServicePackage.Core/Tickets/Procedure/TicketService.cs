using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Data;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>What a move came to.</summary>
/// <param name="Number">The demand.</param>
/// <param name="State">Its state afterwards.</param>
/// <param name="Version">Its version afterwards.</param>
public sealed record Moved(string Number, TicketState State, int Version);

/// <summary>Makes the moves of the procedure (plan §六) on the demands an actor sees.</summary>
public sealed class TicketService(
    OperationRunner operations,
    TicketSweep sweep,
    MomentSource moments,
    TownClock clock)
{
    /// <summary>
    /// Makes a move. Refuses what the table of moves does not allow, a stale copy (naming who did what since), and an input
    /// that lacks what the move must give; a refusal writes nothing.
    /// </summary>
    /// <param name="caller">Who makes it.</param>
    /// <param name="commandId">Made by the page, once for each click that is meant.</param>
    /// <param name="number">The demand's number.</param>
    /// <param name="version">The version the page shows.</param>
    /// <param name="move">The move.</param>
    /// <param name="given">What is given with it.</param>
    /// <param name="cancellation">Stops waiting; what is committed stays.</param>
    public async Task<Outcome<Moved>> MakeAsync(Caller caller, Guid commandId, string number, int version, Move move, MoveInput given, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(given);
        if (await LetDueTimePassAsync(caller, number, cancellation) is { } trouble)
        {
            return trouble;
        }

        return await operations.ChangeAsync<Moved>(caller, commandId, async op =>
        {
            var seen = op.Db.Tickets.VisibleTo(op.Actor, op.Db).Where(t => t.Number == number);
            if (await seen.Select(t => (long?)t.Id).FirstOrDefaultAsync(cancellation) is not { } id)
            {
                return Refusal.NotFound;
            }

            var moment = await moments.OfAsync(op, cancellation); // the calendar first, then the demand: nobody changes either from here on
            await TicketLock.TakeAsync(op.Db, id, cancellation);
            if (await seen.Include(t => t.Enterprise).Include(t => t.Tasks).AsSingleQuery().FirstOrDefaultAsync(cancellation) is not { } ticket)
            {
                return Refusal.NotFound;
            }

            if (ticket.Version != version)
            {
                return await StaleAsync(op, ticket, version, cancellation);
            }

            await TicketAccess.FillAsync(op.Db, ticket, cancellation);
            var act = await op.ActAsync(ticket, given, moment, cancellation);

            var (rule, refusal) = TicketProcedure.Find(ticket, move, act with { Given = new MoveInput() });
            return rule is null ? refusal! : await MakeAsync(op, ticket, rule, act, cancellation) ?? (Outcome<Moved>)new Moved(ticket.Number, ticket.State, ticket.Version);
        }, cancellation);
    }

    private static async Task<Refusal?> MakeAsync(Operation op, Ticket ticket, MoveRule rule, MoveAct act, CancellationToken cancellation)
    {
        var given = act.Given.Only(rule);
        given.Internal &= !act.Who.HasFlag(Relation.Enterprise);
        if (new MoveInputValidator(rule, given).Refuse(given) is { } incomplete)
        {
            return incomplete;
        }

        var checks = new MoveChecks(op, ticket, rule, given, cancellation);
        if (await checks.RefuseAsync() is { } unusable)
        {
            return unusable;
        }

        var (from, before) = (ticket.State, WorkInHand.Of(ticket));
        if (ticket.Make(rule.Move, act with { Given = given }) is { } refusal)
        {
            return refusal;
        }

        await EndedClocks.SettleAsync(op, ticket, cancellation);
        var isInternal = rule.Internal || given.Internal;
        var refusedFiles = await AttachmentService.ClaimAsync(op, ticket.AsSubject(), given.AttachmentIds, isInternal || rule.TextWithin, cancellation: cancellation)
            ?? await AttachmentService.ClaimAsync(op, ticket.AsSubject(), given.ScanId is { } scan ? [scan] : [], isInternal, limited: false, cancellation);
        if (refusedFiles is not null)
        {
            return refusedFiles;
        }

        op.Note(ticket, rule.Move.ToString(), checks.Entry with { Given = given, From = from, To = ticket.State, Version = ticket.Version, Undecided = ticket.OpenClock(ClockKind.RefusalWindow) is not null ? true : null }, isInternal);
        await TellAsync(op, ticket, rule, act with { Given = given }, from, isInternal, before, cancellation);
        return null;
    }

    private static async Task TellAsync(Operation op, Ticket ticket, MoveRule rule, MoveAct act, TicketState from, bool isInternal, WorkInHand before, CancellationToken cancellation)
    {
        var book = await RecipientBook.OfAsync(op, ticket, cancellation, before);
        if (rule.Tells.Contains(Recipient.Asker))
        {
            await book.FindAskerAsync(op.Db, op.Actor.AccountId, isInternal, cancellation);
        }

        var told = new MoveTold(rule.Move, op.Actor.Name, op.Now, act.Moment.Limits.ReopenWithinDays)
        {
            AboutId = act.Given.AboutId,
            Reason = act.Given.Text.Trim(),
            Said = Decided.Said(rule, act.Given, from, before.UnitId),
            ContradictUntil = rule.Spoken ? Ticket.ContradictUntil(ticket.SpokenAnswers[^1], act.Moment) : null,
        };
        MoveNotices.Tell(op, ticket, told, rule.ToldOf(act.Given).Where(r => !isInternal || r != Recipient.Enterprise), book);
        await before.TellLosersAsync(op, ticket, told, book, cancellation);
    }

    /// <summary>What fell due before this act counts before it, whether or not the sweep has run; only for who sees the demand. A refusal where the store cannot take it.</summary>
    private async Task<Refusal?> LetDueTimePassAsync(Caller caller, string number, CancellationToken cancellation)
    {
        var now = clock.Now;
        if (await sweep.DueOfAsync(number, now, cancellation) is { } id
            && await operations.ReadAsync<bool>(caller, async op => await op.Db.Tickets.VisibleTo(op.Actor, op.Db).AnyAsync(t => t.Id == id, cancellation), cancellation) is { Done: true, Value: true })
        {
            try
            {
                return (await StorageTrouble.GuardAsync(() => sweep.BringUpToDateAsync(id, now, cancellation))).Refusal;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return new Refusal("TimeStands", number); // the sweep meets the same, and names it to the administrator
            }
        }

        return null;
    }

    /// <summary>Names the last act that made the copy stale, among those the actor may read.</summary>
    private static async Task<Refusal> StaleAsync(Operation op, Ticket ticket, int version, CancellationToken cancellation)
    {
        var seesInternal = op.Actor.EnterpriseId is null;
        var last = await op.Db.History.Where(h => h.Subject == nameof(Ticket) && h.SubjectId == ticket.Id && (seesInternal || !h.Internal) && h.Act != TicketEntry.Escalated)
            .OrderByDescending(h => h.Sequence)
            .Select(h => new { h.Act, h.Content, Name = op.Db.Users.Where(a => a.Id == h.AccountId).Select(a => a.DisplayName).FirstOrDefault() })
            .FirstOrDefaultAsync(cancellation);
        var state = ticket.State.ForEnterprise(await op.Db.Tickets.VisibleTo(op.Actor, op.Db).Where(TicketScopes.ReadAsInHand(op.Actor).Rule).AnyAsync(t => t.Id == ticket.Id, cancellation));
        return last is null || !Enum.TryParse<Move>(last.Act, out var move) || !(HistoryRecorder.Read<TicketEntry>(last.Content)?.Version > version)
            ? Refusal.Stale
            : last.Name is { } name ? new Refusal("StaleTicket", name, move, state) : new Refusal("StaleBySystem", move, state);
    }
}
