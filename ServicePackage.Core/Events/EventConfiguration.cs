using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Catalogue;

namespace ServicePackage.Core.Events;

internal sealed class EventConfiguration : IEntityTypeConfiguration<Event>
{
    public void Configure(EntityTypeBuilder<Event> builder)
    {
        builder.Property(e => e.Title).HasMaxLength(EventRules.LongestTitle * 2);
        builder.Property(e => e.Initials).HasMaxLength(EventRules.LongestTitle * (EventRules.LongestTitle + 2));
        builder.Property(e => e.Text).HasMaxLength(EventRules.LongestWords * 2);
        builder.Property(e => e.Place).HasMaxLength(EventRules.LongestPlace * 2);
        builder.Property(e => e.WasPlace).HasMaxLength(EventRules.LongestPlace * 2);
        builder.Property(e => e.FeeWords).HasMaxLength(ServiceRules.LongestFee * 2);
        builder.Property(e => e.FeeYuan).HasPrecision(18, 2);
        builder.Property(e => e.Audience).HasMaxLength(ServiceRules.LongestCondition);
        builder.Property(e => e.Contact).HasMaxLength(ServiceRules.LongestContact * 2);
        builder.Property(e => e.Phone).HasMaxLength(30);
        foreach (var reason in new[] { nameof(Event.SentBackReason), nameof(Event.MovedReason), nameof(Event.CalledOffReason) })
        {
            builder.Property<string>(reason).HasMaxLength(EventRules.LongestReason * 2);
        }

        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasIndex(e => new { e.State, e.StartsAt });
        builder.HasIndex(e => e.OrganiserId);
        builder.HasIndex(e => e.PolicyVersionId);
        builder.HasOne(e => e.Organiser).WithMany().HasForeignKey(e => e.OrganiserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(e => e.PolicyVersion).WithMany().HasForeignKey(e => e.PolicyVersionId).OnDelete(DeleteBehavior.Restrict);
        foreach (var by in new[] { nameof(Event.DraftedById), nameof(Event.ChangedById), nameof(Event.SubmittedById), nameof(Event.SentBackById), nameof(Event.PublishedById), nameof(Event.MovedById), nameof(Event.CalledOffById) })
        {
            builder.HasOne(typeof(Account)).WithMany().HasForeignKey(by).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
