using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServicePackage.Core.Policies;

/// <summary>By which edition of the program the roster was weighed last. Named criteria, sizes and the ways of weighing come with the program: after an update all is weighed anew. One row; none before anything was weighed.</summary>
public sealed class MatchBasis
{
    /// <summary>The key of the row.</summary>
    public const int TheOne = 1;

    public int Id { get; set; } = TheOne;

    /// <summary>The edition.</summary>
    public Guid Edition { get; set; }

    /// <summary>That of the program as it runs: another whenever what it was made from has changed.</summary>
    public static Guid Running => typeof(MatchBasis).Module.ModuleVersionId;
}

internal sealed class MatchBasisConfiguration : IEntityTypeConfiguration<MatchBasis>
{
    public void Configure(EntityTypeBuilder<MatchBasis> builder) => builder.Property(b => b.Id).ValueGeneratedNever();
}
