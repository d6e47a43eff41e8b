namespace ServicePackage.Core.Tickets;

/// <summary>The levels of escalation.</summary>
public enum EscalationLevel
{
    /// <summary>Nothing yet.</summary>
    None = 0,

    /// <summary>临期.</summary>
    Approaching = 1,

    /// <summary>一级超期: at the breach.</summary>
    Breach = 2,

    /// <summary>二级超期.</summary>
    Second = 3,

    /// <summary>三级超期.</summary>
    Third = 4,
}
