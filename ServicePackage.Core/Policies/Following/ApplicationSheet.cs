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

    private static readonly IReadOnlyList<double> Widths = [28, 32, 24, 16, 12, 12, 12, 14, 12, 14, 12, 30, 24];

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

            var rows = await op.Db.ClauseApplications.VisibleTo(op).Matching(filter, op).OrderByDescending(a => a.BegunOn).ThenByDescending(a => a.Id).Take(Most + 1).Rows(op).ToListAsync(cancellation);
            return rows.Count > Most
                ? TooMany
                : new ApplicationFile(Wording.Sentence("Application.FileName", op.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), await ContentAsync(rows, cancellation));
        }, cancellation);

    private static async Task<byte[]> ContentAsync(List<ApplicationRow> rows, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await using (var sheet = await Spreadsheet.CreateNewAsync(content, new SpreadCheetahOptions { WriteCellReferenceAttributes = true }, cancellation))
        {
            var layout = new WorksheetOptions { FrozenRows = 1, AutoFilter = new AutoFilterOptions($"A1:{(char)('A' + Widths.Count - 1)}{rows.Count + 1}") };
            for (var column = 0; column < Widths.Count; column++)
            {
                layout.Column(column + 1).Width = Widths[column];
            }

            await sheet.StartWorksheetAsync(Wording.Text("Application.Sheet"), layout, cancellation);
            var (head, day, money) = (sheet.AddStyle(new Style { Font = { Bold = true } }), sheet.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd") }), sheet.AddStyle(new Style { Format = NumberFormat.Custom("#,##0.00") }));
            await sheet.AddRowAsync([.. Enum.GetValues<ApplicationColumn>().Select(c => new Cell(Wording.Name(c), head))], cancellation);
            foreach (var row in rows)
            {
                await sheet.AddRowAsync(
                [
                    new(row.Enterprise), new(row.PolicyTitle), new(row.Number.Length > 0 ? $"{row.Number} {row.Title}" : row.Title), new(row.Unit is { } unit ? Wording.Either(unit.Name, unit.EnglishName) : ""),
                    new(Wording.Name(row.State)), Day(row.BegunOn), Day(row.DecidedOn), Yuan(row.Amount), Day(row.PaidOn), Yuan(row.PaidAmount), Day(row.WithdrawnOn), new(row.Reason), new(row.Note),
                ], cancellation);
            }

            await sheet.FinishAsync(cancellation);

            Cell Day(DateOnly? of) => of is { } known ? new Cell(known.ToDateTime(TimeOnly.MinValue), day) : new Cell();

            Cell Yuan(decimal? amount) => amount is { } known ? new Cell(known, money) : new Cell();
        }

        return content.ToArray();
    }
}
