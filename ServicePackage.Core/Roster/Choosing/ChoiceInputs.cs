using FluentValidation;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Roster;

/// <summary>The roster of a year, as the person saw it.</summary>
/// <param name="Year">The year.</param>
/// <param name="Version">The version of the copy.</param>
public sealed record RosterYearAct(int Year, int Version);

/// <summary>A firm that is decided about, as the person saw it.</summary>
/// <param name="CreditCode">Unified social credit code.</param>
/// <param name="Version">The version of the decision that was seen; 0 where there was none.</param>
public sealed record ChosenFirm(string CreditCode, int Version);

/// <summary>A decision about one firm or several, as typed.</summary>
public sealed class DecideInput
{
    public int Year { get; set; }

    /// <summary>The firms.</summary>
    public IReadOnlyList<ChosenFirm> Firms { get; set; } = [];

    /// <summary>Taken or left; null while it is not chosen.</summary>
    public bool? Taken { get; set; }

    /// <summary>The tier of those that are taken; null for the one that is proposed or that they are in.</summary>
    public EnterpriseTier? Tier { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>The economic city that is to serve those without a file; null where a nomination says it.</summary>
    public long? EconomicCityId { get; set; }
}

/// <summary>Checks a decision.</summary>
public sealed class DecideValidator : AbstractValidator<DecideInput>
{
    public DecideValidator()
    {
        RuleFor(d => d.Firms).Must(f => f.Count is > 0 and <= RosterLimits.MostAtOnce && f.DistinctBy(x => x.CreditCode).Count() == f.Count)
            .WithErrorCode("Roster.NobodyChosen").WithState(_ => new object[] { RosterLimits.MostAtOnce });
        RuleFor(d => d.Taken).NotNull().WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("RosterDecision") });
        RuleFor(d => d.Tier).Must(t => t is null || Enum.IsDefined(t.Value)).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("RosterTier") });
        RuleFor(d => d.Reason).Text("DecisionReason", RosterLimits.LongestReason);
    }
}

/// <summary>The district's list as it was received, as typed.</summary>
public sealed class DistrictListInput
{
    public int Year { get; set; }

    /// <summary>The version the person saw.</summary>
    public int Version { get; set; }

    /// <summary>The day on which it was received.</summary>
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>Who sent it, under which number.</summary>
    public string Source { get; set; } = "";

    /// <summary>Its file, uploaded before.</summary>
    public List<Guid> AttachmentIds { get; set; } = [];
}

/// <summary>Checks how the district's list was received.</summary>
public sealed class DistrictListValidator : AbstractValidator<DistrictListInput>
{
    public DistrictListValidator()
    {
        RuleFor(l => l.ReceivedOn).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("DistrictListOn") });
        RuleFor(l => l.Source).Text("DistrictListFrom", RosterLimits.LongestSource);
    }
}

/// <summary>An enterprise that is added to the published roster during the year, as typed.</summary>
public sealed class RosterAddInput
{
    public int Year { get; set; }

    /// <summary>Unified social credit code.</summary>
    public string CreditCode { get; set; } = "";

    /// <summary>Its name; of one with a file, the name it has now.</summary>
    public string Name { get; set; } = "";

    public EnterpriseTier? Tier { get; set; }

    /// <summary>The economic city that is to serve it; of one with a file, its own stays.</summary>
    public long EconomicCityId { get; set; }

    public string Reason { get; set; } = "";
}

/// <summary>Checks an enterprise that is added.</summary>
public sealed class RosterAddValidator : AbstractValidator<RosterAddInput>
{
    public RosterAddValidator()
    {
        RuleFor(a => a.CreditCode).CreditCode();
        RuleFor(a => a.Name).Text("EnterpriseName", EnterpriseRules.LongestName);
        RuleFor(a => a.Tier).Must(t => t is { } tier && Enum.IsDefined(tier)).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("RosterTier") });
        RuleFor(a => a.Reason).Text("DecisionReason", RosterLimits.LongestReason);
    }
}

/// <summary>An enterprise that is removed from the published roster during the year, as typed.</summary>
public sealed class RosterRemoveInput
{
    public int Year { get; set; }

    public long EnterpriseId { get; set; }

    /// <summary>The version of the enterprise that the person saw.</summary>
    public int Version { get; set; }

    public string Reason { get; set; } = "";
}

/// <summary>Checks the removal of an enterprise.</summary>
public sealed class RosterRemoveValidator : AbstractValidator<RosterRemoveInput>
{
    public RosterRemoveValidator()
    {
        RuleFor(r => r.EnterpriseId).GreaterThan(0).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("Enterprise") });
        RuleFor(r => r.Reason).Text("DecisionReason", RosterLimits.LongestReason);
    }
}
