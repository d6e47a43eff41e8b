using System.Data;
using System.Globalization;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

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
            return rows.Done ? new SheetFile(Wording.Sentence("Overdue.FileName", op.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), Write(rows.Value)) : rows.Refusal!;
        }, cancellation);

    private static byte[] Write(IReadOnlyList<OverdueRow> rows)
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture }; // has its heads even without a row
        var configuration = new OpenXmlConfiguration { AutoFilter = true, FreezeRowCount = 1, DynamicColumns = new DynamicExcelColumn[OverdueColumns.Rows.Count] };
        foreach (var (column, rule) in OverdueColumns.Rows)
        {
            configuration.DynamicColumns[table.Columns.Count] = new DynamicExcelColumn(column.ToString()) { Name = Wording.Name(column), Index = table.Columns.Count, Width = rule.Width };
            table.Columns.Add(column.ToString(), typeof(object));
        }

        foreach (var row in rows)
        {
            table.Rows.Add([.. OverdueColumns.Rows.Values.Select(c => c.Cell(row))]);
        }

        using var content = new MemoryStream();
        content.SaveAs(table, sheetName: Wording.Text("Overdue.Sheet"), configuration: configuration);
        return content.ToArray();
    }
}
