using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Accounts;

/// <summary>What the accounts' room gives to the house.</summary>
public sealed class AccountRoom : IDoors
{
    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } = [AccountDoors.Accounts];
}
