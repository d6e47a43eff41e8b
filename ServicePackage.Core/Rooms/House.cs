using System.Collections.Frozen;

namespace ServicePackage.Core.Rooms;

/// <summary>The rooms of the program, from the lower floors upward; gives what they contribute (docs/rooms.md).</summary>
public sealed class House
{
    private readonly IReadOnlyList<IRoom> _rooms;
    private readonly FrozenDictionary<string, SubjectKind> _kinds;

    /// <summary>The house of these rooms. Two rooms that both claim a kind of subject are a bug.</summary>
    public House(IEnumerable<IRoom> rooms)
    {
        _rooms = [.. rooms];
        Subjects = [.. Of<ISubjects>().SelectMany(r => r.Subjects)];
        _kinds = Subjects.ToFrozenDictionary(k => k.Kind, StringComparer.Ordinal);
    }

    /// <summary>Every kind of subject that can have notices, files, a history or search hits.</summary>
    public IReadOnlyList<SubjectKind> Subjects { get; }

    /// <summary>What the rooms contribute of one sort, in the order of the rooms.</summary>
    public IEnumerable<T> Of<T>() => _rooms.OfType<T>();

    /// <summary>The kind of this name; null where no room has it (any more).</summary>
    public SubjectKind? Find(string kind) => _kinds.GetValueOrDefault(kind);

    /// <summary>The kind of this name; one that no room has is a bug.</summary>
    public SubjectKind Kind(string kind) => _kinds.TryGetValue(kind, out var found) ? found : throw new ArgumentOutOfRangeException(nameof(kind), kind, "No room has this kind of subject.");
}
