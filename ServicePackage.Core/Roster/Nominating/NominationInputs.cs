using FluentValidation;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Roster;

/// <summary>Who proposes: an organisation of the town, or a department of the district for which the Centre enters.</summary>
/// <param name="OrganisationId">The organisation; the Centre for a department of the district; 0 while none is chosen.</param>
/// <param name="OnBehalfOf">The department of the district; empty for the organisation itself.</param>
public sealed record Proposer(long OrganisationId, string OnBehalfOf = "");

/// <summary>A nomination, as typed.</summary>
public sealed class NominationInput
{
    /// <summary>The nomination; 0 for a new one.</summary>
    public long Id { get; set; }

    /// <summary>The version the person saw.</summary>
    public int Version { get; set; }

    public int Year { get; set; }

    /// <summary>The proposer; the Centre for a department of the district.</summary>
    public long OrganisationId { get; set; }

    /// <summary>The department of the district for which the Centre enters it.</summary>
    public string OnBehalfOf { get; set; } = "";

    /// <summary>Unified social credit code.</summary>
    public string CreditCode { get; set; } = "";

    public string Name { get; set; } = "";

    public EnterpriseTier? Tier { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>The day on which it was proposed; today unless another is given.</summary>
    public DateOnly? ProposedOn { get; set; }
}

/// <summary>Checks a nomination.</summary>
public sealed class NominationValidator : AbstractValidator<NominationInput>
{
    public NominationValidator()
    {
        RuleFor(n => n.CreditCode).CreditCode();
        RuleFor(n => n.Name).Text("EnterpriseName", EnterpriseRules.LongestName);
        RuleFor(n => n.Tier).Must(t => t is { } tier && Enum.IsDefined(tier)).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("RosterTier") });
        RuleFor(n => n.Reason).Text("NominationReason", RosterLimits.LongestReason);
        RuleFor(n => n.OnBehalfOf).Text("NominationDepartment", RosterLimits.LongestDepartment, required: false);
    }
}

/// <summary>Which nomination is withdrawn, as the person saw it.</summary>
/// <param name="Id">The nomination.</param>
/// <param name="Version">The version of the copy.</param>
public sealed record NominationAct(long Id, int Version);

/// <summary>Whose list is brought, as typed.</summary>
public sealed class ProposerInput
{
    /// <summary>The proposer; the Centre for a department of the district; 0 while none is chosen.</summary>
    public long OrganisationId { get; set; }

    /// <summary>The department of the district.</summary>
    public string OnBehalfOf { get; set; } = "";
}

/// <summary>Checks whose list is brought.</summary>
public sealed class ProposerValidator : AbstractValidator<ProposerInput>
{
    public ProposerValidator()
    {
        RuleFor(p => p.OrganisationId).GreaterThan(0).WithErrorCode("Roster.NoProposer");
        RuleFor(p => p.OnBehalfOf).Text("NominationDepartment", RosterLimits.LongestDepartment, required: false);
    }
}
