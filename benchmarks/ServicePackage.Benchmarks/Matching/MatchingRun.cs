using System.Diagnostics;

namespace ServicePackage.Benchmarks.Matching;

/// <summary>
/// The same methods without the package, for a machine that is busy with other work: each is called some times in this one process, and of the processor's time it took
/// the median is told.
/// </summary>
internal static class MatchingRun
{
    private const int Times = 5;

    public static void Run()
    {
        foreach (var leaves in (int[])[400, 18_000])
        {
            var all = new WeighingAll { Leaves = leaves };
            all.SetupAndCompare();
            Tell($"columns, {leaves} leaves", all.ByColumns, WeighingAll.Pairs, 1);
            Tell($"walk, {leaves} leaves", all.ByTheWalk, WeighingAll.SampledPairs, 5);
            Tell($"delegates, {leaves} leaves", all.ByDelegates, WeighingAll.SampledPairs, 50);
            Tell($"RulesEngine, {leaves} leaves", all.ByRulesEngine, WeighingAll.SampledPairs, 50);
        }

        var explaining = new ExplainingAPair();
        explaining.Setup();
        Tell("walking a pair", explaining.Walk, ExplainingAPair.Pairs, 10);
        Tell("explaining a pair", explaining.Explain, ExplainingAPair.Pairs, 10);
        foreach (var asked in (string[])["least", "median", "most"])
        {
            var changing = new ChangingAFact { Asked = asked };
            changing.Setup();
            Tell($"all clauses, {asked}", changing.All, 1, 10);
            Tell($"affected clauses, {asked}", changing.Affected, 1, 300);
        }
    }

    private static void Tell(string name, Func<int> measured, int pairs, int calls)
    {
        var times = Enumerable.Range(0, Times + 1).Select(_ => Once(measured, calls)).Skip(1).Order().ToList(); // the first also compiles
        Console.WriteLine($"{name}: {times[Times / 2].TotalNanoseconds / pairs / calls:N1} ns");
    }

    private static TimeSpan Once(Func<int> measured, int calls)
    {
        var before = Busy();
        for (var i = 0; i < calls; i++)
        {
            measured();
        }

        return Busy() - before;
    }

    private static TimeSpan Busy()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
