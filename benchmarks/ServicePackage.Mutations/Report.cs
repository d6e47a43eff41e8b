using System.Globalization;
using System.Text;

namespace ServicePackage.Mutations;

/// <summary>The results: on the screen as they come, a line each in <c>results.tsv</c>, and as <c>report.md</c> at the end.</summary>
internal sealed class Report
{
    private readonly string folder;

    public Report(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "results.tsv"), "");
    }

    public List<Result> Results { get; } = [];

    /// <summary>What an earlier run noticed, by key, with the test that did.</summary>
    public static Dictionary<string, string> Noticed(string file) =>
        File.ReadLines(file).Select(l => l.Split('\t')).Where(f => f[0] == nameof(Ending.Noticed))
            .GroupBy(f => string.Join('|', f[1], f[3], f[4], f[5]))
            .Where(g => g.Count() == 1) // the same change twice in a file: not known which
            .ToDictionary(g => g.Key, g => g.Single()[6]);

    public void Add(Result result)
    {
        Results.Add(result);
        var m = result.Mutation;
        File.AppendAllText(Path.Combine(folder, "results.tsv"), string.Join('\t', result.Ending, m.File, m.Line, m.Kind, m.Before, m.After, result.By) + "\n");
        if (result.Ending != Ending.Noticed)
        {
            Console.WriteLine($"{result.Ending} ({result.By}) {m.File}:{m.Line} {m.Kind}: {m.Before} → {m.After}");
        }
        else if (Results.Count % 50 == 0)
        {
            Console.WriteLine($"{Results.Count} made, {Results.Count(r => r.Ending == Ending.Noticed)} noticed");
        }
    }

    public void Replace(Result old, Result better) => Results[Results.IndexOf(old)] = better;

    public void Write(TimeSpan took)
    {
        var text = new StringBuilder();
        var noticed = Results.Count(r => r.Ending == Ending.Noticed);
        text.AppendLine(CultureInfo.InvariantCulture, $"{noticed} of {Results.Count} changes noticed ({100.0 * noticed / Math.Max(1, Results.Count):F1} %), {took.TotalMinutes:F0} minutes.\n");
        text.AppendLine("| files | changes | noticed | survived | reached by no test |\n| --- | ---: | ---: | ---: | ---: |");
        foreach (var room in Results.GroupBy(r => Path.GetDirectoryName(r.Mutation.File)!["ServicePackage.Core/".Length..]))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| `{room.Key}` | {room.Count()} | {room.Count(r => r.Ending == Ending.Noticed)} | {room.Count(r => r.Ending == Ending.Survived)} | {room.Count(r => r.Ending == Ending.Unreached)} |");
        }

        text.AppendLine();
        foreach (var result in Results.Where(r => r.Ending != Ending.Noticed))
        {
            var m = result.Mutation;
            text.AppendLine(CultureInfo.InvariantCulture, $"- {m.File["ServicePackage.Core/".Length..]}:{m.Line}, {m.Kind}: `{m.Before}` → `{(m.After.Length == 0 ? "nothing" : m.After)}` ({result.By})");
        }

        File.WriteAllText(Path.Combine(folder, "report.md"), text.ToString());
        File.WriteAllLines(Path.Combine(folder, "results.tsv"), Results.Select(r => string.Join('\t', r.Ending, r.Mutation.File, r.Mutation.Line, r.Mutation.Kind, r.Mutation.Before, r.Mutation.After, r.By)));
        Console.WriteLine(text);
    }
}
