using ServicePackage.Core.Conditions;
using ServicePackage.Core.Policies;

namespace ServicePackage.Web.Features.Policies;

/// <summary>A question left to a person, in words.</summary>
/// <param name="Key">By which the judgement is kept.</param>
/// <param name="Question">What is judged.</param>
/// <param name="Seen">The judgement there is; null where there is none.</param>
public sealed record QuestionRow(string Key, string Question, long? Seen);

/// <summary>A judgement with its question.</summary>
public sealed record JudgedRow(string Question, JudgementView View);

/// <summary>An enterprise that was not judged with others, and why.</summary>
public sealed record UnjudgedRow(string Name, string Why);

/// <summary>An enterprise beside a clause, in words: what the page keeps from prerendering.</summary>
public sealed record EnterpriseRow(
    long EnterpriseId, string Name, bool IsVisible, IReadOnlyList<ReasonLine> Reasons, IReadOnlyList<QuestionRow> ToJudge, IReadOnlyList<JudgedRow> Judged, ClauseAnswerView? Answer)
{
    /// <summary>When it was pushed to it (UTC) and not answered since; null where it was not.</summary>
    public DateTime? PushedAt { get; init; }

    /// <summary>Whether all its people have turned the weekly notice off.</summary>
    public bool IsWeeklyOff { get; init; }

    /// <summary>What the page shows of one.</summary>
    public static EnterpriseRow Of(EnterpriseMatch match, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(match);
        return new EnterpriseRow(
            match.EnterpriseId, match.Name, match.IsVisible, MatchWords.Reasons(match.Deciding, day, match.WithFigures),
            [.. match.Questions.Select(q => new QuestionRow(q.Key, q.Question, match.Judged.FirstOrDefault(j => j.Key == q.Key)?.Id))],
            [.. match.Judged.Select(j => new JudgedRow(match.Questions.First(q => q.Key == j.Key).Question, j))],
            match.Answer)
        {
            PushedAt = match.PushedAt,
            IsWeeklyOff = match.IsWeeklyOff,
        };
    }
}
