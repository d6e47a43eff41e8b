using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Enterprises;

/// <summary>Who serves enterprises now, as the rooms that know it say.</summary>
internal static class Serving
{
    /// <summary>The cards of those who serve these enterprises; the first room that knows somebody is believed.</summary>
    public static async Task<IReadOnlyDictionary<long, ButlerCard>> ServersAsync(this Operation op, IReadOnlyCollection<long> enterpriseIds)
    {
        var serving = new Dictionary<long, ButlerCard>();
        foreach (var room in op.House.Of<IServing>())
        {
            foreach (var (enterprise, card) in await room.ServingAsync(op, enterpriseIds))
            {
                serving.TryAdd(enterprise, card);
            }
        }

        return serving;
    }
}
