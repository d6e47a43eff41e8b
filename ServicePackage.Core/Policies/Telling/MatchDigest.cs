using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Policies;

/// <summary>That an enterprise, or somebody who serves enterprises, was told in a week what is new (plan §一, at most one a week); nobody, where nobody wishes it.</summary>
public sealed class MatchDigest
{
    public long Id { get; set; }

    /// <summary>The Monday of the week (Shanghai).</summary>
    public DateOnly Week { get; set; }

    /// <summary>The enterprise whose people were told; null where it was somebody who serves enterprises.</summary>
    public long? EnterpriseId { get; set; }

    /// <summary>Who serves enterprises and was told; null where it was an enterprise.</summary>
    public long? AccountId { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; set; }
}

internal sealed class MatchDigestConfiguration : IEntityTypeConfiguration<MatchDigest>
{
    public void Configure(EntityTypeBuilder<MatchDigest> builder)
    {
        builder.HasIndex(d => new { d.EnterpriseId, d.Week }).IsUnique().HasFilter("\"EnterpriseId\" IS NOT NULL").HasDatabaseName("IX_OneDigestAnEnterprise");
        builder.HasIndex(d => new { d.AccountId, d.Week }).IsUnique().HasFilter("\"AccountId\" IS NOT NULL").HasDatabaseName("IX_OneDigestAPerson");
        builder.HasIndex(d => d.Week);
        builder.HasOne<Enterprise>().WithMany().HasForeignKey(d => d.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Digests as what a notice is about: whoever was told sees theirs.</summary>
internal sealed class DigestSubject : SubjectKind
{
    public override string Kind => nameof(MatchDigest);

    public override IQueryable<SubjectName> VisibleTo(Operation op)
    {
        var (me, own) = (op.Actor.AccountId, op.Actor.EnterpriseId);
        return op.Db.MatchDigests.Where(d => d.AccountId == me || (own != null && d.EnterpriseId == own)).Select(d => new SubjectName { Kind = nameof(MatchDigest), Id = d.Id });
    }
}
