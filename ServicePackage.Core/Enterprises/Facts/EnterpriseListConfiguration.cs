using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;

namespace ServicePackage.Core.Enterprises;

internal sealed class EnterpriseListItemConfiguration : IEntityTypeConfiguration<EnterpriseListItem>
{
    public void Configure(EntityTypeBuilder<EnterpriseListItem> builder)
    {
        builder.Property(i => i.List).HasMaxLength(40);
        builder.Property(i => i.Kind).HasMaxLength(40);
        builder.Property(i => i.Level).HasMaxLength(40);
        builder.Property(i => i.Purpose).HasMaxLength(40);
        builder.Property(i => i.Number).HasMaxLength(ListRules.LongestNumber);
        builder.Property(i => i.Announcement).HasMaxLength(ListRules.LongestAnnouncement);
        builder.Property(i => i.Evidence).HasMaxLength(FactRules.LongestEvidence);
        builder.Property(i => i.Amount).HasPrecision(24, 6);
        builder.Property(i => i.Part).HasPrecision(24, 6);
        builder.HasIndex(i => new { i.EnterpriseId, i.List, i.Kind, i.Level, i.From }).IsUnique()
            .HasFilter("\"ReplacedAt\" IS NULL AND \"List\" = 'title'").HasDatabaseName("IX_EachTitleOnce");
        builder.HasIndex(i => new { i.EnterpriseId, i.List });
        builder.HasIndex(i => new { i.Kind, i.EnterpriseId }).HasFilter("\"ReplacedAt\" IS NULL");
        builder.HasOne(i => i.Enterprise).WithMany().HasForeignKey(i => i.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(i => i.RecordedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<EnterpriseListItem>().WithMany().HasForeignKey(i => i.CorrectsId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EnterpriseListClosingConfiguration : IEntityTypeConfiguration<EnterpriseListClosing>
{
    public void Configure(EntityTypeBuilder<EnterpriseListClosing> builder)
    {
        builder.Property(c => c.List).HasMaxLength(40);
        builder.Property(c => c.Kind).HasMaxLength(40);
        builder.Property(c => c.Evidence).HasMaxLength(FactRules.LongestEvidence);
        builder.HasIndex(c => new { c.EnterpriseId, c.List, c.Kind, c.Standing }).IsUnique()
            .HasFilter("\"ReplacedAt\" IS NULL").HasDatabaseName("IX_OneClosingAList");
        builder.HasOne(c => c.Enterprise).WithMany().HasForeignKey(c => c.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.RecordedById).OnDelete(DeleteBehavior.Restrict);
    }
}
