using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Organisations;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.Property(o => o.Name).HasMaxLength(60);
        builder.Property(o => o.EnglishName).HasMaxLength(120);
        builder.Property(o => o.Phone).HasMaxLength(30);
        builder.Property(o => o.SortKey).HasMaxLength(NameKey.Longest);
        builder.HasIndex(o => o.SortKey);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasIndex(o => o.Name).IsUnique();
        builder.HasIndex(o => o.Kind).IsUnique().HasFilter("\"Kind\" IN ('Centre', 'Leadership', 'Administration')").HasDatabaseName("IX_OneOfAKind");
    }
}
