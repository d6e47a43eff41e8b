using System.Globalization;
using System.Text.RegularExpressions;
using FluentValidation;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Enterprises;

/// <summary>Checks what is typed of a fact, as far as it can be told without the file.</summary>
public sealed class FactValidator : AbstractValidator<FactInput>
{
    public FactValidator()
    {
        RuleFor(i => i.Year).RefusedBy(i => Wrong(i, nameof(i.Year)));
        RuleFor(i => i.Since).RefusedBy(i => Wrong(i, nameof(i.Since)));
        RuleFor(i => i.Low).RefusedBy(i => Wrong(i, nameof(i.Low)));
        RuleFor(i => i.High).RefusedBy(i => Wrong(i, nameof(i.High)));
        RuleFor(i => i.Choice).RefusedBy(i => Wrong(i, nameof(i.Choice)));
        RuleFor(i => i.Day).RefusedBy(i => Wrong(i, nameof(i.Day)));
        RuleFor(i => i.Evidence).Text("FactEvidence", FactRules.LongestEvidence, required: false);
        RuleFor(i => i.Evidence).Must((i, text) => i.Standing is null or FactStanding.Declared || TextRules.SaysSomething(text))
            .WithErrorCode("Fact.EvidenceMissing");
    }

    private static Refusal? Wrong(FactInput input, string field) =>
        FactCatalogue.Find(input.Code) is not { } fact ? null
            : FactRules.Period(fact, input).Refusal is { } period && period.Field == field ? period
            : FactRules.Value(fact, input).Refusal is { } value && value.Field == field ? value
            : null;
}

/// <summary>What is answered, read from what was typed.</summary>
/// <param name="Answer">How it was answered.</param>
/// <param name="Low">The number or the lower end.</param>
/// <param name="High">The number or the upper end.</param>
/// <param name="Choice">The option or code; empty for a number and a day.</param>
/// <param name="Day">The day.</param>
internal sealed record FactValue(FactAnswer Answer, decimal? Low = null, decimal? High = null, string Choice = "", DateOnly? Day = null);

/// <summary>How facts are read from what people type: 元 or 万元, percent, full-width digits, thousands separators.</summary>
public static partial class FactRules
{
    /// <summary>The longest name of a document (characters).</summary>
    public const int LongestEvidence = 200;

    /// <summary>"Yes" as it is kept.</summary>
    public const string Yes = "yes";

    /// <summary>"No" as it is kept.</summary>
    public const string No = "no";

    private const int LongestNumber = 24;
    private const decimal MostMoney = 10_000_000_000_000m;
    private const decimal MostThings = 100_000_000m;
    private const decimal MostPoints = 100m;
    private const int MoneyDecimals = 2;
    private const int OtherDecimals = 4;

    /// <summary>What the answer holds for. Whether it has ended is another question.</summary>
    internal static Outcome<FactPeriod> Period(FactDefinition fact, FactInput input)
    {
        if (!fact.Shapes.Contains(input.Shape))
        {
            return new Refusal("Fact.ShapeUnknown", fact.Name) { Field = nameof(input.Shape) };
        }

        if (input.Shape == FactShape.Day)
        {
            return FactPeriod.OfDay;
        }

        if (input.Shape == FactShape.State)
        {
            return input.Since is { } day ? FactPeriod.Since(day) : new Refusal("Missing", new FieldName("FactSince")) { Field = nameof(input.Since) };
        }

        if (input.Year is not { } year)
        {
            return new Refusal("Missing", new FieldName("FactYear")) { Field = nameof(input.Year) };
        }

        return FactPeriod.Of(input.Shape, year, FactPeriod.MonthsOf(input.Shape) == 12 ? 1 : input.Part ?? 0) is { } period
            ? period
            : new Refusal("Fact.PeriodUnknown") { Field = nameof(input.Year) };
    }

    /// <summary>What the answer says.</summary>
    internal static Outcome<FactValue> Value(FactDefinition fact, FactInput input) => input.Answer switch
    {
        FactAnswer.None => fact.TakesNone ? new FactValue(FactAnswer.None, 0, 0) : NoSuchAnswer(fact),
        FactAnswer.DoesNotApply => fact.TakesDoesNotApply ? new FactValue(FactAnswer.DoesNotApply) : NoSuchAnswer(fact),
        FactAnswer.Value => fact.Kind switch
        {
            FactKind.Day => input.Day is { } day ? new FactValue(FactAnswer.Value, Day: day) : new Refusal("Missing", new FieldName("FactDay")) { Field = nameof(input.Day) },
            FactKind.YesNo or FactKind.Choice or FactKind.Industry or FactKind.Division => Chosen(fact, input),
            _ => Number(fact, input),
        },
        _ => NoSuchAnswer(fact),
    };

    private static Refusal NoSuchAnswer(FactDefinition fact) => new("Fact.AnswerUnknown", fact.Name) { Field = nameof(FactInput.Answer) };

    private static Outcome<FactValue> Chosen(FactDefinition fact, FactInput input)
    {
        var code = CodeText.Closed(input.Choice);
        if (code.Length == 0)
        {
            return new Refusal("Missing", new FieldName(fact.Kind is FactKind.Industry or FactKind.Division ? "FactCode" : "FactChoice")) { Field = nameof(input.Choice) };
        }

        var (known, why) = fact.Kind switch
        {
            FactKind.YesNo => (code is Yes or No, "Fact.ChoiceUnknown"),
            FactKind.Choice => (fact.Options!.Any(o => o.Code == code), "Fact.ChoiceUnknown"),
            FactKind.Industry => (IndustryCode().IsMatch(code = code.ToUpperInvariant()), "Fact.IndustryForm"),
            _ => (DivisionCode().IsMatch(code), "Fact.DivisionForm"),
        };
        return known ? new FactValue(FactAnswer.Value, Choice: code) : Unknown(why);

        static Refusal Unknown(string why) => new Refusal(why) { Field = nameof(FactInput.Choice) };
    }

    private static Outcome<FactValue> Number(FactDefinition fact, FactInput input)
    {
        var low = Number(fact.Kind, input.Low, input.Unit);
        if (low.Refusal is { } wrongLow)
        {
            return wrongLow with { Field = nameof(input.Low) };
        }

        if (!input.IsRange)
        {
            return new FactValue(FactAnswer.Value, low.Value, low.Value);
        }

        var high = Number(fact.Kind, input.High, input.Unit);
        return high.Refusal is { } wrongHigh ? wrongHigh with { Field = nameof(input.High) }
            : high.Value < low.Value ? new Refusal("Fact.RangeUpsideDown") { Field = nameof(input.High) }
            : new FactValue(FactAnswer.Value, low.Value, high.Value);
    }

    /// <summary>A number of a kind as people type it; yuan whatever the unit, a share of 1.</summary>
    internal static Outcome<decimal> Number(FactKind kind, string typed, MoneyUnit unit)
    {
        var text = CodeText.Closed(typed).Replace('。', '.');
        text = kind == FactKind.Share ? text.TrimEnd('%') : text;
        if (text.Length == 0)
        {
            return new Refusal("Missing", new FieldName("FactNumber"));
        }

        if (text[0] == '-' && Plain().IsMatch(text[1..]))
        {
            return new Refusal("Fact.Negative");
        }

        if (!Plain().IsMatch(text))
        {
            return new Refusal("Fact.NotANumber");
        }

        if (text.Length > LongestNumber)
        {
            return new Refusal("Fact.TooLarge");
        }

        var number = decimal.Parse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return kind switch
        {
            FactKind.Money => Money(number * (unit == MoneyUnit.TenThousand ? 10_000m : 1m)),
            FactKind.Share => number > 100 ? new Refusal("Fact.ShareAboveOne") : HasMore(number, OtherDecimals) ? new Refusal("Fact.Decimals", OtherDecimals) : number / 100,
            FactKind.Points => number > MostPoints ? new Refusal("Fact.PointsAboveMost") : HasMore(number, OtherDecimals) ? new Refusal("Fact.Decimals", OtherDecimals) : number,
            _ => HasMore(number, 0) ? new Refusal("Fact.NotWhole") : number > MostThings ? new Refusal("Fact.TooLarge")
                : kind == FactKind.Rank && number < 1 ? new Refusal("Fact.RankFromOne") : number,
        };
    }

    private static Outcome<decimal> Money(decimal yuan) =>
        HasMore(yuan, MoneyDecimals) ? new Refusal("Fact.MoneyDecimals") : yuan > MostMoney ? new Refusal("Fact.TooLarge") : yuan;

    private static bool HasMore(decimal number, int decimals) => decimal.Round(number, decimals) != number;

    /// <summary>Digits, or digits in groups of three, with decimals.</summary>
    [GeneratedRegex(@"^([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?$")]
    private static partial Regex Plain();

    [GeneratedRegex("^([A-T]|[0-9]{2,4})$")]
    private static partial Regex IndustryCode();

    [GeneratedRegex("^[1-9][0-9]{5}([0-9]{3})?$")]
    private static partial Regex DivisionCode();
}
