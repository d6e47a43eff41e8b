using FluentValidation;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Tickets;

/// <summary>What a move must be given on this demand: the row's needs, and those that follow from the demand or the input.</summary>
public static class MoveNeeds
{
    /// <summary>The fields to show and whether each is required, given what is filled in so far.</summary>
    /// <param name="rule">The row of the move.</param>
    /// <param name="given">What is filled in so far.</param>
    public static IReadOnlyList<Need> Of(MoveRule rule, MoveInput given) =>
        [.. rule.Gives.Select(n => Refine(n, rule.Move, given)).OfType<Need>()];

    private static Need? Refine(Need need, Move move, MoveInput given) => (move, need.Field) switch
    {
        (Move.ProposeType or Move.SetType, Field.Day or Field.Basis) => given.Type == TicketType.Approval ? need with { Required = true } : null,
        (Move.Dispatch, Field.TaskText) => given.SupportingUnitIds.Count > 0 ? need with { Required = true } : null,
        (Move.DecideCourse, Field.Unit) => given.Course == Course.Redispatch ? need with { Required = true } : null,
        (Move.DecideCourse, Field.CarryTasks) => given.Course == Course.Redispatch ? need : null,
        (Move.DecideCourse, Field.ForEnterprise) => need with { Required = given.Course == Course.CannotBeMet },
        (Move.DecideProceedings, Field.Proceeding or Field.CaseNumber or Field.Day) => given.Agreed == true ? need with { Required = true } : null,
        (Move.Rate or Move.RateLate, Field.Text) => need with { Required = RatingScopes.IsBad.Holds(given.Rating) },
        (Move.FileReply, Field.WhyNothing) => need with { Required = !TextRules.SaysSomething(given.Improvement) },
        (Move.FileReply, Field.ImprovementBy or Field.SecondDay) => TextRules.SaysSomething(given.Improvement) ? need with { Required = true } : need,
        _ => need,
    };
}

/// <summary>Refuses a move that lacks what its row says it must give. Fields the row does not take are not looked at and not kept.</summary>
public sealed class MoveInputValidator : AbstractValidator<MoveInput>
{
    private static readonly DateOnly LastDay = new(2099, 12, 31);

    /// <summary>The validator of one move.</summary>
    public MoveInputValidator(MoveRule rule, MoveInput given)
    {
        ArgumentNullException.ThrowIfNull(rule);
        foreach (var need in MoveNeeds.Of(rule, given))
        {
            var (field, name) = (MoveFields.Of(need.Field), MoveFields.NameOf(rule.Move, need.Field));
            switch (field.Control)
            {
                case FieldControl.Line or FieldControl.Lines:
                    RuleFor(i => (string)field.Get(i)!).Text(name.Key, field.Most, need.Required).OverridePropertyName(field.Property);
                    break;
                case FieldControl.Unit or FieldControl.Person or FieldControl.About or FieldControl.Choice or FieldControl.Rating or FieldControl.Decision:
                    Must(field, need, name, "NotChosen", value => value is not Enum member || Enum.IsDefined(member.GetType(), member), "NotChosen", name);
                    break;
                case FieldControl.Day:
                    Must(field, need, name, "Missing", value => value is not DateOnly day || (day >= WorkingTime.WorkingCalendar.FirstDay && day <= LastDay), "DayOutOfRange", name);
                    break;
                case FieldControl.Number:
                    Must(field, need, name, "Missing", value => value is not int number || (number >= 1 && number <= field.Most), "ExtensionLength", field.Most);
                    break;
                case FieldControl.Time:
                    Must(field, need, name, "Missing", _ => true, "Missing", name);
                    break;
                case FieldControl.Scan:
                    Must(field, need, name, "NotUploaded", _ => true, "NotUploaded", name);
                    break;
                case FieldControl.Units or FieldControl.Tick or FieldControl.Marks or FieldControl.Files:
                    break; // nothing given is an answer, or for the demand to judge
                default:
                    throw new InvalidOperationException($"Nobody has said how a {field.Control} is checked.");
            }
        }
    }

    /// <summary>Refuses by one code where it is required and not there, by another where it cannot be.</summary>
    private void Must(FieldRule field, Need need, FieldName name, string missing, Func<object?, bool> isFit, string unfit, object argument) =>
        RuleFor(i => field.Get(i))
            .Must(value => value is not null || !need.Required).WithErrorCode(missing).WithState(_ => name)
            .Must(isFit).WithErrorCode(unfit).WithState(_ => argument is FieldName ? argument : new[] { argument })
            .OverridePropertyName(field.Property);
}
