using System.Globalization;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace ServicePackage.Core.Tickets;

/// <summary>A table to download.</summary>
/// <param name="FileName">Its name, in the reader's language, with the day.</param>
/// <param name="Content">The XLSX file.</param>
public sealed record SheetFile(string FileName, byte[] Content);

/// <summary>The overdue board as an XLSX file: exactly the rows that the filter leaves, in the order of the board.</summary>
public sealed class OverdueSheet(OperationRunner operations, OverdueBoard board, TimeProvider realTime)
{
    /// <summary>Exports a minute and account.</summary>
    public const int PerMinute = 5;

    /// <summary>The refusal of an export that comes too soon.</summary>
    public static readonly Refusal TooFast = new("Overdue.TooFast", PerMinute);

    private readonly Pace _exports = new(realTime, PerMinute, TimeSpan.FromMinutes(1));

    /// <summary>
    /// The file of the rows that match, on whichever page. Whatever a cell holds is written as a value and never as a formula. Refusals:
    /// NotFound for whoever may not see the board, Overdue.TooFast, and those of the search text.
    /// </summary>
    public Task<Outcome<SheetFile>> WriteAsync(Caller caller, OverdueFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<SheetFile>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            if (!OverdueBoard.Allows(op.Actor))
            {
                return Refusal.NotFound;
            }

            if (!_exports.Allows(op.Actor.AccountId))
            {
                return TooFast;
            }

            var rows = await board.RowsAsync(op, filter, cancellation);
            return rows.Done
                ? new SheetFile(Wording.Sentence("Overdue.FileName", op.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), await ContentAsync(rows.Value, cancellation))
                : rows.Refusal!;
        }, cancellation);

    private static async Task<byte[]> ContentAsync(IReadOnlyList<OverdueRow> rows, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await using (var sheet = await Spreadsheet.CreateNewAsync(content, new SpreadCheetahOptions { WriteCellReferenceAttributes = true }, cancellation))
        {
            await sheet.StartWorksheetAsync(Wording.Text("Overdue.Sheet"), Layout(rows.Count), cancellation);
            var (head, time) = (sheet.AddStyle(new Style { Font = { Bold = true } }), sheet.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd hh:mm") }));
            await sheet.AddRowAsync([.. OverdueColumns.Rows.Keys.Select(c => new Cell(Wording.Name(c), head))], cancellation);
            foreach (var row in rows)
            {
                await sheet.AddRowAsync([.. OverdueColumns.Rows.Values.Select(c => CellOf(c.Cell(row), time))], cancellation);
            }

            await sheet.FinishAsync(cancellation);
        }

        return content.ToArray();
    }

    /// <summary>The heads stay in sight and can be filtered by, even without a row.</summary>
    private static WorksheetOptions Layout(int rows)
    {
        var layout = new WorksheetOptions { FrozenRows = 1, AutoFilter = new AutoFilterOptions($"A1:{(char)('A' + OverdueColumns.Rows.Count - 1)}{rows + 1}") };
        var column = 0;
        foreach (var rule in OverdueColumns.Rows.Values)
        {
            layout.Column(++column).Width = rule.Width;
        }

        return layout;
    }

    private static Cell CellOf(object? value, StyleId time) => value switch
    {
        null => new Cell(),
        string text => new Cell(text),
        int number => new Cell(number),
        DateTime at => new Cell(at, time),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };
}
