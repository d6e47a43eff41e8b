namespace ServicePackage.Core.Tickets;

/// <summary>Why a demand is ended without a result.</summary>
public enum EndReason
{
    /// <summary>企业已注销: the enterprise is dissolved.</summary>
    Dissolved,

    /// <summary>企业已退出名单: it has left the roster.</summary>
    OffRoster,
}
