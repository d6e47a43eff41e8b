using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ServicePackage.Core.Data;

/// <summary>Tells that somebody else saved in between from any other failure.</summary>
public static class LostRace
{
    /// <summary>Whether the change broke on a version, on a unique value, or on two transactions waiting for each other.</summary>
    public static bool Is(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException update when UniqueViolation.Is(update) => true,
        PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected } => true,
        { InnerException: { } inner } => Is(inner),
        _ => false,
    };
}
