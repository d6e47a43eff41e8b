using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;
using ServicePackage.Core.Data;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Mail;

/// <summary>
/// Sends what is due in the outbox. A mail is claimed, sent and marked, each in a short transaction of its own: two nodes never
/// hold the same one, and one that was sent but not marked, because the program was killed, is sent once more with the same Message-ID.
/// </summary>
public sealed partial class MailSweep(
    IDbContextFactory<AppDbContext> contexts, CalendarSource calendars, IOptions<MailSettings> settings, TownClock clock, ILogger<MailSweep> logger, House house, MailLinks? links = null)
{
    /// <summary>
    /// Sends the mails due at an instant (UTC), at most <see cref="MailRules.Batch"/> in one run, and gives how many the server took. What
    /// the server puts off or hangs up on is tried again later, what it refuses for good or what cannot be written is marked as failed; when the server itself is the
    /// trouble, the run ends. Old rows are deleted. Does nothing else where no mail server is set.
    /// </summary>
    public async Task<int> RunAsync(DateTime asOf, CancellationToken cancellation = default)
    {
        await PurgeAsync(asOf, cancellation);
        if (!settings.Value.IsOn || links is null)
        {
            return 0;
        }

        var (sent, hungUp, writer) = (0, 0, new MailWriter(settings.Value, links));
        await using var server = new MailConnection(settings.Value);
        for (var tried = 0; tried < MailRules.Batch && !cancellation.IsCancellationRequested; tried++)
        {
            var (found, key) = await ClaimAsync(asOf, cancellation);
            if (!found)
            {
                break;
            }

            if (key is { } messageKey)
            {
                var answer = await SendAsync(server, writer, messageKey, cancellation);
                sent += answer is { Trouble: null } ? 1 : 0;
                hungUp = answer is { HungUp: true } ? hungUp + 1 : 0;
                if (answer is { Trouble: not null, ConcernsThisMail: false } || hungUp == MailRules.MostHangUps)
                {
                    break;
                }
            }
        }

        return sent;
    }

    /// <summary>
    /// Takes the mail that has been due longest for <see cref="MailRules.Claimed"/>; a digest is put together of what is due for its reader
    /// and was not read in the program meanwhile. Found without a key: somebody else took it, it was put off to a working day, or all was read.
    /// </summary>
    private async Task<(bool Found, Guid? Key)> ClaimAsync(DateTime asOf, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var due = db.MailItems.Where(m => m.NextTryAt <= asOf);
        var next = await due.OrderBy(m => m.NextTryAt).ThenBy(m => m.Id).Select(m => new { m.AccountId, m.MessageKey }).FirstOrDefaultAsync(cancellation);
        if (next is null)
        {
            return (false, null);
        }

        if (next.MessageKey is null && await PutOffToWorkingDayAsync(db, asOf, cancellation))
        {
            return (true, null);
        }

        var key = next.MessageKey ?? Guid.NewGuid();
        var mine = next.MessageKey is null ? due.Where(m => m.MessageKey == null && m.AccountId == next.AccountId) : due.Where(m => m.MessageKey == key);
        if (next.MessageKey is null)
        {
            await mine.Where(m => m.Notice.ReadAt != null).ExecuteDeleteAsync(cancellation); // read in the program meanwhile: nothing to tell
        }

        var until = clock.Now + MailRules.Claimed;
        var claimed = await mine.ExecuteUpdateAsync(m => m
            .SetProperty(x => x.MessageKey, key)
            .SetProperty(x => x.NextTryAt, until)
            .SetProperty(x => x.Tries, x => x.Tries + 1), cancellation);
        return (true, claimed > 0 ? key : null);
    }

    private async Task<bool> PutOffToWorkingDayAsync(AppDbContext db, DateTime asOf, CancellationToken cancellation)
    {
        var (calendar, today) = (await calendars.CurrentAsync(db, cancellation), TownTime.DayOf(asOf));
        if (calendar.IsWorkingDay(today))
        {
            return false;
        }

        var then = TownTime.At(calendar.Add(today, 1), TownTime.CalendarDuties);
        await db.MailItems.Where(m => m.NextTryAt <= asOf && m.MessageKey == null)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.NextTryAt, then), cancellation);
        return true;
    }

    /// <summary>Sends a claimed mail and marks what came of it. Null: its reader is to be sent nothing any more.</summary>
    private async Task<MailAnswer?> SendAsync(MailConnection server, MailWriter writer, Guid key, CancellationToken cancellation)
    {
        var (message, trouble) = await WriteAsync(writer, key, cancellation);
        if (message is null && trouble is null)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            await db.MailItems.Where(m => m.MessageKey == key && m.NextTryAt != null).ExecuteDeleteAsync(cancellation);
            return null;
        }

        var answer = message is null ? new MailAnswer(trouble) : await server.SendAsync(message);
        await MarkAsync(key, answer); // told to stop or not: what was sent is marked
        return answer;
    }

    /// <summary>The message, or null where there is nothing to send any more. What keeps it from being read or written is this mail's trouble and holds up no other; a store that does not answer ends the run.</summary>
    private async Task<(MimeMessage? Message, MailTrouble? Trouble)> WriteAsync(MailWriter writer, Guid key, CancellationToken cancellation)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            var content = await MailReader.ReadAsync(db, house, key, clock.Now, cancellation);
            return (content is null ? null : writer.Write(content, key, clock.Now), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && StorageTrouble.RefusalOf(exception) is null)
        {
            LogUnwritable(exception, key);
            return (null, MailTrouble.Unwritable);
        }
    }

    private async Task MarkAsync(Guid key, MailAnswer answer)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        var mail = await db.MailItems.Where(m => m.MessageKey == key && m.NextTryAt != null).ToListAsync(CancellationToken.None);
        foreach (var item in mail)
        {
            (item.Trouble, item.ReplyCode) = (answer.Trouble, answer.ReplyCode);
            if (answer.Trouble is null)
            {
                (item.SentAt, item.NextTryAt) = (clock.Now, null);
            }
            else if (answer.Trouble is MailTrouble.Refused or MailTrouble.Unwritable || (answer.Trouble == MailTrouble.PutOff && item.At + MailRules.GiveUpAfter <= clock.Now))
            {
                (item.FailedAt, item.NextTryAt) = (clock.Now, null);
            }
            else
            {
                item.NextTryAt = clock.Now + MailRules.DistanceAfter(item.Tries);
            }
        }

        await db.SaveChangesAsync(CancellationToken.None);
        if (answer.Trouble is { } trouble)
        {
            LogNotSent(mail.FirstOrDefault()?.Id, trouble, answer.ReplyCode);
        }
    }

    private async Task PurgeAsync(DateTime asOf, CancellationToken cancellation)
    {
        var before = asOf - MailRules.Kept;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await db.MailItems.Where(m => m.SentAt < before || m.FailedAt < before).ExecuteDeleteAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "Mail {Id} was not sent: {Trouble}, reply {ReplyCode}.")]
    private partial void LogNotSent(long? id, MailTrouble trouble, int? replyCode);

    [LoggerMessage(LogLevel.Error, "The mail with the key {Key} could not be written.")]
    private partial void LogUnwritable(Exception exception, Guid key);
}
