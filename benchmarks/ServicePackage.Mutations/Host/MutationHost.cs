using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using ServicePackage.Core;
using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

namespace ServicePackage.Tests;

/// <summary>
/// Put into the copy in place of the entry point: runs tests again and again in one process, each time with another change in force.
/// Reads a command a line: <c>record</c>, or <c>run ID TEST,TEST…</c>; answers in lines that begin with <c>@@</c>.
/// </summary>
internal static class MutationHost
{
    /// <summary>More changes than there are.</summary>
    private const int Most = 20_000;

    /// <summary>What this thread last heard for, so that most of what it hears costs little.</summary>
    [ThreadStatic]
    private static object? hitsOf;

    [ThreadStatic]
    private static bool[]? hits;

    /// <summary>The tables and the like of which it has heard what they were made of.</summary>
    [ThreadStatic]
    private static ConcurrentDictionary<object, bool>? heard;

    private static async Task<int> Main(string[] namespaces)
    {
        var answers = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        Console.SetOut(TextWriter.Null);
        void Say(params object?[] fields) => answers.WriteLine("@@" + string.Join('\t', fields.Select(f => f?.ToString()?.ReplaceLineEndings(" ").Replace('\t', ' '))));

        TestContext.SetForInitialization(diagnosticMessageSink: null, diagnosticMessages: false, internalDiagnosticMessages: false);
        var assembly = Assembly.GetExecutingAssembly();
        var framework = ExtensibilityPointFactory.GetTestFramework(assembly);
        var cases = await FindAsync(framework, assembly, namespaces);
        for (var i = 0; i < cases.Count; i++)
        {
            Say("test", i, cases[i].TestClassName, cases[i].TestCaseDisplayName);
        }

        Say("ready");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            if (line == "record")
            {
                await RecordAsync(framework, assembly, cases, Say);
            }
            else
            {
                var words = line.Split(' ');
                var chosen = words[2].Split(',').Select(i => cases[int.Parse(i)]).ToList();
                Mutant.Activate(int.Parse(words[1]));
                var results = new Results();
                await framework.GetExecutor(assembly).RunTestCases(chosen, results, Options(stopOnFail: true), default);
                Mutant.Activate(0);
                Say(results.Failed is { } failed ? ["failed", cases.FindIndex(c => c.UniqueID == failed.Id), failed.Why] : ["passed", results.Passed]);
            }
        }

        return 0;
    }

    private static async Task RecordAsync(ITestFramework framework, Assembly assembly, List<ITestCase> cases, Action<object?[]> say)
    {
        var (seen, made) = (new ConcurrentDictionary<string, bool[]>(), new ConcurrentDictionary<string, ConcurrentDictionary<object, bool>>());
        void Turn()
        {
            var context = TestContext.Current;
            var part = (object?)context.TestCase ?? context.TestClass;
            if (hits is null || !ReferenceEquals(part, hitsOf))
            {
                var key = context.TestCase?.UniqueID ?? context.TestClass?.TestClassName ?? "";
                (hitsOf, hits, heard) = (part, seen.GetOrAdd(key, _ => new bool[Most]), made.GetOrAdd(key, _ => new(ReferenceEqualityComparer.Instance)));
            }
        }

        Mutant.Seen = id =>
        {
            Turn();
            hits![id] = true;
        };
        Mutant.Anew = what =>
        {
            Turn();
            return heard!.TryAdd(what, true);
        };
        var results = new Results();
        await framework.GetExecutor(assembly).RunTestCases(cases, results, Options(stopOnFail: false), default);
        (Mutant.Seen, Mutant.Anew) = (null, null);
        for (var i = 0; i < cases.Count; i++)
        {
            var known = results.Of.GetValueOrDefault(cases[i].UniqueID);
            say(["reached", i, known.Passed, (int)(known.Seconds * 1000), Ids(seen.GetValueOrDefault(cases[i].UniqueID) ?? [])]);
        }

        foreach (var (name, ids) in seen.Where(s => !cases.Exists(c => c.UniqueID == s.Key)))
        {
            say(["around", name, Ids(ids)]);
        }

        say(["recorded"]);
    }

    private static string Ids(bool[] hits) => string.Join(',', hits.Index().Where(h => h.Item).Select(h => h.Index));

    private static async Task<List<ITestCase>> FindAsync(ITestFramework framework, Assembly assembly, string[] namespaces)
    {
        var options = TestFrameworkOptions.ForDiscovery(new TestAssemblyConfiguration { PreEnumerateTheories = true });
        var cases = new List<ITestCase>();
        var discoverer = framework.GetDiscoverer(assembly);
        var types = assembly.GetTypes().Where(t => !t.IsAbstract && t.Name != "OnPostgres"
            && namespaces.Any(n => n[0] != '!' && ($"{t.FullName}.".StartsWith(n + ".", StringComparison.Ordinal) || $"{t.FullName}".StartsWith(n + "+", StringComparison.Ordinal)))
            && !namespaces.Any(n => n[0] == '!' && (t.FullName + ".").StartsWith(n[1..] + ".", StringComparison.Ordinal))).ToArray();
        await discoverer.Find(found =>
        {
            cases.Add(found);
            return new ValueTask<bool>(true);
        }, options, types, default);
        return cases;
    }

    private static ITestFrameworkExecutionOptions Options(bool stopOnFail) =>
        TestFrameworkOptions.ForExecution(new TestAssemblyConfiguration { StopOnFail = stopOnFail, MaxParallelThreads = 2 });

    /// <summary>Hears how the tests went.</summary>
    private sealed class Results : IMessageSink
    {
        public ConcurrentDictionary<string, (bool Passed, decimal Seconds)> Of { get; } = new();

        public int Passed { get; private set; }

        public (string Id, string Why)? Failed { get; private set; }

        public bool OnMessage(IMessageSinkMessage message)
        {
            switch (message)
            {
                case ITestFailed failed:
                    Failed ??= (failed.TestCaseUniqueID, failed.Messages.FirstOrDefault() ?? "");
                    Of[failed.TestCaseUniqueID] = (false, failed.ExecutionTime);
                    break;
                case ITestPassed passed:
                    Passed++;
                    Of[passed.TestCaseUniqueID] = Of.TryGetValue(passed.TestCaseUniqueID, out var other)
                        ? (other.Passed, other.Seconds + passed.ExecutionTime)
                        : (true, passed.ExecutionTime);
                    break;
                default:
                    break;
            }

            return true;
        }
    }
}
