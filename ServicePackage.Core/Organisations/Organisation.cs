using ServicePackage.Core.Accounts;
using ServicePackage.Core.History;

namespace ServicePackage.Core.Organisations;

/// <summary>An organisation of the system (plan §四): the Centre, a unit, an economic city, the leadership.</summary>
public sealed class Organisation : IHistoried
{
    /// <summary>Key.</summary>
    public long Id { get; set; }

    /// <summary>Its name, unique.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its name on English screens; the Chinese one serves where it is empty.</summary>
    public string EnglishName { get; set; } = "";

    /// <summary>Its part in the procedure.</summary>
    public OrganisationKind Kind { get; set; }

    /// <summary>Office telephone.</summary>
    public string Phone { get; set; } = "";

    /// <summary>When it was disabled (UTC); null while it takes part.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>Raised by every change; a stale save is refused.</summary>
    public int Version { get; set; }

    /// <summary>The posts held here.</summary>
    public List<Post> Posts { get; set; } = [];

    string IHistoried.Subject => nameof(Organisation);

    long IHistoried.SubjectId => Id;
}
