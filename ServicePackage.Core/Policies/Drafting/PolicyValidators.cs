using FluentValidation;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Policies;

/// <summary>Checks what is typed of a policy.</summary>
public sealed class PolicyValidator : AbstractValidator<PolicyInput>
{
    public PolicyValidator()
    {
        RuleFor(p => p.Title).Text("PolicyTitle", PolicyRules.LongestTitle);
        RuleFor(p => p.DocumentNumber).Text("PolicyNumber", PolicyRules.LongestNumber, required: false);
        RuleFor(p => p.Issuer).Text("PolicyIssuer", PolicyRules.LongestIssuer);
        RuleFor(p => p.Level).Must(l => l is { } level && Enum.IsDefined(level)).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("PolicyLevel") });
        RuleFor(p => p.Kind).Must(k => k is { } kind && Enum.IsDefined(kind)).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("PolicyKind") });
        RuleFor(p => p.Place).Must(p => Divisions.Find(p) is not null).WithErrorCode("NotChosen").WithState(_ => new object[] { new FieldName("PolicyPlace") });
        RuleFor(p => p.Until).Must((p, until) => until is null || p.From is null || until >= p.From).WithErrorCode("Policy.PeriodUpsideDown");
        RuleFor(p => p.SourceAddress).Text("PolicySource", PolicyRules.LongestAddress, required: false);
        RuleFor(p => p.SourceAddress).Must(a => a.Trim().Length == 0 || IsWebAddress(a.Trim())).WithErrorCode("Policy.AddressForm");
        RuleFor(p => p.Text).Text("PolicyText", required: false);
        RuleFor(p => p.ToConfirm).Text("PolicyToConfirm", PolicyRules.LongestReason, required: false);
    }

    /// <summary>Whether a page of the web can be opened at it: http or https, and nothing else.</summary>
    private static bool IsWebAddress(string typed) =>
        Uri.TryCreate(typed, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.Host.Length > 0
        && !typed.Any(char.IsWhiteSpace) && address.UserInfo.Length == 0;
}

/// <summary>Checks what is typed of a clause.</summary>
public sealed class ClauseValidator : AbstractValidator<ClauseInput>
{
    public ClauseValidator()
    {
        RuleFor(c => c.Number).Text("ClauseNumber", PolicyRules.LongestClauseNumber, required: false);
        RuleFor(c => c.Title).Text("ClauseTitle", PolicyRules.LongestTitle);
        RuleFor(c => c.Text).Text("ClauseText");
        RuleFor(c => c.Scope).Text("ClauseScope", PolicyRules.LongestWords, required: false);
        RuleFor(c => c.Benefit).Text("ClauseBenefit", PolicyRules.LongestWords, required: false);
        RuleFor(c => c.Materials).Text("ClauseMaterials", PolicyRules.LongestWords, required: false);
        RuleFor(c => c.WhereToApply).Text("ClauseWhere", PolicyRules.LongestWords, required: false);
        RuleFor(c => c.PaymentPromise).Text("ClausePayment", PolicyRules.LongestWords, required: false);
        RuleFor(c => c.Terms).RefusedBy(c => c.Terms.Read().Refusal);
        RuleFor(c => c.Windows).Must(w => w.Count <= PolicyRules.MostWindows).WithErrorCode("Policy.TooManyWindows").WithState(_ => new object[] { PolicyRules.MostWindows });
        RuleFor(c => c.Windows).Must(w => w.All(x => x.Kind != WindowKind.Dated || x.From is not null || x.Until is not null)).WithErrorCode("Policy.WindowWithoutDay");
        RuleFor(c => c.Windows).Must(w => w.All(x => x.Kind != WindowKind.Dated || x.From is null || x.Until is null || x.Until >= x.From)).WithErrorCode("Policy.WindowUpsideDown");
        RuleFor(c => c.EnterpriseIds).Must((c, ids) => !c.Personalised || ids.Count > 0).WithErrorCode("Policy.NoEnterprise");
        RuleFor(c => c.EnterpriseIds).Must(ids => ids.Count <= PolicyRules.MostEnterprises).WithErrorCode("Policy.TooManyEnterprises").WithState(_ => new object[] { PolicyRules.MostEnterprises });
    }
}
