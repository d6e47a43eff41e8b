using System.Globalization;
using System.Runtime.CompilerServices;

namespace ServicePackage.Tests.Support;

/// <summary>
/// Tests read the product in Chinese, its first language, whatever the machine speaks. With TEST_ELSEWHERE=true what is not
/// text, dates and numbers, is left to the machine, as it is for whatever of the program runs for no reader.
/// </summary>
internal static class Language
{
    /// <summary>Whether the run is to stand in another time zone and speak another language than the town.</summary>
    public static bool Elsewhere { get; } = Environment.GetEnvironmentVariable("TEST_ELSEWHERE") == "true";

    [ModuleInitializer]
    internal static void Choose()
    {
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        if (!Elsewhere)
        {
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("zh-CN");
        }
    }
}
