using System.Linq.Expressions;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Attachments;

/// <summary>Who may read a file.</summary>
public static class AttachmentAccess
{
    /// <summary>
    /// The files, wholly uploaded, that the actor may read: those of the subjects the actor sees, of them the internal ones only where what is
    /// internal is shown and where a kind of subject opens some of its files alone those, and the actor's own that no command has claimed yet.
    /// </summary>
    public static IQueryable<Attachment> VisibleTo(this IQueryable<Attachment> attachments, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var me = op.Actor.AccountId;
        Expression<Func<Attachment, bool>> own = a => a.SubjectId == null && a.UploadedById == me;
        return attachments.Where(a => a.Sha256 != "").Where(AnyOf.These([own, .. op.House.Subjects.Select(k => OfSeen(k, op))]));
    }

    /// <summary>The files of one subject.</summary>
    public static IQueryable<Attachment> Of(this IQueryable<Attachment> attachments, Subject subject)
    {
        var (kind, id) = subject;
        return attachments.Where(a => a.SubjectKind == kind && a.SubjectId == id);
    }

    private static Expression<Func<Attachment, bool>> OfSeen(SubjectKind subjects, Operation op)
    {
        if (subjects.FilesOpenTo(op) is { } open)
        {
            var some = subjects.Kind;
            return a => a.SubjectKind == some && open.Any(o => o.Id == a.SubjectId && o.Internal == a.Internal
                && (o.After == null || a.UploadedAt > o.After) && (o.By == null || a.UploadedAt <= o.By));
        }

        var (kind, showsInternal, seen) = (subjects.Kind, subjects.ShowsInternal(op), subjects.VisibleTo(op));
        return a => a.SubjectKind == kind && (showsInternal || !a.Internal) && seen.Any(n => n.Id == a.SubjectId);
    }
}
