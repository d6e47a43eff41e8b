using FluentValidation;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Packages;

/// <summary>A package is issued, as the person saw it.</summary>
public sealed class IssueInput
{
    /// <summary>The enterprise.</summary>
    public long EnterpriseId { get; set; }

    /// <summary>The key of what the person saw; another by now is refused.</summary>
    public string Seen { get; set; } = "";
}

/// <summary>A version is handed over, as typed.</summary>
public sealed class HandOverInput
{
    /// <summary>The version.</summary>
    public long Id { get; set; }

    /// <summary>The copy the person saw.</summary>
    public int Version { get; set; }

    /// <summary>How.</summary>
    public HandOverWay? Way { get; set; }

    /// <summary>On which day (Shanghai), at a visit.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>To whom, at a visit.</summary>
    public string To { get; set; } = "";

    /// <summary>Whether that person acknowledged its receipt there and then.</summary>
    public bool IsAcknowledged { get; set; }
}

/// <summary>Checks it.</summary>
public sealed class HandOverValidator : AbstractValidator<HandOverInput>
{
    public HandOverValidator()
    {
        RuleFor(h => h.Way).Must(w => w is { } way && Enum.IsDefined(way)).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("HandOverWay") });
        RuleFor(h => h.Day).NotNull().When(h => h.Way == HandOverWay.AtVisit).WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("HandOverDay") });
        RuleFor(h => h.To).Text("HandedTo", PackageRules.LongestName).When(h => h.Way == HandOverWay.AtVisit);
    }
}

/// <summary>The receipt of a version is acknowledged, as typed; of itself an enterprise types nothing.</summary>
public sealed class AcknowledgeInput
{
    /// <summary>The version.</summary>
    public long Id { get; set; }

    /// <summary>The copy the person saw.</summary>
    public int Version { get; set; }

    /// <summary>On which day (Shanghai), where whoever serves the enterprise records it.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>Who acknowledged it.</summary>
    public string Name { get; set; } = "";
}

/// <summary>Checks a receipt that is recorded for an enterprise.</summary>
public sealed class AcknowledgeValidator : AbstractValidator<AcknowledgeInput>
{
    public AcknowledgeValidator()
    {
        RuleFor(a => a.Day).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("AcknowledgeDay") });
        RuleFor(a => a.Name).Text("AcknowledgeName", PackageRules.LongestName);
    }
}
