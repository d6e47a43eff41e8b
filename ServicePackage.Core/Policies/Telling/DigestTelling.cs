using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Policies;

/// <summary>Tells an enterprise's people, or somebody who serves enterprises, of all that is new: the digest of the week, the notices and that it was told are one transaction.</summary>
public sealed class DigestTelling(OperationRunner operations)
{
    /// <summary>The kind of notice to an enterprise.</summary>
    public const string ToEnterprise = "Weekly.Own";

    /// <summary>The kind of notice to whoever serves enterprises.</summary>
    public const string ToServer = "Weekly.Served";

    /// <summary>The enterprises that have people; those without are told once they have.</summary>
    internal static IQueryable<long> WithPeople(AppDbContext db) =>
        db.Users.Where(a => a.EnterpriseId != null && a.DisabledAt == null).Select(a => a.EnterpriseId!.Value);

    /// <summary>Tells those of an enterprise who wish it; where nobody does, what is new counts as told, so that it does not come all at once later. Nothing where nothing is due any more; false where it was told in this week by somebody else in between.</summary>
    internal Task<bool> EnterpriseAsync(long enterpriseId, DigestWeek week, DateTime asOf, CancellationToken cancellation) =>
        operations.ActAsSystemAsync(asOf, async op =>
        {
            var news = await DigestNews.ReadAsync(op.Db, WithPeople(op.Db).Where(id => id == enterpriseId), toServer: false, op.Today, cancellation);
            if (!news.Any(n => n.IsDue(week)))
            {
                return;
            }

            var digest = await TakeAsync(op, new MatchDigest { Week = week.Monday, EnterpriseId = enterpriseId, At = op.Now }, cancellation);
            var people = await op.Db.Users.Where(a => a.EnterpriseId == enterpriseId && a.DisabledAt == null && !op.Db.MailWishes.Any(w => w.AccountId == a.Id && w.WeeklyOff))
                .Select(a => a.Id).ToListAsync(cancellation);
            foreach (var person in people)
            {
                op.Tell(person, ToEnterprise, digest, IsLate(op, news, week), DigestWording.OfEnterprise(news));
            }

            await MarkAsync(op, news, (m, n) => (m.ToldAt, m.ClosingTold) = (m.ToldAt ?? op.Now, n.IsClosing ? n.Closes : m.ClosingTold), p => p.ToldAt = op.Now, cancellation);
            op.Changed(nameof(Enterprises.Enterprise), enterpriseId);
        }, cancellation);

    /// <summary>Tells somebody who serves these enterprises, as <see cref="EnterpriseAsync"/>.</summary>
    internal Task<bool> ServerAsync(long accountId, IReadOnlyList<long> enterprises, DigestWeek week, DateTime asOf, CancellationToken cancellation) =>
        operations.ActAsSystemAsync(asOf, async op =>
        {
            var served = op.Db.Enterprises.Where(e => enterprises.Contains(e.Id));
            var news = await DigestNews.ReadAsync(op.Db, served.Select(e => e.Id), toServer: true, op.Today, cancellation);
            if (!news.Any(n => n.IsDue(week)))
            {
                return;
            }

            var digest = await TakeAsync(op, new MatchDigest { Week = week.Monday, AccountId = accountId, At = op.Now }, cancellation);
            var first = await served.Where(e => e.Id == news[0].EnterpriseId).Select(e => e.Name).FirstAsync(cancellation);
            if (!await op.Db.MailWishes.AnyAsync(w => w.AccountId == accountId && w.WeeklyOff, cancellation))
            {
                op.Tell(accountId, ToServer, digest, IsLate(op, news, week), DigestWording.OfServed(news, first));
            }

            await MarkAsync(op, news, (m, n) => (m.ServerToldAt, m.ServerClosingTold) = (m.ServerToldAt ?? op.Now, n.IsClosing ? n.Closes : m.ServerClosingTold), p => p.ServerToldAt = op.Now, cancellation);
        }, cancellation);

    /// <summary>The row of the recipient and the week, before anything else is written: there is never a second.</summary>
    private static async Task<Subject> TakeAsync(Operation op, MatchDigest digest, CancellationToken cancellation)
    {
        op.Db.MatchDigests.Add(digest);
        await op.SaveAsync(cancellation);
        return new Subject(nameof(MatchDigest), digest.Id);
    }

    /// <summary>Due on an earlier day, while the program was down.</summary>
    private static bool IsLate(Operation op, IReadOnlyList<DigestNews> news, DigestWeek week) => week.First < op.Today && news.Any(n => n.WasDue(week));

    private static async Task MarkAsync(Operation op, IReadOnlyList<DigestNews> news, Action<KeptMatch, DigestNews> told, Action<ClausePush> pushTold, CancellationToken cancellation)
    {
        var (matches, pushes) = (news.Where(n => n.MatchId is not null).ToDictionary(n => n.MatchId!.Value), news.Select(n => n.PushId).OfType<long>().ToList());
        var keys = matches.Keys.ToList();
        (await op.Db.Matches.Where(m => keys.Contains(m.Id)).ToListAsync(cancellation)).ForEach(m => told(m, matches[m.Id]));
        (await op.Db.ClausePushes.Where(p => pushes.Contains(p.Id)).ToListAsync(cancellation)).ForEach(pushTold);
    }
}
