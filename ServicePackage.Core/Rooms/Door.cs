using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Rooms;

/// <summary>
/// A page that not everybody may open, with the rule by which its service refuses. The frame of the screens offers nothing else;
/// its words stand under "Door." and its name.
/// </summary>
public sealed class Door
{
    private readonly Func<Operation, CancellationToken, Task<bool>> _opens;

    /// <summary>A door whose rule asks the database.</summary>
    public Door(string name, Func<Operation, CancellationToken, Task<bool>> opens) => (Name, _opens) = (name, opens);

    /// <summary>A door whose rule needs the posts of the person alone.</summary>
    public Door(string name, Func<Operation, bool> opens)
        : this(name, (op, _) => Task.FromResult(opens(op)))
    {
    }

    /// <summary>Its name, one of its own in all the house.</summary>
    public string Name { get; }

    /// <summary>Whether it opens for the actor of this operation.</summary>
    public Task<bool> OpensAsync(Operation op, CancellationToken cancellation = default) => _opens(op, cancellation);
}

/// <summary>A room with pages of its own.</summary>
public interface IDoors : IRoom
{
    /// <summary>Its doors.</summary>
    IReadOnlyList<Door> Doors { get; }
}
