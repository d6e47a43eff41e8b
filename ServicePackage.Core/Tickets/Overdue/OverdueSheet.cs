using System.Data;
using System.Globalization;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

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

    private const int WidestCell = 32_000;

    private static readonly Dictionary<OverdueColumn, (double Width, Func<OverdueRow, object?> Value)> Columns = new()
    {
        [OverdueColumn.Level] = (12, LevelOf),
        [OverdueColumn.DaysOver] = (12, r => r.Clock.Lamp == Lamp.Breached ? r.Clock.DaysOver : null),
        [OverdueColumn.Due] = (20, r => TownTime.Local(r.Clock.DueAt)),
        [OverdueColumn.Number] = (14, r => r.Number),
        [OverdueColumn.Title] = (44, r => r.Title),
        [OverdueColumn.Enterprise] = (32, r => r.Enterprise),
        [OverdueColumn.Tier] = (16, r => Wording.Name(r.Tier)),
        [OverdueColumn.Type] = (12, r => Wording.Name(r.Type)),
        [OverdueColumn.Stage] = (24, r => r.Stage),
        [OverdueColumn.Unit] = (20, r => NameOf(r)),
        [OverdueColumn.Person] = (12, r => r.Person),
        [OverdueColumn.Progress] = (56, Progress),
        [OverdueColumn.NextStep] = (16, r => Wording.Name(r.NextStep)),
        [OverdueColumn.Returned] = (12, r => r.HandBacks),
    };

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
        var configuration = new OpenXmlConfiguration { AutoFilter = true, FreezeRowCount = 1, DynamicColumns = new DynamicExcelColumn[Columns.Count] };
        foreach (var (column, (width, _)) in Columns)
        {
            configuration.DynamicColumns[table.Columns.Count] = new DynamicExcelColumn(column.ToString()) { Name = Wording.Name(column), Index = table.Columns.Count, Width = width };
            table.Columns.Add(column.ToString(), typeof(object));
        }

        foreach (var row in rows)
        {
            table.Rows.Add([.. Columns.Values.Select(c => c.Value(row))]);
        }

        using var content = new MemoryStream();
        content.SaveAs(table, sheetName: Wording.Text("Overdue.Sheet"), configuration: configuration);
        return content.ToArray();
    }

    private static string LevelOf(OverdueRow row) =>
        row.Clock.Lamp == Lamp.Breached ? Levels.Name(row.Clock.Level) : Wording.Name(row.Clock.Lamp);

    private static string NameOf(OverdueRow row) =>
        row.UnitEnglish.Length == 0 || CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? row.Unit : row.UnitEnglish;

    /// <summary>A cell takes at most 32,767 characters.</summary>
    private static string Progress(OverdueRow row)
    {
        if (row.ProgressAt is not { } at)
        {
            return "";
        }

        var text = Wording.Sentence("Overdue.Progress", Wording.Date(TownTime.DayOf(at)), row.ProgressBy, row.Progress);
        return text.Length > WidestCell ? text[..WidestCell] : text;
    }
}
