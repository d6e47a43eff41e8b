using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Organisations;

/// <summary>A room in which a merger passes something on.</summary>
public interface IMerges : IRoom
{
    /// <summary>The kind of subject it passes on.</summary>
    string Passes { get; }

    /// <summary>
    /// Lets the second organisation step into the place of the first, in the transaction of the merger, and gives how many subjects that concerned.
    /// The posts have passed on already: who came along is a person of the second.
    /// </summary>
    Task<int> PassAsync(Operation op, Organisation from, Organisation into, CancellationToken cancellation);
}
