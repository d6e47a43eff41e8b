using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Accounts;

/// <summary>The doors of the accounts' room.</summary>
public static class AccountDoors
{
    /// <summary>The accounts.</summary>
    public static Door Accounts { get; } = new("Accounts", op => op.Actor.IsAdministrator);
}
