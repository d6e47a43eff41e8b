using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Butlers;

internal sealed class LeaderConfiguration : IEntityTypeConfiguration<Leader>
{
    public void Configure(EntityTypeBuilder<Leader> builder)
    {
        builder.Property(l => l.Name).HasMaxLength(LeaderRules.LongestName * 2);
        builder.Property(l => l.Title).HasMaxLength(LeaderRules.LongestTitle * 2);
        builder.Property(l => l.Phone).HasMaxLength(PhoneNumber.Longest);
        builder.Property(l => l.SortKey).HasMaxLength(NameKey.Longest);
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.HasIndex(l => l.AccountId).IsUnique().HasFilter("\"LeftOn\" IS NULL AND \"AccountId\" IS NOT NULL").HasDatabaseName("IX_OneLeaderAnAccount");
        builder.HasIndex(l => l.SortKey);
        builder.HasOne(l => l.Account).WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LeaderContactConfiguration : IEntityTypeConfiguration<LeaderContact>
{
    public void Configure(EntityTypeBuilder<LeaderContact> builder)
    {
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.EnterpriseId, c.Level }).IsUnique().HasFilter("\"Until\" IS NULL").HasDatabaseName("IX_OneOpenLeaderALevel");
        builder.HasIndex(c => new { c.EnterpriseId, c.Until });
        builder.HasIndex(c => new { c.LeaderId, c.Until });
        builder.HasOne(c => c.Enterprise).WithMany().HasForeignKey(c => c.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Leader).WithMany().HasForeignKey(c => c.LeaderId).OnDelete(DeleteBehavior.Restrict);
    }
}
