using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Packages;

/// <summary>Where a clause stands in a package.</summary>
public enum PackagePlace
{
    /// <summary>照常列入: where its group puts it.</summary>
    Usual,

    /// <summary>重点推荐: before the others of its group.</summary>
    PutForward,

    /// <summary>不列入.</summary>
    LeftOut,
}

/// <summary>What whoever serves an enterprise has decided about a clause of its package; without such a row it stands in it as usual (plan §三(二)).</summary>
public sealed class PackageChoice : IHistoried
{
    public long Id { get; set; }

    public long EnterpriseId { get; set; }

    /// <summary>The enterprise.</summary>
    public Enterprise Enterprise { get; set; } = null!;

    public long ClauseId { get; set; }

    /// <summary>The clause, through all versions.</summary>
    public Clause Clause { get; set; } = null!;

    public PackagePlace Place { get; set; }

    /// <summary>What the enterprise reads with it, or, where it was left out, why; that the enterprise does not read.</summary>
    public string Word { get; set; } = "";

    /// <summary>When it was decided last (UTC).</summary>
    public DateTime MadeAt { get; set; }

    public long MadeById { get; set; }

    /// <summary>Who decided it last.</summary>
    public Account MadeBy { get; set; } = null!;

    /// <summary>Raised by every change; a stale save is refused.</summary>
    public int Version { get; set; }

    string IHistoried.Subject => nameof(Enterprise);

    long IHistoried.SubjectId => EnterpriseId;
}

internal sealed class PackageChoiceConfiguration : IEntityTypeConfiguration<PackageChoice>
{
    public void Configure(EntityTypeBuilder<PackageChoice> builder)
    {
        builder.Property(c => c.Word).HasMaxLength(PackageRules.LongestWord * 2);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.EnterpriseId, c.ClauseId }).IsUnique();
        builder.HasOne(c => c.Enterprise).WithMany().HasForeignKey(c => c.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Clause).WithMany().HasForeignKey(c => c.ClauseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(c => c.MadeBy).WithMany().HasForeignKey(c => c.MadeById).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Where a clause is to stand in a package, as typed.</summary>
public sealed class PackageChoiceInput
{
    /// <summary>The enterprise.</summary>
    public long EnterpriseId { get; set; }

    /// <summary>The clause.</summary>
    public long ClauseId { get; set; }

    /// <summary>The copy the person saw; 0 where nobody had decided anything.</summary>
    public int Version { get; set; }

    /// <summary>Where it is to stand.</summary>
    public PackagePlace Place { get; set; }

    /// <summary>What the enterprise reads with it; why, where it is left out.</summary>
    public string Word { get; set; } = "";
}

/// <summary>Checks it: to leave something out takes a reason.</summary>
public sealed class PackageChoiceValidator : AbstractValidator<PackageChoiceInput>
{
    public PackageChoiceValidator()
    {
        RuleFor(c => c.Place).IsInEnum().WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("PackagePlace") });
        RuleFor(c => c.Word).Text("PackageReason", PackageRules.LongestWord).When(c => c.Place == PackagePlace.LeftOut);
        RuleFor(c => c.Word).Text("PackageWord", PackageRules.LongestWord, required: false).When(c => c.Place != PackagePlace.LeftOut);
    }
}
