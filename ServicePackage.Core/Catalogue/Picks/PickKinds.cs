namespace ServicePackage.Core.Catalogue;

/// <summary>Where a pick stands.</summary>
public enum PickState
{
    /// <summary>Asked for; waits for the provider's answer.</summary>
    Asked,

    /// <summary>The provider has taken it on.</summary>
    Accepted,

    /// <summary>The provider has declined it.</summary>
    Declined,

    /// <summary>The service was given.</summary>
    Delivered,

    /// <summary>The enterprise has rated it.</summary>
    Rated,

    /// <summary>The enterprise has taken it back before it was given.</summary>
    Withdrawn,
}

/// <summary>What can be done with a pick.</summary>
public enum PickStep
{
    Accept,

    Decline,

    Deliver,

    Rate,

    Withdraw,

    /// <summary>The Centre has seen to a bad rating.</summary>
    FollowUp,
}

/// <summary>On which sides of a pick somebody stands.</summary>
[Flags]
public enum PickSide
{
    None = 0,

    /// <summary>The enterprise itself.</summary>
    Enterprise = 1,

    /// <summary>The provider: its people, and the Centre where it has none with an account.</summary>
    Provider = 2,

    Centre = 4,
}
