using FluentValidation;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Policies;

/// <summary>An application, as typed.</summary>
public sealed class ApplyInput
{
    /// <summary>The enterprise.</summary>
    public long EnterpriseId { get; set; }

    /// <summary>The clause, by its key through all versions.</summary>
    public long ClauseId { get; set; }

    /// <summary>The day on which it was applied for (Shanghai).</summary>
    public DateOnly? Day { get; set; }

    /// <summary>What helps to find it elsewhere.</summary>
    public string Note { get; set; } = "";
}

/// <summary>Checks an application.</summary>
public sealed class ApplyValidator : AbstractValidator<ApplyInput>
{
    public ApplyValidator()
    {
        RuleFor(a => a.Day).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("ApplicationDay") });
        RuleFor(a => a.Note).Text("ApplicationNote", PolicyRules.LongestReason, required: false);
    }
}

/// <summary>What a step of an application takes, as typed.</summary>
public abstract class StepFields
{
    /// <summary>The application.</summary>
    public long Id { get; set; }

    /// <summary>The copy the person saw.</summary>
    public int Version { get; set; }

    /// <summary>The day of it (Shanghai).</summary>
    public DateOnly? Day { get; set; }

    /// <summary>Whether it is no money.</summary>
    public bool NoMoney { get; set; }

    /// <summary>The amount.</summary>
    public string Amount { get; set; } = "";

    /// <summary>The unit in which it is typed.</summary>
    public MoneyUnit Unit { get; set; }

    /// <summary>Why it is refused, declined or withdrawn.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Whether it is meant as it is, although it was asked back.</summary>
    public bool Again { get; set; }
}

/// <summary>A step of an application, as typed.</summary>
public sealed class StepInput : StepFields
{
    /// <summary>Which.</summary>
    public ApplicationStep Step { get; set; }

    /// <summary>Whether somebody consents for the enterprise: the reason then says with whom, when and how that was agreed.</summary>
    public bool IsSpoken { get; set; }
}

/// <summary>A correction of the step that led to where an application stands, as typed.</summary>
public sealed class CorrectionInput : StepFields
{
    /// <summary>Where it stands, as the person saw it.</summary>
    public ApplicationState State { get; set; }

    /// <summary>Whether it was begun without an application.</summary>
    public bool WithoutApplication { get; set; }

    /// <summary>Whether the step is taken back: it did not happen.</summary>
    public bool TakeBack { get; set; }

    /// <summary>What helps to find it elsewhere; for one that has just been applied for.</summary>
    public string Note { get; set; } = "";

    /// <summary>Why it is corrected.</summary>
    public string Why { get; set; } = "";

    /// <summary>Whether a day is given.</summary>
    public bool HasDay => !TakeBack && (State == ApplicationState.Applied || ApplicationSteps.LeadingTo(State, WithoutApplication) is { HasDay: true });

    /// <summary>Whether an amount is given: the one offered, granted or paid.</summary>
    public bool HasAmount => !TakeBack && State is ApplicationState.Offered or ApplicationState.Granted or ApplicationState.Paid;

    /// <summary>Whether a reason of the step is given.</summary>
    public bool HasReason => !TakeBack && ApplicationSteps.LeadingTo(State, WithoutApplication) is { HasReason: true };
}

/// <summary>Checks a step.</summary>
public sealed class StepValidator : AbstractValidator<StepInput>
{
    public StepValidator()
    {
        RuleFor(s => s.Step).IsInEnum().WithErrorCode("Application.StepUnknown");
        RuleFor(s => s.Day).NotNull().When(s => RuleOf(s).HasDay).WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("ApplicationStepDay") });
        RuleFor(s => s.Amount).RefusedBy(s => Money.Wrong(s)).When(s => RuleOf(s).HasAmount);
        RuleFor(s => s.Reason).Text("ApplicationReason", PolicyRules.LongestReason).When(s => RuleOf(s).HasReason);
        RuleFor(s => s.Reason).Text("ApplicationSpoken", PolicyRules.LongestReason).When(s => s.IsSpoken);
    }

    private static ApplicationStepRule RuleOf(StepInput step) => ApplicationSteps.Rules.TryGetValue(step.Step, out var rule) ? rule : new([], default, default);
}

/// <summary>Checks a correction.</summary>
public sealed class CorrectionValidator : AbstractValidator<CorrectionInput>
{
    public CorrectionValidator()
    {
        RuleFor(c => c.Day).NotNull().When(c => c.HasDay).WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("ApplicationStepDay") });
        RuleFor(c => c.Amount).RefusedBy(c => Money.Wrong(c)).When(c => c.HasAmount);
        RuleFor(c => c.Reason).Text("ApplicationReason", PolicyRules.LongestReason).When(c => c.HasReason);
        RuleFor(c => c.Note).Text("ApplicationNote", PolicyRules.LongestReason, required: false).When(c => c.State == ApplicationState.Applied);
        RuleFor(c => c.Why).Text("ApplicationWhy", PolicyRules.LongestReason);
    }
}

/// <summary>How amounts are read from what people type.</summary>
internal static class Money
{
    /// <summary>The amount in yuan; null where it is said to be no money.</summary>
    public static decimal? Of(StepFields step) => step.NoMoney ? null : Read(step.Amount, step.Unit).Value;

    /// <summary>What is wrong with the amount of a step; null where nothing is. What is paid is money always.</summary>
    public static Refusal? Wrong(StepFields step) => step.NoMoney ? null : Read(step.Amount, step.Unit).Refusal;

    /// <summary>An amount in yuan: more than nothing, at most <see cref="ApplicationSteps.MostMoney"/>, two decimals.</summary>
    public static Outcome<decimal> Read(string typed, MoneyUnit unit)
    {
        var read = FactRules.Number(FactKind.Money, typed, unit);
        return read.Refusal is { Code: "Missing" } ? Wrong(new Refusal("Missing", new FieldName("ApplicationAmount")))
            : !read.Done ? Wrong(read.Refusal!)
            : read.Value <= 0 ? Wrong(new Refusal("Application.NoAmount"))
            : read.Value > ApplicationSteps.MostMoney ? Wrong(new Refusal("Application.TooMuch", FactWording.Number(FactKind.Money, ApplicationSteps.MostMoney, ApplicationSteps.MostMoney)))
            : read.Value;

        static Refusal Wrong(Refusal refusal) => refusal with { Field = nameof(StepFields.Amount) };
    }
}
