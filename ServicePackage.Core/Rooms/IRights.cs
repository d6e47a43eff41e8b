using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Rooms;

/// <summary>A room in which people act by what they are to its subjects.</summary>
public interface IRights : IRoom
{
    /// <summary>What the actor of this operation can do there, whichever subject it is; empty where nothing.</summary>
    Task<IReadOnlyList<RightsAs>> RightsAsync(Operation op, CancellationToken cancellation = default);
}

/// <summary>What is open to somebody by one relation.</summary>
/// <param name="As">The key of the text that says what they are to the subject.</param>
/// <param name="Acts">The keys of the names of the acts, in the order of the procedure.</param>
public sealed record RightsAs(string As, IReadOnlyList<string> Acts);
