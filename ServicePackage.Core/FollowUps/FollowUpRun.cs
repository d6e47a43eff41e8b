using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.FollowUps;

/// <summary>
/// The run of a month for one butler 月度跟进单, with a number within the month: 2026-12-003. One a month and butler, and one for an office that stands in while nobody leads
/// it; unique indexes keep it so, however many sweeps run at once.
/// </summary>
public sealed class FollowUpRun
{
    public long Id { get; set; }

    /// <summary>The first day of the month (Shanghai).</summary>
    public DateOnly Month { get; set; }

    /// <summary>1, 2, 3 … within the month.</summary>
    public int Number { get; private set; }

    public long? AccountId { get; set; }

    /// <summary>Who served its enterprises when it was made; null where an office stood in that nobody leads.</summary>
    public Account? Account { get; set; }

    public long? OfficeId { get; set; }

    /// <summary>That office: an economic city, or the Centre.</summary>
    public Organisation? Office { get; set; }

    /// <summary>When it was due (UTC).</summary>
    public DateTime DueAt { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime MadeAt { get; set; }

    /// <summary>Its number as it is read: 2026-12-003.</summary>
    public string Label { get; private set; } = "";

    /// <summary>Gives it its number within the month.</summary>
    internal void Count(int number) => (Number, Label) = (number, string.Create(CultureInfo.InvariantCulture, $"{Month:yyyy-MM}-{number:D3}"));
}

internal sealed class FollowUpRunConfiguration : IEntityTypeConfiguration<FollowUpRun>
{
    public void Configure(EntityTypeBuilder<FollowUpRun> builder)
    {
        builder.Property(r => r.Label).HasMaxLength(20);
        builder.HasIndex(r => new { r.Month, r.Number }).IsUnique();
        builder.HasIndex(r => new { r.Month, r.AccountId }).IsUnique().HasFilter("\"AccountId\" IS NOT NULL").HasDatabaseName("IX_OneRunAButler");
        builder.HasIndex(r => new { r.Month, r.OfficeId }).IsUnique().HasFilter("\"OfficeId\" IS NOT NULL").HasDatabaseName("IX_OneRunAnOffice");
        builder.HasOne(r => r.Account).WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Office).WithMany().HasForeignKey(r => r.OfficeId).OnDelete(DeleteBehavior.Restrict);
    }
}
