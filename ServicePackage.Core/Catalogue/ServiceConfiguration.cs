using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Catalogue;

internal sealed class ServiceConfiguration :
    IEntityTypeConfiguration<Service>,
    IEntityTypeConfiguration<ServiceVersion>
{
    public void Configure(EntityTypeBuilder<Service> builder)
    {
        builder.Property(s => s.WithdrawnReason).HasMaxLength(ServiceRules.LongestReason * 2);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.ProviderId);
        builder.HasIndex(s => s.OrganisationId);
        builder.HasIndex(s => s.CheckedOn);
        builder.HasOne(s => s.Provider).WithMany().HasForeignKey(s => s.ProviderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(s => s.Organisation).WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(s => s.CurrentVersion).WithMany().HasForeignKey(s => s.CurrentVersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Versions).WithOne(v => v.Service).HasForeignKey(v => v.ServiceId).OnDelete(DeleteBehavior.Cascade);
        foreach (var by in new[] { nameof(Service.CreatedById), nameof(Service.CheckedById), nameof(Service.WithdrawnById) })
        {
            builder.HasOne(typeof(Account)).WithMany().HasForeignKey(by).OnDelete(DeleteBehavior.Restrict);
        }
    }

    public void Configure(EntityTypeBuilder<ServiceVersion> builder)
    {
        builder.Property(v => v.Title).HasMaxLength(ServiceRules.LongestTitle * 2);
        builder.Property(v => v.Initials).HasMaxLength(ServiceRules.LongestTitle * (ServiceRules.LongestTitle + 2));
        builder.Property(v => v.SortKey).HasMaxLength(NameKey.Longest);
        builder.Property(v => v.Text).HasMaxLength(ServiceRules.LongestWords * 2);
        builder.Property(v => v.Forms).HasConversion<int>();
        builder.Property(v => v.FeeWords).HasMaxLength(ServiceRules.LongestFee * 2);
        builder.Property(v => v.FeeYuan).HasPrecision(18, 2);
        builder.Property(v => v.Audience).HasMaxLength(ServiceRules.LongestCondition);
        builder.Property(v => v.HowToGet).HasMaxLength(ServiceRules.LongestWords * 2);
        builder.Property(v => v.Contact).HasMaxLength(ServiceRules.LongestContact * 2);
        builder.Property(v => v.Phone).HasMaxLength(30);
        builder.Property(v => v.SourceAddress).HasMaxLength(ServiceRules.LongestAddress);
        builder.Property(v => v.ChangeNote).HasMaxLength(ServiceRules.LongestReason * 2);
        builder.Property(v => v.SentBackReason).HasMaxLength(ServiceRules.LongestReason * 2);
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.HasIndex(v => new { v.ServiceId, v.Number }).IsUnique();
        builder.HasIndex(v => v.ServiceId).IsUnique().HasFilter("\"State\" IN ('Draft', 'Submitted')").HasDatabaseName("IX_OneDraftAService");
        builder.HasIndex(v => new { v.State, v.Class, v.SortKey });
        foreach (var by in new[] { nameof(ServiceVersion.DraftedById), nameof(ServiceVersion.ChangedById), nameof(ServiceVersion.SubmittedById), nameof(ServiceVersion.SentBackById), nameof(ServiceVersion.PublishedById) })
        {
            builder.HasOne(typeof(Account)).WithMany().HasForeignKey(by).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
