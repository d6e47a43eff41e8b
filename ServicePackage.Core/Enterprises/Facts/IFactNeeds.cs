using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Enterprises;

/// <summary>A room that asks for facts and lists of enterprises: it says how often, so that people know why they are asked and what to answer first.</summary>
public interface IFactNeeds : IRoom
{
    /// <summary>How many published clauses ask for each fact or list, by its code; none for what nobody asks for.</summary>
    Task<IReadOnlyDictionary<string, int>> NeedsAsync(Operation op, CancellationToken cancellation = default);
}
