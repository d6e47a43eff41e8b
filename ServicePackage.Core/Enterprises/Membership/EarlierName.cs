using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Enterprises;

/// <summary>A name that an enterprise had before, under the same credit code.</summary>
public sealed class EarlierName
{
    public long Id { get; set; }

    public long EnterpriseId { get; set; }

    /// <summary>The enterprise.</summary>
    public Enterprise Enterprise { get; set; } = null!;

    public string Name { get; set; } = "";

    /// <summary>The day (Shanghai) from which the next name is known.</summary>
    public DateOnly Until { get; set; }
}

internal sealed class EarlierNameConfiguration : IEntityTypeConfiguration<EarlierName>
{
    public void Configure(EntityTypeBuilder<EarlierName> builder)
    {
        builder.Property(n => n.Name).HasMaxLength(EnterpriseRules.LongestName);
        builder.HasIndex(n => n.EnterpriseId);
        builder.HasOne(n => n.Enterprise).WithMany().HasForeignKey(n => n.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Gives enterprises their names.</summary>
internal static class EnterpriseNaming
{
    /// <summary>Names it anew and keeps the name it had, with the day; nothing where it is the same.</summary>
    public static bool Rename(Operation op, Enterprise enterprise, string name)
    {
        var kept = TextRules.Kept(name);
        if (kept == enterprise.Name)
        {
            return false;
        }

        op.Db.EarlierNames.Add(new EarlierName { EnterpriseId = enterprise.Id, Name = enterprise.Name, Until = op.Today });
        enterprise.Name = kept;
        return true;
    }
}
