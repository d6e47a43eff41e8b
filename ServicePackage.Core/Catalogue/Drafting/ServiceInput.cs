using FluentValidation;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Catalogue;

/// <summary>What a service says of itself, as typed: of a new one, or of its draft.</summary>
public sealed class ServiceInput
{
    /// <summary>The service; 0 of a new one.</summary>
    public long Id { get; set; }

    /// <summary>The version of the draft the person saw.</summary>
    public int Version { get; set; }

    /// <summary>Who provides a new one; 0 while nobody is chosen.</summary>
    public long ProviderId { get; set; }

    public string Title { get; set; } = "";

    public ServiceClass? Class { get; set; }

    public ServiceLevel? Level { get; set; }

    public string Text { get; set; } = "";

    public bool Online { get; set; }

    public bool OnSite { get; set; }

    public bool AtFirm { get; set; }

    public ServiceFee? Fee { get; set; }

    public string FeeWords { get; set; } = "";

    /// <summary>The amount in yuan, where it is one.</summary>
    public string FeeYuan { get; set; } = "";

    /// <summary>Whom it is for: an enterprise that meets one of these named criteria; all where none is chosen.</summary>
    public List<string> Criteria { get; set; } = [];

    public string HowToGet { get; set; } = "";

    public string Contact { get; set; } = "";

    public string Phone { get; set; } = "";

    public string SourceAddress { get; set; } = "";

    /// <summary>The last day on which it can be had.</summary>
    public DateOnly? GoodUntil { get; set; }

    public bool IsDemo { get; set; }

    /// <summary>In which ways it is given.</summary>
    public ServiceForms Forms => (Online ? ServiceForms.Online : 0) | (OnSite ? ServiceForms.OnSite : 0) | (AtFirm ? ServiceForms.AtFirm : 0);

    /// <summary>The amount in yuan; null where none is typed, or it cannot be read.</summary>
    public decimal? Yuan => FactRules.Number(FactKind.Money, FeeYuan, MoneyUnit.Yuan) is { Done: true, Value: > 0 and <= ServiceRules.MostYuan } read ? read.Value : null;

    /// <summary>Whom it is for, as a condition; null where it is for all.</summary>
    public Condition? Audience => Criteria.Distinct().Order(StringComparer.Ordinal).Select(c => new Named(c)).ToList() switch
    {
        [] => null,
        [var one] => one,
        var several => new AnyOf(several),
    };

    /// <summary>The criteria of a condition that was chosen this way; null where it was not, so that the picker does not say less than it is.</summary>
    public static IReadOnlyList<string>? CriteriaOf(string? audience) => ConditionJson.Read(audience) switch
    {
        null => string.IsNullOrWhiteSpace(audience) ? [] : null,
        Named one => [one.Criterion],
        AnyOf any when any.Of.All(p => p is Named) => [.. any.Of.Cast<Named>().Select(n => n.Criterion)],
        _ => null,
    };
}

/// <summary>Which draft an act is about, as the person saw it.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Version">The version of the draft the person saw.</param>
public sealed record ServiceAct(long ServiceId, int Version);

/// <summary>Checks what is typed of a service.</summary>
public sealed class ServiceValidator : AbstractValidator<ServiceInput>
{
    public ServiceValidator()
    {
        RuleFor(s => s.Title).Text("ServiceTitle", ServiceRules.LongestTitle);
        RuleFor(s => s.Class).Must(c => c is { } chosen && Enum.IsDefined(chosen)).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("ServiceClass") });
        RuleFor(s => s.Level).Must(l => l is { } chosen && Enum.IsDefined(chosen)).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("ServiceLevel") });
        RuleFor(s => s.Text).Text("ServiceText", ServiceRules.LongestWords);
        RuleFor(s => s.Forms).Must(f => f != ServiceForms.None).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("ServiceForms") });
        RuleFor(s => s.Fee).Must(f => f is { } chosen && Enum.IsDefined(chosen)).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("ServiceFee") });
        RuleFor(s => s.FeeWords).Text("ServiceFeeWords", ServiceRules.LongestFee, required: false);
        RuleFor(s => s.FeeWords).Must((s, words) => s.Fee is null or ServiceFee.Free || TextRules.SaysSomething(words)).WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("ServiceFeeWords") });
        RuleFor(s => s.FeeYuan).Must((s, typed) => s.Fee is null or ServiceFee.Free || string.IsNullOrWhiteSpace(typed) || s.Yuan is not null).WithErrorCode("Service.Yuan").WithState(_ => new object[] { ServiceRules.MostYuan });
        RuleFor(s => s.Criteria).Must(c => c.TrueForAll(code => Conditions.Criteria.OfTheProgram.Find(code) is not null)).WithErrorCode("Condition.NoSuchCriterion");
        RuleFor(s => s.HowToGet).Text("ServiceHowToGet", ServiceRules.LongestWords);
        RuleFor(s => s.Contact).Text("ServiceContact", ServiceRules.LongestContact, required: false);
        RuleFor(s => s.Phone).Phone("ServicePhone");
        RuleFor(s => s.SourceAddress).Text("ServiceSource", ServiceRules.LongestAddress, required: false);
        RuleFor(s => s.SourceAddress).Must(a => a.Trim().Length == 0 || IsWebAddress(a.Trim())).WithErrorCode("Service.AddressForm");
    }

    /// <summary>Whether a page of the web can be opened at it: http or https, and nothing else.</summary>
    private static bool IsWebAddress(string typed) =>
        Uri.TryCreate(typed, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.Host.Length > 0
        && !typed.Any(char.IsWhiteSpace) && address.UserInfo.Length == 0;
}
