using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Roster;

/// <summary>What an act of the roster does to one firm, the same on publishing and during the year; as of today.</summary>
internal static class RosterActs
{
    /// <summary>
    /// Puts a firm on the roster of a year: a new one gets its file, one that left comes back, one that is on it stays, each under the name given and in the
    /// tier given. Refused as entering a file is.
    /// </summary>
    public static async Task<Outcome<RosterTurn>> TakeAsync(Operation op, Enterprise? enterprise, RosterDecision decision, CancellationToken cancellation)
    {
        if (enterprise is null)
        {
            var entered = await EnterpriseService.EnterAsync(op, new NewEnterpriseInput
            {
                Name = decision.Name,
                CreditCode = decision.CreditCode,
                Tier = decision.Tier,
                EconomicCityId = decision.EconomicCityId ?? 0,
                OnRosterFrom = op.Today,
            }, decision.Reason);
            if (!entered.Done)
            {
                return entered.Refusal!;
            }

            await RosterTelling.JoinedAsync(op, entered.Value, decision.Year, cancellation);
            return RosterTurn.Joined;
        }

        enterprise.Version++;
        var isFormer = await op.Db.EarlierNames.AnyAsync(n => n.EnterpriseId == enterprise.Id && n.Name == decision.Name, cancellation); // renamed since it was decided
        if (!isFormer && EnterpriseNaming.Rename(op, enterprise, decision.Name))
        {
            op.Note(enterprise, "RenameEnterprise");
        }

        if (EnterpriseScopes.IsOnRoster.Holds(enterprise, op.Today))
        {
            await RosterTurns.StayAsync(op, enterprise, decision.Year, decision.Tier, op.Today, decision.Reason);
            op.Note(enterprise, "StayOnRoster", new { decision.Year, decision.Tier, decision.Reason });
            return RosterTurn.Stayed;
        }

        RosterTurns.Join(op, enterprise, decision.Tier, op.Today, decision.Reason);
        op.Note(enterprise, "RejoinRoster", new { decision.Reason });
        await RosterTelling.JoinedAsync(op, enterprise, decision.Year, cancellation);
        return RosterTurn.Joined;
    }

    /// <summary>Takes an enterprise off the roster; its open demands go on.</summary>
    public static async Task LeaveAsync(Operation op, Enterprise enterprise, string reason, CancellationToken cancellation)
    {
        await RosterTurns.LeaveAsync(op, enterprise, op.Today, reason.Trim());
        enterprise.Version++;
        op.Note(enterprise, "LeaveRoster", new { Reason = reason.Trim() });
        await RosterTelling.LeftAsync(op, enterprise, reason.Trim(), cancellation);
    }
}

/// <summary>What became of a firm.</summary>
public enum RosterTurn
{
    /// <summary>It joined, or came back.</summary>
    Joined,

    /// <summary>It stayed.</summary>
    Stayed,

    /// <summary>It left.</summary>
    Left,

    /// <summary>It was not on it, and is not.</summary>
    NotTaken,
}
