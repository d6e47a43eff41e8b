using ServicePackage.Core.History;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Enterprises;

/// <summary>A key enterprise (plan §二).</summary>
public sealed class Enterprise : IHistoried, ISortedByName
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Unified social credit code, normalised and checked; unique.</summary>
    public string CreditCode { get; set; } = "";

    public EnterpriseTier Tier { get; set; }

    /// <summary>The economic city that serves it.</summary>
    public long EconomicCityId { get; set; }

    /// <summary>The economic city that serves it.</summary>
    public Organisation EconomicCity { get; set; } = null!;

    public string ContactName { get; set; } = "";

    /// <summary>The contact person's telephone.</summary>
    public string ContactPhone { get; set; } = "";

    public string Address { get; set; } = "";

    /// <summary>The day it joined the current roster.</summary>
    public DateOnly OnRosterFrom { get; set; }

    /// <summary>The day it left the roster; null while on it. Afterwards it keeps its open demands and raises no new ones.</summary>
    public DateOnly? LeftRosterOn { get; set; }

    /// <summary>Its place in a row, of its name.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>Raised by every change; a stale save is refused.</summary>
    public int Version { get; set; }

    string ISortedByName.SortName => Name;

    bool ISortedByName.IsPerson => false;

    string IHistoried.Subject => nameof(Enterprise);

    long IHistoried.SubjectId => Id;
}
