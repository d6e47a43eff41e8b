using FluentValidation;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>Checks the condition of a clause: complete, not too large, and such that somebody can meet it.</summary>
public sealed class ClauseConditionValidator : AbstractValidator<ClauseConditionInput>
{
    public ClauseConditionValidator()
    {
        RuleFor(i => i.Condition).RefusedBy(i => i.Condition is { } condition ? ConditionRules.Refuse(condition, Criteria.OfTheProgram) : null);
        RuleFor(i => i.Condition).Must(c => c is null || ConditionJson.Write(c).Length <= PolicyRules.LongestCondition).WithErrorCode("Condition.TooLong");
    }
}
