namespace ServicePackage.Core.Tickets;

/// <summary>
/// That a person was told of a level. Unique by clock, level, version of the due date and recipient: whatever restarts,
/// misses or overlaps, nobody is told twice.
/// </summary>
public sealed class Escalation
{
    /// <summary>Key.</summary>
    public long Id { get; set; }

    /// <summary>The clock.</summary>
    public long ClockId { get; set; }

    /// <summary>The number of the level.</summary>
    public int Level { get; set; }

    /// <summary>The version of the due date.</summary>
    public int DueVersion { get; set; }

    /// <summary>Who was told.</summary>
    public long AccountId { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; set; }

    /// <summary>True when its moment had passed while the program was down.</summary>
    public bool Late { get; set; }
}
