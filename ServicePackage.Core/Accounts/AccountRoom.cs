using ServicePackage.Core.History;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Accounts;

/// <summary>What the accounts' room gives to the house.</summary>
public sealed class AccountRoom : IDoors, IJobs, IRecords
{
    /// <inheritdoc/>
    public IReadOnlyList<Door> Doors { get; } = [AccountDoors.Accounts];

    /// <inheritdoc/>
    public IReadOnlyList<Job> Jobs { get; } =
        [Job.Of<SessionService>("SessionSweep", 5, TimeSpan.FromDays(1), (sessions, asOf, cancellation) => sessions.SweepAsync(asOf, cancellation), onRealTime: true)];

    /// <inheritdoc/>
    public IReadOnlyList<RecordedKind> Recorded { get; } =
    [
        new NamedKind(nameof(Account), op => op.Db.Users.Select(a => new RecordedName { Id = a.Id, Name = a.DisplayName }),
            "Create", "SetPosts", "Disable", "Enable", "ResetPassword", "ChangePassword", "EndSession", "EndSessions"),
    ];
}
