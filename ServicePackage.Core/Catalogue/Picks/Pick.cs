using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;

namespace ServicePackage.Core.Catalogue;

/// <summary>
/// That an enterprise has picked a service 选用 (plan §三(二)), and what became of it. It picks a service as often as it likes, one at a time.
/// </summary>
public sealed class Pick : IHistoried
{
    public long Id { get; set; }

    public long EnterpriseId { get; set; }

    /// <summary>The enterprise.</summary>
    public Enterprise Enterprise { get; set; } = null!;

    public long ServiceId { get; set; }

    /// <summary>The service, through all versions.</summary>
    public Service Service { get; set; } = null!;

    public long ServiceVersionId { get; set; }

    /// <summary>The service as it stood when it was picked.</summary>
    public ServiceVersion ServiceVersion { get; set; } = null!;

    public PickState State { get; set; }

    /// <summary>What the enterprise wishes, in words.</summary>
    public string Wish { get; set; } = "";

    /// <summary>Whom the provider is to ask for.</summary>
    public string Contact { get; set; } = "";

    /// <summary>That person's telephone, told to this provider for this pick.</summary>
    public string ContactNumber { get; set; } = "";

    /// <summary>When it was asked for (UTC).</summary>
    public DateTime AskedAt { get; set; }

    public long AskedById { get; set; }

    /// <summary>Until when the provider is to answer (UTC): the close of the third working day after.</summary>
    public DateTime AnswerDueAt { get; set; }

    /// <summary>When it was accepted or declined (UTC).</summary>
    public DateTime? AnsweredAt { get; set; }

    public long? AnsweredById { get; set; }

    /// <summary>Who entered that.</summary>
    public Account? AnsweredBy { get; set; }

    /// <summary>Whether the Centre entered it for a provider without an account.</summary>
    public bool AnsweredForProvider { get; set; }

    /// <summary>What was said with it: when and how it goes on, or why it is declined.</summary>
    public string Answer { get; set; } = "";

    /// <summary>The day on which the service was given (Shanghai).</summary>
    public DateOnly? DeliveredOn { get; set; }

    public long? DeliveredById { get; set; }

    /// <summary>Who entered that.</summary>
    public Account? DeliveredBy { get; set; }

    /// <summary>Whether the Centre entered it for a provider without an account.</summary>
    public bool DeliveredForProvider { get; set; }

    /// <summary>What was given.</summary>
    public string Delivered { get; set; } = "";

    public RatingLevel? Rating { get; set; }

    /// <summary>What the enterprise says to its rating.</summary>
    public string RatingReason { get; set; } = "";

    /// <summary>When it was rated (UTC).</summary>
    public DateTime? RatedAt { get; set; }

    /// <summary>When the Centre had seen to a bad rating (UTC).</summary>
    public DateTime? FollowedUpAt { get; set; }

    public long? FollowedUpById { get; set; }

    /// <summary>Who did.</summary>
    public Account? FollowedUpBy { get; set; }

    /// <summary>What was done about it.</summary>
    public string FollowUp { get; set; } = "";

    /// <summary>When the enterprise took it back (UTC).</summary>
    public DateTime? WithdrawnAt { get; set; }

    public string WithdrawnReason { get; set; } = "";

    /// <summary>Raised by every change; a stale save is refused.</summary>
    public int Version { get; set; }

    string IHistoried.Subject => nameof(Enterprise);

    long IHistoried.SubjectId => EnterpriseId;
}

internal sealed class PickConfiguration : IEntityTypeConfiguration<Pick>
{
    public void Configure(EntityTypeBuilder<Pick> builder)
    {
        foreach (var text in new[] { nameof(Pick.Wish), nameof(Pick.Answer), nameof(Pick.Delivered), nameof(Pick.RatingReason), nameof(Pick.FollowUp), nameof(Pick.WithdrawnReason) })
        {
            builder.Property<string>(text).HasMaxLength(ServiceRules.LongestReason * 2);
        }

        builder.Property(p => p.Contact).HasMaxLength(ServiceRules.LongestContact * 2);
        builder.Property(p => p.ContactNumber).HasMaxLength(30);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => new { p.EnterpriseId, p.ServiceId }).IsUnique().HasFilter("\"State\" IN ('Asked', 'Accepted')").HasDatabaseName("IX_OneOpenPick");
        builder.HasIndex(p => new { p.State, p.AnswerDueAt });
        builder.HasIndex(p => p.ServiceId);
        builder.HasOne(p => p.Enterprise).WithMany().HasForeignKey(p => p.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Service).WithMany().HasForeignKey(p => p.ServiceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.ServiceVersion).WithMany().HasForeignKey(p => p.ServiceVersionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.AskedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.AnsweredBy).WithMany().HasForeignKey(p => p.AnsweredById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.DeliveredBy).WithMany().HasForeignKey(p => p.DeliveredById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.FollowedUpBy).WithMany().HasForeignKey(p => p.FollowedUpById).OnDelete(DeleteBehavior.Restrict);
    }
}
