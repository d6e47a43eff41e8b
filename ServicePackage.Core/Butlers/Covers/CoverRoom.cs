using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Butlers;

/// <summary>What the covers' part of the butlers' room gives to the house.</summary>
public sealed class CoverRoom : IDoors, IRecords
{
    /// <summary>The page of butlers: covers, and where a new butler is to be named.</summary>
    public static Door Butlers { get; } = new("Butlers", CoverReader.MayOpenAsync);

    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } = [Butlers];

    /// <inheritdoc/>
    public IReadOnlyList<RecordedKind> Recorded { get; } =
    [
        new NamedKind(nameof(ButlerCover), op => op.Db.ButlerCovers.Select(c => new RecordedName { Id = c.Id, Name = c.Absent.DisplayName }), "GiveCover", "EndCover"),
        new RecordedKind(nameof(Enterprise), "GiveCover", "EndCover"),
    ];
}
