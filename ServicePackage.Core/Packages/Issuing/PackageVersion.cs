using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;

namespace ServicePackage.Core.Packages;

/// <summary>How a version was handed over.</summary>
public enum HandOverWay
{
    /// <summary>上门送达: at a visit, on paper.</summary>
    AtVisit,

    /// <summary>线上送达: the enterprise's people are told and read it here.</summary>
    Online,
}

/// <summary>Where a version of a package stands.</summary>
public enum PackageState
{
    /// <summary>已签发.</summary>
    Issued,

    /// <summary>已送达.</summary>
    HandedOver,

    /// <summary>已签收.</summary>
    Acknowledged,

    /// <summary>已由新版替代: never handed over, and a later version was issued.</summary>
    Superseded,
}

/// <summary>
/// A package as it was issued 签发, with a number within its enterprise and year: 2026 第2版 (plan §三(二), §七(三)). What it says never changes; handing it over and its
/// receipt are noted beside it.
/// </summary>
[Unwritten]
public sealed class PackageVersion : IHistoried
{
    public long Id { get; set; }

    public long EnterpriseId { get; set; }

    /// <summary>The enterprise.</summary>
    public Enterprise Enterprise { get; set; } = null!;

    /// <summary>The year in which it was issued (Shanghai).</summary>
    public int Year { get; set; }

    /// <summary>1, 2, 3 … within the enterprise and the year.</summary>
    public int Number { get; set; }

    /// <summary>When it was issued (UTC).</summary>
    public DateTime IssuedAt { get; set; }

    public long IssuedById { get; set; }

    /// <summary>Who issued it.</summary>
    public Account IssuedBy { get; set; } = null!;

    /// <summary>What it says, as JSON of <see cref="PackageContent"/>.</summary>
    public string Content { get; set; } = "";

    /// <summary>What makes it the same as another (<see cref="PackageKey"/>).</summary>
    public string Key { get; set; } = "";

    /// <summary>The number of the template that its document was written from; 0 for the built-in one.</summary>
    public int TemplateNumber { get; set; }

    /// <summary>Its document as it was issued: a file of this version, with its SHA-256; null where it has none.</summary>
    public Guid? FileId { get; set; }

    public PackageState State { get; set; }

    /// <summary>Until when it is to be handed over (UTC): the close of the tenth working day after.</summary>
    public DateTime HandOverDueAt { get; set; }

    /// <summary>The day on which it was handed over (Shanghai).</summary>
    public DateOnly? HandedOverOn { get; set; }

    public HandOverWay? Way { get; set; }

    public long? HandedOverById { get; set; }

    /// <summary>Who entered that.</summary>
    public Account? HandedOverBy { get; set; }

    /// <summary>To whom it was handed at a visit; empty on line.</summary>
    public string HandedTo { get; set; } = "";

    /// <summary>The day on which its receipt was acknowledged (Shanghai).</summary>
    public DateOnly? AcknowledgedOn { get; set; }

    public long? AcknowledgedById { get; set; }

    /// <summary>Who entered that: somebody of the enterprise, or whoever serves it.</summary>
    public Account? AcknowledgedBy { get; set; }

    /// <summary>Who acknowledged it for the enterprise.</summary>
    public string AcknowledgedName { get; set; } = "";

    /// <summary>Whether whoever serves the enterprise entered the receipt for it.</summary>
    public bool IsRecorded { get; set; }

    /// <summary>Raised by every change beside what it says; a stale save is refused.</summary>
    public int Version { get; set; }

    string IHistoried.Subject => nameof(Enterprise);

    long IHistoried.SubjectId => EnterpriseId;
}

internal sealed class PackageVersionConfiguration : IEntityTypeConfiguration<PackageVersion>
{
    public void Configure(EntityTypeBuilder<PackageVersion> builder)
    {
        builder.Property(v => v.Key).HasMaxLength(64);
        builder.Property(v => v.HandedTo).HasMaxLength(PackageRules.LongestName * 2);
        builder.Property(v => v.AcknowledgedName).HasMaxLength(PackageRules.LongestName * 2);
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.HasIndex(v => new { v.EnterpriseId, v.Year, v.Number }).IsUnique();
        builder.HasIndex(v => new { v.State, v.HandOverDueAt });
        builder.HasOne<Attachment>().WithMany().HasForeignKey(v => v.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(v => v.Enterprise).WithMany().HasForeignKey(v => v.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(v => v.IssuedBy).WithMany().HasForeignKey(v => v.IssuedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(v => v.HandedOverBy).WithMany().HasForeignKey(v => v.HandedOverById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(v => v.AcknowledgedBy).WithMany().HasForeignKey(v => v.AcknowledgedById).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>A version issued before, as far as another is compared with it and lists say of it where it stands.</summary>
internal sealed record PackageEdition
{
    private bool _isRead;

    public long EnterpriseId { get; init; }

    public long Id { get; init; }

    public int Year { get; init; }

    public int Number { get; init; }

    public PackageState State { get; init; }

    public DateTime IssuedAt { get; init; }

    public DateTime HandOverDueAt { get; init; }

    /// <summary>What makes it the same as another.</summary>
    public string Key { get; init; } = "";

    /// <summary>What it says, as it is kept.</summary>
    public string Kept { get; init; } = "";

    /// <summary>The same, read when it is first asked for; null where that cannot be read any more.</summary>
    public PackageContent? Content
    {
        get
        {
            field = _isRead ? field : PackageKey.Read(Kept);
            _isRead = true;
            return field;
        }
    }

    /// <summary>As it is read of its row.</summary>
    public static readonly Expression<Func<PackageVersion, PackageEdition>> Row = v => new PackageEdition
    {
        EnterpriseId = v.EnterpriseId,
        Id = v.Id,
        Year = v.Year,
        Number = v.Number,
        State = v.State,
        IssuedAt = v.IssuedAt,
        HandOverDueAt = v.HandOverDueAt,
        Key = v.Key,
        Kept = v.Content,
    };
}
