using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Rooms;

/// <summary>
/// A room whose own rows follow from those of others: it hears what an act changes, whoever acts and by whatever way, and writes in the act's transaction what
/// follows. The rooms whose rows these are need not know of it.
/// </summary>
public interface IHears : IRoom
{
    /// <summary>Asked before each save of an act: reads what is about to change and adds rows of its own to the context. It saves nothing. What it changes of rows that were there comes into no history.</summary>
    void Hear(Operation op);
}
