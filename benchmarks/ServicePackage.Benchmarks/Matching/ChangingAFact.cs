using BenchmarkDotNet.Attributes;
using ServicePackage.Core.Conditions;

namespace ServicePackage.Benchmarks.Matching;

/// <summary>One fact of one enterprise has changed: the clauses of 3,000 that ask for it, found by their codes and weighed as the sweep does, beside all of them again.</summary>
[ShortRunJob]
[MedianColumn, HideColumns("Error", "StdDev", "RatioSD", "Alloc Ratio", "Gen0", "Gen1", "Gen2")]
[MemoryDiagnoser]
public class ChangingAFact
{
    private const int Clauses = 3_000;

    private Workload _work = null!;
    private ILookup<string, Condition> _byCode = null!;
    private string _code = "";

    /// <summary>How often a fact is asked for: by the fewest clauses, by as many as half of the facts are, by the most.</summary>
    [Params("least", "median", "most")]
    public string Asked { get; set; } = "";

    /// <summary>Draws the clauses, with 400 leaves that differ.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _work = new Workload(1, Clauses, 400);
        _byCode = _work.Clauses.SelectMany(c => KnownReading.AskedBy([c], Criteria.OfTheProgram).Select(code => (code, c))).ToLookup(c => c.code, c => c.c);
        var codes = _byCode.OrderBy(c => c.Count()).Select(c => c.Key).ToList();
        _code = Asked switch { "least" => codes[0], "most" => codes[^1], _ => codes[codes.Count / 2] };
        Console.WriteLine($"// {Asked}: {_byCode[_code].Count()} of {Clauses} clauses ask for {_code}.");
    }

    /// <summary>All clauses.</summary>
    [Benchmark(Baseline = true)]
    public int All() => Weigh(_work.Clauses);

    /// <summary>Those that ask for the fact.</summary>
    [Benchmark]
    public int Affected() => Weigh(_byCode[_code]);

    private int Weigh(IEnumerable<Condition> clauses)
    {
        var (met, known) = (0, _work.Enterprises[0]);
        foreach (var clause in clauses)
        {
            met += Assessment.Of(clause, known.Facts, Workload.Day, Criteria.OfTheProgram, known.Judgements).Eligibility == Eligibility.Met ? 1 : 0;
        }

        return met;
    }
}
