using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Core.History;
using ServicePackage.Core.Live;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Operations;

/// <summary>
/// Runs every act of the domain the same way: one short-lived context, the actor's rights read inside, the history,
/// notices and their mails in the transaction of the change, open screens told after it, a repeated command answered with its first result.
/// Acts happen on the town's clock, sessions on real time.
/// </summary>
public sealed class OperationRunner(IDbContextFactory<AppDbContext> contexts, TownClock clock, TimeProvider time, LiveFeed feed, House house, Outbox? outbox = null, StorageWatch? storage = null)
{
    private const int LookTries = 5;

    /// <summary>
    /// Reads as the caller. Refuses whoever is signed out. A read that leaves a note is a look that others may ask after: it is in the history
    /// before its answer is given; where it cannot be written the answer is without what was looked at, or there is none. A store that does not
    /// answer is told as a refusal, so that an open page stays and says so.
    /// </summary>
    public async Task<Outcome<T>> ReadAsync<T>(Caller caller, Func<Operation, Task<Outcome<T>>> read, CancellationToken cancellation = default)
    {
        for (var again = true; ; again = false)
        {
            try
            {
                return await TryReadAsync(caller, read, cancellation);
            }
            catch (Exception exception) when (again && StorageTrouble.RefusalOf(exception) == StorageTrouble.NoDatabase)
            {
                // A connection kept from before may have died with a server that is there again: once more, on another.
            }
            catch (Exception exception) when (StorageTrouble.RefusalOf(exception) is not null)
            {
                storage?.Met(exception);
                return StorageTrouble.RefusalOf(exception)!;
            }
        }
    }

    /// <summary>
    /// Changes something as the caller, in one transaction. A refusal rolls everything back; a command id seen before
    /// gets its first result again; a stale or doubled write is refused with <see cref="Refusal.Stale"/>.
    /// </summary>
    public async Task<Outcome<T>> ChangeAsync<T>(Caller caller, Guid commandId, Func<Operation, Task<Outcome<T>>> change, CancellationToken cancellation = default)
    {
        Outcome<T> outcome;
        try
        {
            outcome = await TryAsync(caller, commandId, change, cancellation);
        }
        catch (Exception exception) when (StorageTrouble.RefusalOf(exception) is not null)
        {
            storage?.Met(exception);
            return StorageTrouble.RefusalOf(exception)!;
        }

        if (outcome.Done || outcome.Refusal == Refusal.SignedOut)
        {
            return outcome;
        }

        // What was refused may be the twin of a command that was done meanwhile: then its result is the answer to both.
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await EarlierAsync<T>(db, caller, commandId, cancellation) ?? outcome;
    }

    /// <summary>
    /// Does something as the caller and takes it back: what it would come to, by the rules of the act itself. Nothing is kept and nobody is told.
    /// </summary>
    public async Task<Outcome<T>> RehearseAsync<T>(Caller caller, Func<Operation, Task<Outcome<T>>> change, CancellationToken cancellation = default)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            db.Database.SetCommandTimeout(DataRegistration.LongestWait);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation); // never committed
            var actor = await ActorLoader.LoadAsync(db, caller, time.GetUtcNow().UtcDateTime, cancellation);
            return actor is null ? Refusal.SignedOut : await change(new Operation(db, actor, clock.Now, house));
        }
        catch (Exception exception) when (LostRace.Is(exception))
        {
            return Refusal.Stale;
        }
        catch (Exception exception) when (StorageTrouble.RefusalOf(exception) is not null)
        {
            storage?.Met(exception);
            return StorageTrouble.RefusalOf(exception)!;
        }
    }

    /// <summary>
    /// Acts as the system: sweeps, imports, the demo town. <paramref name="now"/> is the instant the act counts as; a lost
    /// race (somebody saved in between) gives false and changes nothing, so the next sweep finds the work again.
    /// </summary>
    public async Task<bool> ActAsSystemAsync(DateTime now, Func<Operation, Task> act, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            var operation = new Operation(db, null, now, house);
            await act(operation);
            await operation.FinishAsync(outbox, cancellation);
            await transaction.CommitAsync(cancellation);
            feed.Publish(operation.Changes);
            return true;
        }
        catch (Exception exception) when (LostRace.Is(exception))
        {
            return false;
        }
    }

    /// <summary>Forgets the results of commands that were done longer ago than <see cref="CommandReceipt.Kept"/>, as of an instant (UTC); gives their number.</summary>
    public async Task<int> SweepReceiptsAsync(DateTime asOf, CancellationToken cancellation = default)
    {
        var before = asOf - CommandReceipt.Kept;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.CommandReceipts.Where(r => r.At < before).ExecuteDeleteAsync(cancellation);
    }

    private async Task<Outcome<T>> TryReadAsync<T>(Caller caller, Func<Operation, Task<Outcome<T>>> read, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTrackingWithIdentityResolution;
        await db.Database.OpenConnectionAsync(cancellation); // else each query would open and close it by itself
        var actor = await ActorLoader.LoadAsync(db, caller, time.GetUtcNow().UtcDateTime, cancellation);
        if (actor is null)
        {
            return Refusal.SignedOut;
        }

        var operation = new Operation(db, actor, clock.Now, house);
        var outcome = await read(operation);
        if (!outcome.Done || operation.Notes.Count == 0 || await WriteLooksAsync(operation, actor, cancellation) is not { } refusal)
        {
            return outcome;
        }

        var without = new Operation(db, actor, clock.Now, house) { NotesNoLook = true };
        outcome = await read(without);
        return without.Notes.Count > 0 ? refusal : outcome;
    }

    private async Task<Refusal?> WriteLooksAsync(Operation look, Actor actor, CancellationToken cancellation)
    {
        for (var i = 0; i < LookTries; i++)
        {
            try
            {
                await using var db = await contexts.CreateDbContextAsync(cancellation);
                await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
                var operation = new Operation(db, actor, look.Now, house);
                foreach (var note in look.Notes)
                {
                    operation.Note(note.Subject, note.Act, note.Content, note.Internal);
                }

                await operation.FinishAsync(outbox, cancellation);
                await transaction.CommitAsync(cancellation);
                return null;
            }
            catch (Exception exception) when (LostRace.Is(exception))
            {
                // somebody wrote to the same history in between: once more, behind them
            }
            catch (Exception exception) when (StorageTrouble.RefusalOf(exception) is not null)
            {
                storage?.Met(exception);
                return StorageTrouble.RefusalOf(exception);
            }
        }

        return new Refusal("Busy");
    }

    private async Task<Outcome<T>> TryAsync<T>(Caller caller, Guid commandId, Func<Operation, Task<Outcome<T>>> change, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.Database.SetCommandTimeout(DataRegistration.LongestWait);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var actor = await ActorLoader.LoadAsync(db, caller, time.GetUtcNow().UtcDateTime, cancellation);
        if (actor is null)
        {
            return Refusal.SignedOut;
        }

        if (await EarlierAsync<T>(db, caller, commandId, cancellation) is { } earlier)
        {
            return earlier;
        }

        try
        {
            var operation = new Operation(db, actor, clock.Now, house);
            var outcome = await change(operation);
            if (!outcome.Done)
            {
                return outcome;
            }

            db.CommandReceipts.Add(new CommandReceipt
            {
                AccountId = caller.AccountId,
                CommandId = commandId,
                At = operation.Now,
                Result = JsonSerializer.Serialize(outcome.Value, HistoryRecorder.Json),
            });
            await operation.FinishAsync(outbox, cancellation);
            await transaction.CommitAsync(cancellation);
            feed.Publish(operation.Changes);
            return outcome;
        }
        catch (Exception exception) when (LostRace.Is(exception))
        {
            return Refusal.Stale;
        }
    }

    private static async Task<Outcome<T>?> EarlierAsync<T>(AppDbContext db, Caller caller, Guid commandId, CancellationToken cancellation)
    {
        var result = await db.CommandReceipts
            .Where(r => r.AccountId == caller.AccountId && r.CommandId == commandId)
            .Select(r => r.Result)
            .FirstOrDefaultAsync(cancellation);
        return result is null ? null : JsonSerializer.Deserialize<T>(result, HistoryRecorder.Json)!;
    }
}
