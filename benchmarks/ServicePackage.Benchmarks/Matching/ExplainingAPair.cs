using System.Globalization;
using BenchmarkDotNet.Attributes;
using ServicePackage.Core.Conditions;

namespace ServicePackage.Benchmarks.Matching;

/// <summary>Saying why an enterprise stands as it does to a clause, beside walking the pair: of enterprises that meet it, miss it, and are undecided, as they come.</summary>
[ShortRunJob]
[MedianColumn, HideColumns("Error", "StdDev", "RatioSD", "Alloc Ratio", "Gen0", "Gen1", "Gen2")]
[MemoryDiagnoser]
public class ExplainingAPair
{
    internal const int Pairs = 1_000;

    private Workload _work = null!;

    /// <summary>Draws the pairs; what is said is Chinese.</summary>
    [GlobalSetup]
    public void Setup()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("zh-CN");
        _work = new Workload(Pairs, Pairs, 400);
    }

    /// <summary>How it stands, what decided it, what is near and what is missing.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Pairs)]
    public int Walk()
    {
        var deciding = 0;
        for (var i = 0; i < Pairs; i++)
        {
            deciding += Assess(i).Deciding.Count;
        }

        return deciding;
    }

    /// <summary>The same, with a sentence for all that decided it.</summary>
    [Benchmark(OperationsPerInvoke = Pairs)]
    public int Explain()
    {
        var length = 0;
        for (var i = 0; i < Pairs; i++)
        {
            foreach (var finding in Assess(i).Deciding)
            {
                length += FindingWording.Line(finding, Workload.Day).Length;
            }
        }

        return length;
    }

    private Assessment Assess(int pair)
    {
        var known = _work.Enterprises[pair];
        return Assessment.Of(_work.Clauses[pair], known.Facts, Workload.Day, Criteria.OfTheProgram, known.Judgements);
    }
}
