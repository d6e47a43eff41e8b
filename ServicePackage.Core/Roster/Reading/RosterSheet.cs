using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace ServicePackage.Core.Roster;

/// <summary>A column of the downloaded roster.</summary>
public enum RosterColumn
{
    Enterprise,
    CreditCode,
    Tier,
    EconomicCity,
    Year,
    Joined,
    JoinReason,
    Left,
    LeaveReason,
    TierLastYear,
}

/// <summary>The roster as an XLSX file: exactly the rows that the filter leaves, in the order of the list.</summary>
public sealed class RosterSheet(OperationRunner operations, TimeProvider realTime)
{
    /// <summary>Exports a minute and account.</summary>
    public const int PerMinute = 5;

    /// <summary>The most rows of a file.</summary>
    private const int Most = 20_000;

    private static readonly IReadOnlyList<(RosterColumn Column, double Width, Func<RosterRow, object?> Value)> Columns =
    [
        (RosterColumn.Enterprise, 34, r => r.Name),
        (RosterColumn.CreditCode, 22, r => r.CreditCode),
        (RosterColumn.Tier, 12, r => Wording.Name(r.Tier)),
        (RosterColumn.EconomicCity, 16, r => Wording.Either(r.EconomicCity, r.EconomicCityEnglish)),
        (RosterColumn.Year, 10, r => r.Year),
        (RosterColumn.Joined, 12, r => r.Joined),
        (RosterColumn.JoinReason, 30, r => r.JoinReason),
        (RosterColumn.Left, 12, r => r.Left),
        (RosterColumn.LeaveReason, 30, r => r.LeaveReason),
        (RosterColumn.TierLastYear, 12, r => r.TierLastYear is { } tier ? Wording.Name(tier) : null),
    ];

    private readonly Pace _exports = new(realTime, PerMinute, TimeSpan.FromMinutes(1));

    /// <summary>The file of the rows that match, on whichever page; a cell is a value and never a formula. Refused as the roster itself; Roster.TooFast.</summary>
    public Task<Outcome<SheetFile>> WriteAsync(Caller caller, RosterReadFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<SheetFile>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            if (RosterReader.Refuse(op, filter) is { } refusal)
            {
                return refusal;
            }

            if (!_exports.Allows(op.Actor.AccountId))
            {
                return new Refusal("Roster.TooFast", PerMinute);
            }

            var rows = await (await op.RosterRowsAsync(filter, cancellation)).Take(Most).ToListAsync(cancellation);
            var day = (filter.Day ?? op.Today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return new SheetFile(Wording.Sentence("Roster.FileName", day), await ContentAsync(rows, cancellation));
        }, cancellation);

    private static async Task<byte[]> ContentAsync(List<RosterRow> rows, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await using (var sheet = await Spreadsheet.CreateNewAsync(content, new SpreadCheetahOptions { WriteCellReferenceAttributes = true }, cancellation))
        {
            var layout = new WorksheetOptions { FrozenRows = 1, AutoFilter = new AutoFilterOptions($"A1:{(char)('A' + Columns.Count - 1)}{rows.Count + 1}") };
            for (var column = 0; column < Columns.Count; column++)
            {
                layout.Column(column + 1).Width = Columns[column].Width;
            }

            await sheet.StartWorksheetAsync(Wording.Text("Roster.Sheet"), layout, cancellation);
            var (head, day) = (sheet.AddStyle(new Style { Font = { Bold = true } }), sheet.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd") }));
            await sheet.AddRowAsync([.. Columns.Select(c => new Cell(Wording.Name(c.Column), head))], cancellation);
            foreach (var row in rows)
            {
                await sheet.AddRowAsync([.. Columns.Select(c => CellOf(c.Value(row), day))], cancellation);
            }

            await sheet.FinishAsync(cancellation);
        }

        return content.ToArray();
    }

    private static Cell CellOf(object? value, StyleId day) => value switch
    {
        null => new Cell(),
        string text => new Cell(text),
        int number => new Cell(number),
        DateOnly at => new Cell(at.ToDateTime(TimeOnly.MinValue), day),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };
}
