using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Policies;

/// <summary>
/// That an enterprise meets a clause, or does but for judgements still open: from one instant until another (plan §五(二)). Why stands nowhere: it follows from the
/// clause and from what was known. One that has ended stays; who meets the clause again has another.
/// </summary>
public sealed class KeptMatch
{
    public long Id { get; set; }

    public long ClauseId { get; set; }

    /// <summary>The clause, through all versions.</summary>
    public Clause Clause { get; set; } = null!;

    public long EnterpriseId { get; set; }

    /// <summary>The enterprise.</summary>
    public Enterprise Enterprise { get; set; } = null!;

    /// <summary>Since when (UTC): the instant of what brought it about, or the beginning of the day that did.</summary>
    public DateTime Since { get; set; }

    /// <summary>Until when (UTC); null while it holds.</summary>
    public DateTime? Until { get; set; }

    /// <summary>When the enterprise was told (UTC); null before.</summary>
    public DateTime? ToldAt { get; set; }

    /// <summary>When somebody of the enterprise first opened what it was told (UTC); null before.</summary>
    public DateTime? ReadAt { get; set; }

    /// <summary>When whoever serves the enterprise was told (UTC); null before.</summary>
    public DateTime? ServerToldAt { get; set; }

    /// <summary>The last day to apply (Shanghai) of which the enterprise was told last that it comes close; null before.</summary>
    public DateOnly? ClosingTold { get; set; }

    /// <summary>The same for whoever serves it.</summary>
    public DateOnly? ServerClosingTold { get; set; }
}

internal sealed class KeptMatchConfiguration : IEntityTypeConfiguration<KeptMatch>
{
    public void Configure(EntityTypeBuilder<KeptMatch> builder)
    {
        builder.HasIndex(m => new { m.EnterpriseId, m.ClauseId }).IsUnique().HasFilter("\"Until\" IS NULL").HasDatabaseName("IX_OneOpenMatch");
        builder.HasIndex(m => new { m.ClauseId, m.EnterpriseId });
        builder.HasOne(m => m.Enterprise).WithMany().HasForeignKey(m => m.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(m => m.Clause).WithMany().HasForeignKey(m => m.ClauseId).OnDelete(DeleteBehavior.Cascade);
    }
}
