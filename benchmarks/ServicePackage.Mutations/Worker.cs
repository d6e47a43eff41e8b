using System.Diagnostics;
using System.Globalization;

namespace ServicePackage.Mutations;

/// <summary>A test as the copy names it.</summary>
/// <param name="Index">Its number, the same in every process on one build.</param>
/// <param name="Class">Its class.</param>
/// <param name="Name">Its name.</param>
internal sealed record Test(int Index, string Class, string Name);

/// <summary>What a test reaches.</summary>
/// <param name="Passed">Whether it passes without any change.</param>
/// <param name="Milliseconds">How much of the processors' time it takes, about.</param>
/// <param name="Ids">The changes it reaches.</param>
internal sealed record Reach(bool Passed, int Milliseconds, IReadOnlyList<int> Ids);

/// <summary>How some tests went under a change.</summary>
/// <param name="Failed">The number of the first that failed; null when none did.</param>
/// <param name="Why">Its message.</param>
/// <param name="Ended">False when the process did not answer in time or ended.</param>
internal sealed record Run(int? Failed, string Why, bool Ended);

/// <summary>The test process of the copy, started anew when it is lost.</summary>
internal sealed class Worker(string root, string[] namespaces) : IDisposable
{
    /// <summary>What others wait for goes first.</summary>
    private static readonly string[] Command = OperatingSystem.IsWindows() ? ["dotnet"] : ["nice", "-n", "19", "dotnet"];

    private static readonly TimeSpan StandsStill = TimeSpan.FromMinutes(3);

    private Process? process;

    /// <summary>The tests, once the process has started.</summary>
    public IReadOnlyList<Test> Tests { get; private set; } = [];

    public async Task StartAsync()
    {
        Stop();
        var start = new ProcessStartInfo(Command[0], Command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = root };
        start.ArgumentList.Add(Path.Combine(root, "ServicePackage.Tests", "bin", "Debug", "net10.0", "ServicePackage.Tests.dll"));
        namespaces.ToList().ForEach(start.ArgumentList.Add);
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment.Remove("CI");
        process = Process.Start(start) ?? throw new InvalidOperationException("The test process does not start.");
        var tests = new List<Test>();
        while (await AnswerAsync(TimeSpan.FromMinutes(10)) is { } answer && answer[0] != "ready")
        {
            tests.Add(new Test(Number(answer[1]), answer[2], answer[3]));
        }

        if (tests.Count == 0)
        {
            throw new InvalidOperationException("The test process found no tests.");
        }

        Tests = tests;
    }

    /// <summary>Runs every test once and hears what each reaches; what is reached around the tests of a class counts for all of them.</summary>
    public async Task<Reach[]> RecordAsync()
    {
        var begun = Spent();
        await process!.StandardInput.WriteLineAsync("record");
        var reached = new Reach[Tests.Count];
        while (await AnswerAsync(TimeSpan.FromHours(2)) is { } answer && answer[0] != "recorded")
        {
            var ids = answer[^1].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Number).ToList();
            if (answer[0] == "reached")
            {
                reached[Number(answer[1])] = new Reach(answer[2] == "True", Number(answer[3]), ids);
                continue;
            }

            foreach (var test in Tests.Where(t => answer[1].Length == 0 || t.Class == answer[1]))
            {
                reached[test.Index] = reached[test.Index] with { Ids = [.. reached[test.Index].Ids.Union(ids)] };
            }
        }

        // What a test took by the clock is more the more others had the machine: the process's own time is shared out among the tests.
        var share = (Spent() - begun).TotalMilliseconds / Math.Max(1, reached.Sum(r => (double)r.Milliseconds));
        return [.. reached.Select(r => r with { Milliseconds = (int)(r.Milliseconds * Math.Min(1, share)) })];
    }

    /// <summary>Runs tests under a change (0 for none) until one fails. A process that does not answer is ended.</summary>
    public async Task<Run> RunAsync(int id, IReadOnlyList<int> tests, TimeSpan patience)
    {
        if (process is null || process.HasExited)
        {
            await StartAsync();
        }

        await process!.StandardInput.WriteLineAsync($"run {id} {string.Join(',', tests)}");
        var answer = await AnswerAsync(patience);
        if (answer is null)
        {
            Stop();
            return new Run(null, "", false);
        }

        return answer[0] == "failed" ? new Run(Number(answer[1]), answer[2], true) : new Run(null, "", true);
    }

    public void Dispose() => Stop();

    /// <summary>
    /// The next answer's fields; null when it does not come within this much of the process's own time, which does not pass while
    /// others have the machine, or when the process has stood still for minutes.
    /// </summary>
    private async Task<string[]?> AnswerAsync(TimeSpan patience)
    {
        var (begun, moved, since) = (Spent(), Spent(), Stopwatch.StartNew());
        var reading = process!.StandardOutput.ReadLineAsync();
        while (true)
        {
            if (await Task.WhenAny(reading, Task.Delay(TimeSpan.FromSeconds(2))) == reading)
            {
                if (await reading is not { } line)
                {
                    return null;
                }

                if (line.StartsWith("@@", StringComparison.Ordinal))
                {
                    return line[2..].Split('\t');
                }

                reading = process.StandardOutput.ReadLineAsync();
                continue;
            }

            var spent = Spent();
            if (spent - moved > TimeSpan.FromSeconds(0.5))
            {
                moved = spent;
                since.Restart();
            }

            if (spent - begun > patience || since.Elapsed > StandsStill)
            {
                return null;
            }
        }
    }

    /// <summary>The time the process has had of the processors.</summary>
    private TimeSpan Spent()
    {
        try
        {
            process!.Refresh();
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException) // it has ended, which its last line says
        {
            return TimeSpan.Zero;
        }
    }

    private void Stop()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process?.Dispose();
        process = null;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
