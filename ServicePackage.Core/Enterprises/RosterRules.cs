using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Enterprises;

/// <summary>How an enterprise leaves the roster and comes back (plan §二; docs/procedure.md).</summary>
internal static class RosterRules
{
    private static readonly DateOnly PlanBegins = new(2023, 1, 1);

    public static async Task<Refusal?> LeaveAsync(Operation op, Enterprise enterprise, RosterInput input)
    {
        if (enterprise.LeftRosterOn is { } left)
        {
            return new Refusal("Enterprise.LeftAlready", left);
        }

        if (Refuse(op, input) is { } refusal)
        {
            return refusal;
        }

        if (await RosterTurns.SinceAsync(op, enterprise) is var since && input.Day < since)
        {
            return new Refusal("Enterprise.BeforeJoining", since) { Field = nameof(RosterInput.Day) };
        }

        await RosterTurns.LeaveAsync(op, enterprise, input.Day!.Value, input.Reason.Trim());
        op.Note(enterprise, "LeaveRoster", new { Reason = input.Reason.Trim() });
        return null;
    }

    public static Refusal? Rejoin(Operation op, Enterprise enterprise, RosterInput input)
    {
        if (enterprise.LeftRosterOn is not { } left)
        {
            return new Refusal("Enterprise.OnRosterAlready", enterprise.OnRosterFrom);
        }

        if (Refuse(op, input) is { } refusal)
        {
            return refusal;
        }

        if (input.Day < left)
        {
            return new Refusal("Enterprise.BeforeLeaving", left) { Field = nameof(RosterInput.Day) };
        }

        RosterTurns.Join(op, enterprise, enterprise.Tier, input.Day!.Value, input.Reason.Trim());
        op.Note(enterprise, "RejoinRoster", new { Reason = input.Reason.Trim() });
        return null;
    }

    /// <summary>From today on it is in the other tier; off the roster, it would be.</summary>
    public static async Task ChangeTierAsync(Operation op, Enterprise enterprise, EnterpriseTier tier)
    {
        enterprise.Tier = tier;
        if (EnterpriseScopes.IsOnRoster.Holds(enterprise, op.Today))
        {
            await RosterTurns.StayAsync(op, enterprise, null, tier, op.Today, "");
        }
    }

    /// <summary>A day of the roster lies between the first year of the plan and today.</summary>
    public static Refusal? RefuseDay(DateOnly day, DateOnly today) =>
        day > today ? new Refusal("Enterprise.DayToCome", day, today)
        : day < PlanBegins ? new Refusal("Enterprise.DayTooEarly", day, PlanBegins)
        : null;

    private static Refusal? Refuse(Operation op, RosterInput input) =>
        new RosterValidator().Refuse(input)
        ?? (RefuseDay(input.Day!.Value, op.Today) is { } day ? day with { Field = nameof(input.Day) } : null);
}
