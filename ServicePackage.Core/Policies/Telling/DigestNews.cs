using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Policies;

/// <summary>Something of which an enterprise, or whoever serves it, has not been told yet.</summary>
internal sealed record DigestNews
{
    public long EnterpriseId { get; init; }

    public long ClauseId { get; init; }

    public string Title { get; init; } = "";

    /// <summary>The match; null for a push.</summary>
    public long? MatchId { get; init; }

    /// <summary>The push; null for a match.</summary>
    public long? PushId { get; init; }

    /// <summary>Who pushed it; empty for a match.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Since when (UTC).</summary>
    public DateTime At { get; init; }

    /// <summary>Whether the match itself is not told yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>The last day of the window that closes first; null where none does.</summary>
    public DateOnly? Closes { get; init; }

    /// <summary>Whether it is to be told that this window closes.</summary>
    public bool IsClosing { get; init; }

    /// <summary>Whether it makes the digest of a week come: it was there when that was due, or its window closes before the next.</summary>
    public bool IsDue(DigestWeek week) => Closes < week.Next || WasDue(week);

    /// <summary>Whether it was there when the digest of a week was due.</summary>
    public bool WasDue(DigestWeek week) => At <= week.DueAt && (IsNew || PushId is not null || Closes <= week.First?.AddDays(DigestWeek.CloseDays));

    /// <summary>
    /// What there is to tell about these enterprises on a day (Shanghai), to themselves or to those who serve them; never what an enterprise said is not for it, nor what
    /// can be applied for no longer. A push is told only while it could still be made.
    /// </summary>
    public static async Task<IReadOnlyList<DigestNews>> ReadAsync(AppDbContext db, IQueryable<long> enterprises, bool toServer, DateOnly day, CancellationToken cancellation)
    {
        var (open, notOver, close) = (PolicyScopes.IsOpen.At(day), PolicyScopes.IsNotOver.At(day), day.AddDays(DigestWeek.CloseDays));
        var clauses = db.PolicyClauses.Published().InForce(day).Where(c => !c.Windows.Any() || c.Windows.AsQueryable().Any(notOver));
        var roster = db.Enterprises.OnRoster(day).Select(e => e.Id);
        var matches =
            from m in db.Matches.Open().Wanted(db)
            where enterprises.Contains(m.EnterpriseId)
            join c in clauses on m.ClauseId equals c.ClauseId
            select new
            {
                m.Id,
                m.EnterpriseId,
                m.ClauseId,
                c.Title,
                m.Since,
                IsNew = toServer ? m.ServerToldAt == null : m.ToldAt == null,
                ClosingTold = toServer ? m.ServerClosingTold : m.ClosingTold,
                Closes = c.Windows.AsQueryable().Where(open).Min(w => w.Until),
            };
        var untold = await matches.Where(m => m.IsNew || (m.Closes <= close && (m.ClosingTold == null || m.ClosingTold != m.Closes))).ToListAsync(cancellation);
        var pushed = await (
            from p in db.ClausePushes.Waiting()
            where enterprises.Contains(p.EnterpriseId) && roster.Contains(p.EnterpriseId) && (toServer ? p.ServerToldAt == null : p.ToldAt == null)
            where !db.ClauseAnswers.NotForUs().Any(a => a.EnterpriseId == p.EnterpriseId && a.ClauseId == p.ClauseId)
            join c in clauses on p.ClauseId equals c.ClauseId
            where !c.Personalised || c.Enterprises.Any(e => e.EnterpriseId == p.EnterpriseId)
            select new DigestNews
            {
                EnterpriseId = p.EnterpriseId,
                ClauseId = p.ClauseId,
                Title = c.Title,
                PushId = p.Id,
                Unit = p.Unit.Name,
                At = p.PushedAt,
                Closes = c.Windows.AsQueryable().Where(open).Min(w => w.Until),
            }).ToListAsync(cancellation);
        return
        [
            .. pushed.OrderBy(p => p.At),
            .. untold.Select(m => new DigestNews
            {
                EnterpriseId = m.EnterpriseId,
                ClauseId = m.ClauseId,
                Title = m.Title,
                MatchId = m.Id,
                At = m.Since,
                IsNew = m.IsNew,
                Closes = m.Closes,
                IsClosing = m.Closes <= close && m.ClosingTold != m.Closes,
            }).OrderBy(m => m.Closes ?? DateOnly.MaxValue).ThenBy(m => m.At).ThenBy(m => m.ClauseId),
        ];
    }
}
