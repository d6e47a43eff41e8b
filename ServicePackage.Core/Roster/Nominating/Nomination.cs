using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Roster;

/// <summary>One enterprise proposed for the roster of a year by one proposer (plan §二, §四(二)). A firm that is new has no file yet: it is known by its credit code.</summary>
public sealed class Nomination : IHistoried
{
    public long Id { get; set; }

    public int Year { get; set; }

    /// <summary>Unified social credit code, normalised and checked.</summary>
    public string CreditCode { get; set; } = "";

    /// <summary>The firm's name as the proposer has it.</summary>
    public string Name { get; set; } = "";

    public EnterpriseTier Tier { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>The proposer; the Centre where a department outside the town proposes.</summary>
    public long OrganisationId { get; set; }

    /// <summary>The proposer.</summary>
    public Organisation Organisation { get; set; } = null!;

    /// <summary>The district department for which the Centre entered it; empty for the organisation itself.</summary>
    public string OnBehalfOf { get; set; } = "";

    /// <summary>The day (Shanghai) on which it was proposed.</summary>
    public DateOnly ProposedOn { get; set; }

    /// <summary>When it was entered or changed last (UTC).</summary>
    public DateTime NominatedAt { get; set; }

    /// <summary>Who entered or changed it last.</summary>
    public long NominatedById { get; set; }

    /// <summary>When it was withdrawn (UTC); null while it stands.</summary>
    public DateTime? WithdrawnAt { get; set; }

    /// <summary>Raised by every change; a stale save is refused.</summary>
    public int Version { get; set; }

    string IHistoried.Subject => nameof(Nomination);

    long IHistoried.SubjectId => Id;
}

internal sealed class NominationConfiguration : IEntityTypeConfiguration<Nomination>
{
    public void Configure(EntityTypeBuilder<Nomination> builder)
    {
        builder.Property(n => n.CreditCode).HasMaxLength(CreditCode.Length);
        builder.Property(n => n.Name).HasMaxLength(EnterpriseRules.LongestName);
        builder.Property(n => n.Reason).HasMaxLength(RosterLimits.LongestReason * 2);
        builder.Property(n => n.OnBehalfOf).HasMaxLength(RosterLimits.LongestDepartment * 2);
        builder.Property(n => n.Version).IsConcurrencyToken();
        builder.HasIndex(n => new { n.Year, n.CreditCode, n.OrganisationId, n.OnBehalfOf }).IsUnique();
        builder.HasIndex(n => new { n.Year, n.OrganisationId });
        builder.HasOne(n => n.Organisation).WithMany().HasForeignKey(n => n.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(typeof(Account)).WithMany().HasForeignKey(nameof(Nomination.NominatedById)).OnDelete(DeleteBehavior.Restrict);
    }
}
