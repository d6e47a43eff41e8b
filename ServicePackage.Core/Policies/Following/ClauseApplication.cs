using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;

namespace ServicePackage.Core.Policies;

/// <summary>
/// An enterprise's application under a clause 申报, and what became of it (plan §三(一), §七(三)). Where the clause is granted without an application
/// 免申即享 it begins with the unit's confirmation in its place. An enterprise has several under a clause over the years, one open at a time.
/// </summary>
public sealed class ClauseApplication : IHistoried
{
    public long Id { get; set; }

    public long EnterpriseId { get; set; }

    /// <summary>The enterprise.</summary>
    public Enterprise Enterprise { get; set; } = null!;

    public long ClauseId { get; set; }

    /// <summary>The clause, through all versions.</summary>
    public Clause Clause { get; set; } = null!;

    public long PolicyClauseId { get; set; }

    /// <summary>The clause as it stood when it was applied for.</summary>
    public PolicyClause PolicyClause { get; set; } = null!;

    public ApplicationState State { get; set; }

    /// <summary>Whether it began with the unit's confirmation instead of an application.</summary>
    public bool WithoutApplication { get; set; }

    /// <summary>The day of the application, or of the confirmation (Shanghai).</summary>
    public DateOnly BegunOn { get; set; }

    public long BegunById { get; set; }

    /// <summary>Who entered that.</summary>
    public Account BegunBy { get; set; } = null!;

    /// <summary>What helps to find it elsewhere, such as the number it has there; may be empty.</summary>
    public string Note { get; set; } = "";

    /// <summary>What was granted, or is offered, in yuan; null where it is no money, or nothing was granted yet.</summary>
    public decimal? Amount { get; set; }

    /// <summary>The day it was granted, refused or declined (Shanghai).</summary>
    public DateOnly? DecidedOn { get; set; }

    public long? DecidedById { get; set; }

    /// <summary>Who entered that.</summary>
    public Account? DecidedBy { get; set; }

    /// <summary>Whether the enterprise's side entered it, as it was told.</summary>
    public bool DecisionReported { get; set; }

    /// <summary>Why it was refused, declined or withdrawn; empty otherwise.</summary>
    public string Reason { get; set; } = "";

    /// <summary>What was paid, in yuan.</summary>
    public decimal? PaidAmount { get; set; }

    /// <summary>The day it was paid (Shanghai).</summary>
    public DateOnly? PaidOn { get; set; }

    public long? PaidById { get; set; }

    /// <summary>Who entered that.</summary>
    public Account? PaidBy { get; set; }

    /// <summary>Whether the enterprise's side entered it.</summary>
    public bool PaymentReported { get; set; }

    /// <summary>The day it was withdrawn (Shanghai).</summary>
    public DateOnly? WithdrawnOn { get; set; }

    public long? WithdrawnById { get; set; }

    /// <summary>Whether the unit or the Centre withdrew it, rather than the enterprise's side.</summary>
    public bool WithdrawnByAuthority { get; set; }

    /// <summary>Who entered that.</summary>
    public Account? WithdrawnBy { get; set; }

    /// <summary>When a step of it was corrected last (UTC).</summary>
    public DateTime? CorrectedAt { get; set; }

    public long? CorrectedById { get; set; }

    /// <summary>Who corrected it.</summary>
    public Account? CorrectedBy { get; set; }

    /// <summary>Why.</summary>
    public string CorrectedBecause { get; set; } = "";

    /// <summary>Raised by every change; a stale save is refused.</summary>
    public int Version { get; set; }

    /// <summary>Whether the enterprise's side entered the step that led to where it stands: then it may correct it.</summary>
    public bool IsEnteredByEnterprise => ApplicationSteps.IsEnteredByEnterprise(State, WithoutApplication, DecisionReported, PaymentReported, WithdrawnByAuthority);

    string IHistoried.Subject => nameof(Enterprise);

    long IHistoried.SubjectId => EnterpriseId;
}

internal sealed class ClauseApplicationConfiguration : IEntityTypeConfiguration<ClauseApplication>
{
    public void Configure(EntityTypeBuilder<ClauseApplication> builder)
    {
        builder.Property(a => a.Note).HasMaxLength(PolicyRules.LongestReason * 2);
        builder.Property(a => a.Reason).HasMaxLength(PolicyRules.LongestReason * 2);
        builder.Property(a => a.CorrectedBecause).HasMaxLength(PolicyRules.LongestReason * 2);
        builder.Property(a => a.Amount).HasPrecision(18, 2);
        builder.Property(a => a.PaidAmount).HasPrecision(18, 2);
        builder.Ignore(a => a.IsEnteredByEnterprise);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => new { a.EnterpriseId, a.ClauseId }).IsUnique()
            .HasFilter("\"State\" IN ('Applied', 'Offered') OR (\"State\" = 'Granted' AND \"Amount\" IS NOT NULL)").HasDatabaseName("IX_OneOpenApplication");
        builder.HasIndex(a => new { a.ClauseId, a.BegunOn });
        builder.HasIndex(a => a.State);
        builder.HasOne(a => a.Enterprise).WithMany().HasForeignKey(a => a.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.Clause).WithMany().HasForeignKey(a => a.ClauseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.PolicyClause).WithMany().HasForeignKey(a => a.PolicyClauseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.BegunBy).WithMany().HasForeignKey(a => a.BegunById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.DecidedBy).WithMany().HasForeignKey(a => a.DecidedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.PaidBy).WithMany().HasForeignKey(a => a.PaidById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.WithdrawnBy).WithMany().HasForeignKey(a => a.WithdrawnById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.CorrectedBy).WithMany().HasForeignKey(a => a.CorrectedById).OnDelete(DeleteBehavior.Restrict);
    }
}
