using System.Globalization;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace ServicePackage.Core.Policies;

/// <summary>A list of enterprises beside a clause to download.</summary>
/// <param name="FileName">Its name, in the reader's language, with the day.</param>
/// <param name="Content">The XLSX file.</param>
public sealed record ClauseEnterpriseFile(string FileName, byte[] Content);

/// <summary>A column of the downloaded list.</summary>
public enum EnterpriseMatchColumn
{
    Enterprise,
    Eligibility,
    Reasons,
    Judged,
    Answer,
    AnsweredOn,
    PushedOn,
}

/// <summary>The enterprises beside a clause as an XLSX file: exactly those that stand in the way shown and whose names are sought, in the order of the list.</summary>
public sealed class ClauseEnterpriseSheet(OperationRunner operations, TimeProvider realTime)
{
    /// <summary>Exports a minute and account.</summary>
    public const int PerMinute = 5;

    /// <summary>The most rows of a file.</summary>
    public const int Most = 20_000;

    /// <summary>The refusal of an export that comes too soon.</summary>
    public static readonly Refusal TooFast = new("Application.TooFast", PerMinute);

    private static readonly IReadOnlyList<double> Widths = [32, 12, 60, 40, 14, 12, 12];

    private readonly Pace _exports = new(realTime, PerMinute, TimeSpan.FromMinutes(1));

    /// <summary>The file, with commercial figures only of enterprises the caller serves; a cell is a value and never a formula. Refused: as the list; Application.TooFast.</summary>
    public Task<Outcome<ClauseEnterpriseFile>> WriteAsync(Caller caller, long policyId, long clauseId, EnterpriseMatchFilter filter, CancellationToken cancellation = default) =>
        operations.ReadAsync<ClauseEnterpriseFile>(caller, async op =>
        {
            ArgumentNullException.ThrowIfNull(filter);
            var read = await ClauseSide.ReadAsync(op, policyId, clauseId, filter with { Skip = 0, Take = Most }, Most, cancellation);
            if (!read.Done)
            {
                return read.Refusal!;
            }

            return !_exports.Allows(op.Actor.AccountId) ? TooFast
                : new ClauseEnterpriseFile(Wording.Sentence("ClauseEnterprises.FileName", op.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), await ContentAsync(read.Value, cancellation));
        }, cancellation);

    private static async Task<byte[]> ContentAsync(ClauseSheet shown, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await using (var sheet = await Spreadsheet.CreateNewAsync(content, new SpreadCheetahOptions { WriteCellReferenceAttributes = true }, cancellation))
        {
            var layout = new WorksheetOptions { FrozenRows = 1, AutoFilter = new AutoFilterOptions($"A1:{(char)('A' + Widths.Count - 1)}{shown.Enterprises.Count + 1}") };
            for (var column = 0; column < Widths.Count; column++)
            {
                layout.Column(column + 1).Width = Widths[column];
            }

            await sheet.StartWorksheetAsync(Wording.Text("ClauseEnterprises.Sheet"), layout, cancellation);
            var (head, day) = (sheet.AddStyle(new Style { Font = { Bold = true } }), sheet.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd") }));
            await sheet.AddRowAsync([.. Enum.GetValues<EnterpriseMatchColumn>().Select(c => new Cell(Wording.Name(c), head))], cancellation);
            foreach (var row in shown.Enterprises)
            {
                await sheet.AddRowAsync(
                [
                    new(row.Name), new(Wording.Name(row.Eligibility)), new(Lines(row.Deciding.Select(f => FindingWording.Line(f, shown.Today, row.WithFigures)))), new(Lines(row.Judged.Select(j => Judged(row, j)))),
                    new(row.Answer is { } answer ? Wording.Name(answer.Wish) : ""), Day(row.Answer?.SaidAt), Day(row.PushedAt),
                ], cancellation);
            }

            await sheet.FinishAsync(cancellation);

            Cell Day(DateTime? at) => at is { } known ? new Cell(TownTime.DayOf(known).ToDateTime(TimeOnly.MinValue), day) : new Cell();
        }

        return content.ToArray();
    }

    private static string Judged(EnterpriseMatch row, JudgementView judged) =>
        Wording.Sentence(judged.Holds ? "ClauseEnterprises.Holds" : "ClauseEnterprises.Fails", row.Questions.First(q => q.Key == judged.Key).Question, TownTime.DayOf(judged.At), judged.By);

    private static string Lines(IEnumerable<string> lines) => string.Join(Wording.Text("Condition.Semicolon"), lines.Distinct());
}
