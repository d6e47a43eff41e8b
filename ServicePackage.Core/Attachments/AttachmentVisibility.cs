using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Attachments;

/// <summary>Who may read a file.</summary>
public static class AttachmentVisibility
{
    /// <summary>
    /// The files, wholly uploaded, that the actor may read: those of the demands the actor sees, without the internal ones
    /// for an enterprise, and the actor's own that no command has claimed yet.
    /// </summary>
    public static IQueryable<Attachment> VisibleTo(this IQueryable<Attachment> attachments, Actor actor, AppDbContext db)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (me, isEnterprise) = (actor.AccountId, actor.EnterpriseId is not null);
        var tickets = db.Tickets.VisibleTo(actor, db);
        return attachments.Where(a => a.Sha256 != "" && (a.TicketId == null
            ? a.UploadedById == me
            : (!isEnterprise || !a.Internal) && tickets.Any(t => t.Id == a.TicketId)));
    }
}
