using BenchmarkDotNet.Attributes;
using RulesEngine.Models;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Policies;

namespace ServicePackage.Benchmarks.Matching;

/// <summary>10,000 enterprises against 3,000 clauses by columns, beside the walk, delegates and the package RulesEngine over a sample; all figures are of one pair.</summary>
[ShortRunJob]
[MedianColumn, HideColumns("Error", "StdDev", "RatioSD", "Alloc Ratio", "Gen0", "Gen1", "Gen2", "InvocationCount", "UnrollFactor")]
[MemoryDiagnoser]
public class WeighingAll
{
    internal const int Pairs = Enterprises * Clauses;
    internal const int SampledPairs = SampledEnterprises * SampledClauses;

    private const int Enterprises = 10_000;
    private const int Clauses = 3_000;
    private const int SampledEnterprises = 20;
    private const int SampledClauses = 300;
    private const int Compared = 200;

    private Workload _work = null!;
    private Columns _columns = null!;
    private Func<Known, Truth>[] _delegates = [];
    private Rules _rules = null!;
    private RuleParameter[] _firms = [];

    /// <summary>Leaves that differ, of 18,000: 400, or all of them.</summary>
    [Params(400, 18_000)]
    public int Leaves { get; set; }

    /// <summary>Draws the town, and stops where two ways disagree about a pair.</summary>
    [GlobalSetup(Target = nameof(ByColumns))]
    public void SetupAndCompare()
    {
        Setup();
        Compare();
    }

    /// <summary>Draws the town.</summary>
    [GlobalSetup(Targets = [nameof(ByTheWalk), nameof(ByDelegates), nameof(ByRulesEngine)])]
    public void Setup()
    {
        _work = new Workload(Enterprises, Clauses, Leaves == 400 ? Leaves : null);
        _columns = new Columns(_work.Clauses, Workload.Day, Criteria.OfTheProgram);
        _delegates = [.. _work.Clauses.Select(Delegates.Of)];
        _rules = new Rules([.. _work.Clauses.Take(SampledClauses)]);
        _firms = [.. _work.Enterprises.Take(SampledEnterprises).Select(_rules.Firm)];
    }

    /// <summary>Everything, pages of 64 after each other.</summary>
    [Benchmark(OperationsPerInvoke = Pairs)]
    public int ByColumns()
    {
        var (held, turns) = (0, 0);
        foreach (var known in _work.Enterprises.Chunk(Columns.Width))
        {
            var page = _columns.Beside(known);
            for (var c = 0; c < Clauses; c++)
            {
                for (var e = 0; e < known.Length; e++)
                {
                    var (holds, turn) = page.Stands(e, c);
                    held += holds ? 1 : 0;
                    turns += turn is null ? 0 : 1;
                }
            }
        }

        return held + turns;
    }

    /// <summary>The walk with its reasons, a pair after the other.</summary>
    [Benchmark(OperationsPerInvoke = SampledPairs)]
    public int ByTheWalk() => Count((e, c) => Walked(e, c).Holds);

    /// <summary>Delegates put together once.</summary>
    [Benchmark(OperationsPerInvoke = SampledPairs)]
    public int ByDelegates() => Count((e, c) => _delegates[c](_work.Enterprises[e]) == Truth.Met);

    /// <summary>The package RulesEngine.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = SampledPairs)]
    public int ByRulesEngine()
    {
        var held = 0;
        foreach (var firm in _firms)
        {
            held += _rules.Weigh(firm).Count(h => h);
        }

        return held;
    }

    private static int Count(Func<int, int, bool> holds)
    {
        var held = 0;
        for (var e = 0; e < SampledEnterprises; e++)
        {
            for (var c = 0; c < SampledClauses; c++)
            {
                held += holds(e, c) ? 1 : 0;
            }
        }

        return held;
    }

    private (bool Holds, DateOnly? Turn) Walked(int enterprise, int clause)
    {
        var known = _work.Enterprises[enterprise];
        var assessment = Assessment.Of(_work.Clauses[clause], known.Facts, Workload.Day, Criteria.OfTheProgram, known.Judgements);
        return (assessment.Eligibility.IsMatch(), assessment.NextTurn);
    }

    private void Compare()
    {
        var (held, ruled) = (0, _firms.Select(_rules.Weigh).ToArray());
        for (var from = 0; from < Compared; from += Columns.Width)
        {
            var page = _columns.Beside([.. _work.Enterprises.Skip(from).Take(Math.Min(Columns.Width, Compared - from))]);
            for (var e = from; e < from + page.Count; e++)
            {
                for (var c = 0; c < Clauses; c++)
                {
                    var walked = Walked(e, c);
                    held += walked.Holds ? 1 : 0;
                    if (walked != page.Stands(e - from, c) || walked.Holds != (_delegates[c](_work.Enterprises[e]) == Truth.Met) || (e < SampledEnterprises && c < SampledClauses && walked.Holds != ruled[e][c]))
                    {
                        throw new InvalidOperationException($"The ways disagree about enterprise {e}: {ConditionJson.Write(_work.Clauses[c])}");
                    }
                }
            }
        }

        Console.WriteLine($"// Agreed on {Compared * Clauses:N0} pairs, of which {held:N0} hold; with RulesEngine on {SampledPairs:N0}.");
    }
}
