using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.History;

/// <summary>How a thing is called where the history is searched: what its metadata may say. Of a demand that is its number alone.</summary>
public sealed record RecordedName
{
    public long Id { get; init; }

    /// <summary>What people call it by; empty where its key alone names it.</summary>
    public string Name { get; init; } = "";
}

/// <summary>A kind of thing that has a history, as one room knows it. Its word stands under "Kind." and its name in the texts.</summary>
public class RecordedKind(string kind, params IReadOnlyList<string> acts)
{
    /// <summary>The kind, as in the history.</summary>
    public string Kind { get; } = kind;

    /// <summary>The acts that the room notes of it, beside <see cref="HistoryRecorder.Change"/>, which any can have.</summary>
    public IReadOnlyList<string> Acts { get; } = acts;

    /// <summary>The names of those of these keys that have one. Whoever asks may read the whole history's metadata.</summary>
    public virtual Task<IReadOnlyList<RecordedName>> NamesAsync(Operation op, IReadOnlyCollection<long> ids, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<RecordedName>>([]);

    /// <summary>The keys of those that a text names.</summary>
    public virtual Task<IReadOnlyList<long>> FindAsync(Operation op, string text, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<long>>([]);
}

/// <summary>A kind whose rows have names; they are few enough to be read whole and compared as the reader writes.</summary>
public sealed class NamedKind(string kind, Func<Operation, IQueryable<RecordedName>> rows, params IReadOnlyList<string> acts) : RecordedKind(kind, acts)
{
    /// <inheritdoc/>
    public override async Task<IReadOnlyList<RecordedName>> NamesAsync(Operation op, IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var keys = ids.ToList();
        return await rows(op).Where(n => EF.Parameter(keys).Contains(n.Id)).ToListAsync(cancellation);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<long>> FindAsync(Operation op, string text, CancellationToken cancellation)
    {
        var sought = Sought.Of(text);
        return [.. (await rows(op).ToListAsync(cancellation)).Where(n => sought.IsIn(n.Name)).Select(n => n.Id)];
    }
}
