using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Policies;

/// <summary>When an enterprise is to be weighed again although nobody does anything: a year begins, a title expires, a policy comes into force. One row for each that was weighed.</summary>
public sealed class MatchTurn
{
    public long EnterpriseId { get; set; }

    /// <summary>The next day (Shanghai) on which a clause may stand otherwise; null where none is known. Never later than that day; on an earlier one it is only weighed in vain.</summary>
    public DateOnly? NextTurn { get; set; }

    /// <summary>Raised by each weighing: of two at once the second finds it changed, and leaves the work to the next.</summary>
    public int Version { get; set; }
}

internal sealed class MatchTurnConfiguration : IEntityTypeConfiguration<MatchTurn>
{
    public void Configure(EntityTypeBuilder<MatchTurn> builder)
    {
        builder.HasKey(t => t.EnterpriseId);
        builder.Property(t => t.EnterpriseId).ValueGeneratedNever();
        builder.HasIndex(t => t.NextTurn);
        builder.HasOne<Enterprise>().WithOne().HasForeignKey<MatchTurn>(t => t.EnterpriseId).OnDelete(DeleteBehavior.Cascade);
    }
}
