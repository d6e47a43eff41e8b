using FluentValidation;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Enterprises;

/// <summary>Checks what is typed of an item, as far as it can be told without the file.</summary>
public sealed class ListItemValidator : AbstractValidator<ListItemInput>
{
    public ListItemValidator()
    {
        RuleFor(i => i.Kind).RefusedBy(i => Wrong(i, nameof(i.Kind)));
        RuleFor(i => i.Level).RefusedBy(i => Wrong(i, nameof(i.Level)));
        RuleFor(i => i.From).RefusedBy(i => Wrong(i, nameof(i.From)));
        RuleFor(i => i.Until).RefusedBy(i => Wrong(i, nameof(i.Until)));
        RuleFor(i => i.Amount).RefusedBy(i => Wrong(i, nameof(i.Amount)));
        RuleFor(i => i.Part).RefusedBy(i => Wrong(i, nameof(i.Part)));
        RuleFor(i => i.Rank).RefusedBy(i => Wrong(i, nameof(i.Rank)));
        RuleFor(i => i.Flag).RefusedBy(i => Wrong(i, nameof(i.Flag)));
        RuleFor(i => i.Purpose).RefusedBy(i => Wrong(i, nameof(i.Purpose)));
        RuleFor(i => i.LiftedOn).RefusedBy(i => Wrong(i, nameof(i.LiftedOn)));
        RuleFor(i => i.First).IsInEnum().WithErrorCode("Fact.ChoiceUnknown");
        RuleFor(i => i.Number).Text("ListNumber", ListRules.LongestNumber, required: false);
        RuleFor(i => i.Announcement).Text("ListAnnouncement", ListRules.LongestAnnouncement, required: false);
        RuleFor(i => i.Evidence).Text("FactEvidence", FactRules.LongestEvidence, required: false);
        RuleFor(i => i.Evidence).Must((i, text) => i.Standing is null or FactStanding.Declared || TextRules.SaysSomething(text))
            .WithErrorCode("Fact.EvidenceMissing");
    }

    private static Refusal? Wrong(ListItemInput input, string field) =>
        ListCatalogue.Find(input.List) is { } list ? ListRules.Wrong(list, input).FirstOrDefault(r => r.Field == field) : null;
}

/// <summary>Checks that a list is said to be complete by somebody who names a document, where they must.</summary>
public sealed class ListClosingValidator : AbstractValidator<ListClosingInput>
{
    public ListClosingValidator()
    {
        RuleFor(c => c.Evidence).Text("FactEvidence", FactRules.LongestEvidence, required: false);
        RuleFor(c => c.Evidence).Must((c, text) => c.Standing is null or FactStanding.Declared || TextRules.SaysSomething(text))
            .WithErrorCode("Fact.EvidenceMissing");
    }
}

/// <summary>How items of lists are read from what people type.</summary>
public static class ListRules
{
    /// <summary>The longest number of a certificate (characters).</summary>
    public const int LongestNumber = 60;

    /// <summary>The longest name of an announcement (characters).</summary>
    public const int LongestAnnouncement = 200;

    /// <summary>The latest last day: a later one in a certificate means that there is no end.</summary>
    public static readonly DateOnly LatestEnd = new(2199, 12, 31);

    /// <summary>What cannot be of an item whatever else stands in the file, each with its field.</summary>
    internal static IEnumerable<Refusal> Wrong(ListDefinition list, ListItemInput input)
    {
        foreach (var field in list.Fields)
        {
            if (WrongIn(list, field, input) is { } refusal)
            {
                yield return refusal with { Field = field.Field.ToString() };
            }
        }
    }

    /// <summary>The item as it was typed, where nothing is wrong with it; fields that the list does not have stay empty.</summary>
    internal static EnterpriseListItem Read(ListDefinition list, ListItemInput input)
    {
        return new EnterpriseListItem
        {
            List = list.Code,
            Kind = Has(ListField.Kind) ? input.Kind : "",
            Level = list.HasLevel(input.Kind) ? input.Level : "",
            Number = Has(ListField.Number) ? input.Number.Trim() : "",
            From = input.From,
            Until = Has(ListField.Until) ? input.Until : null,
            First = Has(ListField.First) ? input.First : FirstTime.Unknown,
            Announcement = Has(ListField.Announcement) ? input.Announcement.Trim() : "",
            Amount = Has(ListField.Amount) ? Money(input.Amount, input.Unit) : null,
            Part = Has(ListField.Part) ? Money(input.Part, input.Unit) : null,
            Rank = Has(ListField.Rank) && FactRules.Number(FactKind.Rank, input.Rank, input.Unit) is { Done: true } rank ? (int)rank.Value : null,
            Flag = Has(ListField.Flag) && input.Flag.Length > 0 ? input.Flag == FactRules.Yes : null,
            Purpose = Has(ListField.Purpose) ? input.Purpose : "",
            LiftedOn = Has(ListField.LiftedOn) ? input.LiftedOn : null,
        };

        bool Has(ListField field) => list.Field(field) is not null;
    }

    private static Refusal? WrongIn(ListDefinition list, ListFieldDefinition field, ListItemInput input)
    {
        var missing = new Refusal("List.Missing", field.Name);
        return field.Field switch
        {
            ListField.Kind => Chosen(input.Kind, list.Kind(input.Kind) is not null, required: true),
            ListField.Level => list.HasLevel(input.Kind) ? Chosen(input.Level, list.Levels!.Any(l => l.Code == input.Level), required: true) : null,
            ListField.Purpose => Chosen(input.Purpose, list.Purposes!.Any(p => p.Code == input.Purpose), field.Required),
            ListField.Flag => Chosen(input.Flag, input.Flag is FactRules.Yes or FactRules.No, field.Required),
            ListField.From => field.Required && input.From is null ? missing : null,
            ListField.Until => input.Until is not { } until ? null
                : input.From is not { } from ? new Refusal("List.UntilAlone", list.Field(ListField.From)!.Name)
                : until > LatestEnd ? new Refusal("List.UntilTooLate", LatestEnd)
                : until < from ? new Refusal("List.UntilBeforeFrom", from) : null,
            ListField.LiftedOn => input.LiftedOn < input.From ? new Refusal("List.LiftedBefore", input.From) : null,
            ListField.Amount => Typed(input.Amount, FactKind.Money),
            ListField.Part => Typed(input.Part, FactKind.Money)
                ?? (Money(input.Part, input.Unit) > Money(input.Amount, input.Unit) ? new Refusal("List.PartAboveAmount", list.Field(ListField.Amount)!.Name) : null),
            ListField.Rank => Typed(input.Rank, FactKind.Rank),
            ListField.Number or ListField.First or ListField.Announcement => null,
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Field, null),
        };

        Refusal? Chosen(string code, bool known, bool required) =>
            code.Length == 0 ? required ? missing : null : known ? null : new Refusal("Fact.ChoiceUnknown");

        Refusal? Typed(string text, FactKind kind) =>
            !TextRules.SaysSomething(text) ? field.Required ? missing : null : FactRules.Number(kind, text, input.Unit).Refusal;
    }

    private static decimal? Money(string typed, MoneyUnit unit) => FactRules.Number(FactKind.Money, typed, unit) is { Done: true } read ? read.Value : null;
}
