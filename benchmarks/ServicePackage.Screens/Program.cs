namespace ServicePackage.Screens;

/// <summary>Two things done to the running program in a real browser: its pages are looked at, or timed.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => args switch
    {
        ["look", .. var rest] => Looking.RunAsync(new Options(rest)),
        ["time", .. var rest] => Timing.RunAsync(new Options(rest)),
        _ => Task.FromResult(Options.Usage()),
    };
}
