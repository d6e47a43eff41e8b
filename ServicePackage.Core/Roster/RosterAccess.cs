using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Roster;

/// <summary>
/// Who reads what of the making of the roster, and who acts (plan §四(二), §七(二)). A proposer reads its own nominations; the Centre and the town leaders all;
/// an enterprise none. The Centre alone decides. Who is on the roster is read with the enterprises one sees.
/// </summary>
public static class RosterAccess
{
    /// <summary>Those of the actor's organisations; all for the Centre and the town leaders.</summary>
    public static IQueryable<Nomination> VisibleTo(this IQueryable<Nomination> nominations, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var (all, own) = (op.Actor.SeesEverything, op.Actor.UnitIds);
        return nominations.Where(n => all || own.Contains(n.OrganisationId));
    }

    /// <summary>Those who choose, and the town leaders.</summary>
    public static IQueryable<RosterDecision> VisibleTo(this IQueryable<RosterDecision> decisions, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var all = op.Actor.SeesEverything;
        return decisions.Where(_ => all);
    }

    /// <summary>Whether the actor proposes for this organisation: its people, and the Centre for anybody.</summary>
    internal static bool MayPropose(Actor actor, long organisationId) => actor.IsCentre || actor.UnitIds.Contains(organisationId);

    /// <summary>Whether the actor proposes at all.</summary>
    internal static bool MayPropose(Actor actor) => actor.IsCentre || actor.UnitIds.Count > 0;

    /// <summary>Whether the actor reads the roster: the town's own people and the administrator, each of the enterprises they see.</summary>
    internal static bool MayRead(Actor actor) => actor.EnterpriseId is null && (actor.MeetsDemands || actor.IsAdministrator);

    /// <summary>Who may not choose: a town leader may not, for others it does not exist.</summary>
    internal static Refusal? RefuseChoosing(Actor actor) => actor.IsCentre ? null : actor.SeesEverything ? Refusal.NotAllowed : Refusal.NotFound;

    /// <summary>The year, to be changed; refused where its nominations were never opened, or the copy is an earlier one.</summary>
    internal static async Task<Outcome<RosterYear>> YearAsync(this Operation op, int year, int? version, CancellationToken cancellation) =>
        await op.Db.RosterYears.FirstOrDefaultAsync(y => y.Year == year, cancellation) is not { } found ? new Refusal("Roster.NotOpened", RosterLimits.Of(year))
        : version is { } seen && found.Version != seen ? Refusal.Stale
        : found;

    /// <summary>The last year whose nominations were opened; the present one where none were.</summary>
    internal static async Task<int> LatestYearAsync(this Operation op, CancellationToken cancellation) =>
        await op.Db.RosterYears.MaxAsync(y => (int?)y.Year, cancellation) ?? op.Today.Year;
}
