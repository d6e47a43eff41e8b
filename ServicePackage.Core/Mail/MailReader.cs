using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Mail;

/// <summary>Reads what a mail is made of, within the rights its reader has at this moment.</summary>
internal static class MailReader
{
    /// <summary>A digest tells of so many notices at most; the rest is counted.</summary>
    private const int MostLines = 50;

    /// <summary>
    /// The content of a mail; null when it is not to be sent any more: the reader is disabled, has no address, or no longer wishes any of it.
    /// </summary>
    public static async Task<MailContent?> ReadAsync(AppDbContext db, Guid messageKey, DateTime now, CancellationToken cancellation)
    {
        var items = await db.MailItems.AsNoTracking()
            .Where(m => m.MessageKey == messageKey && m.NextTryAt != null)
            .OrderBy(m => m.NoticeId)
            .Select(m => new { m.AccountId, m.Digest, m.Notice })
            .ToListAsync(cancellation);
        if (items.Count == 0 || await ActorLoader.LoadAsync(db, new Caller(items[0].AccountId), now, cancellation) is not { } actor)
        {
            return null;
        }

        var reader = await db.Users.AsNoTracking()
            .Where(a => a.Id == actor.AccountId)
            .Select(a => new { a.Email, Wish = db.MailWishes.FirstOrDefault(w => w.AccountId == a.Id) })
            .FirstAsync(cancellation);
        var wished = items.Where(m => MailWish.TimingOf(reader.Wish, m.Notice.Kind, actor.EnterpriseId is not null) != MailTiming.None).ToList();
        if (string.IsNullOrEmpty(reader.Email) || wished.Count == 0)
        {
            return null;
        }

        var told = wished.Take(MostLines).Select(m => m.Notice).ToList();
        var about = told.Select(n => n.TicketId).Distinct().ToList();
        var demands = await db.Tickets.VisibleTo(actor, db).AsNoTracking()
            .Where(t => EF.Parameter(about).Contains(t.Id))
            .Select(t => new { t.Id, t.Number, t.Title, t.FirstAskedId })
            .ToDictionaryAsync(t => t.Id, cancellation);
        var lines = told.Select(n =>
        {
            var demand = n.TicketId is { } id ? demands.GetValueOrDefault(id) : null;
            return new MailLine(n.Kind, n.ReadArguments(), n.At, demand?.Number, demand?.Title);
        }).ToList();
        var firstAsked = actor.EnterpriseId is not null && demands.Count == 1 ? demands.Values.Single().FirstAskedId : (long?)null;
        return new MailContent(
            actor.Name, reader.Email, (reader.Wish ?? new MailWish()).Language, lines,
            await ContactAsync(db, actor, firstAsked, cancellation), items[0].Digest, wished.Count - told.Count);
    }

    /// <summary>An enterprise turns to the first-asked person of its demand, everybody else to the Centre, the Centre's people to nobody.</summary>
    private static async Task<MailContact?> ContactAsync(AppDbContext db, Actor actor, long? firstAsked, CancellationToken cancellation)
    {
        if (actor.IsCentre)
        {
            return null;
        }

        var person = firstAsked is null
            ? null
            : await db.Posts.AsNoTracking()
                .Where(p => p.AccountId == firstAsked && p.Account.DisabledAt == null && p.Organisation.DisabledAt == null)
                .OrderBy(p => p.Id)
                .Select(p => new MailContact(p.Account.DisplayName, p.Organisation.Name, p.Organisation.EnglishName, p.Organisation.Phone))
                .FirstOrDefaultAsync(cancellation);
        return person ?? await db.Organisations.AsNoTracking()
            .Where(o => o.Kind == OrganisationKind.Centre && o.DisabledAt == null)
            .OrderBy(o => o.Id)
            .Select(o => new MailContact(null, o.Name, o.EnglishName, o.Phone))
            .FirstOrDefaultAsync(cancellation);
    }
}
