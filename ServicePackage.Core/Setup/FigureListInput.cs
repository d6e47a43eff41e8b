using FluentValidation;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Setup;

/// <summary>What a list of figures says of all its rows.</summary>
public sealed class FigureListInput
{
    /// <summary>The year, which has ended.</summary>
    public int? Year { get; set; }

    /// <summary>The unit of money where a head names none.</summary>
    public MoneyUnit Unit { get; set; }

    /// <summary>With which standing; what a unit certifies is always an authority's word.</summary>
    public FactStanding Standing { get; set; } = FactStanding.Authority;

    /// <summary>The document that the figures are taken from.</summary>
    public string Evidence { get; set; } = "";

    /// <summary>Whether rows of firms that the town does not know are left out, rather than refused.</summary>
    public bool SkipUnknown { get; set; }

    /// <summary>Whether figures are meant as they are that the single form would ask back: ten times the last one, a part above its whole.</summary>
    public bool Again { get; set; }
}

/// <summary>Checks what is said of a list of figures.</summary>
public sealed class FigureListValidator : AbstractValidator<FigureListInput>
{
    public FigureListValidator()
    {
        RuleFor(l => l.Year).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("FactYear") });
        RuleFor(l => l.Year).InclusiveBetween(FactPeriod.FirstYear, FactPeriod.LastYear).WithErrorCode("Fact.PeriodUnknown");
        RuleFor(l => l.Unit).IsInEnum().WithErrorCode("Fact.ChoiceUnknown");
        RuleFor(l => l.Standing).Must(s => s is FactStanding.Checked or FactStanding.Authority).WithErrorCode("Fact.ChoiceUnknown");
        RuleFor(l => l.Evidence).Text("FactEvidence", FactRules.LongestEvidence);
    }
}
