using ServicePackage.Core.History;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Catalogue;

/// <summary>A service for enterprises 服务 (plan §三(二)): what it says stands in its versions, one of which is the published one. Another provider's is another service.</summary>
public sealed class Service : IHistoried
{
    public long Id { get; set; }

    public long ProviderId { get; set; }

    /// <summary>Who provides it.</summary>
    public Organisation Provider { get; set; } = null!;

    /// <summary>The organisation that drafts it: the provider itself, a unit or the Centre.</summary>
    public long OrganisationId { get; set; }

    /// <summary>The organisation that drafts it.</summary>
    public Organisation Organisation { get; set; } = null!;

    /// <summary>When it was entered (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    public long CreatedById { get; set; }

    /// <summary>The version that was published last; null before the first.</summary>
    public long? CurrentVersionId { get; set; }

    /// <summary>The version that was published last.</summary>
    public ServiceVersion? CurrentVersion { get; set; }

    /// <summary>The day on which somebody last saw to it that all is still right (Shanghai); publishing is such a look.</summary>
    public DateOnly? CheckedOn { get; set; }

    public long? CheckedById { get; set; }

    /// <summary>When it was withdrawn (UTC); null while it stands.</summary>
    public DateTime? WithdrawnAt { get; set; }

    public long? WithdrawnById { get; set; }

    /// <summary>Why it was withdrawn, as readers see it.</summary>
    public string WithdrawnReason { get; set; } = "";

    /// <summary>Raised by every change under the service; a stale save is refused.</summary>
    public int Version { get; set; }

    public List<ServiceVersion> Versions { get; set; } = [];

    string IHistoried.Subject => nameof(Service);

    long IHistoried.SubjectId => Id;
}
