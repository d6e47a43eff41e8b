using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Policies;

internal sealed class PolicyConfiguration :
    IEntityTypeConfiguration<Policy>,
    IEntityTypeConfiguration<PolicyVersion>
{
    public void Configure(EntityTypeBuilder<Policy> builder)
    {
        builder.Property(p => p.WithdrawnReason).HasMaxLength(PolicyRules.LongestReason * 2);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.OrganisationId);
        builder.HasOne(p => p.Organisation).WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.CurrentVersion).WithMany().HasForeignKey(p => p.CurrentVersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Versions).WithOne(v => v.Policy).HasForeignKey(v => v.PolicyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.CreatedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.WithdrawnById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PolicyVersion> builder)
    {
        builder.Property(v => v.Title).HasMaxLength(PolicyRules.LongestTitle * 2);
        builder.Property(v => v.DocumentNumber).HasMaxLength(PolicyRules.LongestNumber * 2);
        builder.Property(v => v.Issuer).HasMaxLength(PolicyRules.LongestIssuer * 2);
        builder.Property(v => v.Place).HasMaxLength(9);
        builder.Property(v => v.SourceAddress).HasMaxLength(PolicyRules.LongestAddress);
        builder.Property(v => v.Text).HasMaxLength(TextRules.Longest * 2);
        builder.Property(v => v.ToConfirm).HasMaxLength(PolicyRules.LongestReason * 2);
        builder.Property(v => v.ChangeNote).HasMaxLength(PolicyRules.LongestReason * 2);
        builder.Property(v => v.SentBackReason).HasMaxLength(PolicyRules.LongestReason * 2);
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.HasIndex(v => new { v.PolicyId, v.Number }).IsUnique();
        builder.HasIndex(v => v.PolicyId).IsUnique().HasFilter("\"State\" IN ('Draft', 'Submitted')").HasDatabaseName("IX_OneDraftAPolicy");
        builder.HasIndex(v => v.State);
        foreach (var by in new[] { nameof(PolicyVersion.DraftedById), nameof(PolicyVersion.ChangedById), nameof(PolicyVersion.SubmittedById), nameof(PolicyVersion.SentBackById), nameof(PolicyVersion.PublishedById) })
        {
            builder.HasOne(typeof(Account)).WithMany().HasForeignKey(by).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

internal sealed class PolicyClauseConfiguration :
    IEntityTypeConfiguration<Clause>,
    IEntityTypeConfiguration<PolicyClause>,
    IEntityTypeConfiguration<ClauseWindow>,
    IEntityTypeConfiguration<ClauseEnterprise>,
    IEntityTypeConfiguration<ClauseInterpretation>
{
    public void Configure(EntityTypeBuilder<Clause> builder)
    {
        builder.ToTable("Clauses");
        builder.HasOne(c => c.Policy).WithMany().HasForeignKey(c => c.PolicyId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PolicyClause> builder)
    {
        builder.Property(c => c.Number).HasMaxLength(PolicyRules.LongestClauseNumber * 2);
        builder.Property(c => c.Title).HasMaxLength(PolicyRules.LongestTitle * 2);
        builder.Property(c => c.Text).HasMaxLength(TextRules.Longest * 2);
        foreach (var words in new[] { nameof(PolicyClause.Scope), nameof(PolicyClause.Benefit), nameof(PolicyClause.Materials), nameof(PolicyClause.WhereToApply), nameof(PolicyClause.PaymentPromise) })
        {
            builder.Property(words).HasMaxLength(PolicyRules.LongestWords * 2);
        }

        builder.Property(c => c.Terms).HasMaxLength(1000);
        builder.Property(c => c.Topics).HasConversion<int>();
        builder.HasIndex(c => new { c.PolicyVersionId, c.Order });
        builder.HasIndex(c => new { c.PolicyVersionId, c.ClauseId }).IsUnique();
        builder.HasOne(c => c.PolicyVersion).WithMany(v => v.Clauses).HasForeignKey(c => c.PolicyVersionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(c => c.Clause).WithMany().HasForeignKey(c => c.ClauseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.ExecutingUnit).WithMany().HasForeignKey(c => c.ExecutingUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Windows).WithOne().HasForeignKey(w => w.PolicyClauseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Enterprises).WithOne().HasForeignKey(e => e.PolicyClauseId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ClauseWindow> builder)
    {
        builder.ToTable("ClauseWindows");
        builder.HasIndex(w => w.Until);
    }

    public void Configure(EntityTypeBuilder<ClauseEnterprise> builder)
    {
        builder.ToTable("ClauseEnterprises");
        builder.HasKey(e => new { e.PolicyClauseId, e.EnterpriseId });
        builder.HasOne(e => e.Enterprise).WithMany().HasForeignKey(e => e.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ClauseInterpretation> builder)
    {
        builder.ToTable("ClauseInterpretations");
        builder.Property(i => i.Text).HasMaxLength(TextRules.Longest * 2);
        builder.HasIndex(i => new { i.ClauseId, i.WrittenAt });
        builder.HasOne<Clause>().WithMany(c => c.Interpretations).HasForeignKey(i => i.ClauseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(i => i.WrittenBy).WithMany().HasForeignKey(i => i.WrittenById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(i => i.Unit).WithMany().HasForeignKey(i => i.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
