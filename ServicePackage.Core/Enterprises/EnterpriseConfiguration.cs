using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Enterprises;

internal sealed class EnterpriseConfiguration : IEntityTypeConfiguration<Enterprise>
{
    public void Configure(EntityTypeBuilder<Enterprise> builder)
    {
        builder.Property(e => e.Name).HasMaxLength(100);
        builder.Property(e => e.CreditCode).HasMaxLength(18);
        builder.Property(e => e.ContactName).HasMaxLength(60);
        builder.Property(e => e.ContactPhone).HasMaxLength(30);
        builder.Property(e => e.Address).HasMaxLength(200);
        builder.Property(e => e.SortKey).HasMaxLength(NameKey.Longest);
        builder.HasIndex(e => e.SortKey);
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasIndex(e => e.CreditCode).IsUnique();
        builder.HasIndex(e => e.EconomicCityId);
        builder.HasOne(e => e.EconomicCity).WithMany().HasForeignKey(e => e.EconomicCityId).OnDelete(DeleteBehavior.Restrict);
    }
}
