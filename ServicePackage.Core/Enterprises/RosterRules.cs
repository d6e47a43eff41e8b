using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Enterprises;

/// <summary>How an enterprise leaves the roster and comes back (plan §二; docs/procedure.md).</summary>
internal static class RosterRules
{
    private static readonly DateOnly PlanBegins = new(2023, 1, 1);

    public static Refusal? Leave(Operation op, Enterprise enterprise, RosterInput input)
    {
        if (enterprise.LeftRosterOn is { } left)
        {
            return new Refusal("Enterprise.LeftAlready", left);
        }

        if (Refuse(op, input) is { } refusal)
        {
            return refusal;
        }

        if (input.Day < enterprise.OnRosterFrom)
        {
            return new Refusal("Enterprise.BeforeJoining", enterprise.OnRosterFrom) { Field = nameof(RosterInput.Day) };
        }

        enterprise.LeftRosterOn = input.Day;
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

        enterprise.OnRosterFrom = input.Day!.Value;
        enterprise.LeftRosterOn = null;
        op.Note(enterprise, "RejoinRoster", new { Reason = input.Reason.Trim() });
        return null;
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
