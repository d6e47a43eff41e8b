using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Tickets;

namespace ServicePackage.Core.Butlers;

/// <summary>
/// A contact (联系) with an enterprise, planned or held (plan §五(六)). A planned one has a day and becomes held when it is recorded;
/// an enterprise has at most one that is planned, kept by a unique index.
/// </summary>
public sealed class Contact : IHistoried
{
    public long Id { get; set; }

    public long EnterpriseId { get; set; }

    public Enterprise Enterprise { get; set; } = null!;

    /// <summary>Who held it, or means to hold it.</summary>
    public long AccountId { get; set; }

    /// <summary>Who held it, or means to hold it.</summary>
    public Account Account { get; set; } = null!;

    public ContactWay Way { get; set; }

    /// <summary>The day (Shanghai) it was held, or is planned for.</summary>
    public DateOnly Day { get; set; }

    /// <summary>The day it was planned for; null where it was held without a plan.</summary>
    public DateOnly? PlannedDay { get; set; }

    /// <summary>When it was held (UTC); null while planned.</summary>
    public DateTime? HeldAt { get; set; }

    /// <summary>When the plan was given up (UTC).</summary>
    public DateTime? GivenUpAt { get; set; }

    public string WithWhom { get; set; } = "";

    /// <summary>What it is to be about, while planned.</summary>
    public string Purpose { get; set; } = "";

    public string Said { get; set; } = "";

    /// <summary>The demand whose answer was asked for; null for a contact of its own.</summary>
    public long? TicketId { get; set; }

    /// <summary>The demand whose answer was asked for.</summary>
    public Ticket? Ticket { get; set; }

    public long RecordedById { get; set; }

    /// <summary>When it was entered last (UTC).</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>Raised by every change; a stale save is refused.</summary>
    public int Version { get; set; }

    string IHistoried.Subject => nameof(Enterprise);

    long IHistoried.SubjectId => EnterpriseId;
}

/// <summary>How one was in contact with an enterprise.</summary>
public enum ContactWay
{
    /// <summary>上门走访.</summary>
    Visit,

    /// <summary>电话.</summary>
    Telephone,

    /// <summary>线上.</summary>
    Online,

    /// <summary>座谈会议.</summary>
    Meeting,
}
