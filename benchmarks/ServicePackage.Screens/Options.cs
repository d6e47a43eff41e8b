namespace ServicePackage.Screens;

/// <summary>What stands behind the command on the command line: pairs of <c>--name value</c>.</summary>
internal sealed class Options(string[] args)
{
    /// <summary>The folder for what is made.</summary>
    public string Folder => Path.GetFullPath(Value("--out") ?? Path.Combine("artifacts", "screens"));

    /// <summary>Only what has this in its name; parts with a comma between them are each looked for.</summary>
    public bool Includes(string name) => (Value("--only") ?? "").Split(',').Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>Only the town of this name.</summary>
    public string? Town => Value("--town");

    /// <summary>A folder in which the towns are kept, to be taken from there the next time; thrown away where none is named.</summary>
    public string? Kept => Value("--towns");

    /// <summary>How often each act is timed.</summary>
    public int Times => int.Parse(Value("--times") ?? "15", System.Globalization.CultureInfo.InvariantCulture);

    public static int Usage()
    {
        Console.Error.WriteLine("""
            look [--out FOLDER] [--only PART,PART] [--town empty|full|long]   pictures of every page in every look; fails on what is cut or wrong
            time [--times N] [--only PART,PART]                          from click to drawn, layout shift, and time to usable after a restart
            either with --towns FOLDER                                   keeps the towns there, and takes them from there the next time
            """);
        return 2;
    }

    private string? Value(string name) => args.SkipWhile(a => a != name).Skip(1).FirstOrDefault();
}
