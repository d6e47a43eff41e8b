using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ServicePackage.Core.Documents;

/// <summary>The looks of paragraphs on official paper.</summary>
internal static class PaperStyles
{
    public const string Title = "PaperTitle";
    public const string Line = "PaperLine";
    public const string First = "PaperFirst";
    public const string Second = "PaperSecond";
    public const string Note = "PaperNote";
    public const string Lead = "PaperLead";
    public const string Head = "PaperHead";
    public const string Cell = "PaperCell";
    public const string Foot = "PaperFoot";

    /// <summary>The part that says them.</summary>
    public static Styles All() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                Fonts(PaperRules.Body),
                new FontSize { Val = $"{PaperRules.BodySize}" },
                new FontSizeComplexScript { Val = $"{PaperRules.BodySize}" },
                new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault()),
        Style("Normal", "Normal", isDefault: true, new OverflowPunctuation { Val = false }, Spaced(PaperRules.Pitch), new Indentation { FirstLineChars = 200, FirstLine = "640" }, new Justification { Val = JustificationValues.Both }),
        Style(Title, "公文标题", PaperRules.Title, PaperRules.TitleSize, new KeepNext(), Spaced(PaperRules.Pitch, after: PaperRules.Pitch), NoIndent(), new Justification { Val = JustificationValues.Center }),
        Style(Line, "信息行", PaperRules.Body, PaperRules.BodySize, Spaced(PaperRules.Pitch), NoIndent(), new Justification { Val = JustificationValues.Left }),
        Style(First, "一级标题", PaperRules.First, PaperRules.BodySize, new KeepNext(), Numbered(0), Spaced(PaperRules.Pitch), new OutlineLevel { Val = 0 }),
        Style(Second, "二级标题", PaperRules.Second, PaperRules.BodySize, new KeepNext(), Numbered(1), Spaced(PaperRules.Pitch), new OutlineLevel { Val = 1 }),
        Style(Note, "说明", PaperRules.Body, PaperRules.SmallSize, OffGrid(), Spaced(PaperRules.NotePitch)),
        Style(Lead, "导语", PaperRules.Body, PaperRules.SmallSize, new KeepNext(), OffGrid(), Spaced(PaperRules.NotePitch)),
        Style(Head, "表头", PaperRules.First, PaperRules.TableSize, new KeepNext(), OffGrid(), Spaced(PaperRules.TablePitch), NoIndent(), new Justification { Val = JustificationValues.Center }),
        Style(Cell, "表格内容", PaperRules.Body, PaperRules.TableSize, OffGrid(), Spaced(PaperRules.TablePitch), NoIndent(), new Justification { Val = JustificationValues.Left }),
        Style(Foot, "页码", PaperRules.Song, PaperRules.SmallSize, OffGrid(), Spaced(PaperRules.TablePitch), NoIndent()));

    /// <summary>How headings are numbered, 一、 and （一）: a section that is left out leaves no gap.</summary>
    public static Numbering Numbers()
    {
        var levels = new AbstractNum(new MultiLevelType { Val = MultiLevelValues.Multilevel }, Level(0, "%1、", First), Level(1, "（%2）", Second));
        levels.AbstractNumberId = 1;
        return new Numbering(levels, new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });
    }

    private static Level Level(int number, string text, string style)
    {
        var level = new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = NumberFormatValues.ChineseCounting },
            new ParagraphStyleIdInLevel { Val = style },
            new LevelSuffix { Val = LevelSuffixValues.Nothing },
            new LevelText { Val = text },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { FirstLineChars = 200, FirstLine = "640" }));
        level.LevelIndex = number;
        return level;
    }

    private static NumberingProperties Numbered(int level) => new(new NumberingLevelReference { Val = level }, new NumberingId { Val = 1 });

    /// <summary>The typefaces, each with what may stand in for it; none is embedded.</summary>
    public static Fonts Typefaces() => new(
        Typeface(PaperRules.Title, "方正小标宋_GBK"),
        Typeface(PaperRules.Body, "仿宋"),
        Typeface(PaperRules.Second, "楷体"),
        Typeface(PaperRules.First, "SimHei"),
        Typeface(PaperRules.Song, "SimSun"),
        new Font(new FontFamily { Val = FontFamilyValues.Roman }) { Name = PaperRules.Latin });

    private static Font Typeface(string name, string other) => new(new AltName { Val = other }) { Name = name };

    private static RunFonts Fonts(string eastAsian) => new() { Ascii = PaperRules.Latin, HighAnsi = PaperRules.Latin, EastAsia = eastAsian, ComplexScript = PaperRules.Latin };

    private static SpacingBetweenLines Spaced(int pitch, int after = 0) => new() { Before = "0", After = $"{after}", Line = $"{pitch}", LineRule = LineSpacingRuleValues.Exact };

    /// <summary>Lines in tables are closer than those of the page.</summary>
    private static SnapToGrid OffGrid() => new() { Val = false };

    private static Indentation NoIndent() => new() { FirstLineChars = 0, FirstLine = "0" };

    private static Style Style(string id, string name, string typeface, int size, params OpenXmlElement[] paragraph)
    {
        var style = Style(id, name, isDefault: false, paragraph);
        style.Append(new StyleRunProperties(Fonts(typeface), new FontSize { Val = $"{size}" }, new FontSizeComplexScript { Val = $"{size}" }));
        return style;
    }

    private static Style Style(string id, string name, bool isDefault, params OpenXmlElement[] paragraph)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault)
        {
            style.Default = true;
        }
        else
        {
            style.Append(new BasedOn { Val = "Normal" }, new PrimaryStyle());
            style.CustomStyle = true;
        }

        style.Append(new StyleParagraphProperties(paragraph));
        return style;
    }
}
