using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Enterprises;

/// <summary>That a unit is the authority of a fact: its people record the fact as it certifies it, and see no other figure for that.</summary>
public sealed class CertifiedFact : IHistoried
{
    public long Id { get; set; }

    public long OrganisationId { get; set; }

    /// <summary>The unit.</summary>
    public Organisation Organisation { get; set; } = null!;

    /// <summary>The fact, as in <see cref="FactCatalogue"/>.</summary>
    public string Code { get; set; } = "";

    string IHistoried.Subject => nameof(Organisations.Organisation);

    long IHistoried.SubjectId => OrganisationId;
}

/// <summary>Which facts a person certifies.</summary>
public static class CertifiedFacts
{
    /// <summary>The facts that units of the actor certify.</summary>
    public static IQueryable<CertifiedFact> CertifiedBy(this IQueryable<CertifiedFact> facts, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var units = actor.UnitIds;
        return facts.Where(c => units.Contains(c.OrganisationId));
    }

    /// <summary>Their codes.</summary>
    internal static async Task<IReadOnlyList<string>> CertifiedCodesAsync(this Operation op, CancellationToken cancellation) =>
        op.Actor.UnitIds.Count == 0 ? [] : await op.Db.CertifiedFacts.CertifiedBy(op.Actor).Select(c => c.Code).Distinct().Order().ToListAsync(cancellation);
}

internal sealed class CertifiedFactConfiguration : IEntityTypeConfiguration<CertifiedFact>
{
    public void Configure(EntityTypeBuilder<CertifiedFact> builder)
    {
        builder.ToTable("CertifiedFacts");
        builder.Property(c => c.Code).HasMaxLength(40);
        builder.HasIndex(c => new { c.OrganisationId, c.Code }).IsUnique();
        builder.HasOne(c => c.Organisation).WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
