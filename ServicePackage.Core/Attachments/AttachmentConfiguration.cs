using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServicePackage.Core.Attachments;

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>, IEntityTypeConfiguration<AttachmentChunk>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.FileName).HasMaxLength(255);
        builder.Property(a => a.ContentType).HasMaxLength(100);
        builder.Property(a => a.Sha256).HasMaxLength(64);
        builder.Property(a => a.SubjectKind).HasMaxLength(40);
        builder.Property(a => a.SubjectId).IsConcurrencyToken(); // two commands at once cannot both claim it
        builder.HasIndex(a => new { a.SubjectKind, a.SubjectId, a.UploadedAt });
    }

    public void Configure(EntityTypeBuilder<AttachmentChunk> builder)
    {
        builder.HasKey(c => new { c.AttachmentId, c.Index });
        builder.HasOne<Attachment>().WithMany(a => a.Chunks).HasForeignKey(c => c.AttachmentId);
    }
}
