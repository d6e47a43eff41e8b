using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Policies;

/// <summary>The doors of the policies' room.</summary>
public static class PolicyDoors
{
    /// <summary>The library: everybody who is signed in.</summary>
    public static Door Policies { get; } = new("Policies", _ => true);

    /// <summary>The clauses beside the person's own enterprise.</summary>
    public static Door OwnPolicies { get; } = new("OwnPolicies", op => op.Actor.EnterpriseId is not null);

    /// <summary>Drafts and their review, and the clauses still to be put in plain words.</summary>
    public static Door Drafts { get; } = new("PolicyDrafts", op => PolicyAccess.MayDraft(op.Actor));
}
