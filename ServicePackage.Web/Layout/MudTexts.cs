using Microsoft.Extensions.Localization;
using MudBlazor;

namespace ServicePackage.Web.Layout;

/// <summary>MudBlazor's own words (sort, next page, close …) in the reader's language.</summary>
public sealed class MudTexts(IStringLocalizer<MudTexts> texts) : MudLocalizer
{
    /// <inheritdoc/>
    public override LocalizedString this[string key] => texts[key];

    /// <inheritdoc/>
    public override LocalizedString this[string key, params object[] arguments] => texts[key, arguments];
}
