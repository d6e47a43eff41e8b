using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Accounts;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.Property(a => a.DisplayName).HasMaxLength(60);
        builder.Property(a => a.SortKey).HasMaxLength(NameKey.Longest);
        builder.HasIndex(a => a.SortKey);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasOne(a => a.Enterprise).WithMany().HasForeignKey(a => a.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PostConfiguration : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.HasIndex(p => new { p.AccountId, p.OrganisationId, p.Kind }).IsUnique();
        builder.HasIndex(p => new { p.OrganisationId, p.Kind });
        builder.HasOne(p => p.Account).WithMany(a => a.Posts).HasForeignKey(p => p.AccountId);
        builder.HasOne(p => p.Organisation).WithMany(o => o.Posts).HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
    }
}
