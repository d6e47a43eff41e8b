using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.History;

/// <summary>A row whose changes are written, before and after, to the history of its subject.</summary>
public interface IHistoried
{
    /// <summary>The kind of thing whose chain takes the change.</summary>
    string Subject { get; }

    /// <summary>The key of that thing.</summary>
    long SubjectId { get; }
}

/// <summary>A row as the subject that shared rooms speak of.</summary>
public static class HistoriedSubject
{
    /// <summary>The subject whose chain takes the row's changes; its key is there once it is saved.</summary>
    public static Subject AsSubject(this IHistoried row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new Subject(row.Subject, row.SubjectId);
    }
}
