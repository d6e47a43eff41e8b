using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Roster;

/// <summary>Reads rows of the roster.</summary>
internal static class RosterQueries
{
    /// <summary>The last day of the year before a day's.</summary>
    public static DateOnly LastDayBefore(DateOnly day) => new DateOnly(day.Year, 1, 1).AddDays(-1);

    /// <summary>Those that joined in the year of the day, up to it.</summary>
    public static IQueryable<RosterMembership> JoinedBy(this IQueryable<RosterMembership> rows, DateOnly day)
    {
        var first = new DateOnly(day.Year, 1, 1);
        return rows.Where(m => !m.Continues && m.Joined >= first && m.Joined <= day);
    }

    /// <summary>Those that left in the year of the day, up to it.</summary>
    public static IQueryable<RosterMembership> LeftBy(this IQueryable<RosterMembership> rows, DateOnly day)
    {
        var first = new DateOnly(day.Year, 1, 1);
        return rows.Where(m => !m.Continued && m.Left >= first && m.Left <= day);
    }

    /// <summary>The rows that the actor sees and the filter leaves, by name, with the tier of the year before.</summary>
    public static async Task<IQueryable<RosterRow>> RosterRowsAsync(this Operation op, RosterReadFilter filter, CancellationToken cancellation)
    {
        var day = filter.Day ?? op.Today;
        var rows = op.Db.RosterMemberships.VisibleTo(op);
        rows = filter.Show switch
        {
            RosterShow.Joined => rows.JoinedBy(day),
            RosterShow.Left => rows.LeftBy(day),
            _ => rows.HoldingOn(day),
        };
        rows = rows.Where(m => filter.Tier == null || m.Tier == filter.Tier);
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var named = (await op.Db.Enterprises.VisibleTo(op).NamedAsync(filter.Text, CreditCode.Normalise(filter.Text), cancellation)).Select(e => e.Id);
            rows = rows.Where(m => named.Contains(m.EnterpriseId));
        }

        var before = op.Db.RosterMemberships.VisibleTo(op).HoldingOn(LastDayBefore(day));
        return rows.OrderBy(m => m.Enterprise.SortKey).ThenBy(m => m.Id).Select(m => new RosterRow(
            m.EnterpriseId, m.Enterprise.Version, m.Enterprise.Name, m.Enterprise.CreditCode, m.Enterprise.EconomicCity.Name, m.Enterprise.EconomicCity.EnglishName,
            m.Year, m.Tier, m.Joined, m.Continues, m.Left <= day ? m.Left : null, m.JoinReason, m.Left <= day ? m.LeaveReason : "",
            before.Where(b => b.EnterpriseId == m.EnterpriseId).Select(b => (EnterpriseTier?)b.Tier).FirstOrDefault()));
    }
}
