using FluentValidation;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Butlers;

/// <summary>Gives cover for an absent butler.</summary>
public sealed class CoverInput
{
    /// <summary>Who is absent; 0 while nobody is chosen.</summary>
    public long AbsentId { get; set; }

    /// <summary>Who covers; 0 while nobody is chosen.</summary>
    public long CovererId { get; set; }

    /// <summary>First day (Shanghai).</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day (Shanghai).</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Whether it is for every enterprise of the absent butler.</summary>
    public bool All { get; set; } = true;

    /// <summary>The enterprises it is for, where it is not for all.</summary>
    public IReadOnlyList<long> EnterpriseIds { get; set; } = [];

    public string Reason { get; set; } = "";
}

/// <summary>Ends a cover early.</summary>
public sealed class CoverEndInput
{
    public long Id { get; set; }

    /// <summary>The version the person saw.</summary>
    public int Version { get; set; }

    public string Reason { get; set; } = "";
}

/// <summary>Checks what is typed of a cover.</summary>
public sealed class CoverValidator : AbstractValidator<CoverInput>
{
    /// <summary>Sets up the rules; days and people are judged by the service.</summary>
    public CoverValidator()
    {
        RuleFor(c => c.AbsentId).GreaterThan(0).WithErrorCode("Cover.NobodyAbsent");
        RuleFor(c => c.CovererId).GreaterThan(0).WithErrorCode("Cover.NobodyChosen")
            .Must((c, id) => id != c.AbsentId).WithErrorCode("Cover.Self");
        RuleFor(c => c.EnterpriseIds).Must((c, ids) => c.All || ids.Count > 0).WithErrorCode("Cover.NoEnterprise");
        RuleFor(c => c.From).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("FirstDay") });
        RuleFor(c => c.Until).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("LastDay") })
            .Must((c, until) => until is null || c.From is null || until >= c.From).WithErrorCode("Leader.EndsBefore").WithState(c => new object[] { c.Until!.Value, c.From!.Value });
        RuleFor(c => c.Reason).Text("CoverReason", CoverRules.LongestReason);
    }
}

/// <summary>Checks why a cover ends early.</summary>
public sealed class CoverEndValidator : AbstractValidator<CoverEndInput>
{
    /// <summary>Sets up the rules.</summary>
    public CoverEndValidator() => RuleFor(c => c.Reason).Text("ContactEndReason", CoverRules.LongestReason);
}
