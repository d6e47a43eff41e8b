using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Data;
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
    IDbContextFactory<AppDbContext> contexts,
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
        await LetDueTimePassAsync(number, cancellation);
        return await operations.ChangeAsync<Moved>(caller, commandId, async op =>
        {
            var ticket = await op.Db.Tickets.VisibleTo(op.Actor, op.Db).Include(t => t.Enterprise).Include(t => t.Tasks).AsSingleQuery()
                .FirstOrDefaultAsync(t => t.Number == number, cancellation);
            if (ticket is null)
            {
                return Refusal.NotFound;
            }

            if (ticket.Version != version)
            {
                return await StaleAsync(op, ticket, cancellation);
            }

            var who = await op.RelationToAsync(ticket, cancellation);
            if (TicketProcedure.Refuse(ticket.State, move, who) is { } notOpen)
            {
                return notOpen;
            }

            // The rest only now; what was saved in between breaks on the version.
            await op.Db.Tickets.VisibleTo(op.Actor, op.Db).Whole().FirstAsync(t => t.Id == ticket.Id, cancellation);
            var act = new MoveAct(given, who, await moments.OfAsync(op, cancellation)) { UnitIds = op.Actor.UnitIds };
            var (rule, refusal) = TicketProcedure.Find(ticket, move, act with { Given = new MoveInput() });
            return rule is null ? refusal! : await MakeAsync(op, ticket, rule, act, cancellation) ?? (Outcome<Moved>)new Moved(ticket.Number, ticket.State, ticket.Version);
        }, cancellation);
    }

    private static async Task<Refusal?> MakeAsync(Operation op, Ticket ticket, MoveRule rule, MoveAct act, CancellationToken cancellation)
    {
        var given = act.Given.Only(rule);
        given.Internal &= !act.Who.HasFlag(Relation.Enterprise);
        if (new MoveInputValidator(rule, ticket.Type, given).Refuse(given) is { } incomplete)
        {
            return incomplete;
        }

        var checks = new MoveChecks(op, ticket, rule, given, cancellation);
        if (await checks.RefuseAsync() is { } unusable)
        {
            return unusable;
        }

        var from = ticket.State;
        if (ticket.Make(rule.Move, act with { Given = given }) is { } refusal)
        {
            return refusal;
        }

        var isInternal = rule.Internal || given.Internal;
        var refusedFiles = await AttachmentService.ClaimAsync(op, ticket.Id, given.AttachmentIds, isInternal, cancellation: cancellation)
            ?? await AttachmentService.ClaimAsync(op, ticket.Id, given.ScanId is { } scan ? [scan] : [], isInternal, limited: false, cancellation);
        if (refusedFiles is not null)
        {
            return refusedFiles;
        }

        op.Note(ticket, rule.Move.ToString(), checks.Entry with { Given = given, From = from, To = ticket.State }, isInternal);
        await TellAsync(op, ticket, rule, isInternal, cancellation);
        return null;
    }

    private static async Task TellAsync(Operation op, Ticket ticket, MoveRule rule, bool isInternal, CancellationToken cancellation)
    {
        var book = await RecipientBook.OfAsync(op.Db, ticket, cancellation);
        foreach (var accountId in book.Of(rule.Tells.Where(r => !isInternal || r != Recipient.Enterprise), null))
        {
            op.Tell(accountId, $"Moved.{rule.Move}", ticket.Id, late: false, ticket.Number, ticket.Title, $"@Move.{rule.Move}", op.Actor.Name);
        }
    }

    /// <summary>What fell due before this act counts before it, whether or not the sweep has run.</summary>
    private async Task LetDueTimePassAsync(string number, CancellationToken cancellation)
    {
        var now = clock.Now;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var due = await db.Tickets
            .Where(t => t.Number == number && (t.Clocks.Any(c => c.NextAt != null && c.NextAt <= now) || t.NextMonthlyDutyAt <= now || t.AskAfterPromiseAt <= now))
            .Select(t => (long?)t.Id)
            .FirstOrDefaultAsync(cancellation);
        if (due is { } id)
        {
            await sweep.BringUpToDateAsync(id, now, cancellation);
        }
    }

    private static async Task<Refusal> StaleAsync(Operation op, Ticket ticket, CancellationToken cancellation)
    {
        var visibleInternal = op.Actor.EnterpriseId is null;
        var last = await op.Db.History.Where(h => h.Subject == nameof(Ticket) && h.SubjectId == ticket.Id && (visibleInternal || !h.Internal) && h.Act != TicketEntry.Escalated)
            .OrderByDescending(h => h.Sequence)
            .Select(h => new { h.Act, Name = op.Db.Users.Where(a => a.Id == h.AccountId).Select(a => a.DisplayName).FirstOrDefault() })
            .FirstOrDefaultAsync(cancellation);
        return last is null || !Enum.TryParse<Move>(last.Act, out var move)
            ? Refusal.Stale
            : last.Name is { } name ? new Refusal("StaleTicket", name, move, ticket.State) : new Refusal("StaleBySystem", move, ticket.State);
    }
}
