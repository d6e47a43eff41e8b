using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Conditions;

/// <summary>An answer that is one of some. How each answer there is stands to it is found out once.</summary>
internal sealed class CodeColumn(int at, StateLook state, CodeLeaf leaf, FactKind kind) : Column(at, [state], Look.Never)
{
    private readonly List<bool> _met = [];

    public override ulong Met(ColumnPage page)
    {
        var answers = page.See<StateSeen>(state).Answers;
        for (var next = _met.Count; next < state.Answers.Count; next++)
        {
            _met.Add(Walk.Stands(leaf, kind, state.Answers[next]) == Truth.Met);
        }

        var met = 0UL;
        foreach (var (answer, of) in answers)
        {
            met |= _met[answer] ? of : 0;
        }

        return met;
    }
}

/// <summary>Looks at the state of a fact on the day, each answer by a number.</summary>
internal sealed class StateLook(int place, string code, DateOnly day) : EachLook<StateSeen>(place)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _answers = [];

    /// <summary>The answers seen so far.</summary>
    public IReadOnlyList<string> Answers => _answers;

    protected override void One(ColumnPage page, int enterprise, StateSeen seen)
    {
        var facts = page.Enterprises[enterprise].Facts;
        seen.May(enterprise, facts.NextState(code, day)?.DayNumber ?? Never);
        if (facts.State(code, day) is not { Choice: var answer })
        {
            return;
        }

        if (!_numbers.TryGetValue(answer, out var number))
        {
            _numbers[answer] = number = _answers.Count;
            _answers.Add(answer);
        }

        seen.Add(number, enterprise);
    }
}

/// <summary>The answers of a page by their numbers, with the enterprises that gave each.</summary>
internal sealed class StateSeen : Seen
{
    public List<(int Answer, ulong Of)> Answers { get; } = [];

    public void Add(int answer, int enterprise)
    {
        var place = Answers.FindIndex(a => a.Answer == answer);
        if (place < 0)
        {
            Answers.Add((answer, 1UL << enterprise));
        }
        else
        {
            Answers[place] = (answer, Answers[place].Of | 1UL << enterprise);
        }
    }
}
