using ServicePackage.Web.Layout;

namespace ServicePackage.Screens;

/// <summary>How a page is looked at.</summary>
internal sealed record Look(string Language, int Width, bool Dark)
{
    private const int Widest = 1440;
    private const int Narrowest = 390;

    /// <summary>Between a phone and a wide screen: 1093 is 1366 at 125 %, the others are what tablets and small laptops have.</summary>
    private static readonly int[] Between = [768, 820, 1024, 1093, 1280];

    /// <summary>The looks of one language, in an order that needs few changes.</summary>
    public static IReadOnlyList<Look> In(string language) =>
    [
        new(language, Widest, false), new(language, Widest, true), new(language, Narrowest, true), new(language, Narrowest, false),
        .. Between.Select(width => new Look(language, width, false)),
    ];

    /// <summary>Whether the window is neither a phone nor wide. How lists give way is seen there; colours and names are the same as elsewhere.</summary>
    public bool IsBetween => Width is > Narrowest and < Widest;

    public string Name => $"{(Language == Languages.Chinese ? "zh" : "en")}-{Width}-{(Dark ? "dark" : "light")}";

    public int Height => Width > 1000 ? 900 : 844;
}
