using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServicePackage.Core.Notices;

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.Property(n => n.Kind).HasMaxLength(60);
        builder.HasIndex(n => new { n.AccountId, n.ReadAt, n.At });
        builder.HasIndex(n => new { n.AccountId, n.At, n.Id });
        builder.Property(n => n.Asks).HasMaxLength(40);
        builder.Property(n => n.SubjectKind).HasMaxLength(40);
        builder.HasIndex(n => new { n.SubjectKind, n.SubjectId });
    }
}
