using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServicePackage.Core.Demo;

/// <summary>How far the clock of a demo run is ahead of real time, so that a restart does not set the town back. One row at most.</summary>
public sealed class DemoTimeAhead
{
    /// <summary>The one row's key.</summary>
    public const int TheOne = 1;

    /// <summary>Always <see cref="TheOne"/>.</summary>
    public int Id { get; private set; } = TheOne;

    public TimeSpan Ahead { get; set; }
}

internal sealed class DemoTimeAheadConfiguration : IEntityTypeConfiguration<DemoTimeAhead>
{
    public void Configure(EntityTypeBuilder<DemoTimeAhead> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Ahead).HasConversion<long>();
    }
}
