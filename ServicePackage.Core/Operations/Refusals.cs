using FluentValidation;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Operations;

/// <summary>Turns the findings of a validator into one refusal with a detail for each field.</summary>
public static class Refusals
{
    /// <summary>The code of a rule whose refusal is what it found; it is never shown.</summary>
    public const string AsFound = "AsFound";

    /// <summary>Null when the input is fine; otherwise the first finding, with all of them in <see cref="Refusal.Details"/>.</summary>
    public static Refusal? Refuse<T>(this IValidator<T> validator, T input)
    {
        var result = validator.Validate(input);
        if (result.IsValid)
        {
            return null;
        }

        var details = result.Errors
            .GroupBy(e => e.PropertyName)
            .Select(g => g.First())
            .Select(e => e.CustomState as Refusal ?? new Refusal(e.ErrorCode, e.CustomState switch { object[] many => many, null => [], var one => [one] }))
            .Zip(result.Errors.Select(e => e.PropertyName).Distinct(), (refusal, field) => refusal with { Field = field })
            .ToList();
        return details[0] with { Details = details };
    }

    /// <summary>Refuses a field by what is found wrong with the input; nothing where that is null.</summary>
    public static IRuleBuilderOptions<T, TField> RefusedBy<T, TField>(this IRuleBuilder<T, TField> rule, Func<T, Refusal?> wrong) =>
        rule.Must((input, _) => wrong(input) is null).WithErrorCode(AsFound).WithState((input, _) => wrong(input)!);
}
