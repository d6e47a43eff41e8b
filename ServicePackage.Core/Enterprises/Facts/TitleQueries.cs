using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Enterprises;

/// <summary>Who holds which titles today: asked here alone, by lists, boards and files.</summary>
internal static class TitleQueries
{
    /// <summary>The titles held today that the actor sees; those of unknown dates among them.</summary>
    internal static IQueryable<EnterpriseListItem> TitlesHeld(this Operation op) =>
        op.Db.EnterpriseListItems.VisibleTo(op).Standing().HeldOn(op.Today);

    /// <summary>The kinds of title that each of some enterprises holds today, in the order of the catalogue; none for those that hold none.</summary>
    internal static async Task<IReadOnlyDictionary<long, IReadOnlyList<string>>> TitlesOfAsync(this Operation op, IReadOnlyCollection<long> ids, CancellationToken cancellation = default)
    {
        var held = await op.TitlesHeld().Where(i => ids.Contains(i.EnterpriseId)).Select(i => new { i.EnterpriseId, i.Kind }).Distinct().ToListAsync(cancellation);
        var places = ListCatalogue.Titles.Kinds!.Select((k, place) => (k.Code, place)).ToDictionary(k => k.Code, k => k.place, StringComparer.Ordinal);
        return held.GroupBy(i => i.EnterpriseId).ToDictionary(
            g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(i => i.Kind).OrderBy(k => places.GetValueOrDefault(k, places.Count)).ThenBy(k => k, StringComparer.Ordinal)]);
    }
}
