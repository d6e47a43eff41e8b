using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Core.Notices;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Mail;

/// <summary>Reads what a mail is made of, within the rights its reader has at this moment.</summary>
internal static class MailReader
{
    /// <summary>A digest tells of so many notices at most; the rest is counted.</summary>
    private const int MostLines = 50;

    /// <summary>
    /// The content of a mail; null when it is not to be sent any more: the reader is disabled, has no address, no longer wishes any of it, no longer sees what it is about, or what it asks for is done.
    /// </summary>
    public static async Task<MailContent?> ReadAsync(AppDbContext db, House house, Guid messageKey, DateTime now, CancellationToken cancellation)
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
        var wished = items.Where(m => m.Notice.DoneAt is null && MailWish.TimingOf(reader.Wish, m.Notice.Kind, actor.EnterpriseId is not null) != MailTiming.None).ToList();
        if (string.IsNullOrEmpty(reader.Email) || wished.Count == 0)
        {
            return null;
        }

        var op = new Operation(db, actor, now, house);
        var names = new Dictionary<Subject, SubjectName>();
        foreach (var kind in wished.Select(m => m.Notice).Where(n => n.SubjectKind is not null).GroupBy(n => n.SubjectKind!, n => n.SubjectId!.Value))
        {
            foreach (var name in await house.Kind(kind.Key).SeenAsync(op, [.. kind.Distinct()], cancellation))
            {
                names.Add(new Subject(name.Kind, name.Id), name);
            }
        }

        wished.RemoveAll(m => m.Notice is { SubjectKind: { } kind, TellsOfLoss: false } && !names.ContainsKey(new Subject(kind, m.Notice.SubjectId!.Value)));
        if (wished.Count == 0)
        {
            return null; // told when it was theirs to know, and is no longer
        }

        var told = wished.Take(MostLines).Select(m => m.Notice).ToList();
        var lines = told.Select(n => new MailLine(
            n.Kind, n.ReadArguments(), n.At, n.SubjectKind is { } kind ? names.GetValueOrDefault(new Subject(kind, n.SubjectId!.Value)) : null)).ToList();
        return new MailContent(
            actor.Name, reader.Email, (reader.Wish ?? new MailWish()).Language, lines,
            await ContactAsync(op, [.. names.Keys], cancellation), items[0].Digest, wished.Count - told.Count);
    }

    /// <summary>An enterprise turns to whoever looks after what the mail is about, everybody else to the Centre, the Centre's people to nobody.</summary>
    private static async Task<ContactPoint?> ContactAsync(Operation op, List<Subject> about, CancellationToken cancellation)
    {
        if (op.Actor.IsCentre)
        {
            return null;
        }

        var person = op.Actor.EnterpriseId is not null && about is [var one] ? await op.House.Kind(one.Kind).TurnToAsync(op, one.Id, cancellation) : null;
        foreach (var room in op.House.Of<IContactPoints>())
        {
            if (await room.OfAsync(op, person, cancellation) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
