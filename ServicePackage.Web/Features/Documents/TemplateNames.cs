using Microsoft.Extensions.Localization;

namespace ServicePackage.Web.Features.Documents;

/// <summary>How templates are called.</summary>
internal static class TemplateNames
{
    /// <summary>第2号模板; the one of number 0 is built in.</summary>
    public static string Name(IStringLocalizer<DocumentTexts> texts, int number) => number == 0 ? texts["Template.BuiltIn"] : texts["Template.Number", number];
}
