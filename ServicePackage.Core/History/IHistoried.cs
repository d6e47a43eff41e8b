namespace ServicePackage.Core.History;

/// <summary>A row whose changes are written, before and after, to the history of its subject.</summary>
public interface IHistoried
{
    /// <summary>The kind of thing whose chain takes the change.</summary>
    string Subject { get; }

    /// <summary>The key of that thing.</summary>
    long SubjectId { get; }
}
