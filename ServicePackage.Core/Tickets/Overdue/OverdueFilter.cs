namespace ServicePackage.Core.Tickets;

/// <summary>What the overdue board shows; every part may be left out. Kept in the page's address.</summary>
public sealed record OverdueFilter
{
    public OverdueShow Show { get; init; }

    /// <summary>In number, title, enterprise, unit or person.</summary>
    public string Text { get; init; } = "";

    /// <summary>Only held by this organisation; the Centre's own stand under the Centre.</summary>
    public long? UnitId { get; init; }

    public ClockKind? Stage { get; init; }

    /// <summary>Only this level past due, by its number.</summary>
    public int? Level { get; init; }

    /// <summary>Only demands of this type.</summary>
    public TicketType? Type { get; init; }

    /// <summary>Only enterprises of this tier.</summary>
    public Enterprises.EnterpriseTier? Tier { get; init; }

    public OverdueAge? Age { get; init; }

    /// <summary>Only demands with this trace of supervision.</summary>
    public OverdueUrging? Urging { get; init; }

    /// <summary>Only these demands, as a selection names them; all when empty.</summary>
    public IReadOnlyList<long> TicketIds { get; init; } = [];

    /// <summary>By what the rows are gathered; the worst group first.</summary>
    public OverdueGrouping Group { get; init; }

    public OverdueColumn Sort { get; init; } = OverdueColumn.DaysOver;

    /// <summary>True: from the largest to the smallest.</summary>
    public bool Descending { get; init; } = true;

    public int Skip { get; init; }

    public int Take { get; init; } = 50;

    /// <summary>Whether anything is filtered away beyond what <see cref="Show"/> leaves out.</summary>
    public bool Narrows => Show == OverdueShow.NewThisMonth || Text.Length > 0 || UnitId is not null || Stage is not null || Level is not null
        || Type is not null || Tier is not null || Age is not null || Urging is not null || TicketIds.Count > 0;
}
