namespace ServicePackage.Mutations;

/// <summary>One change of the code.</summary>
/// <param name="Id">Its number in this run.</param>
/// <param name="File">The file, from the root.</param>
/// <param name="Line">The line before instrumenting.</param>
/// <param name="Kind">What kind of change.</param>
/// <param name="Before">The code.</param>
/// <param name="After">What it becomes.</param>
/// <param name="Nth">Its place among the equal ones of its file, from 1.</param>
internal sealed record Mutation(int Id, string File, int Line, string Kind, string Before, string After, int Nth = 1)
{
    /// <summary>What stays the same between two runs on slightly different code.</summary>
    public string Key => KeyOf(File, Kind, Before, After, Nth.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The room of the file.</summary>
    public string Room => File.Split('/')[1];

    /// <summary>The file's name without its ending, by which the classes of its tests are called.</summary>
    public string Name => Path.GetFileNameWithoutExtension(File);

    /// <summary>The key of a change that stands in a file of results.</summary>
    public static string KeyOf(string file, string kind, string before, string after, string nth) => string.Join('|', file, kind, before, after, nth);

    /// <summary>Changes with their place among the equal ones of their file.</summary>
    public static IReadOnlyList<Mutation> Counted(IEnumerable<Mutation> mutations)
    {
        var equal = new Dictionary<string, int>();
        return [.. mutations.Select(m => m with { Nth = equal[(m with { Nth = 0 }).Key] = equal.GetValueOrDefault((m with { Nth = 0 }).Key) + 1 })];
    }
}
