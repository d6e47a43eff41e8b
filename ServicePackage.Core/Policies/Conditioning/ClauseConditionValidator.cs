using FluentValidation;
using ServicePackage.Core.Conditions;

namespace ServicePackage.Core.Policies;

/// <summary>Checks the condition of a clause: complete, not too large, and such that somebody can meet it.</summary>
public sealed class ClauseConditionValidator : AbstractValidator<ClauseConditionInput>
{
    public ClauseConditionValidator()
    {
        RuleFor(i => i.Condition).Must(c => c is null || ConditionRules.Refuse(c, Criteria.OfTheProgram) is null)
            .WithErrorCode("Condition.EmptyGroup").WithState((_, c) => ConditionRules.Refuse(c!, Criteria.OfTheProgram)!);
        RuleFor(i => i.Condition).Must(c => c is null || ConditionJson.Write(c).Length <= PolicyRules.LongestCondition).WithErrorCode("Condition.TooLong");
    }
}
