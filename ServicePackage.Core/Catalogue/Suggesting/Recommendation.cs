using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Catalogue;

/// <summary>That somebody who serves an enterprise has recommended a service to it, with a word why.</summary>
public sealed class Recommendation : IHistoried
{
    public long Id { get; set; }

    public long EnterpriseId { get; set; }

    /// <summary>The enterprise.</summary>
    public Enterprise Enterprise { get; set; } = null!;

    public long ServiceId { get; set; }

    /// <summary>The service.</summary>
    public Service Service { get; set; } = null!;

    /// <summary>Why.</summary>
    public string Why { get; set; } = "";

    /// <summary>When (UTC).</summary>
    public DateTime RecommendedAt { get; set; }

    public long RecommendedById { get; set; }

    /// <summary>Who recommended it.</summary>
    public Account RecommendedBy { get; set; } = null!;

    /// <summary>When the enterprise picked the service (UTC); null while it has not.</summary>
    public DateTime? TakenUpAt { get; set; }

    string IHistoried.Subject => nameof(Enterprise);

    long IHistoried.SubjectId => EnterpriseId;
}

internal sealed class RecommendationConfiguration : IEntityTypeConfiguration<Recommendation>
{
    public void Configure(EntityTypeBuilder<Recommendation> builder)
    {
        builder.Property(r => r.Why).HasMaxLength(ServiceRules.LongestReason * 2);
        builder.HasIndex(r => new { r.EnterpriseId, r.ServiceId });
        builder.HasOne(r => r.Enterprise).WithMany().HasForeignKey(r => r.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Service).WithMany().HasForeignKey(r => r.ServiceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.RecommendedBy).WithMany().HasForeignKey(r => r.RecommendedById).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>A recommendation, as typed.</summary>
public sealed class RecommendInput
{
    /// <summary>The enterprise; 0 while none is chosen.</summary>
    public long EnterpriseId { get; set; }

    /// <summary>The service.</summary>
    public long ServiceId { get; set; }

    public string Why { get; set; } = "";

    /// <summary>Whether it is meant, although it was recommended before.</summary>
    public bool Again { get; set; }
}

/// <summary>Checks a recommendation.</summary>
public sealed class RecommendValidator : AbstractValidator<RecommendInput>
{
    public RecommendValidator()
    {
        RuleFor(r => r.EnterpriseId).GreaterThan(0).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("RecommendTo") });
        RuleFor(r => r.Why).Text("RecommendWhy", ServiceRules.LongestReason);
    }
}
