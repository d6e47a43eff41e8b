using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Policies;

/// <summary>That a clause was pushed to an enterprise by the unit that carries it out, or the Centre (plan §三(一)). One waits an enterprise and clause until the enterprise answers.</summary>
public sealed class ClausePush
{
    public long Id { get; set; }

    public long EnterpriseId { get; set; }

    /// <summary>The enterprise.</summary>
    public Enterprise Enterprise { get; set; } = null!;

    public long ClauseId { get; set; }

    /// <summary>The clause, through all versions.</summary>
    public Clause Clause { get; set; } = null!;

    /// <summary>For which organisation it was pushed.</summary>
    public long UnitId { get; set; }

    /// <summary>For which organisation it was pushed.</summary>
    public Organisation Unit { get; set; } = null!;

    /// <summary>Why it was pushed, as the enterprise reads it.</summary>
    public string Word { get; set; } = "";

    /// <summary>When (UTC).</summary>
    public DateTime PushedAt { get; set; }

    public long PushedById { get; set; }

    /// <summary>Who pushed it.</summary>
    public Account PushedBy { get; set; } = null!;

    /// <summary>When the enterprise was told (UTC); null before.</summary>
    public DateTime? ToldAt { get; set; }

    /// <summary>When whoever serves it was told (UTC); null before.</summary>
    public DateTime? ServerToldAt { get; set; }

    /// <summary>When the enterprise answered (UTC); null while it waits.</summary>
    public DateTime? AnsweredAt { get; set; }
}

/// <summary>Which pushes wait for an answer.</summary>
public static class PushScopes
{
    /// <summary>The enterprise has not answered since.</summary>
    public static readonly Scope<ClausePush> IsWaiting = new(p => p.AnsweredAt == null);

    /// <summary>Those that wait.</summary>
    public static IQueryable<ClausePush> Waiting(this IQueryable<ClausePush> pushes) => pushes.Where(IsWaiting.Rule);
}

internal sealed class ClausePushConfiguration : IEntityTypeConfiguration<ClausePush>
{
    public void Configure(EntityTypeBuilder<ClausePush> builder)
    {
        builder.Property(p => p.Word).HasMaxLength(PolicyRules.LongestReason * 2);
        builder.HasIndex(p => new { p.EnterpriseId, p.ClauseId }).IsUnique().HasFilter("\"AnsweredAt\" IS NULL").HasDatabaseName("IX_OneWaitingPush");
        builder.HasIndex(p => p.ClauseId);
        builder.HasOne(p => p.Enterprise).WithMany().HasForeignKey(p => p.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Clause).WithMany().HasForeignKey(p => p.ClauseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(p => p.Unit).WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.PushedBy).WithMany().HasForeignKey(p => p.PushedById).OnDelete(DeleteBehavior.Restrict);
    }
}
