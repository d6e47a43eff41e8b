using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Jobs;

/// <summary>The last run of a job. One row a job; instants are real time, in UTC.</summary>
public sealed class JobRun
{
    /// <summary>The longest reason kept.</summary>
    public const int LongestError = 500;

    /// <summary>The name of the job.</summary>
    public string Job { get; init; } = "";

    /// <summary>When the last run began.</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>How long it took.</summary>
    public TimeSpan Took { get; set; }

    /// <summary>How many things it handled.</summary>
    public int Handled { get; set; }

    /// <summary>When a run last failed; null when none has.</summary>
    public DateTime? FailedAt { get; set; }

    /// <summary>Why it failed; for the log's reader, without personal data.</summary>
    public string Error { get; set; } = "";

    /// <summary>Whether the last run is the one that failed.</summary>
    public bool LastFailed => FailedAt == StartedAt;
}

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.HasKey(r => r.Job);
        builder.Property(r => r.Job).HasMaxLength(Job.LongestName);
        builder.Property(r => r.Took).HasConversion<long>();
        builder.Property(r => r.Error).HasMaxLength(JobRun.LongestError);
        builder.Ignore(r => r.LastFailed);
    }
}
