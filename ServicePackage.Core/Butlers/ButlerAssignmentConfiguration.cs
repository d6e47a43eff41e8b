using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServicePackage.Core.Butlers;

internal sealed class ButlerAssignmentConfiguration : IEntityTypeConfiguration<ButlerAssignment>
{
    public void Configure(EntityTypeBuilder<ButlerAssignment> builder)
    {
        builder.HasIndex(b => b.EnterpriseId).IsUnique().HasFilter("\"Until\" IS NULL").HasDatabaseName("IX_OneCurrentButler");
        builder.HasIndex(b => new { b.AccountId, b.Until });
        builder.HasOne(b => b.Enterprise).WithMany().HasForeignKey(b => b.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(b => b.Account).WithMany().HasForeignKey(b => b.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
