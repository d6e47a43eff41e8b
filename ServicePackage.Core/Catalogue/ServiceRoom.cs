using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Catalogue.Demo;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Search;

namespace ServicePackage.Core.Catalogue;

/// <summary>What the catalogue of services gives to the house.</summary>
public sealed class ServiceRoom : ISubjects, IDoors, IFinds, IOrganisationDuties, IMerges, IRecords, ISeeds
{
    /// <inheritdoc/>
    public IReadOnlyList<SubjectKind> Subjects { get; } = [new ServiceSubject(), new PickSubject()];

    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } = [ServiceDoors.Services, ServiceDoors.OwnServices, ServiceDoors.Requests, ServiceDoors.Drafts];

    /// <inheritdoc/>
    public IReadOnlyList<RecordedKind> Recorded { get; } =
    [
        new NamedKind(nameof(Service), op => op.Db.ServiceVersions.Where(v => !op.Db.ServiceVersions.Any(l => l.ServiceId == v.ServiceId && l.Number > v.Number))
            .Select(v => new RecordedName { Id = v.ServiceId, Name = v.Title }),
            "EnterService", "ChangeServiceDraft", "SubmitService", "TakeBackService", "DiscardServiceDraft", "NewServiceVersion", "PublishService", "SendBackService", "WithdrawService", "CheckService", "PassService"),
        new RecordedKind(nameof(Enterprise), ["PickService", "RecommendService", .. Enum.GetNames<PickStep>().Select(s => $"Pick.{s}")]),
    ];

    /// <summary>Services that can be had, by what they say and by their provider.</summary>
    public async Task<IReadOnlyList<FoundRow>> FindAsync(Operation op, string text, int most, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(op);
        var found = await op.Db.ServiceVersions.VisibleTo(op).ToBeHad(op.Today).SayingAsync(text, op.Db, cancellation);
        return await found.ByClass().Take(most)
            .Select(v => new FoundRow(new SubjectName { Kind = nameof(Service), Id = v.ServiceId, Title = v.Title }, "", v.Service.Provider.Name, v.Class)).ToListAsync(cancellation);
    }

    /// <summary>The services that an organisation provides or drafts: those that stand, and those that were withdrawn while something picked of them is still to be given.</summary>
    public async Task<IReadOnlyList<Duty>> CountAsync(Operation op, long organisationId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(op);
        var open = op.Db.Picks.Open();
        return [Duty.Of("Services", await op.Db.Services.CountAsync(
            s => (s.ProviderId == organisationId || s.OrganisationId == organisationId) && (s.WithdrawnAt == null || open.Any(p => p.ServiceId == s.Id)), cancellation))];
    }

    /// <inheritdoc/>
    public IEnumerable<Scene> Scenes(Stage stage) => new Selected(stage).Scenes();

    /// <inheritdoc/>
    public string Passes => nameof(Service);

    /// <summary>Passes on the services that it provides or drafts, and with them what enterprises picked of these.</summary>
    public async Task<int> PassAsync(Operation op, Organisation from, Organisation into, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(op);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(into);
        var services = await op.Db.Services.Where(s => s.ProviderId == from.Id || s.OrganisationId == from.Id).ToListAsync(cancellation);
        foreach (var service in services)
        {
            service.ProviderId = service.ProviderId == from.Id ? into.Id : service.ProviderId;
            service.OrganisationId = service.OrganisationId == from.Id ? into.Id : service.OrganisationId;
            service.Version++;
            op.Note(service, "PassService", new { From = from.Name, Into = into.Name });
        }

        return services.Count;
    }
}

/// <summary>Services as subjects, called by the title published last of those the reader sees; by that of the draft before.</summary>
internal sealed class ServiceSubject : SubjectKind
{
    public override string Kind => nameof(Service);

    public override IQueryable<SubjectName> VisibleTo(Operation op)
    {
        var versions = op.Db.ServiceVersions.VisibleTo(op);
        return op.Db.Services.VisibleTo(op).Select(s => new SubjectName
        {
            Kind = nameof(Service),
            Id = s.Id,
            Title = versions.Where(v => v.ServiceId == s.Id).OrderByDescending(v => v.PublishedAt != null).ThenByDescending(v => v.Number).Select(v => v.Title).First(),
        });
    }
}

/// <summary>Picks as subjects of notices, called by the service.</summary>
internal sealed class PickSubject : SubjectKind
{
    public override string Kind => nameof(Pick);

    public override IQueryable<SubjectName> VisibleTo(Operation op) => op.Db.Picks.VisibleTo(op)
        .Select(p => new SubjectName { Kind = nameof(Pick), Id = p.Id, Title = p.ServiceVersion.Title });

    /// <summary>An answer from the provider's side, a rating from the enterprise, a look at a bad one from the Centre.</summary>
    public override async Task<IReadOnlyList<(long Id, string What)>> AwaitedAsync(Operation op, IReadOnlyCollection<long> ids, CancellationToken cancellation = default) =>
        [.. from row in await PickReader.RowsAsync(op, [.. ids], cancellation)
            from step in row.Steps
            let asks = step switch { PickStep.Accept => PickAsks.Answer, PickStep.Rate => PickAsks.Rating, PickStep.FollowUp => PickAsks.FollowUp, _ => null }
            where asks is not null
            select (row.Id, asks)];
}
