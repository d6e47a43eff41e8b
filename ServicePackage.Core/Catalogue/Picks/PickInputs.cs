using FluentValidation;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Catalogue;

/// <summary>A service is picked, as typed.</summary>
public sealed class PickInput
{
    /// <summary>The service.</summary>
    public long ServiceId { get; set; }

    /// <summary>The version of it that the person saw.</summary>
    public int Number { get; set; }

    public string Wish { get; set; } = "";

    public string Contact { get; set; } = "";

    public string Phone { get; set; } = "";
}

/// <summary>Checks what is typed when a service is picked.</summary>
public sealed class PickValidator : AbstractValidator<PickInput>
{
    public PickValidator()
    {
        RuleFor(p => p.Wish).Text("PickWish", ServiceRules.LongestReason);
        RuleFor(p => p.Contact).Text("PickContact", ServiceRules.LongestContact);
        RuleFor(p => p.Phone).Phone("PickPhone", required: true);
    }
}

/// <summary>A step of a pick, as typed.</summary>
public sealed class PickStepInput
{
    /// <summary>The pick.</summary>
    public long Id { get; set; }

    /// <summary>The copy the person saw.</summary>
    public int Version { get; set; }

    /// <summary>Which.</summary>
    public PickStep Step { get; set; }

    /// <summary>What is said with it.</summary>
    public string Word { get; set; } = "";

    /// <summary>The day on which the service was given (Shanghai).</summary>
    public DateOnly? Day { get; set; }

    public RatingLevel? Rating { get; set; }
}

/// <summary>Checks a step.</summary>
public sealed class PickStepValidator : AbstractValidator<PickStepInput>
{
    public PickStepValidator()
    {
        RuleFor(s => s.Step).IsInEnum().WithErrorCode("Pick.StepUnknown");
        RuleFor(s => s.Word).Text("PickWord", ServiceRules.LongestReason, required: false);
        RuleFor(s => s.Word).Must((s, word) => !NeedsWord(s) || TextRules.SaysSomething(word)).WithErrorCode("Missing").WithState(s => new object[] { new FieldName(s.Step == PickStep.Deliver ? "PickDelivered" : s.Step == PickStep.FollowUp ? "PickFollowUp" : "PickReason") });
        RuleFor(s => s.Day).NotNull().When(s => RuleOf(s)?.HasDay == true).WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("PickDay") });
        RuleFor(s => s.Rating).Must(r => r is { } level && Enum.IsDefined(level)).When(s => s.Step == PickStep.Rate).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("PickRating") });
    }

    /// <summary>A bad rating takes a reason as well.</summary>
    private static bool NeedsWord(PickStepInput step) => RuleOf(step)?.NeedsWord == true || (step.Step == PickStep.Rate && RatingScopes.IsBad.Holds(step.Rating));

    private static PickStepRule? RuleOf(PickStepInput step) => PickSteps.Rules.GetValueOrDefault(step.Step);
}
