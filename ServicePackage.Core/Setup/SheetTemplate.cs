using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Validations;
using SpreadCheetah.Worksheets;

namespace ServicePackage.Core.Setup;

/// <summary>Makes the table that people fill in for an import.</summary>
internal static class SheetTemplate
{
    private const int Prepared = 300;
    private const int MostChoiceText = 250;

    /// <summary>The heads, empty rows of plain text so that no number loses its zeros, choices where there are some, and a second table that explains the columns.</summary>
    public static async Task<SheetFile> WriteAsync<TColumn>(string name, IReadOnlyDictionary<TColumn, IReadOnlyList<string>> choices, CancellationToken cancellation,
        IReadOnlyList<(string Head, string Help)>? others = null)
        where TColumn : struct, Enum
    {
        var columns = Enum.GetValues<TColumn>();
        var all = columns.Select(c => (Head: Wording.Name(c), Help: Wording.Text($"ColumnHelp.{Wording.KeyOf(c)}"))).Concat(others ?? []).ToList();
        using var content = new MemoryStream();
        await using (var sheet = await Spreadsheet.CreateNewAsync(content, new SpreadCheetahOptions { WriteCellReferenceAttributes = true }, cancellation))
        {
            var (head, text) = (sheet.AddStyle(new Style { Font = { Bold = true } }), sheet.AddStyle(new Style { Format = NumberFormat.Custom("@") }));
            var layout = new WorksheetOptions { FrozenRows = 1 };
            for (var i = 1; i <= all.Count; i++)
            {
                layout.Column(i).Width = i == 1 ? 32 : 20;
            }

            await sheet.StartWorksheetAsync(name, layout, cancellation);
            await sheet.AddRowAsync([.. all.Select(c => new Cell(c.Head, head))], cancellation);
            for (var i = 0; i < Prepared; i++)
            {
                await sheet.AddRowAsync([.. all.Select(_ => new Cell("", text))], cancellation);
            }

            foreach (var (column, texts) in choices)
            {
                if (texts.Count > 0 && texts.Sum(t => t.Length + 1) <= MostChoiceText && !texts.Any(t => t.Contains(',', StringComparison.Ordinal)))
                {
                    var letter = (char)('A' + Array.IndexOf(columns, column));
                    sheet.TryAddDataValidation($"{letter}2:{letter}{ImportRules.MostRows + 1}", DataValidation.ListValues(texts));
                }
            }

            var help = new WorksheetOptions();
            (help.Column(1).Width, help.Column(2).Width) = (24, 100);
            await sheet.StartWorksheetAsync(Wording.Text("Import.HelpSheet"), help, cancellation);
            foreach (var (title, meaning) in all)
            {
                await sheet.AddRowAsync([new Cell(title, head), new Cell(meaning)], cancellation);
            }

            await sheet.FinishAsync(cancellation);
        }

        return new SheetFile(name + ".xlsx", content.ToArray());
    }
}
