using System.Text.Json;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Conditions;

/// <summary>The size of an enterprise.</summary>
public enum SizeGrade
{
    /// <summary>微型.</summary>
    Micro,

    /// <summary>小型.</summary>
    Small,

    /// <summary>中型.</summary>
    Medium,

    /// <summary>大型.</summary>
    Large,
}

/// <summary>
/// 统计上大中小微型企业划分办法: for each industry the lower bounds of staff, revenue and assets. A grade needs all of its bounds, and with one that is
/// missed the enterprise is a grade smaller. A file of the program, in people and yuan.
/// </summary>
public static class Sizes
{
    private static readonly IReadOnlyList<Row> File = Read();

    private static readonly ReadOnce<IReadOnlyList<Row>> OfIndustry = new(Of);

    /// <summary>The grades that an enterprise can be of; none where the standard knows none for its industry.</summary>
    /// <param name="industry">Its industry; null where it is not known, so that it can be any.</param>
    /// <param name="staff">Its staff; null where the figure does not apply, as it does not for a firm younger than the last year.</param>
    /// <param name="revenue">Its revenue in yuan.</param>
    /// <param name="assets">Its assets in yuan.</param>
    public static IReadOnlySet<SizeGrade> Grades(string? industry, Interval? staff, Interval? revenue, Interval? assets)
    {
        var grades = new HashSet<SizeGrade>();
        foreach (var row in RowsOf(industry))
        {
            var (low, high) = (Grade(row, i => i?.Low ?? 0), Grade(row, i => i?.High ?? Interval.Endless));
            grades.UnionWith(Enum.GetValues<SizeGrade>().Where(g => low <= g && g <= high));
        }

        return grades;

        SizeGrade Grade(Row row, Func<Interval?, decimal> end) =>
            (SizeGrade)Enumerable.Range(0, row.Bounds.Count).Where(i => row.Bounds[i].IsReached(end(staff), end(revenue), end(assets))).Select(i => (int)SizeGrade.Large - i).DefaultIfEmpty(0).Max();
    }

    /// <summary>The facts that decide it in an industry, besides the industry itself.</summary>
    public static IReadOnlyList<string> Asks(string? industry)
    {
        var bounds = RowsOf(industry).SelectMany(r => r.Bounds).ToList();
        return [.. Asked(bounds.Exists(b => b.Staff is not null), "staff"), .. Asked(bounds.Exists(b => b.Revenue is not null), "revenue"), .. Asked(bounds.Exists(b => b.Assets is not null), "assets")];

        static IEnumerable<string> Asked(bool asked, string code) => asked ? [code] : [];
    }

    /// <summary>The rows an industry may belong to: the finest that names it, and each where only a whole is known.</summary>
    private static IReadOnlyList<Row> RowsOf(string? industry) => industry is null ? File : OfIndustry.Of(industry)!;

    private static IReadOnlyList<Row> Of(string industry)
    {
        var sure = File.SelectMany(r => r.Industries.Where(i => Industries.IsWithin(industry, i) == true).Select(i => (Row: r, i.Length))).OrderByDescending(r => r.Length).Select(r => r.Row).Take(1).ToList();
        return [.. sure.Concat(File.Where(r => r.Industries.Any(i => Industries.IsWithin(industry, i) is null))).Distinct()];
    }

    private static List<Row> Read()
    {
        using var stream = typeof(Sizes).Assembly.GetManifestResourceStream("sizes.json")!;
        return JsonSerializer.Deserialize<List<Row>>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record Row(string Code, string Chinese, string English, IReadOnlyList<string> Industries, IReadOnlyList<Bound> Bounds);

    private sealed record Bound(decimal? Staff = null, decimal? Revenue = null, decimal? Assets = null)
    {
        public bool IsReached(decimal staff, decimal revenue, decimal assets) =>
            staff >= (Staff ?? 0) && revenue >= (Revenue ?? 0) && assets >= (Assets ?? 0);
    }
}
