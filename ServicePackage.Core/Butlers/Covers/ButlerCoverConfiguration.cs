using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServicePackage.Core.Butlers;

internal sealed class ButlerCoverConfiguration : IEntityTypeConfiguration<ButlerCover>
{
    public void Configure(EntityTypeBuilder<ButlerCover> builder)
    {
        builder.Property(c => c.Reason).HasMaxLength(CoverRules.LongestReason * 2);
        builder.Property(c => c.EndReason).HasMaxLength(CoverRules.LongestReason * 2);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.CovererId, c.Until });
        builder.HasIndex(c => new { c.AbsentId, c.Until });
        builder.HasOne(c => c.Absent).WithMany().HasForeignKey(c => c.AbsentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Coverer).WithMany().HasForeignKey(c => c.CovererId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.GivenBy).WithMany().HasForeignKey(c => c.GivenById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ButlerCoverEnterpriseConfiguration : IEntityTypeConfiguration<ButlerCoverEnterprise>
{
    public void Configure(EntityTypeBuilder<ButlerCoverEnterprise> builder)
    {
        builder.HasKey(c => new { c.CoverId, c.EnterpriseId });
        builder.HasOne<ButlerCover>().WithMany(c => c.Enterprises).HasForeignKey(c => c.CoverId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(c => c.Enterprise).WithMany().HasForeignKey(c => c.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
    }
}
