using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;

namespace ServicePackage.Core.Butlers;

internal sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.Property(c => c.WithWhom).HasMaxLength(ContactRules.LongestName * 2);
        builder.Property(c => c.Purpose).HasMaxLength(ContactRules.LongestPurpose * 2);
        builder.Property(c => c.Said).HasMaxLength(ContactRules.LongestSaid * 2);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.EnterpriseId).IsUnique().HasFilter("\"HeldAt\" IS NULL AND \"GivenUpAt\" IS NULL").HasDatabaseName("IX_OnePlannedContact");
        builder.HasIndex(c => new { c.EnterpriseId, c.HeldAt });
        builder.HasIndex(c => c.TicketId);
        builder.HasOne(c => c.Enterprise).WithMany().HasForeignKey(c => c.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Account).WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.RecordedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Ticket).WithMany().HasForeignKey(c => c.TicketId).OnDelete(DeleteBehavior.Restrict);
    }
}
