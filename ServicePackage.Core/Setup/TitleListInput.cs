using FluentValidation;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Setup;

/// <summary>What a published list of a title says of all its rows.</summary>
public sealed class TitleListInput
{
    /// <summary>The kind of title.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The level, where the kind has one.</summary>
    public string Level { get; set; } = "";

    /// <summary>The announcement, which is also the document.</summary>
    public string Announcement { get; set; } = "";

    /// <summary>The first day.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The last day; null where the title has none.</summary>
    public DateOnly? Until { get; set; }

    public FirstTime First { get; set; }

    /// <summary>The day as of which the list is complete.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>Whether rows of firms that the town does not know are left out, rather than refused.</summary>
    public bool SkipUnknown { get; set; }

    /// <summary>The title of one of its firms.</summary>
    internal ListItemInput Item() => new()
    {
        List = ListCatalogue.Title,
        Kind = Kind,
        Level = Level,
        Announcement = Announcement,
        From = From,
        Until = Until,
        First = First,
        Standing = FactStanding.Authority,
        Evidence = Announcement,
    };
}

/// <summary>Checks what is said of a published list of a title.</summary>
public sealed class TitleListValidator : AbstractValidator<TitleListInput>
{
    public TitleListValidator()
    {
        RuleFor(l => l.Kind).RefusedBy(l => Wrong(l, nameof(l.Kind)));
        RuleFor(l => l.Level).RefusedBy(l => Wrong(l, nameof(l.Level)));
        RuleFor(l => l.Announcement).Text("ListAnnouncement", ListRules.LongestAnnouncement);
        RuleFor(l => l.From).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("TitleFrom") });
        RuleFor(l => l.Until).RefusedBy(l => Wrong(l, nameof(l.Until)));
        RuleFor(l => l.First).IsInEnum().WithErrorCode("Fact.ChoiceUnknown");
        RuleFor(l => l.AsOf).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("TitleAsOf") });
    }

    private static Refusal? Wrong(TitleListInput list, string field) => ListRules.Wrong(ListCatalogue.Titles, list.Item()).FirstOrDefault(r => r.Field == field);
}
