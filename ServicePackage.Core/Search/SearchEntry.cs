using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Search;

/// <summary>
/// What can be found of one demand or one enterprise: its words, as <see cref="SearchWords"/> makes them, in the one table
/// that both databases index in full. Kept by the context in the transaction of the change.
/// </summary>
public sealed class SearchEntry
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The demand; null for an enterprise.</summary>
    public long? TicketId { get; private set; }

    /// <summary>The enterprise; null for a demand.</summary>
    public long? EnterpriseId { get; private set; }

    /// <summary>The demand.</summary>
    internal Ticket? Ticket { get; init; }

    /// <summary>The enterprise.</summary>
    internal Enterprise? Enterprise { get; init; }

    /// <summary>The words, a space between them.</summary>
    public string Words { get; internal set; } = "";
}

internal sealed class SearchEntryConfiguration : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        builder.ToTable("SearchEntries");
        builder.HasOne(s => s.Ticket).WithOne().HasForeignKey<SearchEntry>(s => s.TicketId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(s => s.Enterprise).WithOne().HasForeignKey<SearchEntry>(s => s.EnterpriseId).OnDelete(DeleteBehavior.Cascade);
    }
}
