namespace ServicePackage.Web.Layout;

/// <summary>How the frame looks to this reader; kept in cookies, so that the first drawing is right already.</summary>
/// <param name="Dark">Dark colours or light ones, as chosen; as the system has it when null.</param>
/// <param name="NarrowRail">The rail shows icons alone.</param>
public sealed record Appearance(bool? Dark = null, bool NarrowRail = false)
{
    public const string ThemeCookie = "ServicePackage.Theme";
    public const string RailCookie = "ServicePackage.Rail";
    public const string DarkTheme = "dark";
    public const string LightTheme = "light";
    public const string NarrowRailValue = "narrow";

    /// <summary>What the visitor's cookies say.</summary>
    public static Appearance Of(HttpContext? context) => new(
        context?.Request.Cookies[ThemeCookie] switch { DarkTheme => true, LightTheme => false, _ => null },
        context?.Request.Cookies[RailCookie] == NarrowRailValue);

    /// <summary>The name of the theme in the page; until one is chosen theme.js puts the system's in its place, before anything is drawn.</summary>
    public string Theme => Dark == true ? DarkTheme : LightTheme;
}
