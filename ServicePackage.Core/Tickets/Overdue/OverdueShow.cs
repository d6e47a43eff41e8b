namespace ServicePackage.Core.Tickets;

/// <summary>Which clocks the overdue board shows.</summary>
public enum OverdueShow
{
    /// <summary>Those past due.</summary>
    Overdue,

    /// <summary>Those past due, and those whose holder has been warned (临期).</summary>
    WithApproaching,

    /// <summary>Only those whose holder has been warned (临期).</summary>
    Approaching,

    /// <summary>Those that fell overdue since the first day of this month.</summary>
    NewThisMonth,

    /// <summary>The written replies owed (§六(四)), whether due or not.</summary>
    Replies,
}
