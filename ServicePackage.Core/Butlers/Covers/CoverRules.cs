using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Butlers;

/// <summary>Who gives cover for whom, and for which days (plan §五(六)).</summary>
public static class CoverRules
{
    /// <summary>The longest reason (characters).</summary>
    public const int LongestReason = 500;

    /// <summary>How far ahead a cover can begin (days).</summary>
    public const int Reach = 366;

    /// <summary>The longest cover (days): a longer absence is a matter of another butler.</summary>
    public const int LongestDays = 183;

    /// <summary>The economic cities whose butlers' absences the actor arranges: those of which they are the general manager.</summary>
    public static IReadOnlyList<long> CitiesOf(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return [.. actor.Posts.Where(p => p.Kind == PostKind.GeneralManager).Select(p => p.OrganisationId).Distinct()];
    }

    /// <summary>Whether the actor may give cover for an enterprise of this butler and city.</summary>
    internal static bool MayGive(Actor actor, long absentId, long economicCityId) =>
        actor.IsCentre || actor.AccountId == absentId || CitiesOf(actor).Contains(economicCityId);

    /// <summary>Why these are no days of a cover given today; null where they are.</summary>
    internal static Refusal? RefuseDays(CoverInput input, DateOnly today)
    {
        var (from, until) = (input.From!.Value, input.Until!.Value);
        return from < today ? new Refusal("Cover.FromPast", from, today) { Field = nameof(input.From) }
            : from > today.AddDays(Reach) ? new Refusal("Cover.TooFar", from, today.AddDays(Reach)) { Field = nameof(input.From) }
            : until.DayNumber - from.DayNumber >= LongestDays ? new Refusal("Cover.TooLong", LongestDays) { Field = nameof(input.Until) }
            : null;
    }
}
