using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Rooms;

/// <summary>What the shared rooms need to know of a kind of subject: which of them a reader sees, and how they are called.</summary>
public abstract class SubjectKind
{
    /// <summary>Its name: that of the entity, as in the history.</summary>
    public abstract string Kind { get; }

    /// <summary>
    /// The names of those the reader sees, as a query to be narrowed by their key: asked of one row, it reads one. What one may not see does
    /// not exist.
    /// </summary>
    public abstract IQueryable<SubjectName> VisibleTo(Operation op);

    /// <summary>The names of those of these keys that the reader sees.</summary>
    public Task<List<SubjectName>> SeenAsync(Operation op, IReadOnlyCollection<long> ids, CancellationToken cancellation = default)
    {
        var keys = ids.ToList();
        return VisibleTo(op).Where(n => EF.Parameter(keys).Contains(n.Id)).ToListAsync(cancellation);
    }

    /// <summary>What is awaited at this moment from the reader, by key and name, among these: a notice that asks for something else has been answered.</summary>
    public virtual Task<IReadOnlyList<(long Id, string What)>> AwaitedAsync(Operation op, IReadOnlyCollection<long> ids, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<(long, string)>>([]);

    /// <summary>The account that an enterprise turns to about one of them; null where that is the Centre.</summary>
    public virtual Task<long?> TurnToAsync(Operation op, long id, CancellationToken cancellation = default) => Task.FromResult<long?>(null);

    /// <summary>
    /// Where of the files of a subject that the reader sees only some are open to them: which those are. Null where all are, the internal ones as
    /// <see cref="ShowsInternal"/> says.
    /// </summary>
    public virtual IQueryable<OpenFiles>? FilesOpenTo(Operation op) => null;

    /// <summary>Whether the reader, who sees the subject, sees what of it is internal too: an enterprise's people never do.</summary>
    public virtual bool ShowsInternal(Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        return op.Actor.EnterpriseId is null;
    }
}

/// <summary>Files of a subject that are open to a reader, by when they were uploaded.</summary>
public sealed class OpenFiles
{
    /// <summary>The key of the subject.</summary>
    public required long Id { get; init; }

    /// <summary>Whether the internal ones are meant, or the others.</summary>
    public required bool Internal { get; init; }

    /// <summary>Uploaded after this instant (UTC); null for any.</summary>
    public DateTime? After { get; init; }

    /// <summary>Uploaded at this instant (UTC) or before; null for any.</summary>
    public DateTime? By { get; init; }
}

/// <summary>A room with kinds of subject.</summary>
public interface ISubjects : IRoom
{
    /// <summary>Its kinds.</summary>
    IReadOnlyList<SubjectKind> Subjects { get; }
}
