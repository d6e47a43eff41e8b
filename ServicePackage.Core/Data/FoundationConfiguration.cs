using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Data;

internal sealed class HistoryConfiguration : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> builder)
    {
        builder.ToTable("History");
        builder.Property(h => h.Subject).HasMaxLength(40);
        builder.Property(h => h.Act).HasMaxLength(60);
        builder.Property(h => h.Hash).HasMaxLength(64);
        builder.Property(h => h.PreviousHash).HasMaxLength(64);
        builder.HasIndex(h => new { h.Subject, h.SubjectId, h.Sequence }).IsUnique();
        builder.HasIndex(h => h.At);
        builder.HasIndex(h => new { h.AccountId, h.At });
        builder.HasIndex(h => new { h.Subject, h.At });
        builder.HasIndex(h => new { h.Act, h.At });
        builder.HasIndex(h => h.SealSequence);
    }
}

internal sealed class HistorySealConfiguration : IEntityTypeConfiguration<HistorySeal>
{
    public void Configure(EntityTypeBuilder<HistorySeal> builder)
    {
        builder.HasKey(s => s.Sequence);
        builder.Property(s => s.Sequence).ValueGeneratedNever();
        builder.Property(s => s.Hash).HasMaxLength(64);
        builder.Property(s => s.PreviousHash).HasMaxLength(64);
    }
}

internal sealed class CommandReceiptConfiguration : IEntityTypeConfiguration<CommandReceipt>
{
    public void Configure(EntityTypeBuilder<CommandReceipt> builder)
    {
        builder.HasIndex(r => new { r.AccountId, r.CommandId }).IsUnique();
        builder.HasIndex(r => r.At);
    }
}

internal sealed class CalendarYearConfiguration : IEntityTypeConfiguration<CalendarYear>
{
    public void Configure(EntityTypeBuilder<CalendarYear> builder)
    {
        builder.HasKey(y => y.Year);
        builder.Property(y => y.Year).ValueGeneratedNever();
        builder.Property(y => y.Source).HasMaxLength(200);
        builder.Property(y => y.Version).IsConcurrencyToken();
    }
}
