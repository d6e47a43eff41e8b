using System.Globalization;
using System.Text;

namespace ServicePackage.Mutations;

/// <summary>The results: on the screen as they come, a line each in <c>results.tsv</c>, and as <c>report.md</c> at the end.</summary>
internal sealed class Report
{
    /// <summary>Changes that a person found to decide nothing, with the reason: file, kind, before, after, place among the equal ones, reason.</summary>
    private const string DecidesNothing = "decides-nothing.tsv";

    private readonly string folder;

    public Report(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "results.tsv"), "");
    }

    public List<Result> Results { get; } = [];

    /// <summary>How changes ended in earlier runs, by key: of some what was noticed, of others everything.</summary>
    public static Dictionary<string, (Ending Ending, string By)> Known(string[] known, string[] resumed) =>
        known.SelectMany(Read).Where(r => r.Ending == Ending.Noticed).Concat(resumed.SelectMany(Read))
            .GroupBy(r => r.Key).ToDictionary(g => g.Key, g => g.Select(r => (r.Ending, r.By)).MinBy(r => r.Ending));

    /// <summary>The keys of all changes of earlier runs.</summary>
    public static HashSet<string> Keys(string[] files) => [.. files.SelectMany(Read).Select(r => r.Key)];

    public void Add(Result result)
    {
        Results.Add(result);
        var m = result.Mutation;
        File.AppendAllText(Path.Combine(folder, "results.tsv"), Line(result) + "\n");
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

    /// <summary>Writes the report of what was made of so many changes that were wanted; what is said to decide nothing is looked for among all there are.</summary>
    public void Write(TimeSpan took, IReadOnlyList<Mutation> all, int wanted)
    {
        Results.Sort((a, b) => a.Mutation.Id.CompareTo(b.Mutation.Id));
        var nothing = File.ReadLines(Path.Combine(AppContext.BaseDirectory, DecidesNothing)).Skip(1).Select(l => l.Split('\t'))
            .ToDictionary(f => Mutation.KeyOf("ServicePackage.Core/" + f[0], f[1], f[2], f[3], f[4]), f => f[5]);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Results.Count} of {wanted} changes made, {took.TotalMinutes:F0} minutes.\n");
        text.AppendLine("| files | changes | noticed | decides nothing | left | of these reached by no test | noticed of what decides something |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        var rooms = Results.GroupBy(r => Path.GetDirectoryName(r.Mutation.File)!["ServicePackage.Core/".Length..]).Select(r => ($"`{r.Key}`", r.ToList()));
        foreach (var (name, results) in rooms.Append(("all", Results)))
        {
            var noticed = results.Count(r => r.Ending == Ending.Noticed);
            var left = results.Where(r => IsLeft(r, nothing)).ToList();
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {results.Count} | {noticed} | {results.Count - noticed - left.Count} | {left.Count} | {left.Count(r => r.Ending == Ending.Unreached)} | {100.0 * noticed / Math.Max(1, noticed + left.Count):F1} % |");
        }

        text.AppendLine("\nLeft:\n");
        Results.Where(r => IsLeft(r, nothing)).ToList().ForEach(r => text.AppendLine(Said(r, r.By)));
        text.AppendLine("\nDecides nothing:\n");
        Results.Where(r => r.Ending != Ending.Noticed && !IsLeft(r, nothing)).ToList().ForEach(r => text.AppendLine(Said(r, nothing[r.Mutation.Key])));
        var (present, files) = (all.Select(m => m.Key).ToHashSet(), all.Select(m => m.File).ToHashSet());
        var noticedAfterAll = Results.Where(r => r.Ending == Ending.Noticed && nothing.ContainsKey(r.Mutation.Key)).Select(r => r.Mutation.Key).ToList();
        foreach (var key in nothing.Keys.Where(k => files.Contains(k.Split('|')[0]) && !present.Contains(k)).Concat(noticedAfterAll))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"\nTo be taken out of {DecidesNothing}: {key}");
        }

        File.WriteAllText(Path.Combine(folder, "report.md"), text.ToString());
        File.WriteAllLines(Path.Combine(folder, "results.tsv"), Results.Select(Line));
        Console.WriteLine(text);
    }

    private static bool IsLeft(Result result, Dictionary<string, string> nothing) => result.Ending != Ending.Noticed && !nothing.ContainsKey(result.Mutation.Key);

    private static string Said(Result result, string why)
    {
        var m = result.Mutation;
        return $"- {m.File["ServicePackage.Core/".Length..]}:{m.Line}, {m.Kind}: `{m.Before}` → `{(m.After.Length == 0 ? "nothing" : m.After)}` ({why})";
    }

    private static string Line(Result r) =>
        string.Join('\t', r.Ending, r.Mutation.File, r.Mutation.Line, r.Mutation.Kind, r.Mutation.Before, r.Mutation.After, r.Mutation.Nth, r.By);

    private static IEnumerable<(string Key, Ending Ending, string By)> Read(string file) =>
        File.ReadLines(file).Select(l => l.Split('\t')).Select(f => (Mutation.KeyOf(f[1], f[3], f[4], f[5], f[6]), Enum.Parse<Ending>(f[0]), f[7]));
}
