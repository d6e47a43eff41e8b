using ServicePackage.Web.Layout;

namespace ServicePackage.Screens;

/// <summary>How a page is looked at.</summary>
internal sealed record Look(string Language, int Width, bool Dark)
{
    /// <summary>The looks of one language, in an order that needs few changes.</summary>
    public static IReadOnlyList<Look> In(string language) => [new(language, 1440, false), new(language, 1440, true), new(language, 390, true), new(language, 390, false)];

    public string Name => $"{(Language == Languages.Chinese ? "zh" : "en")}-{Width}-{(Dark ? "dark" : "light")}";

    public int Height => Width > 1000 ? 900 : 844;
}
