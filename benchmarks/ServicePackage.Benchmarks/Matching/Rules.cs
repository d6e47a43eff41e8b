using System.Globalization;
using RulesEngine.Models;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;

namespace ServicePackage.Benchmarks.Matching;

/// <summary>
/// The same conditions for the package RulesEngine, as it does best: one expression a clause over a typed object, in which every figure stands ready as a number. It
/// answers with yes or no alone; what is not known counts as not met.
/// </summary>
internal sealed class Rules
{
    private readonly List<(Measure Of, Func<Known, Interval?> Read)> _figures = [];
    private readonly List<string> _codes = [];
    private readonly RulesEngine.RulesEngine _engine;

    public Rules(IReadOnlyList<Condition> conditions)
    {
        var rules = conditions.Select((c, i) => new Rule { RuleName = $"r{i}", Expression = Expression(c), RuleExpressionType = RuleExpressionType.LambdaExpression }).ToList();
        _engine = new RulesEngine.RulesEngine([new Workflow { WorkflowName = "clauses", Rules = rules }], new ReSettings { EnableFormattedErrorMessage = false, IsExpressionCaseSensitive = true });
    }

    /// <summary>An enterprise as it is handed over.</summary>
    public RuleParameter Firm(Known known) => new("e", new Firm
    {
        Least = [.. _figures.Select(f => f.Read(known)?.Low ?? -1)],
        Most = [.. _figures.Select(f => f.Read(known)?.High ?? Interval.Endless)],
        Codes = [.. _codes.Select(c => known.Facts.State(c, Workload.Day)?.Choice ?? "")],
        Held = [.. known.Facts.Items(ListCatalogue.Title).Where(i => i.Until >= Workload.Day).Select(i => i.Kind)],
        Awards = [.. known.Facts.Items("award").Select(i => i.From!.Value.DayNumber)],
    });

    /// <summary>How the enterprise stands to each clause.</summary>
    public bool[] Weigh(RuleParameter firm)
    {
        var results = _engine.ExecuteAllRulesAsync("clauses", firm).AsTask().GetAwaiter().GetResult();
        return results.Find(r => r.ExceptionMessage is { Length: > 0 }) is { } failed ? throw new InvalidOperationException(failed.ExceptionMessage) : [.. results.Select(r => r.IsSuccess)];
    }

    private string Expression(Condition condition) => condition switch
    {
        AllOf all => $"({string.Join(" && ", all.Of.Select(Expression))})",
        AnyOf any => $"({string.Join(" || ", any.Of.Select(Expression))})",
        AtLeast some => $"({string.Join(" + ", some.Of.Select(c => $"({Expression(c)} ? 1 : 0)"))} >= {some.Count})",
        Score score => $"({string.Join(" && ", score.Of.Where(p => p.Minimum > 0).Select(p => $"{Points(p.Items)} >= {Number(p.Minimum)}").Append($"{Points(score.Of.SelectMany(p => p.Items))} >= {Number(score.Minimum)}"))})",
        FigureLeaf { Must: Must.AtLeast } figure => $"e.Least[{Place(figure.Of)}] >= {Number(Delegates.To(figure))}",
        FigureLeaf figure => $"e.Most[{Place(figure.Of)}] <= {Number(Delegates.To(figure))}",
        CodeLeaf code when FactCatalogue.Find(code.Fact)!.Kind == FactKind.YesNo => Answer(code, $"e.Codes[{Place(code.Fact)}] == \"{code.In[0]}\""),
        CodeLeaf code => Answer(code, string.Join(" || ", code.In.Select(c => $"e.Codes[{Place(code.Fact)}].StartsWith(\"{c}\")"))),
        ItemsLeaf { Where.Kinds: { } kinds } => $"e.Held.Any({string.Join(" || ", kinds.Select(k => $"it == \"{k}\""))})",
        ItemsLeaf items => $"e.Awards.Count(it >= {items.Where.Since!.Value.DayNumber}) >= {Number(items.To)}",
        _ => throw new NotSupportedException(condition.GetType().Name),
    };

    private string Answer(CodeLeaf code, string isIn) => code.Not ? $"(e.Codes[{Place(code.Fact)}] != \"\" && !({isIn}))" : $"({isIn})";

    private string Points(IEnumerable<ScoreItem> items) => $"({string.Join(" + ", items.Select(i => $"({Expression(i.Steps[0].When)} ? {Number(i.Steps[0].Points)} : 0M)"))})";

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture) + "M";

    private int Place(Measure measure)
    {
        if (_figures.FindIndex(f => f.Of == measure) is var at and >= 0)
        {
            return at;
        }

        _figures.Add((measure, Delegates.Figure(measure, 0)));
        return _figures.Count - 1;
    }

    private int Place(string code)
    {
        if (!_codes.Contains(code))
        {
            _codes.Add(code);
        }

        return _codes.IndexOf(code);
    }
}

/// <summary>What rules see of an enterprise.</summary>
public sealed class Firm
{
    /// <summary>The least that each figure may be; −1 where it does not apply.</summary>
    public decimal[] Least { get; init; } = [];

    /// <summary>The most that each figure may be.</summary>
    public decimal[] Most { get; init; } = [];

    /// <summary>Answers; empty where there is none.</summary>
    public string[] Codes { get; init; } = [];

    /// <summary>The kinds of title held.</summary>
    public string[] Held { get; init; } = [];

    /// <summary>The days of awards.</summary>
    public int[] Awards { get; init; } = [];
}
