using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Accounts;

/// <summary>The signed-in person as the frame of the screens shows them. Shows and hides; allows nothing.</summary>
/// <param name="Caller">What pages pass to the domain.</param>
/// <param name="Name">The person's name.</param>
/// <param name="EnterpriseId">The enterprise the person speaks for; null for the town's own people.</param>
/// <param name="EnterpriseName">Its name.</param>
/// <param name="Posts">The posts held, with the names of their organisations.</param>
/// <param name="UnreadNotices">How many notices wait to be read.</param>
/// <param name="Today">Today in Shanghai.</param>
/// <param name="TodayKind">What kind of day it is in the working calendar.</param>
/// <param name="Opens">The names of the doors that open for the person.</param>
public sealed record Me(
    Caller Caller,
    string Name,
    long? EnterpriseId,
    string? EnterpriseName,
    IReadOnlyList<MyPost> Posts,
    int UnreadNotices,
    DateOnly Today = default,
    DayKind TodayKind = DayKind.Workday,
    IReadOnlyList<string>? Opens = null)
{
    /// <summary>Speaks for an enterprise.</summary>
    public bool IsEnterprise => EnterpriseId is not null;

    /// <summary>The names of the doors that open for the person.</summary>
    public IReadOnlyList<string> Opens { get; init; } = Opens ?? [];

    /// <summary>Whether the person may open this.</summary>
    public bool MayOpen(Door door)
    {
        ArgumentNullException.ThrowIfNull(door);
        return Opens.Contains(door.Name);
    }

    /// <summary>Works at the industry centre.</summary>
    public bool IsCentre => Holds(PostKind.Dispatcher) || Holds(PostKind.CentreLead);

    /// <summary>Is a town leader.</summary>
    public bool IsTownLeader => Holds(PostKind.TownLeader) || Holds(PostKind.GeneralLiaison);

    /// <summary>Administers accounts.</summary>
    public bool IsAdministrator => Holds(PostKind.Administrator);

    /// <summary>Reads the audit log with its values.</summary>
    public bool IsAuditor => Holds(PostKind.Auditor);

    /// <summary>Works in a unit, department or economic city that handles demands.</summary>
    public bool IsUnit => Posts.Any(p => p.OrganisationKind.Handles());

    /// <summary>Whether the person holds this post anywhere.</summary>
    public bool Holds(PostKind kind) => Posts.Any(p => p.Kind == kind);

    /// <summary>Whether the two say the same, post by post and door by door.</summary>
    public bool Equals(Me? other) =>
        other is not null
        && (Caller, Name, EnterpriseId, EnterpriseName, UnreadNotices, Today, TodayKind)
            == (other.Caller, other.Name, other.EnterpriseId, other.EnterpriseName, other.UnreadNotices, other.Today, other.TodayKind)
        && Posts.SequenceEqual(other.Posts)
        && Opens.SequenceEqual(other.Opens);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Caller, Name, EnterpriseId, UnreadNotices, Today, Posts.Count);
}

/// <summary>A post of the signed-in person.</summary>
/// <param name="Kind">Which post.</param>
/// <param name="OrganisationId">Where.</param>
/// <param name="OrganisationName">The organisation's name.</param>
/// <param name="OrganisationEnglishName">Its English name; empty where it has none.</param>
/// <param name="OrganisationKind">The organisation's part in the procedure.</param>
public sealed record MyPost(PostKind Kind, long OrganisationId, string OrganisationName, string OrganisationEnglishName, OrganisationKind OrganisationKind);
