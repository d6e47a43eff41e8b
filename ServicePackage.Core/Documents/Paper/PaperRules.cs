namespace ServicePackage.Core.Documents;

/// <summary>The measures of official papers (GB/T 9704-2012): lengths in twentieths of a point, type sizes in half points.</summary>
internal static class PaperRules
{
    public const uint Width = 11906;
    public const uint Height = 16838;
    public const int Top = 2098;
    public const int Bottom = 1984;
    public const uint Left = 1588;
    public const uint Right = 1474;

    /// <summary>How wide what is printed is.</summary>
    public const int Printed = (int)(Width - Left - Right);

    /// <summary>From the foot of the paper to the page number: 25 mm.</summary>
    public const uint ToFooter = 1417;

    /// <summary>The pitch of lines, 28.95 points: 22 of them to a page.</summary>
    public const int Pitch = 579;

    /// <summary>The pitch of lines in a table: 16 points for type of 12.</summary>
    public const int TablePitch = 320;

    /// <summary>The pitch of lines of remarks: 22 points for type of 14.</summary>
    public const int NotePitch = 440;

    /// <summary>What is left free above and below the text of a cell.</summary>
    public const int CellMargin = 20;

    /// <summary>二号.</summary>
    public const int TitleSize = 44;

    /// <summary>三号.</summary>
    public const int BodySize = 32;

    /// <summary>四号.</summary>
    public const int SmallSize = 28;

    /// <summary>小四号.</summary>
    public const int TableSize = 24;

    public const string Song = "宋体";
    public const string Title = "方正小标宋简体";
    public const string Body = "仿宋_GB2312";
    public const string First = "黑体";
    public const string Second = "楷体_GB2312";
    public const string Latin = "Times New Roman";
}
