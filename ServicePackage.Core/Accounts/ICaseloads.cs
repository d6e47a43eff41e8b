using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Accounts;

/// <summary>A room in which people look after enterprises.</summary>
public interface ICaseloads : IRoom
{
    /// <summary>How many enterprises the person looks after there.</summary>
    Task<int> CaseloadAsync(Operation op, long accountId);
}
