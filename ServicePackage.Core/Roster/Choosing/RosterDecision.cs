using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;

namespace ServicePackage.Core.Roster;

/// <summary>What the Centre decided about one firm for the roster of a year, and whether the published roster follows it (plan §七(二)).</summary>
public sealed class RosterDecision : IHistoried
{
    public long Id { get; set; }

    public int Year { get; set; }

    /// <summary>Unified social credit code.</summary>
    public string CreditCode { get; set; } = "";

    /// <summary>The name under which it goes onto the roster.</summary>
    public string Name { get; set; } = "";

    /// <summary>Taken onto the roster, or left off it.</summary>
    public bool Taken { get; set; }

    /// <summary>The tier of one that is taken.</summary>
    public EnterpriseTier Tier { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>The economic city that is to serve a new firm; null for one with a file.</summary>
    public long? EconomicCityId { get; set; }

    /// <summary>When it was decided (UTC).</summary>
    public DateTime DecidedAt { get; set; }

    public long DecidedById { get; set; }

    /// <summary>When the roster was changed accordingly (UTC); null while it is not published, or could not be done.</summary>
    public DateTime? AppliedAt { get; set; }

    /// <summary>Raised by every change; a stale save is refused.</summary>
    public int Version { get; set; }

    string IHistoried.Subject => nameof(RosterDecision);

    long IHistoried.SubjectId => Id;
}

internal sealed class RosterDecisionConfiguration : IEntityTypeConfiguration<RosterDecision>
{
    public void Configure(EntityTypeBuilder<RosterDecision> builder)
    {
        builder.Property(d => d.CreditCode).HasMaxLength(CreditCode.Length);
        builder.Property(d => d.Name).HasMaxLength(EnterpriseRules.LongestName);
        builder.Property(d => d.Reason).HasMaxLength(RosterLimits.LongestReason * 2);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => new { d.Year, d.CreditCode }).IsUnique();
        builder.HasOne(typeof(Organisations.Organisation)).WithMany().HasForeignKey(nameof(RosterDecision.EconomicCityId)).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(typeof(Account)).WithMany().HasForeignKey(nameof(RosterDecision.DecidedById)).OnDelete(DeleteBehavior.Restrict);
    }
}
