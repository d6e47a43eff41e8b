using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Roster;

/// <summary>A firm for which the published roster could not follow the decision.</summary>
/// <param name="Name">The firm.</param>
/// <param name="Reason">Why.</param>
public sealed record UnfollowedDecision(string Name, Refusal Reason);

/// <summary>What publishing came to.</summary>
/// <param name="Joined">Firms that joined or came back.</param>
/// <param name="Stayed">Firms that stayed.</param>
/// <param name="Left">Firms that left.</param>
/// <param name="Failed">Those for which it could not be done; the others are done.</param>
public sealed record RosterPublished(int Joined, int Stayed, int Left, IReadOnlyList<UnfollowedDecision> Failed);

/// <summary>Publishes the roster of a year (plan §二, §七(二)). The Centre alone.</summary>
public sealed class RosterPublishing(OperationRunner operations)
{
    /// <summary>
    /// Publishes it from today on, then lets each firm join, stay or leave by an act of its own: where one fails the others go on, and publishing again does what is
    /// left. <paramref name="progress"/> is told how many are done. Refused: who may not choose; Roster.NotChoosing; a year that has not begun; firms
    /// without a decision; stale.
    /// </summary>
    public async Task<Outcome<RosterPublished>> PublishAsync(Caller caller, Guid commandId, RosterYearAct act, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(act);
        var begun = await operations.ChangeAsync<List<string>>(caller, commandId, op => BeginAsync(op, act, cancellation), cancellation);
        if (!begun.Done)
        {
            return begun.Refusal!;
        }

        var (turns, failed) = (new List<RosterTurn>(), new List<UnfollowedDecision>());
        foreach (var code in begun.Value)
        {
            var name = code;
            var turn = await operations.ChangeAsync<RosterTurn>(caller, Guid.NewGuid(), async op =>
            {
                var decision = await op.Db.RosterDecisions.VisibleTo(op).FirstAsync(d => d.Year == act.Year && d.CreditCode == code, cancellation);
                name = decision.Name;
                return await FollowAsync(op, decision, cancellation);
            }, cancellation);
            if (turn.Done)
            {
                turns.Add(turn.Value);
            }
            else
            {
                failed.Add(new UnfollowedDecision(name, turn.Refusal!));
            }

            progress?.Report(turns.Count + failed.Count);
        }

        return new RosterPublished(turns.Count(t => t == RosterTurn.Joined), turns.Count(t => t == RosterTurn.Stayed), turns.Count(t => t == RosterTurn.Left), failed);
    }

    /// <summary>Marks the year as published, where it is not, and gives the firms that are still to follow, those that leave first.</summary>
    private static async Task<Outcome<List<string>>> BeginAsync(Operation op, RosterYearAct act, CancellationToken cancellation)
    {
        if (RosterAccess.RefuseChoosing(op.Actor) is { } refusal)
        {
            return refusal;
        }

        var found = await op.YearAsync(act.Year, act.Version, cancellation);
        if (!found.Done)
        {
            return found.Refusal!;
        }

        var year = found.Value;
        if (year.Year != op.Today.Year)
        {
            return new Refusal("Roster.NotThisYear", RosterLimits.Of(year.Year));
        }

        if (year.State == RosterYearState.Choosing)
        {
            if (await RefuseAsync(op, year, cancellation) is { } early)
            {
                return early;
            }

            (year.State, year.PublishedAt, year.PublishedOn) = (RosterYearState.Published, op.Now, op.Today);
            year.Version++;
            op.Note(year, "PublishRoster");
        }
        else if (year.State != RosterYearState.Published)
        {
            return new Refusal("Roster.NotChoosing", RosterLimits.Of(year.Year));
        }

        return await op.Db.RosterDecisions.VisibleTo(op).Where(d => d.Year == act.Year && d.AppliedAt == null).OrderBy(d => d.Taken).ThenBy(d => d.Id).Select(d => d.CreditCode).ToListAsync(cancellation);
    }

    private static async Task<Refusal?> RefuseAsync(Operation op, RosterYear year, CancellationToken cancellation)
    {
        var candidates = await Candidates.OfAsync(op, year.Year, null, cancellation);
        return candidates.Count(c => c.Decision is null) is > 0 and var open ? new Refusal("Roster.Undecided", open)
            : candidates.All(c => c.Decision is not { Taken: true }) ? new Refusal("Roster.NobodyTaken")
            : null;
    }

    private static async Task<Outcome<RosterTurn>> FollowAsync(Operation op, RosterDecision decision, CancellationToken cancellation)
    {
        if (decision.AppliedAt is not null)
        {
            return RosterTurn.NotTaken; // followed by another publishing meanwhile
        }

        decision.AppliedAt = op.Now;
        decision.Version++;
        var enterprise = await op.Db.Enterprises.VisibleTo(op).FirstOrDefaultAsync(e => e.CreditCode == decision.CreditCode, cancellation);
        if (decision.Taken)
        {
            return await RosterActs.TakeAsync(op, enterprise, decision, cancellation);
        }

        if (enterprise is null || !EnterpriseScopes.IsOnRoster.Holds(enterprise, op.Today))
        {
            return RosterTurn.NotTaken;
        }

        await RosterActs.LeaveAsync(op, enterprise, decision.Reason, cancellation);
        return RosterTurn.Left;
    }
}
