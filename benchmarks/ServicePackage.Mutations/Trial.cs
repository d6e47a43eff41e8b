using System.Diagnostics;

namespace ServicePackage.Mutations;

/// <summary>How a change ended.</summary>
internal enum Ending
{
    /// <summary>A test failed, or did not end.</summary>
    Noticed,

    /// <summary>All tests that reach it passed.</summary>
    Survived,

    /// <summary>No test reaches it.</summary>
    Unreached,
}

/// <summary>A change and how it ended.</summary>
/// <param name="Mutation">The change.</param>
/// <param name="Ending">How it ended.</param>
/// <param name="By">The test that noticed it, or how many did not.</param>
internal sealed record Result(Mutation Mutation, Ending Ending, string By);

/// <summary>One run over all changes.</summary>
internal sealed class Trial(Worker worker, Reach[] reached, TimeSpan? longest)
{
    private const int First = 6;

    private readonly Dictionary<int, int> noticedBy = [];
    private readonly HashSet<int> unreliable = [];

    public static async Task<int> RunAsync(Options options)
    {
        var watch = Stopwatch.StartNew();
        using var copy = await Checkout.CopyAsync();
        var all = Instrumented.Write(copy.Root, Targets.In(copy.Root, options.Only));
        Console.WriteLine($"{all.Count} changes written, {watch.Elapsed:mm\\:ss}; building");
        await copy.BuildAsync();
        using var worker = new Worker(copy.Root, options.Tests);
        await worker.StartAsync();
        Console.WriteLine($"{worker.Tests.Count} tests, {watch.Elapsed:mm\\:ss}; recording what each reaches");
        var reached = await worker.RecordAsync();
        var trial = new Trial(worker, reached, options.Longest);
        foreach (var test in worker.Tests.Where(t => !reached[t.Index].Passed))
        {
            Console.WriteLine($"left out, fails unchanged: {test.Name}");
        }

        Console.WriteLine($"recorded, {watch.Elapsed:mm\\:ss}");
        var known = options.Known is null ? [] : Report.Noticed(options.Known);
        var report = new Report(options.Folder);
        foreach (var mutation in all.Where((_, i) => i % options.Every == 0))
        {
            report.Add(known.TryGetValue(mutation.Key, out var by) ? new Result(mutation, Ending.Noticed, by) : await trial.MakeAsync(mutation));
        }

        foreach (var result in report.Results.Where(r => r.Ending == Ending.Survived && options.Longest is null).ToList())
        {
            await worker.StartAsync(); // what is made once a process is made under the change, too
            report.Replace(result, await trial.MakeAsync(result.Mutation));
        }

        report.Write(watch.Elapsed);
        return 0;
    }

    /// <summary>Runs the tests that reach a change: those that noticed its neighbours, those of its room and the quickest first, for as long as may be.</summary>
    private async Task<Result> MakeAsync(Mutation mutation)
    {
        var tests = Enumerable.Range(0, reached.Length)
            .Where(i => reached[i].Passed && !unreliable.Contains(i) && reached[i].Ids.Contains(mutation.Id))
            .OrderByDescending(i => noticedBy.GetValueOrDefault(i))
            .ThenByDescending(i => worker.Tests[i].Class.Contains($".{mutation.Room}.", StringComparison.Ordinal)).ThenBy(i => reached[i].Milliseconds)
            .ToList();
        if (longest is { } most)
        {
            var spent = 0.0;
            tests = tests.TakeWhile((i, n) => n < First || (spent += reached[i].Milliseconds) <= most.TotalMilliseconds).ToList();
        }

        foreach (var some in new[] { tests[..Math.Min(First, tests.Count)], tests[Math.Min(First, tests.Count)..] }.Where(s => s.Count > 0))
        {
            var run = await worker.RunAsync(mutation.Id, some, Patience(some));
            if (!run.Ended)
            {
                return new Result(mutation, Ending.Noticed, "the tests did not end");
            }

            if (run.Failed is { } failed)
            {
                if ((await worker.RunAsync(0, [failed], Patience([failed]))) is { Ended: true, Failed: null })
                {
                    noticedBy[failed] = mutation.Id;
                    return new Result(mutation, Ending.Noticed, worker.Tests[failed].Name);
                }

                Console.WriteLine($"left out, fails unchanged now: {worker.Tests[failed].Name}: {run.Why}");
                unreliable.Add(failed);
                await worker.StartAsync();
                return await MakeAsync(mutation);
            }
        }

        return tests.Count == 0 ? new Result(mutation, Ending.Unreached, "no test") : new Result(mutation, Ending.Survived, $"{tests.Count} tests");
    }

    private TimeSpan Patience(List<int> tests) => TimeSpan.FromSeconds(120 + tests.Sum(t => reached[t].Milliseconds) * 10 / 1000);
}
