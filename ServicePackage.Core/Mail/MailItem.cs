using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Notices;

namespace ServicePackage.Core.Mail;

/// <summary>Why a mail was not sent.</summary>
public enum MailTrouble
{
    /// <summary>The server did not answer, or the connection broke.</summary>
    Unreachable = 1,

    /// <summary>The connection could not be protected: no TLS, or a certificate that is not trusted.</summary>
    NotProtected = 2,

    /// <summary>The server refused the program's user name or password.</summary>
    SignInRefused = 3,

    /// <summary>The server refused the sender's address.</summary>
    SenderRefused = 4,

    /// <summary>The server put this mail off (4xx).</summary>
    PutOff = 5,

    /// <summary>The server refused this mail for good (5xx).</summary>
    Refused = 6,

    /// <summary>It could not be written: its address or its text is not what a mail can hold.</summary>
    Unwritable = 7,
}

/// <summary>
/// A notice that is to be sent by mail, written in the transaction of the notice. One mail has one <see cref="MessageKey"/>: a digest's
/// items share theirs. Sender, recipient and text are made when it is sent.
/// </summary>
public sealed class MailItem
{
    public long Id { get; set; }

    public long NoticeId { get; set; }

    public Notice Notice { get; set; } = null!;

    public long AccountId { get; set; }

    /// <summary>Whether it waits for the day's digest.</summary>
    public bool Digest { get; set; }

    /// <summary>The mail it is in, and the first half of its Message-ID; a digest's is given when it is put together.</summary>
    public Guid? MessageKey { get; set; }

    /// <summary>When it was written (UTC).</summary>
    public DateTime At { get; set; }

    /// <summary>When to send it, or to try again (UTC); while a node sends it, the moment at which another may. Null when there is nothing left to do.</summary>
    public DateTime? NextTryAt { get; set; }

    public int Tries { get; set; }

    /// <summary>When the server took it (UTC).</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>When it was given up (UTC).</summary>
    public DateTime? FailedAt { get; set; }

    /// <summary>What the last try met with.</summary>
    public MailTrouble? Trouble { get; set; }

    /// <summary>The server's reply code at the last try, if it gave one. Its words are not kept: they repeat addresses.</summary>
    public int? ReplyCode { get; set; }
}

internal sealed class MailItemConfiguration : IEntityTypeConfiguration<MailItem>
{
    public void Configure(EntityTypeBuilder<MailItem> builder)
    {
        builder.HasIndex(m => m.NextTryAt).HasFilter("\"NextTryAt\" IS NOT NULL");
        builder.HasIndex(m => m.FailedAt).HasFilter("\"FailedAt\" IS NOT NULL");
        builder.HasIndex(m => m.SentAt).HasFilter("\"SentAt\" IS NOT NULL");
        builder.HasIndex(m => m.MessageKey);
        builder.HasIndex(m => m.AccountId);
        builder.HasOne(m => m.Notice).WithMany().HasForeignKey(m => m.NoticeId);
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
    }
}
