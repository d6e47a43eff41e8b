using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;

namespace ServicePackage.Core.Events;

/// <summary>The seat of one enterprise at an event 名额, or its place on the waiting list 候补, and what became of it (plan §三(二)). The history of the enterprise notes each act.</summary>
[Unwritten]
public sealed class Seat : IHistoried
{
    public long Id { get; set; }

    public long EventId { get; set; }

    /// <summary>The event.</summary>
    public Event Event { get; set; } = null!;

    public long EnterpriseId { get; set; }

    /// <summary>The enterprise.</summary>
    public Enterprise Enterprise { get; set; } = null!;

    public SeatState State { get; set; }

    /// <summary>How many people it is for.</summary>
    public int People { get; set; }

    /// <summary>Who comes, as typed.</summary>
    public string Names { get; set; } = "";

    /// <summary>Whom the organiser is to ask for.</summary>
    public string Contact { get; set; } = "";

    /// <summary>That person's telephone, told to this organiser for this event.</summary>
    public string ContactNumber { get; set; } = "";

    /// <summary>When the enterprise signed up (UTC).</summary>
    public DateTime SignedUpAt { get; set; }

    public long SignedUpById { get; set; }

    /// <summary>Its turn on the waiting list; null where it never stood there.</summary>
    public int? Turn { get; set; }

    /// <summary>When it came from the waiting list to a seat (UTC).</summary>
    public DateTime? AdmittedAt { get; set; }

    /// <summary>When the enterprise gave it up (UTC).</summary>
    public DateTime? CancelledAt { get; set; }

    public long? CancelledById { get; set; }

    /// <summary>How many of its people came; 0 where none did, null while it is not noted.</summary>
    public int? Came { get; set; }

    /// <summary>When that was noted (UTC).</summary>
    public DateTime? CameNotedAt { get; set; }

    public long? CameNotedById { get; set; }

    /// <summary>Whether the Centre noted it for an organiser without an account.</summary>
    public bool CameNotedForOrganiser { get; set; }

    public RatingLevel? Rating { get; set; }

    /// <summary>What the enterprise says to its rating.</summary>
    public string RatingReason { get; set; } = "";

    /// <summary>When it was rated (UTC).</summary>
    public DateTime? RatedAt { get; set; }

    /// <summary>When the Centre had seen to a bad rating (UTC).</summary>
    public DateTime? FollowedUpAt { get; set; }

    public long? FollowedUpById { get; set; }

    /// <summary>What was done about it.</summary>
    public string FollowUp { get; set; } = "";

    /// <summary>Raised by every change; a stale save is refused.</summary>
    public int Version { get; set; }

    string IHistoried.Subject => nameof(Enterprise);

    long IHistoried.SubjectId => EnterpriseId;
}

internal sealed class SeatConfiguration : IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<Seat> builder)
    {
        builder.Property(s => s.Names).HasMaxLength(EventRules.LongestNames * 2);
        builder.Property(s => s.Contact).HasMaxLength(ServiceRules.LongestContact * 2);
        builder.Property(s => s.ContactNumber).HasMaxLength(30);
        builder.Property(s => s.RatingReason).HasMaxLength(EventRules.LongestReason * 2);
        builder.Property(s => s.FollowUp).HasMaxLength(EventRules.LongestReason * 2);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => new { s.EventId, s.EnterpriseId }).IsUnique().HasFilter("\"State\" IN ('Taken', 'Waiting')").HasDatabaseName("IX_OneSeatAnEnterprise");
        builder.HasIndex(s => new { s.EventId, s.State, s.Turn });
        builder.HasIndex(s => s.EnterpriseId);
        builder.HasOne(s => s.Event).WithMany().HasForeignKey(s => s.EventId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(s => s.Enterprise).WithMany().HasForeignKey(s => s.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        foreach (var by in new[] { nameof(Seat.SignedUpById), nameof(Seat.CancelledById), nameof(Seat.CameNotedById), nameof(Seat.FollowedUpById) })
        {
            builder.HasOne(typeof(Account)).WithMany().HasForeignKey(by).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
