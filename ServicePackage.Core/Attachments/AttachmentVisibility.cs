using ServicePackage.Core.Accounts;

namespace ServicePackage.Core.Attachments;

/// <summary>Who may read a file.</summary>
public static class AttachmentVisibility
{
    /// <summary>The files, wholly uploaded, that the actor may read: those the actor uploaded.</summary>
    public static IQueryable<Attachment> VisibleTo(this IQueryable<Attachment> attachments, Actor actor) =>
        attachments.Where(a => a.Sha256 != "" && a.UploadedById == actor.AccountId);
}
