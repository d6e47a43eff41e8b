using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.History;

namespace ServicePackage.Core.Mail;

/// <summary>What a person wishes to be sent by mail, and in which language. Whoever has chosen nothing has no row and gets what a new one says.</summary>
public sealed class MailWish : IHistoried
{
    public long AccountId { get; set; }

    /// <summary>The language of the mails.</summary>
    public MailLanguage Language { get; set; } = MailLanguage.Chinese;

    /// <summary>When to send what waits on the person.</summary>
    public MailTiming Waits { get; set; } = MailTiming.AtOnce;

    /// <summary>When to send what happened to the person's demands.</summary>
    public MailTiming Concerns { get; set; } = MailTiming.Daily;

    /// <summary>When to send what somebody else is late with.</summary>
    public MailTiming Escalations { get; set; } = MailTiming.Daily;

    /// <summary>Whether the person is told nothing of the week's policies: neither by mail nor in the bell.</summary>
    public bool WeeklyOff { get; set; }

    /// <summary>Raised by every change; a stale save is refused.</summary>
    public int Version { get; set; }

    string IHistoried.Subject => nameof(Account);

    long IHistoried.SubjectId => AccountId;

    /// <summary>When to send the notices of a group.</summary>
    public MailTiming For(MailGroup group) => group switch
    {
        MailGroup.Waits => Waits,
        MailGroup.Concerns => Concerns,
        MailGroup.Weekly => WeeklyOff ? MailTiming.None : MailTiming.AtOnce, // it is a digest itself
        _ => Escalations,
    };

    /// <summary>When to send a notice of this kind to this person; an enterprise's people are sent nothing but what waits on them and the week's policies.</summary>
    internal static MailTiming TimingOf(MailWish? wish, string kind, bool enterprise) =>
        MailGroups.Of(kind) is var group && MailGroups.For(enterprise).Contains(group) ? (wish ?? new MailWish()).For(group) : MailTiming.None;
}

internal sealed class MailWishConfiguration : IEntityTypeConfiguration<MailWish>
{
    public void Configure(EntityTypeBuilder<MailWish> builder)
    {
        builder.HasKey(w => w.AccountId);
        builder.Property(w => w.AccountId).ValueGeneratedNever();
        builder.Property(w => w.Version).IsConcurrencyToken();
        builder.HasOne<Account>().WithOne().HasForeignKey<MailWish>(w => w.AccountId);
    }
}
