using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Documents;

/// <summary>What the room of documents gives to the house.</summary>
public sealed class DocumentRoom : ISubjects, IDoors, IRecords
{
    /// <inheritdoc/>
    public IReadOnlyList<SubjectKind> Subjects { get; } = [new DocumentTemplateSubject()];

    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } = [DocumentDoors.Templates];

    /// <inheritdoc/>
    public IReadOnlyList<RecordedKind> Recorded { get; } =
    [
        new NamedKind(nameof(DocumentTemplate), op => op.Db.DocumentTemplates.Select(t => new RecordedName { Id = t.Id, Name = t.FileName }),
            "UploadTemplate", DocumentTemplateService.LookAtSample, "PutTemplateInForce", "PutBuiltInTemplateInForce"),
    ];
}

/// <summary>The doors of the room of documents.</summary>
public static class DocumentDoors
{
    /// <summary>The templates, for the Centre.</summary>
    public static Door Templates { get; } = new("Templates", op => op.Actor.IsCentre);
}

/// <summary>Templates as subjects: whoever sees one sees its file.</summary>
internal sealed class DocumentTemplateSubject : SubjectKind
{
    public override string Kind => nameof(DocumentTemplate);

    public override IQueryable<SubjectName> VisibleTo(Operation op) =>
        op.Db.DocumentTemplates.VisibleTo(op).Select(t => new SubjectName { Kind = nameof(DocumentTemplate), Id = t.Id, Number = t.Kind, Title = t.FileName });
}
