using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Policies;

/// <summary>
/// What is to be weighed anew, written in the transaction of the change that asks for it: an enterprise against the clauses that ask for one thing, or against all; a
/// clause against every enterprise on the roster, or against one. Gone once it is done; a row too many costs a weighing and changes nothing.
/// </summary>
public sealed class Unweighed
{
    /// <summary>What stands before the key of a question that people judge, beside the codes of facts and lists.</summary>
    public const string JudgedPrefix = "?";

    /// <summary>The longest code.</summary>
    public const int LongestCode = 60;

    public long Id { get; set; }

    /// <summary>The enterprise; null for every one on the roster.</summary>
    public long? EnterpriseId { get; set; }

    /// <summary>The enterprise.</summary>
    public Enterprise? Enterprise { get; set; }

    /// <summary>The clause; null for all that ask for what has changed.</summary>
    public long? ClauseId { get; set; }

    /// <summary>The clause.</summary>
    public Clause? Clause { get; set; }

    /// <summary>The fact, the list or the question that has changed; null where any clause may be concerned.</summary>
    public string? Code { get; set; }

    /// <summary>Whether those who were told of the clause are to be told again.</summary>
    public bool Again { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; set; }
}

internal sealed class UnweighedConfiguration : IEntityTypeConfiguration<Unweighed>
{
    public void Configure(EntityTypeBuilder<Unweighed> builder)
    {
        builder.Property(u => u.Code).HasMaxLength(Unweighed.LongestCode);
        builder.HasIndex(u => u.EnterpriseId);
        builder.HasIndex(u => u.ClauseId);
        builder.HasOne(u => u.Enterprise).WithMany().HasForeignKey(u => u.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(u => u.Clause).WithMany().HasForeignKey(u => u.ClauseId).OnDelete(DeleteBehavior.Cascade);
    }
}
