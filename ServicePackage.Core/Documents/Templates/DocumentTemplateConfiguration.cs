using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Attachments;

namespace ServicePackage.Core.Documents;

internal sealed class DocumentTemplateConfiguration : IEntityTypeConfiguration<DocumentTemplate>, IEntityTypeConfiguration<DocumentTemplateUse>
{
    public void Configure(EntityTypeBuilder<DocumentTemplate> builder)
    {
        builder.Property(t => t.Kind).HasMaxLength(DocumentKind.LongestName);
        builder.Property(t => t.FileName).HasMaxLength(255);
        builder.Property(t => t.Sha256).HasMaxLength(64);
        builder.Property(t => t.Note).HasMaxLength(DocumentTemplateInput.LongestNote);
        builder.HasIndex(t => new { t.Kind, t.Number }).IsUnique();
        builder.HasOne<Attachment>().WithMany().HasForeignKey(t => t.FileId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DocumentTemplateUse> builder)
    {
        builder.Property(u => u.Kind).HasMaxLength(DocumentKind.LongestName);
        builder.HasIndex(u => new { u.Kind, u.Order }).IsUnique();
        builder.HasOne<DocumentTemplate>().WithMany().HasForeignKey(u => u.TemplateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DocumentTemplate>().WithMany().HasForeignKey(u => u.BeforeId).OnDelete(DeleteBehavior.Restrict);
    }
}
