using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;

namespace ServicePackage.Core.Conditions;

/// <summary>
/// What a person judged of an enterprise where no figure says it (plan §五(二)): by the key of the question, so that it counts wherever the same is asked. A later
/// one takes its place; nothing is overwritten.
/// </summary>
public sealed class Judgement : IHistoried
{
    public long Id { get; set; }

    public long EnterpriseId { get; set; }

    /// <summary>The enterprise.</summary>
    public Enterprise Enterprise { get; set; } = null!;

    /// <summary>The key of what was judged, as in <see cref="Judged.Key"/>.</summary>
    public string Key { get; set; } = "";

    /// <summary>Whether it holds.</summary>
    public bool Holds { get; set; }

    /// <summary>What it rests on.</summary>
    public string Note { get; set; } = "";

    /// <summary>When it was judged (UTC).</summary>
    public DateTime JudgedAt { get; set; }

    public long JudgedById { get; set; }

    /// <summary>Who judged.</summary>
    public Account JudgedBy { get; set; } = null!;

    /// <summary>When another took its place (UTC); null while it counts.</summary>
    public DateTime? ReplacedAt { get; set; }

    string IHistoried.Subject => nameof(Enterprise);

    long IHistoried.SubjectId => EnterpriseId;
}

/// <summary>Which judgements were known at an instant.</summary>
public static class JudgementScopes
{
    /// <summary>Made by then and not replaced by then.</summary>
    public static readonly Scope<Judgement, DateTime> IsKnown = new((j, at) => j.JudgedAt <= at && (j.ReplacedAt == null || j.ReplacedAt > at));

    /// <summary>The judgements that were known at an instant (UTC).</summary>
    public static IQueryable<Judgement> KnownAt(this IQueryable<Judgement> judgements, DateTime at) => judgements.Where(IsKnown.At(at));
}

internal sealed class JudgementConfiguration : IEntityTypeConfiguration<Judgement>
{
    public void Configure(EntityTypeBuilder<Judgement> builder)
    {
        builder.Property(j => j.Key).HasMaxLength(40);
        builder.Property(j => j.Note).HasMaxLength(500);
        builder.HasIndex(j => new { j.EnterpriseId, j.Key }).IsUnique().HasFilter("\"ReplacedAt\" IS NULL").HasDatabaseName("IX_OneJudgementAQuestion");
        builder.HasOne(j => j.Enterprise).WithMany().HasForeignKey(j => j.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(j => j.JudgedBy).WithMany().HasForeignKey(j => j.JudgedById).OnDelete(DeleteBehavior.Restrict);
    }
}
