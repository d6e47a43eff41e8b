using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;

namespace ServicePackage.Core.Enterprises;

internal sealed class EnterpriseFactConfiguration : IEntityTypeConfiguration<EnterpriseFact>
{
    public void Configure(EntityTypeBuilder<EnterpriseFact> builder)
    {
        builder.Property(f => f.Code).HasMaxLength(40);
        builder.Property(f => f.Choice).HasMaxLength(40);
        builder.Property(f => f.Evidence).HasMaxLength(FactRules.LongestEvidence);
        builder.Property(f => f.Low).HasPrecision(24, 6);
        builder.Property(f => f.High).HasPrecision(24, 6);
        builder.Ignore(f => f.Period);
        builder.HasIndex(f => new { f.EnterpriseId, f.Code, f.Shape, f.From, f.Standing }).IsUnique()
            .HasFilter("\"ReplacedAt\" IS NULL").HasDatabaseName("IX_OneFactAPeriod"); // the last day follows from the shape and the first
        builder.HasIndex(f => new { f.EnterpriseId, f.RecordedAt });
        builder.HasOne(f => f.Enterprise).WithMany().HasForeignKey(f => f.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(f => f.RecordedById).OnDelete(DeleteBehavior.Restrict);
    }
}
