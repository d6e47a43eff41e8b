using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Accounts;

/// <summary>Reads who is signed in, for the frame of the screens.</summary>
public sealed class MeService(OperationRunner runner, CalendarSource calendars)
{
    /// <summary>The caller's own name, posts, number of unread notices, and the day. Refuses whoever is signed out.</summary>
    public Task<Outcome<Me>> ReadAsync(Caller caller, CancellationToken cancellation = default) =>
        runner.ReadAsync<Me>(caller, async op =>
        {
            var row = await op.Db.Users.Where(a => a.Id == caller.AccountId)
                .Select(a => new
                {
                    EnterpriseName = a.Enterprise == null ? null : a.Enterprise.Name,
                    Posts = a.Posts.Where(p => p.Organisation.DisabledAt == null).OrderBy(p => p.Id)
                        .Select(p => new MyPost(p.Kind, p.OrganisationId, p.Organisation.Name, p.Organisation.EnglishName, p.Organisation.Kind))
                        .ToList(),
                    Unread = op.Db.Notices.Count(n => n.AccountId == a.Id && n.ReadAt == null),
                })
                .FirstAsync(cancellation);
            var calendar = await calendars.CurrentAsync(op.Db, cancellation);
            return new Me(caller, op.Actor.Name, op.Actor.EnterpriseId, row.EnterpriseName, row.Posts, row.Unread, op.Today, calendar.KindOf(op.Today),
                await OpenDoors.ReadAsync(op, cancellation));
        }, cancellation);
}
