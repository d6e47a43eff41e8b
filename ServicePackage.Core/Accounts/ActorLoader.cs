using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Accounts;

/// <summary>Reads who acts, with the rights of this moment.</summary>
public static class ActorLoader
{
    /// <summary>The actor; null when the account is gone or disabled, its session has ended or lasted too long at <paramref name="now"/> (UTC, real time), or its first password is still to be changed.</summary>
    public static async Task<Actor?> LoadAsync(AppDbContext db, Caller caller, DateTime now, CancellationToken cancellation)
    {
        var open = db.Sessions.Where(SessionService.OpenAt(now));
        var account = await db.Users.AsNoTracking()
            .Where(a => a.Id == caller.AccountId && a.DisabledAt == null)
            .Select(a => new
            {
                a.DisplayName,
                a.EnterpriseId,
                a.MustChangePassword,
                Posts = a.Posts.Where(p => p.Organisation.DisabledAt == null)
                    .Select(p => new HeldPost(p.Kind, p.OrganisationId, p.Organisation.Kind)).ToList(),
                SessionOpen = caller.SessionId == null
                    || open.Any(s => s.Id == caller.SessionId && s.AccountId == a.Id),
            })
            .FirstOrDefaultAsync(cancellation);
        return account is null || !account.SessionOpen || (caller.SessionId is not null && account.MustChangePassword)
            ? null
            : new Actor(caller.AccountId, account.DisplayName, account.EnterpriseId, account.Posts);
    }
}
