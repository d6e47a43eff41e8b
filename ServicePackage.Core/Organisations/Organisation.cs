using ServicePackage.Core.Accounts;
using ServicePackage.Core.History;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Organisations;

/// <summary>An organisation of the system (plan §四): the Centre, a unit, an economic city, the leadership.</summary>
public sealed class Organisation : IHistoried, ISortedByName
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Its name on English screens; the Chinese one serves where it is empty.</summary>
    public string EnglishName { get; set; } = "";

    /// <summary>Its part in the procedure.</summary>
    public OrganisationKind Kind { get; set; }

    public string Phone { get; set; } = "";

    /// <summary>What a provider of services is by nature; null for all others.</summary>
    public ProviderNature? Nature { get; set; }

    /// <summary>When it was disabled (UTC); null while it takes part.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>Its place in a row, of its name.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>Raised by every change; a stale save is refused.</summary>
    public int Version { get; set; }

    public List<Post> Posts { get; set; } = [];

    string ISortedByName.SortName => Name;

    bool ISortedByName.IsPerson => false;

    string IHistoried.Subject => nameof(Organisation);

    long IHistoried.SubjectId => Id;
}
