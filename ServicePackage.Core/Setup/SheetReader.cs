using System.Globalization;
using System.IO.Compression;
using System.Xml;
using MiniExcelLibs;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Setup;

/// <summary>Reads the first table of an XLSX file by the heads in its first row, which may stand in either language and in any order.</summary>
internal static class SheetReader
{
    private const long MostUnpacked = 64L * 1024 * 1024;

    /// <summary>Far more than any list has: a table with a sign in its last column or row is read no further.</summary>
    private const int MostColumns = 200;

    private const int LongestHead = 60;

    private const int MostNumber = ImportRules.MostRows * 10;

    /// <summary>
    /// The rows that say something. Refused: no XLSX file, one that cannot be read, heads that are missing, no row, more rows than <see cref="ImportRules.MostRows"/>, a table of far more rows or columns than that.
    /// </summary>
    public static Outcome<IReadOnlyList<SheetLine<TColumn>>> Read<TColumn>(byte[] content, IReadOnlyCollection<TColumn> required, bool others = false)
        where TColumn : struct, Enum
    {
        if (content.Length > ImportRules.LargestFile)
        {
            return ImportRules.TooLarge;
        }

        try
        {
            return IsWorkbook(content) ? ReadRows(content, required, others) : new Refusal("Import.NotXlsx");
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException or IOException or FormatException or ArgumentException
            or InvalidOperationException or NotSupportedException or NullReferenceException or KeyNotFoundException or IndexOutOfRangeException or OverflowException)
        {
            return new Refusal("Import.Broken"); // a workbook whose parts do not fit together: whatever the reader stumbles over lies in the file
        }
    }

    private static bool IsWorkbook(byte[] content)
    {
        if (!content.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return false;
        }

        using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        return archive.Entries.Any(e => e.FullName == "xl/workbook.xml") && archive.Entries.Sum(e => e.Length) <= MostUnpacked;
    }

    private static Outcome<IReadOnlyList<SheetLine<TColumn>>> ReadRows<TColumn>(byte[] content, IReadOnlyCollection<TColumn> required, bool takesOthers)
        where TColumn : struct, Enum
    {
        using var stream = new MemoryStream(content);
        var lines = new List<SheetLine<TColumn>>();
        Dictionary<string, TColumn>? heads = null;
        Dictionary<string, string> others = [];
        var number = 0;
        foreach (IDictionary<string, object?> row in stream.Query(excelType: ExcelType.XLSX))
        {
            number++;
            if (row.Count > MostColumns)
            {
                return new Refusal("Import.TooManyColumns", MostColumns);
            }

            if (heads is null)
            {
                heads = HeadsOf<TColumn>(row);
                others = takesOthers ? OthersOf(row, heads) : others;
                if (required.Except(heads.Values).Select(c => Wording.Name(c)).ToList() is { Count: > 0 } missing)
                {
                    return new Refusal("Import.NoColumns", string.Join(Wording.Text("Import.Separator"), missing));
                }

                continue;
            }

            var cells = heads.Select(h => (Column: h.Value, Text: TextOf(row.TryGetValue(h.Key, out var cell) ? cell : null))).Where(c => c.Text.Length > 0).ToDictionary(c => c.Column, c => c.Text);
            var more = others.Select(h => (Head: h.Value, Text: TextOf(row.TryGetValue(h.Key, out var cell) ? cell : null))).Where(c => c.Text.Length > 0).ToDictionary(c => c.Head, c => c.Text);
            if (cells.Count + more.Count > 0)
            {
                lines.Add(new SheetLine<TColumn>(number, cells) { Others = more });
            }

            if (lines.Count > ImportRules.MostRows || number > MostNumber)
            {
                return new Refusal("Import.TooManyRows", ImportRules.MostRows);
            }
        }

        return lines.Count > 0 ? lines : new Refusal("Import.NoRows");
    }

    /// <summary>Which column stands under which letter; of two with the same head the first counts.</summary>
    private static Dictionary<string, TColumn> HeadsOf<TColumn>(IDictionary<string, object?> row)
        where TColumn : struct, Enum
    {
        var names = Enum.GetValues<TColumn>().SelectMany(c => Wording.InEveryLanguage(Wording.KeyOf(c)).Select(n => (Column: c, Name: Plain(n))));
        var found = new Dictionary<string, TColumn>();
        foreach (var (letter, head) in row)
        {
            foreach (var (column, _) in names.Where(n => n.Name == Plain(TextOf(head))).Take(1))
            {
                if (!found.ContainsValue(column))
                {
                    found[letter] = column;
                }
            }
        }

        return found;

        static string Plain(string text) => CodeText.Closed(text).ToUpperInvariant();
    }

    /// <summary>The other heads by their letter. A second column of the same head is called by its letter as well, so that it is not lost unseen.</summary>
    private static Dictionary<string, string> OthersOf<TColumn>(IDictionary<string, object?> row, Dictionary<string, TColumn> heads)
    {
        var others = new Dictionary<string, string>();
        foreach (var (letter, cell) in row.Where(c => !heads.ContainsKey(c.Key)))
        {
            var head = TextRules.Cut(TextOf(cell), LongestHead);
            if (head.Length > 0)
            {
                others[letter] = others.ContainsValue(head) ? $"{head} [{letter}]" : head;
            }
        }

        return others;
    }

    /// <summary>A number that a table made of a telephone number is that number again.</summary>
    private static string TextOf(object? value) => value switch
    {
        null => "",
        string text => TextRules.SaysSomething(text) ? text.Trim() : "",
        double number when Math.Abs(number) < 1e15 && number == Math.Truncate(number) => number.ToString("F0", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString(CultureInfo.InvariantCulture), // without the dust of binary fractions
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
