using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Enterprises;

/// <summary>
/// The one way in which an enterprise comes to a place on the roster and leaves it: the row of the year and the present dates of the enterprise are written
/// together. What ends is saved before what takes its place, so that at most one row is open.
/// </summary>
internal static class RosterTurns
{
    /// <summary>A new enterprise, of its own tier, from its day on.</summary>
    public static RosterMembership Begin(Operation op, Enterprise enterprise, string reason = "")
    {
        var begun = Row(enterprise, enterprise.OnRosterFrom.Year, enterprise.Tier, enterprise.OnRosterFrom, reason);
        op.Db.RosterMemberships.Add(begun);
        return begun;
    }

    /// <summary>An enterprise that was on it before comes back from this day on.</summary>
    public static void Join(Operation op, Enterprise enterprise, EnterpriseTier tier, DateOnly day, string reason)
    {
        (enterprise.OnRosterFrom, enterprise.LeftRosterOn, enterprise.Tier) = (day, null, tier);
        Begin(op, enterprise, reason);
    }

    /// <summary>It leaves from this day on.</summary>
    public static async Task LeaveAsync(Operation op, Enterprise enterprise, DateOnly day, string reason)
    {
        var open = await OpenAsync(op, enterprise);
        (open.Left, open.LeaveReason) = (day, reason);
        enterprise.LeftRosterOn = day;
    }

    /// <summary>It stays, on the roster of this year (null: of the same) and in this tier from this day on; the day on which it joined stays the same.</summary>
    public static async Task StayAsync(Operation op, Enterprise enterprise, int? year, EnterpriseTier tier, DateOnly day, string reason)
    {
        var open = await OpenAsync(op, enterprise);
        enterprise.Tier = tier;
        if (open.Joined >= day)
        {
            (open.Year, open.Tier, open.JoinReason) = (year ?? open.Year, tier, reason.Length > 0 ? reason : open.JoinReason); // it came today: nobody is on two tiers on one day
            return;
        }

        (open.Left, open.Continued) = (day, true);
        await op.SaveAsync();
        var next = Row(enterprise, year ?? open.Year, tier, day, reason);
        next.Continues = true;
        op.Db.RosterMemberships.Add(next);
    }

    /// <summary>The first day of the row that is open; it cannot be left before.</summary>
    public static async Task<DateOnly> SinceAsync(Operation op, Enterprise enterprise) => (await OpenAsync(op, enterprise)).Joined;

    /// <summary>Its open row; made of its dates where there is none.</summary>
    private static async Task<RosterMembership> OpenAsync(Operation op, Enterprise enterprise) =>
        op.Db.RosterMemberships.Local.FirstOrDefault(m => m.Enterprise == enterprise && m.Left is null)
        ?? await op.Db.RosterMemberships.FirstOrDefaultAsync(m => m.EnterpriseId == enterprise.Id && m.Left == null)
        ?? Begin(op, enterprise);

    private static RosterMembership Row(Enterprise enterprise, int year, EnterpriseTier tier, DateOnly joined, string reason) =>
        new() { Enterprise = enterprise, Year = year, Tier = tier, Joined = joined, JoinReason = reason.Trim() };
}
