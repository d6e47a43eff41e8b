using ServicePackage.Core.History;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Policies;

/// <summary>A policy for enterprises 惠企政策 (plan §三(一)): what it says stands in its versions, one of which is the published one.</summary>
public sealed class Policy : IHistoried
{
    public long Id { get; set; }

    /// <summary>The organisation that drafts it.</summary>
    public long OrganisationId { get; set; }

    /// <summary>The organisation that drafts it.</summary>
    public Organisation Organisation { get; set; } = null!;

    /// <summary>When it was entered (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    public long CreatedById { get; set; }

    /// <summary>The version that was published last; null before the first.</summary>
    public long? CurrentVersionId { get; set; }

    /// <summary>The version that was published last.</summary>
    public PolicyVersion? CurrentVersion { get; set; }

    /// <summary>When it was withdrawn (UTC); null while it stands.</summary>
    public DateTime? WithdrawnAt { get; set; }

    public long? WithdrawnById { get; set; }

    /// <summary>Why it was withdrawn, as readers see it.</summary>
    public string WithdrawnReason { get; set; } = "";

    /// <summary>Raised by every change under the policy; a stale save is refused.</summary>
    public int Version { get; set; }

    public List<PolicyVersion> Versions { get; set; } = [];

    /// <summary>What open pages hear of when what is published has changed: by a publication or a withdrawal, not by a draft.</summary>
    public const string Library = "PolicyLibrary";

    string IHistoried.Subject => nameof(Policy);

    long IHistoried.SubjectId => Id;
}
