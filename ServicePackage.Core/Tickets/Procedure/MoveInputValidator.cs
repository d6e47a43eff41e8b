using FluentValidation;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Tickets;

/// <summary>What a move must be given on this demand: the row's needs, and those that follow from the demand or the input.</summary>
public static class MoveNeeds
{
    /// <summary>The fields to show and whether each is required, given what is filled in so far.</summary>
    public static IReadOnlyList<Need> Of(MoveRule rule, TicketType type, MoveInput given) =>
        [.. rule.Gives.Select(n => Refine(n, rule.Move, type, given)).OfType<Need>()];

    private static Need? Refine(Need need, Move move, TicketType type, MoveInput given) => (move, need.Field) switch
    {
        (Move.Accept, Field.Day or Field.Basis) => type == TicketType.Approval ? need with { Required = true } : null,
        (Move.ProposeType, Field.Day or Field.Basis) => given.Type == TicketType.Approval ? need with { Required = true } : null,
        (Move.Dispatch, Field.TaskText) => given.SupportingUnitIds.Count > 0 ? need with { Required = true } : null,
        (Move.DecideCourse, Field.Unit) => given.Course == Course.Redispatch ? need with { Required = true } : null,
        (Move.DecideCourse, Field.CarryTasks) => given.Course == Course.Redispatch ? need : null,
        (Move.Rate or Move.RateLate, Field.Text) => need with { Required = given.Rating is RatingLevel.Dissatisfied or RatingLevel.VeryDissatisfied },
        (Move.FileReply, Field.WhyNothing) => need with { Required = !TextRules.SaysSomething(given.Improvement) },
        (Move.FileReply, Field.ImprovementBy or Field.SecondDay) => TextRules.SaysSomething(given.Improvement) ? need with { Required = true } : need,
        _ => need,
    };
}

/// <summary>Refuses a move that lacks what its row says it must give. Fields the row does not take are not looked at and not kept.</summary>
public sealed class MoveInputValidator : AbstractValidator<MoveInput>
{
    /// <summary>The most working days an extension can add.</summary>
    public const int LongestExtension = 60;

    private static readonly DateOnly LastDay = new(2099, 12, 31);

    private readonly Move _move;
    private readonly IReadOnlyList<Need> _needs;

    /// <summary>The validator of one move on one demand.</summary>
    public MoveInputValidator(MoveRule rule, TicketType type, MoveInput given)
    {
        ArgumentNullException.ThrowIfNull(rule);
        (_move, _needs) = (rule.Move, MoveNeeds.Of(rule, type, given));
        TextOf(Field.Text, i => i.Text, TextRules.Longest);
        TextOf(Field.TaskText, i => i.TaskText, TextRules.Longest);
        TextOf(Field.Basis, i => i.Basis, 500);
        TextOf(Field.Body, i => i.Body, 100);
        TextOf(Field.CaseNumber, i => i.CaseNumber, 60);
        TextOf(Field.OtherNumber, i => i.OtherNumber, 20);
        TextOf(Field.WithWhom, i => i.WithWhom, 100);
        TextOf(Field.Improvement, i => i.Improvement, TextRules.Longest);
        TextOf(Field.ImprovementBy, i => i.ImprovementBy, 100);
        TextOf(Field.WhyNothing, i => i.WhyNothing, TextRules.Longest);
        Chosen(Field.Unit, i => i.UnitId);
        Chosen(Field.Person, i => i.PersonId);
        Chosen(Field.About, i => i.AboutId);
        Chosen(Field.Type, i => i.Type);
        Chosen(Field.Level, i => i.Level);
        Chosen(Field.Proceeding, i => i.Proceeding);
        Chosen(Field.Agreed, i => i.Agreed);
        Chosen(Field.Course, i => i.Course);
        Chosen(Field.Rating, i => i.Rating);
        Filled(Field.When, i => i.When);
        Filled(Field.Scan, i => i.ScanId);
        DayOf(Field.Day, i => i.Day);
        DayOf(Field.SecondDay, i => i.SecondDay);
        Filled(Field.Days, i => i.Days);
        RuleFor(i => i.Days).InclusiveBetween(1, LongestExtension).When(_ => Takes(Field.Days))
            .WithErrorCode("ExtensionLength").WithState(_ => new object[] { LongestExtension });
    }

    private bool Takes(Field field) => _needs.Any(n => n.Field == field);

    private bool Requires(Field field) => _needs.Any(n => n.Field == field && n.Required);

    private FieldName NameOf(Field field) => MoveFields.NameOf(_move, field);

    private void TextOf(Field field, System.Linq.Expressions.Expression<Func<MoveInput, string>> property, int longest)
    {
        if (Takes(field))
        {
            RuleFor(property).Text(NameOf(field).Key, longest, Requires(field));
        }
    }

    private void Filled<T>(Field field, System.Linq.Expressions.Expression<Func<MoveInput, T?>> property)
    {
        if (Requires(field))
        {
            RuleFor(property).NotNull().WithErrorCode("Missing").WithState(_ => NameOf(field));
        }
    }

    private void Chosen<T>(Field field, System.Linq.Expressions.Expression<Func<MoveInput, T?>> property)
    {
        if (Requires(field))
        {
            RuleFor(property).NotNull().WithErrorCode("NotChosen").WithState(_ => NameOf(field));
        }

        if (Takes(field))
        {
            RuleFor(property).Must(v => v is not Enum value || Enum.IsDefined(value.GetType(), value)).WithErrorCode("NotChosen").WithState(_ => NameOf(field));
        }
    }

    private void DayOf(Field field, System.Linq.Expressions.Expression<Func<MoveInput, DateOnly?>> property)
    {
        if (Takes(field))
        {
            Filled(field, property);
            RuleFor(property).Must(d => d is null || (d >= WorkingTime.WorkingCalendar.FirstDay && d <= LastDay))
                .WithErrorCode("DayOutOfRange").WithState(_ => NameOf(field));
        }
    }
}

/// <summary>Names the fields of a move: a move's own name for a field where it has one, the general name otherwise.</summary>
public static class MoveFields
{
    /// <summary>The name of a field on the form of a move.</summary>
    public static FieldName NameOf(Move move, Field field) =>
        Wording.Find($"Field.{move}.{field}") is not null ? new FieldName($"{move}.{field}") : new FieldName(field.ToString());
}
