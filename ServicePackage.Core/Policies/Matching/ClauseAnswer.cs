using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;

namespace ServicePackage.Core.Policies;

/// <summary>What an enterprise says to a clause that may be for it.</summary>
public enum ClauseWish
{
    /// <summary>It is interested and wants to be called.</summary>
    Interested,

    /// <summary>It is not for it; it is not told of it again.</summary>
    NotForUs,
}

/// <summary>An enterprise's word on a clause, through all versions of it (plan §三(一)). A later one takes its place.</summary>
public sealed class ClauseAnswer : IHistoried
{
    public long Id { get; set; }

    public long EnterpriseId { get; set; }

    /// <summary>The enterprise.</summary>
    public Enterprise Enterprise { get; set; } = null!;

    public long ClauseId { get; set; }

    /// <summary>The clause.</summary>
    public Clause Clause { get; set; } = null!;

    public ClauseWish Wish { get; set; }

    /// <summary>Why it is not for it; empty where it is interested.</summary>
    public string Reason { get; set; } = "";

    /// <summary>When it was said (UTC).</summary>
    public DateTime SaidAt { get; set; }

    public long SaidById { get; set; }

    /// <summary>Who said it.</summary>
    public Account SaidBy { get; set; } = null!;

    /// <summary>When another took its place or it was taken back (UTC); null while it counts.</summary>
    public DateTime? ReplacedAt { get; set; }

    /// <summary>On which day (Shanghai) it was called about its interest; null while it waits for that.</summary>
    public DateOnly? CalledOn { get; set; }

    /// <summary>Who called.</summary>
    public long? CalledById { get; set; }

    string IHistoried.Subject => nameof(Enterprise);

    long IHistoried.SubjectId => EnterpriseId;
}

internal sealed class ClauseAnswerConfiguration : IEntityTypeConfiguration<ClauseAnswer>
{
    public void Configure(EntityTypeBuilder<ClauseAnswer> builder)
    {
        builder.Property(a => a.Reason).HasMaxLength(PolicyRules.LongestReason * 2);
        builder.HasIndex(a => new { a.EnterpriseId, a.ClauseId }).IsUnique().HasFilter("\"ReplacedAt\" IS NULL").HasDatabaseName("IX_OneAnswerAClause");
        builder.HasIndex(a => a.ClauseId);
        builder.HasOne(a => a.Enterprise).WithMany().HasForeignKey(a => a.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.Clause).WithMany().HasForeignKey(a => a.ClauseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(a => a.SaidBy).WithMany().HasForeignKey(a => a.SaidById).OnDelete(DeleteBehavior.Restrict);
    }
}
