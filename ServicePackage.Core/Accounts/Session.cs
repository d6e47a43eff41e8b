namespace ServicePackage.Core.Accounts;

/// <summary>A signed-in session. Ending the row ends the session everywhere: each command re-reads it.</summary>
public sealed class Session
{
    /// <summary>Key; carried by the cookie.</summary>
    public Guid Id { get; set; }

    public long AccountId { get; set; }

    /// <summary>When it began (UTC, real time).</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>When it was last renewed (UTC, real time).</summary>
    public DateTime LastSeenAt { get; set; }

    /// <summary>When it ended (UTC, real time); null while open.</summary>
    public DateTime? EndedAt { get; set; }
}

/// <summary>Why a session ended.</summary>
public enum SessionEnd
{
    /// <summary>Signed out or ended in another place, or the password was changed there.</summary>
    Elsewhere,

    /// <summary>Nobody worked for <see cref="SessionService.Idle"/>.</summary>
    Idle,

    /// <summary>It had lasted for <see cref="SessionService.Longest"/>.</summary>
    TooLong,

    /// <summary>The account was disabled.</summary>
    Disabled,
}
