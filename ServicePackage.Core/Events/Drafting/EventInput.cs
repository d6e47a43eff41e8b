using System.Globalization;
using FluentValidation;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Events;

/// <summary>What an event says of itself, as typed: of a new one, or of its draft. Times are Shanghai times.</summary>
public sealed class EventInput
{
    /// <summary>The event; 0 of a new one.</summary>
    public long Id { get; set; }

    /// <summary>The version of the draft the person saw.</summary>
    public int Version { get; set; }

    /// <summary>Who holds a new one; 0 while nobody is chosen.</summary>
    public long OrganiserId { get; set; }

    public string Title { get; set; } = "";

    public ServiceClass? Class { get; set; }

    public EventKind? Kind { get; set; } = EventKind.Ordinary;

    /// <summary>Of a briefing: the policy; 0 while none is chosen.</summary>
    public long PolicyId { get; set; }

    public string Text { get; set; } = "";

    public DateOnly? Day { get; set; }

    public TimeOnly? From { get; set; }

    public TimeOnly? To { get; set; }

    public string Place { get; set; } = "";

    /// <summary>How many people it has room for.</summary>
    public string Seats { get; set; } = "";

    /// <summary>The most people one enterprise sends.</summary>
    public string PeoplePerFirm { get; set; } = "";

    /// <summary>The last day to sign up.</summary>
    public DateOnly? LastDay { get; set; }

    public ServiceFee? Fee { get; set; }

    public string FeeWords { get; set; } = "";

    /// <summary>The amount in yuan, where it is one.</summary>
    public string FeeYuan { get; set; } = "";

    /// <summary>Whom it is for: an enterprise that meets this named criterion; all where it is empty.</summary>
    public string Criterion { get; set; } = "";

    public string Contact { get; set; } = "";

    public string Phone { get; set; } = "";

    public bool IsDemo { get; set; }

    /// <summary>The number of seats; null where it cannot be read.</summary>
    public int? SeatCount => Count(Seats, EventRules.MostSeats);

    /// <summary>The number of people per enterprise; null where it cannot be read.</summary>
    public int? PeopleCount => Count(PeoplePerFirm, EventRules.MostPeople);

    /// <summary>The amount in yuan; null where none is typed, or it cannot be read.</summary>
    public decimal? Yuan => FactRules.Number(FactKind.Money, FeeYuan, MoneyUnit.Yuan) is { Done: true, Value: > 0 and <= ServiceRules.MostYuan } read ? read.Value : null;

    /// <summary>When it is; only of what the validator has passed.</summary>
    internal EventTimes Times => new(Day!.Value, From!.Value, To!.Value, LastDay!.Value);

    /// <summary>A number from 1 to a most; null for everything else.</summary>
    internal static int? Count(string typed, int most) =>
        int.TryParse(CodeText.Of(typed), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most ? count : null;
}

/// <summary>Which event or draft an act is about, as the person saw it.</summary>
/// <param name="Id">The event.</param>
/// <param name="Version">The version of the copy.</param>
public sealed record EventAct(long Id, int Version);

/// <summary>Checks what is typed of an event, all at once: that it is to come among it.</summary>
public sealed class EventValidator : AbstractValidator<EventInput>
{
    /// <summary>Sets up the rules.</summary>
    /// <param name="now">Gives the instant (UTC).</param>
    public EventValidator(Func<DateTime> now)
    {
        RuleFor(e => e.OrganiserId).Must((e, organiser) => e.Id != 0 || organiser > 0).WithErrorCode("Event.NoOrganiser");
        RuleFor(e => e.Title).Text("EventTitle", EventRules.LongestTitle);
        RuleFor(e => e.Class).Must(c => c is { } chosen && Enum.IsDefined(chosen)).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("ServiceClass") });
        RuleFor(e => e.Kind).Must(k => k is { } chosen && Enum.IsDefined(chosen)).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("EventKind") });
        RuleFor(e => e.PolicyId).Must((e, policy) => e.Kind != EventKind.Briefing || policy > 0).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("EventPolicy") });
        RuleFor(e => e.Text).Text("EventText", EventRules.LongestWords);
        RuleFor(e => e.Day).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("EventDay") }).RefusedBy(e => Wrong(e, nameof(e.Day)));
        RuleFor(e => e.From).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("EventFrom") });
        RuleFor(e => e.To).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("EventTo") }).RefusedBy(e => Wrong(e, nameof(e.To)));
        RuleFor(e => e.Place).Text("EventPlace", EventRules.LongestPlace);
        RuleFor(e => e.Seats).Must((e, _) => e.SeatCount is not null).WithErrorCode("Event.Seats").WithState(_ => new object[] { EventRules.MostSeats });
        RuleFor(e => e.PeoplePerFirm).Must((e, _) => e.PeopleCount is { } people && people <= (e.SeatCount ?? people)).WithErrorCode("Event.PeoplePerFirm").WithState(_ => new object[] { EventRules.MostPeople });
        RuleFor(e => e.LastDay).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("EventLastDay") }).RefusedBy(e => Wrong(e, nameof(e.LastDay)));
        RuleFor(e => e.Fee).Must(f => f is { } chosen && Enum.IsDefined(chosen)).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("ServiceFee") });
        RuleFor(e => e.FeeWords).Text("ServiceFeeWords", ServiceRules.LongestFee, required: false);
        RuleFor(e => e.FeeWords).Must((e, words) => e.Fee is null or ServiceFee.Free || TextRules.SaysSomething(words)).WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("ServiceFeeWords") });
        RuleFor(e => e.FeeYuan).Must((e, typed) => e.Fee is null or ServiceFee.Free || string.IsNullOrWhiteSpace(typed) || e.Yuan is not null).WithErrorCode("Service.Yuan").WithState(_ => new object[] { ServiceRules.MostYuan });
        RuleFor(e => e.Criterion).Must(c => c.Length == 0 || Criteria.OfTheProgram.Find(c) is not null).WithErrorCode("Condition.NoSuchCriterion");
        RuleFor(e => e.Contact).Text("EventContact", ServiceRules.LongestContact);
        RuleFor(e => e.Phone).Phone("EventPhone", required: true);

        Refusal? Wrong(EventInput e, string field) => EventRules.Wrong(now(), e.Day, e.From, e.To, e.LastDay).FirstOrDefault(r => r.Field == field);
    }
}
