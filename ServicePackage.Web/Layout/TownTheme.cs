using MudBlazor;

namespace ServicePackage.Web.Layout;

/// <summary>The one accent, the greys and the type. The lamps' colours stand in base.css.</summary>
public static class TownTheme
{
    private static readonly string[] Type =
        ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "system-ui", "sans-serif"];

    /// <summary>The theme of every page; its dark colours stand in <see cref="DarkTheme"/>.</summary>
    public static readonly MudTheme Theme = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0b5d66",
            PrimaryDarken = "#084850",
            PrimaryLighten = "#12747f",
            Secondary = "#4a5a63",
            Info = "#1f5f9e",
            Success = "#1a7240",
            Warning = "#8a5a00",
            Error = "#b3261e",
            Background = "#f4f6f7",
            Surface = "#ffffff",
            AppbarBackground = "#ffffff",
            AppbarText = "#1c2529",
            DrawerBackground = "#ffffff",
            DrawerText = "#1c2529",
            DrawerIcon = "#4a5a63",
            TextPrimary = "#1c2529",
            TextSecondary = "#51606a",
            ActionDefault = "#4a5a63",
            LinesDefault = "#dbe1e4",
            LinesInputs = "#86949c",
            TableLines = "#e4e9eb",
            TableHover = "#0b5d660a",
            Divider = "#dbe1e4",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#6cc9cf",
            PrimaryDarken = "#4fb3ba",
            PrimaryLighten = "#8fdade",
            PrimaryContrastText = "#06282c",
            Secondary = "#a9b8bf",
            SecondaryContrastText = "#12191c",
            Info = "#8cbcf0",
            InfoContrastText = "#0b2036",
            Success = "#6fcf97",
            SuccessContrastText = "#08260f",
            Warning = "#e9b95a",
            WarningContrastText = "#2b1d00",
            Error = "#f59a92",
            ErrorContrastText = "#3b0905",
            Background = "#12191c",
            Surface = "#1a2327",
            AppbarBackground = "#1a2327",
            AppbarText = "#e4ebee",
            DrawerBackground = "#1a2327",
            DrawerText = "#e4ebee",
            DrawerIcon = "#a9b8bf",
            TextPrimary = "#e4ebee",
            TextSecondary = "#a9b8bf",
            ActionDefault = "#a9b8bf",
            LinesDefault = "#313d43",
            LinesInputs = "#74858d",
            TableLines = "#2a353a",
            TableHover = "#6cc9cf14",
            Divider = "#313d43",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Type, FontSize = "0.875rem", LineHeight = "1.6", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Type, FontSize = "0.875rem", LineHeight = "1.6", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Type, FontSize = "0.8125rem", LineHeight = "1.6", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Type, FontSize = "0.875rem", FontWeight = "500", LineHeight = "1.6", LetterSpacing = "normal", TextTransform = "none" },
            Caption = new CaptionTypography { FontFamily = Type, FontSize = "0.8125rem", LineHeight = "1.5", LetterSpacing = "normal" },
            H5 = new H5Typography { FontFamily = Type, FontSize = "1.25rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = Type, FontSize = "1rem", FontWeight = "600", LineHeight = "1.5", LetterSpacing = "normal" },
            Subtitle1 = new Subtitle1Typography { FontFamily = Type, FontSize = "0.9375rem", FontWeight = "600", LineHeight = "1.5", LetterSpacing = "normal" },
            Subtitle2 = new Subtitle2Typography { FontFamily = Type, FontSize = "0.875rem", FontWeight = "600", LineHeight = "1.5", LetterSpacing = "normal" },
        },
    };

    /// <summary>The dark colours, for the pages that say they are dark.</summary>
    public static readonly MudTheme DarkTheme = new()
    {
        PaletteDark = Theme.PaletteDark,
        LayoutProperties = Theme.LayoutProperties,
        Typography = Theme.Typography,
        PseudoCss = new PseudoCss { Scope = $":root[data-theme=\"{Appearance.DarkTheme}\"]" },
    };
}
