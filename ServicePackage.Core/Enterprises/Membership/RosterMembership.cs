using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServicePackage.Core.Enterprises;

/// <summary>
/// An enterprise on the roster of one year in one tier (plan §二). The present dates on <see cref="Enterprises.Enterprise"/> follow from these rows and are
/// written with them. The rows of an enterprise never overlap: nobody is on two tiers on one day.
/// </summary>
public sealed class RosterMembership
{
    public long Id { get; set; }

    public long EnterpriseId { get; set; }

    /// <summary>The enterprise.</summary>
    public Enterprise Enterprise { get; set; } = null!;

    /// <summary>The year whose roster it is.</summary>
    public int Year { get; set; }

    public EnterpriseTier Tier { get; set; }

    /// <summary>The first day (Shanghai).</summary>
    public DateOnly Joined { get; set; }

    /// <summary>The day from which it no longer holds (Shanghai); null while it does.</summary>
    public DateOnly? Left { get; set; }

    /// <summary>Whether the enterprise stood on the roster before it without a gap: it stayed, and did not join.</summary>
    public bool Continues { get; set; }

    /// <summary>Whether it stays on the roster after it, by another row: it did not leave.</summary>
    public bool Continued { get; set; }

    /// <summary>Why it joined or stayed; empty where nobody said.</summary>
    public string JoinReason { get; set; } = "";

    /// <summary>Why it left; empty while it has not.</summary>
    public string LeaveReason { get; set; } = "";
}

internal sealed class RosterMembershipConfiguration : IEntityTypeConfiguration<RosterMembership>
{
    public void Configure(EntityTypeBuilder<RosterMembership> builder)
    {
        builder.Property(m => m.JoinReason).HasMaxLength(EnterpriseRules.LongestReason * 2);
        builder.Property(m => m.LeaveReason).HasMaxLength(EnterpriseRules.LongestReason * 2);
        builder.HasIndex(m => m.EnterpriseId).IsUnique().HasFilter("\"Left\" IS NULL").HasDatabaseName("IX_OnePlaceOnTheRoster");
        builder.HasIndex(m => new { m.EnterpriseId, m.Joined });
        builder.HasIndex(m => new { m.Joined, m.Left });
        builder.HasIndex(m => m.Left);
        builder.HasOne(m => m.Enterprise).WithMany().HasForeignKey(m => m.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
    }
}
