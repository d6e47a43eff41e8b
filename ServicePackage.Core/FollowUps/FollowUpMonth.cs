using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServicePackage.Core.FollowUps;

/// <summary>A month whose runs are due at a stored instant: 08:30 of its first working day (plan §五(六)). While it is to come its instant follows the calendar.</summary>
public sealed class FollowUpMonth
{
    public long Id { get; set; }

    /// <summary>The first day of the month (Shanghai); of each month there is one.</summary>
    public DateOnly Month { get; set; }

    /// <summary>From when on its runs are made (UTC).</summary>
    public DateTime DueAt { get; set; }

    /// <summary>When the run of the last butler was made, or the month was passed over because the program was down until the next was due (UTC); null before.</summary>
    public DateTime? CompleteAt { get; set; }
}

internal sealed class FollowUpMonthConfiguration : IEntityTypeConfiguration<FollowUpMonth>
{
    public void Configure(EntityTypeBuilder<FollowUpMonth> builder) => builder.HasIndex(m => m.Month).IsUnique();
}
