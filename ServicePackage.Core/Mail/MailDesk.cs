using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Mail;

/// <summary>How it stands with the mail.</summary>
/// <param name="IsOn">Whether this installation sends mail at all.</param>
/// <param name="Waiting">Mails waiting to be sent now; a digest of a later day is none yet.</param>
/// <param name="Trouble">What the last try of those met with; null where none was tried, or all is well.</param>
/// <param name="ReplyCode">The server's reply code at that try.</param>
/// <param name="Failed">Mails given up.</param>
/// <param name="Latest">The latest of those.</param>
public sealed record MailState(bool IsOn, int Waiting, MailTrouble? Trouble, int? ReplyCode, int Failed, IReadOnlyList<FailedMail> Latest);

/// <summary>A mail that was given up. Says to whom and why, never what it told.</summary>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Trouble">Why.</param>
/// <param name="ReplyCode">The server's reply code.</param>
/// <param name="At">When (UTC).</param>
public sealed record FailedMail(long AccountId, string Name, MailTrouble Trouble, int? ReplyCode, DateTime At);

/// <summary>The mail as the administrator sees it.</summary>
public sealed class MailDesk(OperationRunner operations, IOptions<MailSettings> settings)
{
    /// <summary>How many failed mails are shown one by one.</summary>
    public const int MostShown = 20;

    internal const string SendFailedAgain = "SendFailedAgain";

    /// <summary>What waits and what failed. NotFound for anybody but an administrator.</summary>
    public Task<Outcome<MailState>> ReadAsync(Caller caller, CancellationToken cancellation = default) =>
        operations.ReadAsync<MailState>(caller, async op =>
        {
            if (!op.Actor.IsAdministrator)
            {
                return Refusal.NotFound;
            }

            var waiting = op.Db.MailItems.Where(m => m.NextTryAt != null && m.MessageKey != null);
            var met = await waiting.Where(m => m.Trouble != null).OrderByDescending(m => m.NextTryAt).Select(m => new { m.Trouble, m.ReplyCode }).FirstOrDefaultAsync(cancellation);
            var failed = op.Db.MailItems.Where(m => m.FailedAt != null);
            var latest = await failed
                .GroupBy(m => new { m.MessageKey, m.AccountId, m.Trouble, m.ReplyCode, m.FailedAt })
                .Select(g => g.Key)
                .OrderByDescending(g => g.FailedAt).ThenBy(g => g.MessageKey)
                .Take(MostShown)
                .Join(op.Db.Users, g => g.AccountId, a => a.Id, (g, a) => new { g.AccountId, a.DisplayName, g.Trouble, g.ReplyCode, g.FailedAt })
                .ToListAsync(cancellation);
            return new MailState(
                settings.Value.IsOn,
                await waiting.Select(m => m.MessageKey).Distinct().CountAsync(cancellation),
                met?.Trouble, met?.ReplyCode,
                await failed.Select(m => m.MessageKey).Distinct().CountAsync(cancellation),
                [.. latest.OrderByDescending(f => f.FailedAt).Select(f => new FailedMail(f.AccountId, f.DisplayName, f.Trouble ?? MailTrouble.Refused, f.ReplyCode, f.FailedAt!.Value))]);
        }, cancellation);

    /// <summary>Lets every failed mail be tried again, and gives how many; the next run sends them. NotFound for anybody but an administrator.</summary>
    public Task<Outcome<int>> SendFailedAgainAsync(Caller caller, Guid commandId, CancellationToken cancellation = default) =>
        operations.ChangeAsync<int>(caller, commandId, async op =>
        {
            if (!op.Actor.IsAdministrator)
            {
                return Refusal.NotFound;
            }

            var failed = op.Db.MailItems.Where(m => m.FailedAt != null);
            var mails = await failed.Select(m => m.MessageKey).Distinct().CountAsync(cancellation);
            await failed.ExecuteUpdateAsync(m => m
                .SetProperty(x => x.FailedAt, (DateTime?)null)
                .SetProperty(x => x.NextTryAt, op.Now)
                .SetProperty(x => x.At, op.Now) // its time to be put off begins anew
                .SetProperty(x => x.Tries, 0), cancellation);
            op.Note(MailRoom.Sweep, SendFailedAgain, new { Mails = mails });
            return mails;
        }, cancellation);
}
