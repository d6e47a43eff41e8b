using ServicePackage.Core.Conditions;
using ServicePackage.Core.Policies;

namespace ServicePackage.Core.Packages;

/// <summary>Makes of clauses beside an enterprise what its package says of them.</summary>
internal static class PackageClauses
{
    /// <summary>The group in which a clause stands; null for what does not come into a package.</summary>
    public static PackageGroup? GroupOf(Eligibility eligibility) => eligibility switch
    {
        Eligibility.Met => PackageGroup.Met,
        Eligibility.ToVerify => PackageGroup.ToVerify,
        Eligibility.Near => PackageGroup.WithinReach,
        Eligibility.Undecided or Eligibility.NotMet => null,
        _ => throw new ArgumentOutOfRangeException(nameof(eligibility), eligibility, null),
    };

    /// <summary>A clause as the package says it; without its sentences where only what makes packages the same is asked.</summary>
    public static PackageClause Of(ClauseMatch match, PackageGroup group, PackageChoice? choice, bool isAppliedFor, DateOnly day, bool inWords)
    {
        var window = match.Windows.Telling(day);
        return new PackageClause
        {
            PolicyId = match.PolicyId,
            ClauseId = match.ClauseId,
            Group = group,
            Number = match.Number,
            Title = match.Title,
            PolicyTitle = match.Policy.Title,
            DocumentNumber = match.Policy.DocumentNumber,
            Level = match.Policy.Level,
            Benefit = match.Benefit,
            Amount = inWords && IsPaid(match) && match.Estimate is { } estimate ? Said.Of(() => BenefitWording.Amount(estimate)) : null,
            Yuan = IsPaid(match) ? match.Estimate : null,
            Unit = match.Unit is { } unit ? new Said(unit.Name, unit.EnglishName) : null,
            Personalised = match.Personalised,
            WithoutApplication = match.WithoutApplication,
            Window = match.Windows.StateOn(day),
            WindowFrom = window?.From,
            WindowUntil = window?.Until,
            Missing = inWords ? Missing(match, group, day) : [],
            Reasons = !inWords ? [] : [.. match.Deciding.Select(f => new PackageReason(f.Truth, Said.Of(() => FindingWording.Line(f, day)))).DistinctBy(r => r.Text.Chinese)],
            ValidityUnknown = match.Policy.ValidityUnknown,
            ToConfirm = match.Policy.ToConfirm,
            IsDemo = match.Policy.IsDemo,
            IsPutForward = choice is { Place: PackagePlace.PutForward },
            Word = choice is { Place: not PackagePlace.LeftOut } ? choice.Word : "",
            Choice = choice?.Version ?? 0,
            IsAppliedFor = isAppliedFor,
        };
    }

    /// <summary>By group; in each what was put forward first, then what can be applied for, what closes first before.</summary>
    public static IEnumerable<PackageClause> InOrder(IEnumerable<PackageClause> clauses) => clauses
        .OrderBy(c => c.Group).ThenByDescending(c => c.IsPutForward).ThenBy(c => c.Window).ThenBy(c => c.WindowUntil ?? DateOnly.MaxValue).ThenBy(c => c.WindowFrom ?? DateOnly.MaxValue).ThenBy(c => c.ClauseId);

    private static IReadOnlyList<Said> Missing(ClauseMatch match, PackageGroup group, DateOnly day) => group switch
    {
        PackageGroup.Met => [],
        PackageGroup.ToVerify => [.. match.Deciding.SelectMany(f => f.Whole()).Where(f => f.Truth == Truth.Unknown).Select(f => f.Of).OfType<Judged>()
            .Select(j => j.Question).Distinct().Select(q => new Said(q, ""))],
        PackageGroup.WithinReach => [.. (match.Near?.Leaves ?? []).Select(f => Said.Of(() => FindingWording.Line(f, day))).DistinctBy(m => m.Chinese)],
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, null),
    };

    private static bool IsPaid(ClauseMatch match) => match.Terms is { Kind: not BenefitKind.NoMoney };
}
