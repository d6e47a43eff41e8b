namespace ServicePackage.Mutations;

/// <summary>What stands behind the command on the command line: pairs of <c>--name value</c>.</summary>
internal sealed class Options(string[] args)
{
    /// <summary>The folder for the report and for the results, one a line.</summary>
    public string Folder => Path.GetFullPath(Value("--out") ?? Path.Combine("artifacts", "mutations"));

    /// <summary>Only files whose path contains this.</summary>
    public string Only => Value("--only") ?? "";

    /// <summary>Only each so manieth change.</summary>
    public int Every => int.Parse(Value("--every") ?? "1", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>How long the tests of one change may take in all; null for as long as they take. What is not noticed in that time may be noticed in more.</summary>
    public TimeSpan? Longest => Value("--seconds") is { } seconds ? TimeSpan.FromSeconds(int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture)) : null;

    /// <summary>The namespaces and classes whose tests are run, parted by commas; those after "!" are left out.</summary>
    public string[] Tests => Value("--tests")?.Split(',') ?? Targets.Tests;

    /// <summary>The results of earlier runs: a change that was noticed there is not made again.</summary>
    public string[] Known => Value("--known")?.Split(',') ?? [];

    /// <summary>The results of a run on the same code that ended before its time: none of its changes is made again.</summary>
    public string[] Resumed => Value("--resumed")?.Split(',') ?? [];

    /// <summary>The results of earlier runs: only their changes are wanted, and those that were not noticed are made again.</summary>
    public string[] Again => Value("--again")?.Split(',') ?? [];

    /// <summary>How many test processes make changes beside each other.</summary>
    public int Workers => int.Parse(Value("--workers") ?? "1", System.Globalization.CultureInfo.InvariantCulture);

    public static int Usage()
    {
        Console.Error.WriteLine("""
            run  [--only PART] [--every N] [--seconds N] [--workers N] [--tests NAMESPACE,…] [--known FILE,…] [--resumed FILE,…] [--again FILE,…] [--out FOLDER]   makes every change, runs the tests that reach it, reports what nobody noticed
            list [--only PART]   says what would be changed
            """);
        return 2;
    }

    private string? Value(string name) => args.SkipWhile(a => a != name).Skip(1).FirstOrDefault();
}
