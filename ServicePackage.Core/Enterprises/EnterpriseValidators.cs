using FluentValidation;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Enterprises;

/// <summary>Checks what is typed of a new enterprise.</summary>
public sealed class NewEnterpriseValidator : AbstractValidator<NewEnterpriseInput>
{
    public NewEnterpriseValidator()
    {
        RuleFor(e => e.Name).Text("EnterpriseName", EnterpriseRules.LongestName);
        RuleFor(e => e.CreditCode).CreditCode();
        RuleFor(e => e.Tier).IsInEnum().WithErrorCode("Enterprise.TierUnknown");
        RuleFor(e => e.Titles).Titles();
        RuleFor(e => e.EconomicCityId).City();
        RuleFor(e => e.Address).Text("Address", EnterpriseRules.LongestAddress, required: false);
        RuleFor(e => e.ContactName).Text("ContactName", EnterpriseRules.LongestContact, required: false);
        RuleFor(e => e.ContactPhone).Phone("ContactPhone");
    }
}

/// <summary>Checks what is typed of an enterprise.</summary>
public sealed class EnterpriseValidator : AbstractValidator<EnterpriseInput>
{
    public EnterpriseValidator()
    {
        RuleFor(e => e.Name).Text("EnterpriseName", EnterpriseRules.LongestName);
        RuleFor(e => e.Tier).IsInEnum().WithErrorCode("Enterprise.TierUnknown");
        RuleFor(e => e.EconomicCityId).City();
        RuleFor(e => e.Address).Text("Address", EnterpriseRules.LongestAddress, required: false);
    }
}

/// <summary>Checks what is typed of a contact person.</summary>
public sealed class ContactPersonValidator : AbstractValidator<ContactPersonInput>
{
    public ContactPersonValidator()
    {
        RuleFor(e => e.ContactName).Text("ContactName", EnterpriseRules.LongestContact);
        RuleFor(e => e.ContactPhone).Phone("ContactPhone", required: true);
    }
}

/// <summary>Checks a corrected credit code.</summary>
public sealed class CreditCodeValidator : AbstractValidator<CreditCodeInput>
{
    public CreditCodeValidator()
    {
        RuleFor(e => e.CreditCode).CreditCode();
        RuleFor(e => e.Reason).Text("CorrectionReason", EnterpriseRules.LongestReason);
    }
}

/// <summary>Checks what is typed when an enterprise leaves the roster or comes back.</summary>
public sealed class RosterValidator : AbstractValidator<RosterInput>
{
    public RosterValidator()
    {
        RuleFor(e => e.Day).NotNull().WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("RosterDay") });
        RuleFor(e => e.Reason).Text("RosterReason", EnterpriseRules.LongestReason);
    }
}

/// <summary>How the facts of an enterprise are checked.</summary>
public static class EnterpriseRules
{
    /// <summary>The longest registered name (characters).</summary>
    public const int LongestName = 100;

    /// <summary>The longest address (characters).</summary>
    public const int LongestAddress = 200;

    /// <summary>The longest name of a contact person (characters).</summary>
    public const int LongestContact = 60;

    /// <summary>The longest reason (characters).</summary>
    public const int LongestReason = 500;

    internal static IRuleBuilderOptions<T, string> CreditCode<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(TextRules.SaysSomething).WithErrorCode("Missing").WithState(_ => new object[] { new FieldName("CreditCode") })
            .Must(code => Enterprises.CreditCode.FaultOf(Enterprises.CreditCode.Normalise(code)) == CreditCodeFault.None)
            .WithErrorCode("CreditCode.CheckCharacter")
            .WithState((_, code) => RefusalOf(Enterprises.CreditCode.Normalise(code))!);

    internal static IRuleBuilderOptions<T, long> City<T>(this IRuleBuilder<T, long> rule) =>
        rule.GreaterThan(0).WithErrorCode("Enterprise.CityMissing");

    internal static IRuleBuilderOptions<T, IReadOnlyList<string>> Titles<T>(this IRuleBuilder<T, IReadOnlyList<string>> rule) =>
        rule.Must(titles => titles.Distinct().Count() == titles.Count && titles.All(t => ListCatalogue.WithoutLevel.Any(k => k.Code == t))).WithErrorCode("Enterprise.TitlesUnknown");

    /// <summary>What is wrong with a normalised credit code, as a sentence; null when nothing is.</summary>
    public static Refusal? RefusalOf(string code) => Enterprises.CreditCode.FaultOf(code) switch
    {
        CreditCodeFault.None => null,
        CreditCodeFault.Length => new Refusal("CreditCode.Length", Enterprises.CreditCode.Length, TextRules.Length(code)),
        CreditCodeFault.Character => new Refusal("CreditCode.Character", Enterprises.CreditCode.WrongPosition(code), CharacterAt(code)),
        _ => new Refusal("CreditCode.CheckCharacter"),
    };

    private static string CharacterAt(string code)
    {
        var wrong = code[Enterprises.CreditCode.WrongPosition(code)!.Value - 1];
        return char.IsSurrogate(wrong) || char.IsControl(wrong) ? "\u25A1" : wrong.ToString();
    }
}
