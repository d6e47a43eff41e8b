using ServicePackage.Core.Data;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.FollowUps;

/// <summary>
/// A room in which something can be open for an enterprise that whoever serves it is to look at. One rule says which reasons stand: by it a run is made, and what it no longer
/// finds was seen to.
/// </summary>
public interface IFollowUpReasons : IRoom
{
    /// <summary>The kinds of reason it says; no other room has them.</summary>
    IReadOnlyCollection<string> FollowUpKinds { get; }

    /// <summary>Which reasons stand at an instant (UTC) for some enterprises, in the same number of queries however many they are. There is no reader.</summary>
    Task<IReadOnlyList<FollowUpReason>> StandingAsync(AppDbContext db, DateTime at, IReadOnlyCollection<long> enterpriseIds, CancellationToken cancellation);

    /// <summary>By what reasons of its kinds that stand no more were seen to, in the same number of queries however many they are; none for one of which that is not known.</summary>
    Task<IReadOnlyDictionary<FollowUpKey, FollowUpDone>> DoneAsync(AppDbContext db, DateTime at, IReadOnlyCollection<FollowUpReason> gone, CancellationToken cancellation);
}
