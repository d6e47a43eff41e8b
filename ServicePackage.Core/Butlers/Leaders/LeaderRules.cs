using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Butlers;

/// <summary>Who keeps the list of leaders, and which of them may keep contact with which enterprise (plan §二, §五(一)).</summary>
public static class LeaderRules
{
    /// <summary>The longest name of a leader (characters).</summary>
    public const int LongestName = 60;

    /// <summary>The longest office of a leader (characters).</summary>
    public const int LongestTitle = 60;

    /// <summary>The longest reason (characters).</summary>
    public const int LongestReason = 500;

    /// <summary>How far ahead a contact can begin or end (days).</summary>
    public const int Reach = 366;

    /// <summary>The most enterprises given to a leader at once.</summary>
    public const int MostAtOnce = 100;

    /// <summary>The first day there is (Shanghai): the year of the plan.</summary>
    public static readonly DateOnly First = new(2023, 1, 1);

    /// <summary>Who enters leaders and whom they keep contact with: the Centre and the general liaison of the task force.</summary>
    public static bool MayKeep(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.IsCentre || actor.IsGeneralLiaison;
    }

    /// <summary>Whether such a leader keeps contact with such an enterprise: one of the town with each, one of the district with those of the district tier.</summary>
    public static bool Fits(LeaderLevel level, EnterpriseTier tier) => level == LeaderLevel.Town || tier == EnterpriseTier.District;

    /// <summary>Why a day is none of these; null where it is one.</summary>
    internal static Refusal? RefuseDay(DateOnly day, DateOnly today) =>
        day < First ? new Refusal("Leader.DayTooEarly", day, First)
        : day > today.AddDays(Reach) ? new Refusal("Leader.DayTooFar", day, today.AddDays(Reach))
        : null;
}
