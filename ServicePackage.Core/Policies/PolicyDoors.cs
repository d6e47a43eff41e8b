using ServicePackage.Core.Accounts;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Policies;

/// <summary>The doors of the policies' room.</summary>
public static class PolicyDoors
{
    /// <summary>The library: everybody who is signed in.</summary>
    public static Door Policies { get; } = new("Policies", _ => true);

    /// <summary>The clauses beside the person's own enterprise.</summary>
    public static Door OwnPolicies { get; } = new("OwnPolicies", op => op.Actor.EnterpriseId is not null);

    /// <summary>What the policies ask of whoever serves enterprises.</summary>
    public static Door Served { get; } = new("ServedPolicies", ServedMatchService.MayOpenAsync);

    /// <summary>Drafts and their review, and the clauses still to be put in plain words.</summary>
    public static Door Drafts { get; } = new("PolicyDrafts", op => PolicyAccess.MayDraft(op.Actor));

    /// <summary>What was applied for: the Centre, the town leaders, and the people of units; enterprises find theirs among their policies.</summary>
    public static Door Applications { get; } = new("Applications", op => SeesTakeUp(op.Actor));

    /// <summary>What became of the clauses.</summary>
    public static Door TakeUp { get; } = new("TakeUp", op => SeesTakeUp(op.Actor));

    /// <summary>Whether the actor reads what became of the clauses: of all, or of those that their units carry out.</summary>
    internal static bool SeesTakeUp(Actor actor) => actor.SeesEverything || actor.UnitIds.Count > 0;
}
