namespace ServicePackage.Core.Tickets;

/// <summary>What supervisors have done about a demand, as the overdue board filters by it (plan §五(四)).</summary>
public enum OverdueUrging
{
    /// <summary>Neither urged nor reminded.</summary>
    Untouched,

    /// <summary>Urged (督办); the answer is awaited and not yet due.</summary>
    Awaited,

    /// <summary>Urged; the answer is overdue.</summary>
    Unanswered,

    /// <summary>Urged, and every urge is answered.</summary>
    Answered,

    /// <summary>Reminded (催办), urged or not.</summary>
    Reminded,
}
