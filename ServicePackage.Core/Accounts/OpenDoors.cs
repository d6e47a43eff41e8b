using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Accounts;

/// <summary>Asks of each door of the house whether it opens for a person.</summary>
internal static class OpenDoors
{
    /// <summary>The names of those that open for the actor, in the order of the rooms.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(Operation op, CancellationToken cancellation)
    {
        var open = new List<string>();
        foreach (var door in op.House.Of<IDoors>().SelectMany(r => r.Doors))
        {
            if (await door.OpensAsync(op, cancellation))
            {
                open.Add(door.Name);
            }
        }

        return open;
    }
}
