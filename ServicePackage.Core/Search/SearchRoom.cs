using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Search;

/// <summary>What the search's room gives to the house.</summary>
public sealed class SearchRoom : IJobs
{
    /// <inheritdoc/>
    public IReadOnlyList<Job> Jobs { get; } =
        [Job.Of<SearchRenewal>("SearchRenewal", 7, TimeSpan.FromDays(1), (renewal, _, cancellation) => renewal.RunAsync(cancellation))];
}
