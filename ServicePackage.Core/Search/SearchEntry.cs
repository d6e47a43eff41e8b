using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServicePackage.Core.Search;

/// <summary>
/// What can be found of one subject: its words, as <see cref="SearchWords"/> makes them, in the one table that both databases index in full.
/// Kept by the context in the transaction of the change.
/// </summary>
public sealed class SearchEntry
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The kind of subject.</summary>
    public string SubjectKind { get; init; } = "";

    /// <summary>The key of the subject.</summary>
    public long SubjectId { get; init; }

    /// <summary>The words, a space between them.</summary>
    public string Words { get; internal set; } = "";
}

internal sealed class SearchEntryConfiguration : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        builder.ToTable("SearchEntries");
        builder.Property(s => s.SubjectKind).HasMaxLength(40);
        builder.HasIndex(s => new { s.SubjectKind, s.SubjectId }).IsUnique();
    }
}
