using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Enterprises;

/// <summary>What the enterprises' room gives to the house.</summary>
public sealed class EnterpriseRoom : ISubjects, IDoors
{
    /// <inheritdoc/>
    public IReadOnlyList<SubjectKind> Subjects { get; } = [new EnterpriseSubject()];

    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } = [EnterpriseDoors.Enterprises, EnterpriseDoors.OwnEnterprise];
}

/// <summary>Enterprises as subjects.</summary>
internal sealed class EnterpriseSubject : SubjectKind
{
    public override string Kind => nameof(Enterprise);

    public override IQueryable<long> VisibleTo(Operation op) => op.Db.Enterprises.VisibleTo(op.Actor, op.Db).Select(e => e.Id);

    public override IQueryable<SubjectName> Names(Operation op) =>
        op.Db.Enterprises.Select(e => new SubjectName { Kind = nameof(Enterprise), Id = e.Id, Title = e.Name });
}
