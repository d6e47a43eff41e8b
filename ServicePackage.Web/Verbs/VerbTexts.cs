using System.Globalization;
using System.Resources;

namespace ServicePackage.Web.Verbs;

/// <summary>What verbs say, in the language of the console; Chinese where it is neither.</summary>
internal static class VerbTexts
{
    private static readonly ResourceManager Texts = new(typeof(VerbTexts).FullName!, typeof(VerbTexts).Assembly);

    public static string Say(string key, params object?[] arguments) =>
        string.Format(CultureInfo.CurrentCulture, Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key, arguments);
}
