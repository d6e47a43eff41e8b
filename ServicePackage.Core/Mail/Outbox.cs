using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServicePackage.Core.Data;
using ServicePackage.Core.Notices;

namespace ServicePackage.Core.Mail;

/// <summary>Writes, in the transaction of the notices, which of them are to be sent by mail. Writes nothing where no mail server is set.</summary>
public sealed class Outbox(IOptions<MailSettings> settings)
{
    private readonly bool _on = settings.Value.IsOn;

    /// <summary>
    /// Adds an item for each notice whose reader has an address and wishes it by mail; the caller saves. Refuses nothing.
    /// </summary>
    public async Task WriteAsync(AppDbContext db, IReadOnlyCollection<Notice> notices, DateTime now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(notices);
        if (!_on || notices.Count == 0)
        {
            return;
        }

        var told = notices.Select(n => n.AccountId).Distinct().ToList();
        var readers = await db.Users.AsNoTracking()
            .Where(a => EF.Parameter(told).Contains(a.Id) && a.Email != null && a.DisabledAt == null)
            .Select(a => new { a.Id, IsEnterprise = a.EnterpriseId != null, Wish = db.MailWishes.FirstOrDefault(w => w.AccountId == a.Id) })
            .ToDictionaryAsync(a => a.Id, cancellation);
        foreach (var notice in notices)
        {
            if (!readers.TryGetValue(notice.AccountId, out var reader))
            {
                continue;
            }

            var timing = MailWish.TimingOf(reader.Wish, notice.Kind, reader.IsEnterprise);
            if (timing != MailTiming.None)
            {
                var digest = timing == MailTiming.Daily;
                db.MailItems.Add(new MailItem
                {
                    Notice = notice,
                    AccountId = notice.AccountId,
                    Digest = digest,
                    MessageKey = digest ? null : Guid.NewGuid(),
                    At = now,
                    NextTryAt = digest ? MailRules.NextDigest(now) : now,
                });
            }
        }
    }
}
