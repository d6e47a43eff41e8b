using System.Linq.Expressions;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Enterprises;

/// <summary>The room that knows who serves an enterprise.</summary>
public interface IServing : IRoom
{
    /// <summary>The cards of those who serve these enterprises now; none for one whom nobody serves.</summary>
    Task<IReadOnlyDictionary<long, ButlerCard>> ServingAsync(Operation op, IReadOnlyCollection<long> enterpriseIds);

    /// <summary>The enterprises that the actor serves by name, or covers today, for queries.</summary>
    Expression<Func<Enterprise, bool>> ServedBy(Operation op);

    /// <summary>Whether the actor may name who serves an enterprise; <paramref name="isFirst"/> where nobody is named yet.</summary>
    bool MayAssign(Actor actor, bool isFirst);
}
