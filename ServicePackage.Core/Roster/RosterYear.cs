using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.History;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Roster;

/// <summary>Where the roster of a year stands.</summary>
public enum RosterYearState
{
    /// <summary>Proposers nominate.</summary>
    Open,

    /// <summary>Nominations are closed; the Centre chooses.</summary>
    Choosing,

    /// <summary>Published; single enterprises are added and removed with reasons.</summary>
    Published,
}

/// <summary>The roster of one year: from the nominations to the day it is published (plan §二, §七(二)).</summary>
public sealed class RosterYear : IHistoried
{
    public long Id { get; set; }

    /// <summary>The year; unique.</summary>
    public int Year { get; set; }

    public RosterYearState State { get; set; }

    /// <summary>When nominations were opened (UTC).</summary>
    public DateTime OpenedAt { get; set; }

    /// <summary>When it was published (UTC); null before.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>The day (Shanghai) from which the published roster holds; null before.</summary>
    public DateOnly? PublishedOn { get; set; }

    /// <summary>The day (Shanghai) on which the district's list was received; null before. Its file is an attachment of this row.</summary>
    public DateOnly? DistrictListOn { get; set; }

    /// <summary>Who sent the district's list, under which number.</summary>
    public string DistrictListFrom { get; set; } = "";

    /// <summary>Raised by every change; a stale save is refused.</summary>
    public int Version { get; set; }

    string IHistoried.Subject => nameof(RosterYear);

    long IHistoried.SubjectId => Id;

    internal Subject AsSubject() => new(nameof(RosterYear), Id);
}

internal sealed class RosterYearConfiguration : IEntityTypeConfiguration<RosterYear>
{
    public void Configure(EntityTypeBuilder<RosterYear> builder)
    {
        builder.Property(y => y.DistrictListFrom).HasMaxLength(RosterLimits.LongestSource * 2);
        builder.Property(y => y.Version).IsConcurrencyToken();
        builder.HasIndex(y => y.Year).IsUnique();
    }
}
