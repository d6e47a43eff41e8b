using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace ServicePackage.Core.Policies;

/// <summary>A list of applications to download.</summary>
/// <param name="FileName">Its name, in the reader's language, with the day.</param>
/// <param name="Content">The XLSX file.</param>
public sealed record ApplicationFile(string FileName, byte[] Content);

/// <summary>A column of the downloaded list. Amounts are in yuan.</summary>
public enum ApplicationColumn
{
    Enterprise,
    Policy,
    Clause,
    Unit,
    State,
    BegunOn,
    DecidedOn,
    Amount,
    PaidOn,
    PaidAmount,
    WithdrawnOn,
    Reason,
    Note,
}

/// <summary>Applications as an XLSX file: exactly those that the filter leaves, in the order of the list.</summary>
public sealed class ApplicationSheet(OperationRunner operations, TimeProvider realTime)
{
    /// <summary>Exports a minute and account.</summary>
    public const int PerMinute = 5;

    /// <summary>The most rows of a file.</summary>
    public const int Most = 20_000;

    /// <summary>The refusal of an export that comes too soon.</summary>
    public static readonly Refusal TooFast = new("Application.TooFast", PerMinute);

    /// <summary>The refusal of an export that is too large.</summary>
    public static readonly Refusal TooMany = new("Application.TooManyRows", Most);

    private static readonly IReadOnlyList<(ApplicationColumn Column, double Width, Func<ApplicationRow, object?> Value)> Columns =
    [
        (ApplicationColumn.Enterprise, 28, r => r.Enterprise),
        (ApplicationColumn.Policy, 32, r => r.PolicyTitle),
        (ApplicationColumn.Clause, 24, r => r.Number.Length > 0 ? $"{r.Number} {r.Title}" : r.Title),
        (ApplicationColumn.Unit, 16, r => r.Unit is { } unit ? Wording.Either(unit.Name, unit.EnglishName) : ""),
        (ApplicationColumn.State, 12, r => Wording.Name(r.State)),
        (ApplicationColumn.BegunOn, 12, r => r.BegunOn),
        (ApplicationColumn.DecidedOn, 12, r => r.DecidedOn),
        (ApplicationColumn.Amount, 14, r => r.Amount),
        (ApplicationColumn.PaidOn, 12, r => r.PaidOn),
        (ApplicationColumn.PaidAmount, 14, r => r.PaidAmount),
        (ApplicationColumn.WithdrawnOn, 12, r => r.WithdrawnOn),
        (ApplicationColumn.Reason, 30, r => r.Reason),
        (ApplicationColumn.Note, 24, r => r.Note),
    ];

    private readonly Pace _exports = new(realTime, PerMinute, TimeSpan.FromMinutes(1));

    /// <summary>The file of the applications that the caller sees and the filter leaves, on whichever page; a cell is a value and never a formula. Refused: Application.TooFast; Application.TooManyRows.</summary>
    public Task<Outcome<ApplicationFile>> WriteAsync(Caller caller, ApplicationFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<ApplicationFile>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            if (!_exports.Allows(op.Actor.AccountId))
            {
                return TooFast;
            }

            var rows = await op.Db.ClauseApplications.VisibleTo(op).Narrowed(filter, op).InOrder(filter).Take(Most + 1).Rows(op).ToListAsync(cancellation);
            return rows.Count > Most
                ? TooMany
                : new ApplicationFile(Wording.Sentence("Application.FileName", op.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), await ContentAsync(rows, cancellation));
        }, cancellation);

    private static async Task<byte[]> ContentAsync(List<ApplicationRow> rows, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await using (var sheet = await Spreadsheet.CreateNewAsync(content, new SpreadCheetahOptions { WriteCellReferenceAttributes = true }, cancellation))
        {
            var layout = new WorksheetOptions { FrozenRows = 1, AutoFilter = new AutoFilterOptions($"A1:{(char)('A' + Columns.Count - 1)}{rows.Count + 1}") };
            for (var column = 0; column < Columns.Count; column++)
            {
                layout.Column(column + 1).Width = Columns[column].Width;
            }

            await sheet.StartWorksheetAsync(Wording.Text("Application.Sheet"), layout, cancellation);
            var (head, day, money) = (sheet.AddStyle(new Style { Font = { Bold = true } }), sheet.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd") }), sheet.AddStyle(new Style { Format = NumberFormat.Custom("#,##0.00") }));
            await sheet.AddRowAsync([.. Columns.Select(c => new Cell(Wording.Name(c.Column), head))], cancellation);
            foreach (var row in rows)
            {
                await sheet.AddRowAsync([.. Columns.Select(c => CellOf(c.Value(row)))], cancellation);
            }

            await sheet.FinishAsync(cancellation);

            Cell CellOf(object? value) => value switch
            {
                DateOnly on => new Cell(on.ToDateTime(TimeOnly.MinValue), day),
                decimal yuan => new Cell(yuan, money),
                string text => new Cell(text),
                null => new Cell(),
                _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
            };
        }

        return content.ToArray();
    }
}
