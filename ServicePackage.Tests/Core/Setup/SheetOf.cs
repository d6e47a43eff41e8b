using ServicePackage.Core.Words;
using SpreadCheetah;

namespace ServicePackage.Tests.Core.Setup;

/// <summary>Tables to import, as people fill them in.</summary>
internal static class SheetOf
{
    /// <summary>A table with the heads of the reader's language and these rows, each a cell a column; a cell that is a number stays one.</summary>
    public static async Task<byte[]> RowsAsync<TColumn>(IEnumerable<object?[]> rows, CancellationToken cancellation)
        where TColumn : struct, Enum => await CellsAsync([[.. Enum.GetValues<TColumn>().Select(c => Wording.Name(c))], .. rows], cancellation);

    /// <summary>A table of these cells.</summary>
    public static async Task<byte[]> CellsAsync(IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await using (var sheet = await Spreadsheet.CreateNewAsync(content, cancellationToken: cancellation))
        {
            await sheet.StartWorksheetAsync("Sheet1", token: cancellation);
            foreach (var row in rows)
            {
                await sheet.AddRowAsync([.. row.Select(c => c switch { null => new Cell(), double number => new Cell(number), _ => new Cell(c.ToString()) })], cancellation);
            }

            await sheet.FinishAsync(cancellation);
        }

        return content.ToArray();
    }
}
