using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Policies;

/// <summary>The place of a policy is asked before what a clause of it asks: whoever is registered elsewhere is never met.</summary>
public static class PlaceFirst
{
    /// <summary>The fact that says where an enterprise is registered.</summary>
    public const string RegisteredAt = "reg_place";

    /// <summary>A condition with the place (a division code) before it; the condition alone where the policy is for the whole country or names no place.</summary>
    public static Condition? Before(string place, Condition? condition)
    {
        ArgumentNullException.ThrowIfNull(place);
        return condition is null || place.Length == 0 || place == Divisions.Country ? condition : new AllOf([new CodeLeaf(RegisteredAt, [place]), condition]);
    }
}
