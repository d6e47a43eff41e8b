using System.Globalization;
using System.Runtime.CompilerServices;

namespace ServicePackage.Tests.Support;

/// <summary>Tests read the product in Chinese, its first language, whatever the machine speaks.</summary>
internal static class Language
{
    [ModuleInitializer]
    internal static void Choose() =>
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture =
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("zh-CN");
}
