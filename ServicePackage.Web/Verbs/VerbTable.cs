namespace ServicePackage.Web.Verbs;

/// <summary>A command for the console: it works on the database, starts no web host and fills nothing.</summary>
/// <param name="Words">The words that call it, such as "admin create".</param>
/// <param name="Run">What it does with the arguments after its words; gives the exit code.</param>
public sealed record Verb(string Words, Func<VerbConsole, IReadOnlyList<string>, Task<int>> Run)
{
    /// <summary>Runs with the whole command line.</summary>
    public Task<int> RunAsync(string[] args, VerbConsole? console = null) => Run(console ?? VerbConsole.Real, args[Words.Split(' ').Length..]);
}

/// <summary>Every verb, in one list: to add one, add a line.</summary>
public static class VerbTable
{
    /// <summary>The verbs.</summary>
    public static readonly IReadOnlyList<Verb> All =
    [
        new("admin create", AdminCreate.RunAsync),
        new("audit verify", AuditVerify.RunAsync),
        new("calendar import", CalendarImport.RunAsync),
        new("doctor", Doctor.RunAsync),
    ];

    /// <summary>The verb that the command line calls; null where it starts the server.</summary>
    public static Verb? Find(string[] args) =>
        All.FirstOrDefault(v => v.Words.Split(' ') is var words && args.Take(words.Length).SequenceEqual(words));
}
