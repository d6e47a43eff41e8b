namespace ServicePackage.Core.Tickets;

/// <summary>The type of a demand; sets its handling limit (plan §六(二)).</summary>
public enum TicketType
{
    /// <summary>咨询类.</summary>
    Consultation,

    /// <summary>协调类.</summary>
    Coordination,

    /// <summary>审批类.</summary>
    Approval,
}
