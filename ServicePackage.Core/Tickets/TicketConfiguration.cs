using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.History;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Tickets;

internal sealed class TicketConfiguration : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.ToTable("Tickets");
        builder.Property(t => t.Number).HasMaxLength(20);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.Property(t => t.Title).HasMaxLength(RaiseInputValidator.LongestTitle * 2);
        builder.Property(t => t.ContactName).HasMaxLength(120);
        builder.Property(t => t.ContactPhone).HasMaxLength(60);
        builder.Property(t => t.Marks).HasConversion<int>();
        builder.Property(t => t.Text).HasMaxLength(TextRules.Longest * 2);
        builder.HasIndex(t => t.Number).IsUnique();
        builder.HasIndex(t => new { t.State, t.RaisedAt });
        builder.HasIndex(t => new { t.EnterpriseId, t.RaisedAt });
        builder.HasIndex(t => new { t.LeadUnitId, t.State });
        builder.HasIndex(t => new { t.TopicId, t.LeadUnitId }); // who led a topic before is counted in it alone
        builder.HasIndex(t => t.FirstAskedId);
        builder.HasIndex(t => t.NextMonthlyDutyAt).HasFilter("\"NextMonthlyDutyAt\" IS NOT NULL");
        builder.HasIndex(t => t.AskAfterPromiseAt).HasFilter("\"AskAfterPromiseAt\" IS NOT NULL");
        builder.HasOne(t => t.Enterprise).WithMany().HasForeignKey(t => t.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(t => t.Topic).WithMany().HasForeignKey(t => t.TopicId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(t => t.LeadUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(t => t.FirstAskedId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(t => t.Clocks).WithOne().HasForeignKey(c => c.TicketId);
        builder.HasMany(t => t.Tasks).WithOne().HasForeignKey(c => c.TicketId);
        builder.HasMany(t => t.Returns).WithOne().HasForeignKey(c => c.TicketId);
        builder.HasMany(t => t.Referrals).WithOne().HasForeignKey(c => c.TicketId);
        builder.HasMany(t => t.Urges).WithOne().HasForeignKey(c => c.TicketId);
        builder.HasMany(t => t.SpokenAnswers).WithOne().HasForeignKey(c => c.TicketId);
        builder.HasMany(t => t.Replies).WithOne().HasForeignKey(c => c.TicketId);
    }
}

internal sealed class TopicConfiguration : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> builder)
    {
        builder.Property(t => t.Name).HasMaxLength(40);
        builder.Property(t => t.EnglishName).HasMaxLength(80);
        builder.HasIndex(t => t.Name).IsUnique();
    }
}

internal sealed class TicketClockConfiguration : IEntityTypeConfiguration<TicketClock>
{
    public void Configure(EntityTypeBuilder<TicketClock> builder)
    {
        builder.ToTable("TicketClocks");
        builder.Property(c => c.PausedFor).HasConversion<int>();
        builder.HasIndex(c => c.NextAt).HasFilter("\"NextAt\" IS NOT NULL");
        builder.HasIndex(c => c.Unseen).HasFilter("\"Unseen\"");
        builder.HasIndex(c => new { c.EndedAt, c.DueAt });
        builder.HasIndex(c => new { c.UnitId, c.EndedAt });
        builder.HasOne(c => c.Task).WithMany().HasForeignKey(c => c.TaskId);
        builder.HasOne(c => c.Urge).WithMany().HasForeignKey(c => c.UrgeId);
        builder.HasMany(c => c.Pauses).WithOne().HasForeignKey(p => p.ClockId);
    }
}

internal sealed class TicketPartsConfiguration :
    IEntityTypeConfiguration<ClockPause>,
    IEntityTypeConfiguration<SupportingTask>,
    IEntityTypeConfiguration<Escalation>,
    IEntityTypeConfiguration<SpokenAnswer>,
    IEntityTypeConfiguration<TicketCounter>
{
    public void Configure(EntityTypeBuilder<ClockPause> builder)
    {
        builder.ToTable("ClockPauses");
        builder.Property(p => p.Reason).HasConversion<int>();
    }

    public void Configure(EntityTypeBuilder<SupportingTask> builder)
    {
        builder.ToTable("SupportingTasks");
        builder.HasIndex(t => new { t.UnitId, t.State });
    }

    public void Configure(EntityTypeBuilder<SpokenAnswer> builder)
    {
        builder.ToTable("SpokenAnswers");
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.ById).OnDelete(DeleteBehavior.Restrict);
        builder.Property(s => s.Before).HasConversion(
            before => JsonSerializer.Serialize(before, HistoryRecorder.Json),
            text => HistoryRecorder.Read<TicketBefore>(text)).IsRequired();
    }

    public void Configure(EntityTypeBuilder<Escalation> builder)
    {
        builder.ToTable("Escalations");
        builder.HasIndex(e => new { e.ClockId, e.Level, e.DueVersion, e.AccountId }).IsUnique();
        builder.HasOne<TicketClock>().WithMany().HasForeignKey(e => e.ClockId);
    }

    public void Configure(EntityTypeBuilder<TicketCounter> builder)
    {
        builder.ToTable("TicketCounters");
        builder.HasKey(c => c.Year);
        builder.Property(c => c.Year).ValueGeneratedNever();
    }
}
