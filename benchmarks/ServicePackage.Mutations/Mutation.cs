namespace ServicePackage.Mutations;

/// <summary>One change of the code.</summary>
/// <param name="Id">Its number in this run.</param>
/// <param name="File">The file, from the root.</param>
/// <param name="Line">The line before instrumenting.</param>
/// <param name="Kind">What kind of change.</param>
/// <param name="Before">The code.</param>
/// <param name="After">What it becomes.</param>
internal sealed record Mutation(int Id, string File, int Line, string Kind, string Before, string After)
{
    /// <summary>What stays the same between two runs on slightly different code.</summary>
    public string Key => string.Join('|', File, Kind, Before, After);

    /// <summary>The room of the file.</summary>
    public string Room => File.Split('/')[1];
}
