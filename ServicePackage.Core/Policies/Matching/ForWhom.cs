using ServicePackage.Core.Conditions;

namespace ServicePackage.Core.Policies;

/// <summary>For whom a clause is: those that meet its condition where its policy applies, those that it names, or those it names that meet it.</summary>
/// <param name="Asks">The condition, the place before it; null where nothing is asked but to be named.</param>
/// <param name="NamedBy">Key of the row that names them; null where it is for all.</param>
internal sealed record ForWhom(Condition? Asks, long? NamedBy)
{
    /// <summary>As the row of a clause says it. Null where there is no condition that can be weighed, nor anybody named in its place, so that nobody can say.</summary>
    public static ForWhom? Of(string place, string? condition, bool personalised, long row) =>
        PlaceFirst.Before(place, ConditionJson.Weighable(condition)) is var asks && (asks is not null || (personalised && condition is null))
            ? new(asks, personalised ? row : null) : null;
}
