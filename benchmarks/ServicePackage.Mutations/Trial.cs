using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

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
internal sealed class Trial(IReadOnlyList<Test> all, Reach[] reached, TimeSpan? longest, Report report)
{
    /// <summary>Tests are run in portions, each so much greater than the one before, so that those most likely to notice come first.</summary>
    private const int First = 4;

    private const int Greater = 4;

    private readonly Lock gate = new();
    private readonly List<(string File, int Line, int Test)> noticed = [];
    private readonly HashSet<int> unreliable = [];

    public static async Task<int> RunAsync(Options options)
    {
        var watch = Stopwatch.StartNew();
        using var copy = await Checkout.CopyAsync();
        var mutations = Instrumented.Write(copy.Root, Targets.In(copy.Root, options.Only));
        Console.WriteLine($"{mutations.Count} changes written, {watch.Elapsed:mm\\:ss}; building");
        await copy.BuildAsync();
        using var worker = new Worker(copy.Root, options.Tests);
        await worker.StartAsync();
        Console.WriteLine($"{worker.Tests.Count} tests, {watch.Elapsed:mm\\:ss}; recording what each reaches");
        var reached = await worker.RecordAsync();
        foreach (var test in worker.Tests.Where(t => !reached[t.Index].Passed))
        {
            Console.WriteLine($"left out, fails unchanged: {test.Name}");
        }

        Console.WriteLine($"recorded, {watch.Elapsed:hh\\:mm\\:ss}");
        var known = Report.Known([.. options.Known, .. options.Again], options.Resumed);
        var again = Report.Keys(options.Again);
        var report = new Report(options.Folder);
        var trial = new Trial(worker.Tests, reached, options.Longest, report);
        var wanted = mutations.Where((m, i) => i % options.Every == 0 && (options.Again.Length == 0 || again.Contains(m.Key))).ToList();
        foreach (var mutation in wanted)
        {
            if (known.TryGetValue(mutation.Key, out var result))
            {
                trial.Hear(new Result(mutation, result.Ending, result.By), worker.Tests.FirstOrDefault(t => t.Name == result.By)?.Index);
            }
        }

        // The smallest folders first: a run that ends before its time has made whole ones.
        var sizes = wanted.CountBy(m => Path.GetDirectoryName(m.File)!).ToDictionary();
        var waiting = new ConcurrentQueue<Mutation>(wanted.Where(m => !known.ContainsKey(m.Key)).OrderBy(m => sizes[Path.GetDirectoryName(m.File)!]));
        Console.WriteLine($"{wanted.Count - waiting.Count} known, {waiting.Count} to make");
        using var ending = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true; // what has been made is reported
            waiting.Clear();
        });
        var workers = new List<Worker> { worker };
        workers.AddRange(Enumerable.Range(1, Math.Max(1, options.Workers) - 1).Select(_ => new Worker(copy.Root, options.Tests)));
        await Task.WhenAll(workers.Select(w => trial.MakeAsync(w, waiting)));
        foreach (var result in report.Results.Where(r => r.Ending == Ending.Survived && options.Longest is null).ToList())
        {
            await worker.StartAsync(); // what is made once a process is made under the change, too
            report.Replace(result, await trial.MakeAsync(worker, result.Mutation));
        }

        workers.ForEach(w => w.Dispose());
        report.Write(watch.Elapsed, mutations, wanted.Count);
        return 0;
    }

    private async Task MakeAsync(Worker worker, ConcurrentQueue<Mutation> waiting)
    {
        while (waiting.TryDequeue(out var mutation))
        {
            Hear(await MakeAsync(worker, mutation), null);
        }
    }

    private void Hear(Result result, int? test)
    {
        lock (gate)
        {
            report.Add(result);
            if (test is { } by)
            {
                noticed.Add((result.Mutation.File, result.Mutation.Line, by));
            }
        }
    }

    /// <summary>
    /// Runs the tests that reach a change, for as long as may be: first those that noticed its nearest neighbours, then those called after
    /// its file, then those that reach the fewest changes, since what reaches little is about what it reaches.
    /// </summary>
    private async Task<Result> MakeAsync(Worker worker, Mutation mutation)
    {
        var (tests, reaching) = Ordered(mutation);
        for (var (from, size) = (0, First); from < tests.Count; (from, size) = (from + size, size * Greater))
        {
            var some = tests.GetRange(from, Math.Min(size, tests.Count - from));
            var run = await worker.RunAsync(mutation.Id, some, Patience(some));
            if (!run.Ended)
            {
                return new Result(mutation, Ending.Noticed, "the tests did not end");
            }

            if (run.Failed is not { } failed)
            {
                continue;
            }

            if ((await worker.RunAsync(0, [failed], Patience([failed]))) is { Ended: true, Failed: null })
            {
                lock (gate)
                {
                    noticed.Add((mutation.File, mutation.Line, failed));
                }

                return new Result(mutation, Ending.Noticed, all[failed].Name);
            }

            Console.WriteLine($"left out, fails unchanged now: {all[failed].Name}: {run.Why}");
            lock (gate)
            {
                unreliable.Add(failed);
            }

            await worker.StartAsync();
            return await MakeAsync(worker, mutation);
        }

        return tests.Count == 0 ? new Result(mutation, Ending.Unreached, "no test") : new Result(mutation, Ending.Survived, tests.Count < reaching ? $"{tests.Count} of {reaching} tests" : $"{tests.Count} tests");
    }

    /// <summary>The tests to be run for a change in the time there is, and how many reach it.</summary>
    private (List<int> Tests, int Reaching) Ordered(Mutation mutation)
    {
        lock (gate)
        {
            var near = noticed.Where(n => n.File == mutation.File).GroupBy(n => n.Test)
                .ToDictionary(g => g.Key, g => g.Min(n => Math.Abs(n.Line - mutation.Line)));
            var tests = Enumerable.Range(0, reached.Length)
                .Where(i => reached[i].Passed && !unreliable.Contains(i) && reached[i].Ids.Contains(mutation.Id))
                .OrderBy(i => near.GetValueOrDefault(i, int.MaxValue))
                .ThenByDescending(i => all[i].Class.Contains(mutation.Name, StringComparison.Ordinal))
                .ThenBy(i => reached[i].Ids.Count * (all[i].Class.Contains($".{mutation.Room}.", StringComparison.Ordinal) ? 1 : 2))
                .ToList();
            if (longest is not { } most)
            {
                return (tests, tests.Count);
            }

            var spent = 0.0;
            return (tests.TakeWhile((i, n) => n < First || (spent += reached[i].Milliseconds) <= most.TotalMilliseconds).ToList(), tests.Count);
        }
    }

    private TimeSpan Patience(List<int> tests) => TimeSpan.FromSeconds(60 + tests.Sum(t => reached[t].Milliseconds) * 5 / 1000);
}
