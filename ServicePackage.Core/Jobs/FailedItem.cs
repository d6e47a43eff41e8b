using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Jobs;

/// <summary>One of the things a job handles that it could not: tried again at growing distances, then left until the administrator asks. Gone once it succeeds.</summary>
public sealed class FailedItem
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 60;

    /// <summary>After each failure, how long until it is tried again; after one more it is given up.</summary>
    public static readonly IReadOnlyList<TimeSpan> Distances =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2)];

    public long Id { get; private set; }

    /// <summary>The job's name.</summary>
    public string Job { get; init; } = "";

    public string SubjectKind { get; init; } = "";

    public long SubjectId { get; init; }

    /// <summary>What it is called by people: a number, never what it is about.</summary>
    public string Name { get; init; } = "";

    /// <summary>When it first failed (UTC, as the job counts).</summary>
    public DateTime FirstAt { get; init; }

    /// <summary>When it failed last (UTC, as the job counts).</summary>
    public DateTime LastAt { get; set; }

    public int Tries { get; set; }

    /// <summary>When to try again (UTC, as the job counts); null once it is given up.</summary>
    public DateTime? NextTryAt { get; set; }

    /// <summary>Why it failed last; for the log's reader, without personal data.</summary>
    public string Error { get; set; } = "";
}

internal sealed class FailedItemConfiguration : IEntityTypeConfiguration<FailedItem>
{
    public void Configure(EntityTypeBuilder<FailedItem> builder)
    {
        builder.Property(i => i.Job).HasMaxLength(Job.LongestName);
        builder.Property(i => i.SubjectKind).HasMaxLength(Job.LongestName);
        builder.Property(i => i.Name).HasMaxLength(FailedItem.LongestName);
        builder.Property(i => i.Error).HasMaxLength(JobRun.LongestError);
        builder.HasIndex(i => new { i.Job, i.SubjectKind, i.SubjectId }).IsUnique();
    }
}
