using FluentValidation;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Butlers;

/// <summary>A leader, as typed.</summary>
public sealed class LeaderInput
{
    /// <summary>The leader that is changed; 0 for a new one.</summary>
    public long Id { get; set; }

    /// <summary>The version the person saw.</summary>
    public int Version { get; set; }

    public string Name { get; set; } = "";

    /// <summary>The office held; may stay empty.</summary>
    public string Title { get; set; } = "";

    /// <summary>Of the district or of the town; taken of a new one alone.</summary>
    public LeaderLevel? Level { get; set; }

    /// <summary>The telephone; may stay empty.</summary>
    public string Phone { get; set; } = "";

    /// <summary>The account of a town leader; 0 for none.</summary>
    public long AccountId { get; set; }
}

/// <summary>Lets a leader keep contact with enterprises.</summary>
public sealed class LeaderContactInput
{
    /// <summary>The leader; 0 while nobody is chosen.</summary>
    public long LeaderId { get; set; }

    public IReadOnlyList<long> EnterpriseIds { get; set; } = [];

    /// <summary>First day (Shanghai).</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day (Shanghai); null where no end is fixed.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>Ends a leader's contact with an enterprise.</summary>
public sealed class LeaderContactEndInput
{
    public long Id { get; set; }

    /// <summary>The version the person saw.</summary>
    public int Version { get; set; }

    /// <summary>Last day (Shanghai).</summary>
    public DateOnly? Until { get; set; }

    public string Reason { get; set; } = "";
}

/// <summary>Hands all of a leader's enterprises to another.</summary>
public sealed class LeaderHandOverInput
{
    public long FromId { get; set; }

    /// <summary>Who takes over; 0 while nobody is chosen.</summary>
    public long ToId { get; set; }

    /// <summary>The first day of the other (Shanghai).</summary>
    public DateOnly? Day { get; set; }
}

/// <summary>Checks what is typed of a leader.</summary>
public sealed class LeaderValidator : AbstractValidator<LeaderInput>
{
    public LeaderValidator()
    {
        RuleFor(l => l.Name).Text("LeaderName", LeaderRules.LongestName);
        RuleFor(l => l.Title).Text("LeaderTitle", LeaderRules.LongestTitle, required: false);
        RuleFor(l => l.Level).NotNull().When(l => l.Id == 0).WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("LeaderLevel") });
        RuleFor(l => l.Phone).Phone("LeaderPhone");
    }
}

/// <summary>Checks whom a leader is to keep contact with.</summary>
public sealed class LeaderContactValidator : AbstractValidator<LeaderContactInput>
{
    /// <summary>Sets up the rules; the days are judged against today by the service.</summary>
    public LeaderContactValidator()
    {
        RuleFor(c => c.LeaderId).GreaterThan(0).WithErrorCode("Leader.NobodyChosen");
        RuleFor(c => c.EnterpriseIds).NotEmpty().WithErrorCode("Leader.NoEnterprise")
            .Must(ids => ids.Count <= LeaderRules.MostAtOnce).WithErrorCode("Leader.TooMany").WithState(c => new object[] { LeaderRules.MostAtOnce, c.EnterpriseIds.Count });
        RuleFor(c => c.From).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("FirstDay") });
        RuleFor(c => c.Until).Must((c, until) => until is null || c.From is null || until >= c.From).WithErrorCode("Leader.EndsBefore").WithState(c => new object[] { c.Until!.Value, c.From!.Value });
    }
}

/// <summary>Checks how a leader's contact ends.</summary>
public sealed class LeaderContactEndValidator : AbstractValidator<LeaderContactEndInput>
{
    /// <summary>Sets up the rules; the day is judged by the service.</summary>
    public LeaderContactEndValidator()
    {
        RuleFor(c => c.Until).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("LastDay") });
        RuleFor(c => c.Reason).Text("ContactEndReason", LeaderRules.LongestReason);
    }
}

/// <summary>Checks to whom a leader's enterprises go.</summary>
public sealed class LeaderHandOverValidator : AbstractValidator<LeaderHandOverInput>
{
    /// <summary>Sets up the rules; the day is judged by the service.</summary>
    public LeaderHandOverValidator()
    {
        RuleFor(h => h.ToId).GreaterThan(0).WithErrorCode("Leader.NobodyChosen");
        RuleFor(h => h.Day).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("FirstDay") });
    }
}
