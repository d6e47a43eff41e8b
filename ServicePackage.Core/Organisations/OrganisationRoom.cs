using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.History;
using ServicePackage.Core.Mail;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Search;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Organisations;

/// <summary>What the organisations' room gives to the house.</summary>
public sealed class OrganisationRoom : ISubjects, IDoors, IFinds, IContactPoints, IOrganisationDuties, IRecords
{
    /// <inheritdoc/>
    public IReadOnlyList<SubjectKind> Subjects { get; } = [new OrganisationSubject()];

    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } = [OrganisationDoors.Organisations];

    /// <inheritdoc/>
    public IReadOnlyList<RecordedKind> Recorded { get; } =
    [
        new NamedKind(nameof(Organisation), op => op.Db.Organisations.Select(o => new RecordedName { Id = o.Id, Name = o.Name }),
            "Create", "Disable", "Enable", Successors.Merge, "TakeOver"),
    ];

    /// <summary>The organisations are few: they are read whole and compared as the reader writes.</summary>
    public async Task<IReadOnlyList<FoundRow>> FindAsync(Operation op, string text, int most, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(op);
        if (!OrganisationService.IsOfTheTown(op.Actor))
        {
            return [];
        }

        var sought = Sought.Of(text);
        var all = await op.Db.Organisations.Where(o => o.DisabledAt == null)
            .Select(o => new { o.Id, o.Name, o.EnglishName, o.Kind, o.SortKey }).ToListAsync(cancellation);
        return [.. all.Where(o => sought.IsIn(o.Name, o.EnglishName))
            .OrderBy(o => o.Kind).ThenBy(o => o.SortKey, StringComparer.Ordinal).Take(most)
            .Select(o => new FoundRow(new SubjectName { Kind = nameof(Organisation), Id = o.Id, Title = o.Name }, o.EnglishName, "", o.Kind))];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Duty>> CountAsync(Operation op, long organisationId, CancellationToken cancellation) =>
        OrganisationDuties.PeopleAsync(op, organisationId, cancellation);

    /// <summary>The person at their first post in use; the Centre where there is no such person.</summary>
    public async Task<ContactPoint?> OfAsync(Operation op, long? accountId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(op);
        var person = accountId is null
            ? null
            : await op.Db.Posts.AsNoTracking()
                .Where(p => p.AccountId == accountId && p.Account.DisabledAt == null && p.Organisation.DisabledAt == null)
                .OrderBy(p => p.Id)
                .Select(p => new ContactPoint(p.Account.DisplayName, p.Organisation.Name, p.Organisation.EnglishName, p.Organisation.Phone))
                .FirstOrDefaultAsync(cancellation);
        return person ?? await op.Db.Organisations.AsNoTracking()
            .Where(o => o.Kind == OrganisationKind.Centre && o.DisabledAt == null)
            .OrderBy(o => o.Id)
            .Select(o => new ContactPoint(null, o.Name, o.EnglishName, o.Phone))
            .FirstOrDefaultAsync(cancellation);
    }
}

/// <summary>Organisations as subjects: the town's own people see them all.</summary>
internal sealed class OrganisationSubject : SubjectKind
{
    public override string Kind => nameof(Organisation);

    public override IQueryable<SubjectName> VisibleTo(Operation op)
    {
        var isOfTheTown = OrganisationService.IsOfTheTown(op.Actor);
        return op.Db.Organisations.Where(_ => isOfTheTown).Select(o => new SubjectName { Kind = nameof(Organisation), Id = o.Id, Title = o.Name });
    }
}
