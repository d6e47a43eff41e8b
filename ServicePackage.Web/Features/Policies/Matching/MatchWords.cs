using ServicePackage.Core.Conditions;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Web.Features.Policies;

/// <summary>One reason, in words.</summary>
/// <param name="Truth">Whether it is met.</param>
/// <param name="Text">What there is and what is asked.</param>
/// <param name="Source">Who says so and since when; empty where nobody said anything.</param>
public sealed record ReasonLine(Truth Truth, string Text, string Source);

/// <summary>A clause beside an enterprise, in words: what the page keeps from prerendering.</summary>
public sealed record MatchRow
{
    public long PolicyId { get; init; }

    public long ClauseId { get; init; }

    public string Number { get; init; } = "";

    public string Title { get; init; } = "";

    public string Benefit { get; init; } = "";

    public bool Personalised { get; init; }

    public bool WithoutApplication { get; init; }

    /// <summary>Whether it can be applied for by somebody who does not fail it.</summary>
    public bool MayBeAppliedFor { get; init; }

    public string Unit { get; init; } = "";

    public PolicyFacts Policy { get; init; } = new();

    public IReadOnlyList<WindowView> Windows { get; init; } = [];

    public Eligibility Eligibility { get; init; }

    public IReadOnlyList<ReasonLine> Reasons { get; init; } = [];

    /// <summary>What is still to be told, where that is what is lacking.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>What is left to a person's judgement, where only that is.</summary>
    public IReadOnlyList<string> ToJudge { get; init; } = [];

    /// <summary>What the enterprise would get, as far as it can be reckoned; empty where it gives no money or that is not said.</summary>
    public string Estimate { get; init; } = "";

    /// <summary>The figure that is lacking for an estimate; empty where none is.</summary>
    public string EstimateNeeds { get; init; } = "";

    /// <summary>Whether it is for another place.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>What the named criteria it rests on are taken from, and what of them is to be confirmed.</summary>
    public IReadOnlyList<string> Criteria { get; init; } = [];

    public ClauseAnswerView? Answer { get; init; }

    /// <summary>Whether it is new since the enterprise was last told.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whether it was told and nobody of the enterprise has opened why.</summary>
    public bool IsUnread { get; init; }

    /// <summary>Who pushed it; empty where nobody did, or the enterprise has answered.</summary>
    public string PushedBy { get; init; } = "";

    /// <summary>Why it was pushed.</summary>
    public string PushWord { get; init; } = "";
}

/// <summary>Something that is not known, in words.</summary>
/// <param name="Code">The fact or list, as the page of facts opens it.</param>
/// <param name="IsList">Whether it is a list.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Alone">How many clauses it decides alone.</param>
/// <param name="WithOthers">How many it decides with others.</param>
public sealed record UnlockerRow(string Code, bool IsList, string Name, int Alone, int WithOthers);

/// <summary>A title within reach, in words.</summary>
public sealed record TitleRow(string Name, string Source, string ToConfirm, Eligibility Eligibility, IReadOnlyList<ReasonLine> Reasons, IReadOnlyList<OpenedClause> Opens);

/// <summary>Says in the reader's language what the weighing found.</summary>
public static class MatchWords
{
    /// <summary>The reasons for an outcome.</summary>
    public static IReadOnlyList<ReasonLine> Reasons(IEnumerable<Finding> deciding, DateOnly day, bool withFigures = true) =>
        [.. deciding.Select(f => new ReasonLine(f.Truth, FindingWording.Line(f, day, withFigures), Source(f))).DistinctBy(r => r.Text)];

    /// <summary>A clause beside an enterprise.</summary>
    public static MatchRow Row(ClauseMatch match, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(match);
        return new MatchRow
        {
            PolicyId = match.PolicyId,
            ClauseId = match.ClauseId,
            Number = match.Number,
            Title = match.Title,
            Benefit = match.Benefit,
            Personalised = match.Personalised,
            WithoutApplication = match.WithoutApplication,
            MayBeAppliedFor = match.MayBeAppliedFor,
            Unit = match.Unit?.Shown ?? "",
            Policy = match.Policy,
            Windows = match.Windows,
            Eligibility = match.Eligibility,
            Reasons = Reasons(match.Deciding, day),
            Missing = [.. match.Alone.Concat(match.WithOthers).Select(FindingWording.Name).Distinct()],
            ToJudge = match.Eligibility == Eligibility.ToVerify ? ToJudge(match.Deciding) : [],
            Estimate = IsPaid(match) && match.Estimate is { } estimate ? BenefitWording.Amount(estimate) : "",
            EstimateNeeds = IsPaid(match) && match is { Estimate: null, Terms.Figure: { } figure } ? figure.Name : "",
            IsElsewhere = match.IsElsewhere,
            Criteria = [.. Named(match.Asks, day)],
            Answer = match.Answer,
            IsNew = match.IsNew,
            IsUnread = match.IsUnread,
            PushedBy = match.Push?.Unit.Shown ?? "",
            PushWord = match.Push?.Word ?? "",
        };
    }

    private static IReadOnlyList<string> ToJudge(IEnumerable<Finding> deciding) =>
        [.. deciding.SelectMany(f => f.Whole()).Where(f => f.Truth == Truth.Unknown).Select(f => f.Of).OfType<Judged>().Select(j => j.Question).Distinct()];

    private static bool IsPaid(ClauseMatch match) =>
        match is { Terms.Kind: not BenefitKind.NoMoney, Eligibility: Eligibility.Met or Eligibility.ToVerify or Eligibility.Near };

    private static IEnumerable<string> Named(Condition? asks, DateOnly day) =>
        from code in asks is null ? [] : ConditionRules.Whole(asks).OfType<Named>().Select(n => n.Criterion).Distinct()
        let version = Core.Conditions.Criteria.OfTheProgram.Find(code, day)
        where version is not null
        select version.ToConfirm.Length > 0 ? Wording.Sentence("Criterion.ToConfirm", version.Source, version.ToConfirm) : Wording.Sentence("Criterion.Source", version.Source);

    private static string Source(Finding finding)
    {
        var said = finding.Used.Select(u => u.Fact).OfType<KnownFact>().Select(f => (f.Standing, f.RecordedAt)).Concat(finding.Items.Select(i => (i.Standing, i.RecordedAt))).ToList();
        return said.Count == 0 ? "" : string.Join(" · ", said.Select(s => Wording.Name(s.Standing)).Distinct().Append(Wording.Date(TownTime.DayOf(said.Max(s => s.RecordedAt)))));
    }
}
