using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Packages.Demo;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Packages;

/// <summary>What packages give to the house.</summary>
public sealed class PackageRoom : ISubjects, IDoors, IRecords, ISeeds, IFollowUpReasons
{
    /// <inheritdoc/>
    public IReadOnlyList<SubjectKind> Subjects { get; } = [new PackageSubject()];

    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } = [PackageDoors.OwnPackage, PackageDoors.Packages];

    /// <inheritdoc/>
    public IReadOnlyList<RecordedKind> Recorded { get; } = [new RecordedKind(nameof(Enterprise), ["ArrangeClause", "IssuePackage", "HandOverPackage", "AcknowledgePackage"])];

    /// <inheritdoc/>
    public IReadOnlyCollection<string> FollowUpKinds => PackageReasons.Kinds;

    /// <inheritdoc/>
    public Task<IReadOnlyList<FollowUpReason>> StandingAsync(AppDbContext db, DateTime at, IReadOnlyCollection<long> enterpriseIds, CancellationToken cancellation) =>
        PackageReasons.StandingAsync(db, enterpriseIds, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<FollowUpKey, FollowUpDone>> DoneAsync(AppDbContext db, DateTime at, IReadOnlyCollection<FollowUpReason> gone, CancellationToken cancellation) =>
        PackageReasons.DoneAsync(db, gone, cancellation);

    /// <inheritdoc/>
    public IEnumerable<Scene> Scenes(Stage stage) => new Handed(stage).Scenes();
}

/// <summary>Versions of packages as subjects of notices and files, called by the enterprise.</summary>
internal sealed class PackageSubject : SubjectKind
{
    public override string Kind => nameof(PackageVersion);

    public override IQueryable<SubjectName> VisibleTo(Operation op) => op.Db.PackageVersions.VisibleTo(op)
        .Select(v => new SubjectName { Kind = nameof(PackageVersion), Id = v.Id, Title = v.Enterprise.Name });

    /// <summary>The receipt, from the enterprise's people.</summary>
    public override async Task<IReadOnlyList<(long Id, string What)>> AwaitedAsync(Operation op, IReadOnlyCollection<long> ids, CancellationToken cancellation = default)
    {
        var (keys, own) = (ids.ToList(), op.Actor.EnterpriseId);
        var waiting = await op.Db.PackageVersions.VisibleTo(op).Where(v => EF.Parameter(keys).Contains(v.Id) && v.EnterpriseId == own && v.State == PackageState.HandedOver).Select(v => v.Id).ToListAsync(cancellation);
        return [.. waiting.Select(id => (id, HandOverService.Receipt))];
    }
}
