using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>An open clock that an amendment would move, or has moved.</summary>
/// <param name="Number">The demand.</param>
/// <param name="Title">Its title.</param>
/// <param name="Move">The clock, from and to.</param>
public sealed record AmendedDue(string Number, string Title, DueMove Move);

/// <summary>What an amendment would do.</summary>
/// <param name="Moves">The clocks that would move.</param>
/// <param name="Failed">The numbers of demands whose clocks cannot be counted again: they would stay as they are.</param>
public sealed record AmendmentPreview(IReadOnlyList<AmendedDue> Moves, IReadOnlyList<string> Failed);

/// <summary>What an amendment came to.</summary>
/// <param name="Years">The years that changed.</param>
/// <param name="Moved">How many due dates moved.</param>
/// <param name="Failed">The numbers of demands whose clocks could not be counted again: they stay as they were.</param>
public sealed record Amended(IReadOnlyList<int> Years, int Moved, IReadOnlyList<string> Failed);

/// <summary>
/// Amends the calendar: saving a year counts the due date of every running or paused clock again, in one
/// transaction, and writes each change to the demand's history. Ended clocks never move. A demand that cannot be counted again
/// keeps nothing from the others: it stays as it was and is named.
/// </summary>
public sealed partial class CalendarAmendment(
    OperationRunner operations,
    TicketSweep sweep,
    IOptionsMonitor<ProcedureSettings> settings,
    TownClock clock,
    ILogger<CalendarAmendment> logger)
{
    internal const string Amend = "Amend";
    internal const string Import = "Import";
    private const int Attempts = 5;

    /// <summary>The open clocks that saving this year would move; nothing is written. Refuses all but the Centre, and a year that cannot be true.</summary>
    public Task<Outcome<AmendmentPreview>> PreviewAsync(Caller caller, CalendarYearInput input, CancellationToken cancellation = default) =>
        operations.ReadAsync<AmendmentPreview>(caller, async op =>
        {
            if (Refuse(op, input) is { } refusal)
            {
                return refusal;
            }

            var recount = await SaveAsync(op, [input], cancellation);
            return recount is null ? new AmendmentPreview([], []) : await recount.PreviewAsync(cancellation);
        }, cancellation);

    /// <summary>
    /// Saves a year. Refuses all but the Centre, a year that cannot be true, and a stale copy.
    /// </summary>
    /// <param name="caller">A dispatcher or the lead of the Centre.</param>
    /// <param name="commandId">Made by the page, once for each click that is meant.</param>
    /// <param name="input">The year.</param>
    /// <param name="version">The version of the year the page shows; 0 where the year is new.</param>
    /// <param name="cancellation">Stops waiting; what is committed stays.</param>
    public async Task<Outcome<Amended>> ApplyAsync(Caller caller, Guid commandId, CalendarYearInput input, int version, CancellationToken cancellation = default)
    {
        if ((await operations.ReadAsync<Nothing>(caller, op => Task.FromResult<Outcome<Nothing>>(Refuse(op, input) is { } bad ? bad : Nothing.Value), cancellation)).Refusal is { } notAllowed)
        {
            return notAllowed;
        }

        if ((await StorageTrouble.GuardAsync(() => sweep.RunAsync(clock.Now, cancellation))).Refusal is { } trouble)
        {
            return trouble;
        }

        for (var attempt = 1; ; attempt++)
        {
            var staleCopy = false;
            var outcome = await operations.ChangeAsync<Amended>(caller, commandId, async op =>
            {
                if (Refuse(op, input) is { } refusal)
                {
                    return refusal;
                }

                await CalendarSource.LockAsync(op.Db, cancellation);
                var present = await op.Db.CalendarYears.Where(y => y.Year == input.Year).Select(y => y.Version).FirstOrDefaultAsync(cancellation);
                staleCopy = present != version;
                return staleCopy ? Refusal.Stale : await AmendAsync(op, Amend, [input], cancellation);
            }, cancellation);
            if (outcome.Refusal?.Code != Refusal.Stale.Code || staleCopy || attempt == Attempts)
            {
                return outcome; // a move that came between is no reason to refuse: everything is read again
            }
        }
    }

    /// <summary>
    /// Saves the years of a file as the system, all or none; years that are there already in the same words stay untouched.
    /// Refuses years that cannot be true.
    /// </summary>
    public async Task<Outcome<Amended>> ImportAsync(IReadOnlyList<CalendarYearInput> inputs, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Select(CalendarYearValidator.Instance.Refuse).FirstOrDefault(r => r is not null) is { } refusal)
        {
            return refusal;
        }

        await sweep.RunAsync(clock.Now, cancellation);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            Amended? amended = null;
            var done = await operations.ActAsSystemAsync(clock.Now, async op =>
            {
                await CalendarSource.LockAsync(op.Db, cancellation);
                amended = await AmendAsync(op, Import, inputs, cancellation);
            }, cancellation);
            if (done)
            {
                return amended!;
            }
        }

        return Refusal.Stale;
    }

    private static Refusal? Refuse(Operation op, CalendarYearInput input) =>
        op.Actor.IsCentre ? CalendarYearValidator.Instance.Refuse(input) : Refusal.NotAllowed;

    private async Task<Amended> AmendAsync(Operation op, string act, IReadOnlyList<CalendarYearInput> inputs, CancellationToken cancellation)
    {
        if (await SaveAsync(op, inputs, cancellation) is not { } recount)
        {
            return new Amended([], 0, []);
        }

        var moved = await recount.ApplyAsync(cancellation);
        foreach (var year in recount.Years)
        {
            op.Note(year, act);
        }

        return new Amended([.. recount.Years.Select(y => y.Year)], moved, recount.Failed);
    }

    /// <summary>Puts the years into the context, and gives the recount they call for; null where nothing would change.</summary>
    private async Task<CalendarRecount?> SaveAsync(Operation op, IReadOnlyList<CalendarYearInput> inputs, CancellationToken cancellation)
    {
        var before = await op.Db.CalendarYears.AsNoTracking().ToListAsync(cancellation);
        var changed = new List<CalendarYear>();
        foreach (var input in inputs)
        {
            var year = await op.Db.CalendarYears.AsTracking().FirstOrDefaultAsync(y => y.Year == input.Year, cancellation);
            if (year?.Says(input) == true)
            {
                continue;
            }

            if (year is null)
            {
                year = new CalendarYear();
                op.Db.CalendarYears.Add(year);
            }

            year.Take(input);
            changed.Add(year);
        }

        var after = before.Where(b => !changed.Exists(c => c.Year == b.Year)).Concat(changed);
        return changed.Count == 0
            ? null
            : new CalendarRecount(op, changed, new WorkingCalendar(before), new Moment(op.Now, new WorkingCalendar(after), settings.CurrentValue, op.ActorId), LogFailed);
    }

    [LoggerMessage(LogLevel.Error, "The due dates of demand {Number} could not be counted again.")]
    private partial void LogFailed(Exception exception, string number);
}
