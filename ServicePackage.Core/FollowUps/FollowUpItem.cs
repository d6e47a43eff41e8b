using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;

namespace ServicePackage.Core.FollowUps;

/// <summary>How an item of a run ended.</summary>
public enum FollowUpEnd
{
    /// <summary>自动销项: each of its reasons was seen to.</summary>
    Itself,

    /// <summary>人工销项: whoever serves the enterprise said in a word what came of it.</summary>
    Word,

    /// <summary>转入下期: it was still open when the next run was made, and stands there.</summary>
    Carried,

    /// <summary>退出名单: the enterprise left the roster.</summary>
    OffRoster,
}

/// <summary>
/// An enterprise on a run, with why it is to be looked at. It belongs to the run in which it was put, and is shown to whoever serves the enterprise now. Reasons are kept as
/// codes with arguments, never as sentences.
/// </summary>
[Unwritten]
public sealed class FollowUpItem : IHistoried
{
    public long Id { get; set; }

    public long RunId { get; set; }

    /// <summary>The run.</summary>
    public FollowUpRun Run { get; set; } = null!;

    /// <summary>The month of the run: an enterprise is on one run a month, whoever served it meanwhile.</summary>
    public DateOnly Month { get; set; }

    public long EnterpriseId { get; set; }

    /// <summary>The enterprise.</summary>
    public Enterprise Enterprise { get; set; } = null!;

    /// <summary>JSON of its reasons; written by <see cref="Take"/>.</summary>
    public string Reasons { get; private set; } = "[]";

    /// <summary>The month of the run from which on it has been left over; null where it is new in this one.</summary>
    public DateOnly? LeftSince { get; set; }

    /// <summary>When it ended (UTC); null while it is open.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>How it ended; null while it is open.</summary>
    public FollowUpEnd? ClosedAs { get; set; }

    public long? ClosedById { get; set; }

    /// <summary>Who said what came of it; null where it ended by itself.</summary>
    public Account? ClosedBy { get; set; }

    /// <summary>What came of it; empty where it ended by itself.</summary>
    public string Word { get; set; } = "";

    /// <summary>Raised by every change; a stale save is refused.</summary>
    public int Version { get; set; }

    string IHistoried.Subject => nameof(Enterprise);

    long IHistoried.SubjectId => EnterpriseId;

    /// <summary>Its reasons; none where they cannot be read any more.</summary>
    public IReadOnlyList<FollowUpReason> Read() =>
        [.. (HistoryRecorder.Read<List<FollowUpReason>>(Reasons) ?? []).Select(r => r with { EnterpriseId = EnterpriseId })];

    /// <summary>Keeps these reasons.</summary>
    public void Take(IEnumerable<FollowUpReason> reasons) => Reasons = JsonSerializer.Serialize(reasons, HistoryRecorder.Json);

    /// <summary>Ends it.</summary>
    internal void Close(FollowUpEnd how, DateTime at, long? by = null, string word = "")
    {
        (ClosedAs, ClosedAt, ClosedById, Word) = (how, at, by, word);
        Version++;
    }
}

internal sealed class FollowUpItemConfiguration : IEntityTypeConfiguration<FollowUpItem>
{
    public void Configure(EntityTypeBuilder<FollowUpItem> builder)
    {
        builder.Property(i => i.Word).HasMaxLength(FollowUpRules.LongestWord * 2);
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.HasIndex(i => new { i.RunId, i.EnterpriseId }).IsUnique();
        builder.HasIndex(i => new { i.Month, i.EnterpriseId }).IsUnique();
        builder.HasIndex(i => i.EnterpriseId).IsUnique().HasFilter("\"ClosedAt\" IS NULL").HasDatabaseName("IX_OneOpenFollowUp");
        builder.HasIndex(i => i.Id).HasFilter("\"ClosedAt\" IS NULL").HasDatabaseName("IX_OpenFollowUps");
        builder.HasOne(i => i.Run).WithMany().HasForeignKey(i => i.RunId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(i => i.Enterprise).WithMany().HasForeignKey(i => i.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(i => i.ClosedBy).WithMany().HasForeignKey(i => i.ClosedById).OnDelete(DeleteBehavior.Restrict);
    }
}
