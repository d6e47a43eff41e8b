using System.Globalization;
using ServicePackage.Core.Words;

namespace ServicePackage.Web.Layout;

/// <summary>The languages of the screens. Chinese comes first and to whoever has not chosen; browsers' wishes are not asked.</summary>
public static class Languages
{
    /// <summary>The language of whoever has not chosen.</summary>
    public const string Chinese = "zh-CN";

    /// <summary>The other one.</summary>
    public const string English = "en";

    /// <summary>The cookie that remembers the choice.</summary>
    public const string CookieName = "ServicePackage.Language";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> Codes = [Chinese, English];

    /// <summary>Whether the reader reads Chinese.</summary>
    public static bool IsChinese => CultureInfo.CurrentUICulture.Name.StartsWith("zh", StringComparison.Ordinal);

    /// <summary>The one the reader does not read now.</summary>
    public static string Other => IsChinese ? English : Chinese;

    /// <summary>A name in the reader's language; the Chinese one where there is no other.</summary>
    public static string Name(string chinese, string english) => Wording.Either(chinese, english);
}
