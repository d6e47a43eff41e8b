using System.Linq.Expressions;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Enterprises;

/// <summary>The room that knows which leaders keep contact with an enterprise 定点联系 (plan §二, §五(一)).</summary>
public interface ILeading : IRoom
{
    /// <summary>The leaders who keep contact with these enterprises today, the district's before the town's; none for one with whom nobody does.</summary>
    Task<IReadOnlyDictionary<long, IReadOnlyList<LeaderCard>>> LeadingAsync(Operation op, IReadOnlyCollection<long> enterpriseIds);

    /// <summary>The enterprises with whom the actor, as a leader, keeps contact today, for queries.</summary>
    Expression<Func<Enterprise, bool>> LedBy(Operation op);
}

/// <summary>Of which level a leader is.</summary>
public enum LeaderLevel
{
    /// <summary>区领导.</summary>
    District,

    /// <summary>镇领导.</summary>
    Town,
}

/// <summary>A leader who keeps contact with an enterprise.</summary>
/// <param name="LeaderId">The leader.</param>
/// <param name="Name">The name.</param>
/// <param name="Title">The office held, as it is written; may be empty.</param>
/// <param name="Level">Of the district or of the town.</param>
/// <param name="Phone">The telephone to call; may be empty.</param>
/// <param name="AccountId">The account; null for who has none.</param>
/// <param name="From">First day of it (Shanghai).</param>
/// <param name="Until">Last day of it (Shanghai); null where no end is fixed.</param>
public sealed record LeaderCard(long LeaderId, string Name, string Title, LeaderLevel Level, string Phone, long? AccountId, DateOnly From, DateOnly? Until);
