using ServicePackage.Core.Data;

namespace ServicePackage.Core.Policies;

/// <summary>Which applications are open, wait for whom, and came to what, said once for queries and rows.</summary>
public static class ApplicationScopes
{
    /// <summary>Of which an enterprise has one a clause: neither refused nor withdrawn nor paid; what was granted without money is over.</summary>
    public static readonly Scope<ClauseApplication> IsOpen = new(a =>
        a.State == ApplicationState.Applied || a.State == ApplicationState.Offered || (a.State == ApplicationState.Granted && a.Amount != null));

    /// <summary>Waits for a decision.</summary>
    public static readonly Scope<ClauseApplication> IsUndecided = new(a => a.State == ApplicationState.Applied);

    /// <summary>Granted with money that has not been paid.</summary>
    public static readonly Scope<ClauseApplication> IsUnpaid = new(a => a.State == ApplicationState.Granted && a.Amount != null);

    /// <summary>Waits for the unit that carries the clause out: to decide, or to pay.</summary>
    public static readonly Scope<ClauseApplication> WaitsForUnit = new(a => a.State == ApplicationState.Applied || (a.State == ApplicationState.Granted && a.Amount != null));

    /// <summary>Paid.</summary>
    public static readonly Scope<ClauseApplication> IsPaid = new(a => a.State == ApplicationState.Paid);

    /// <summary>Granted, paid or not.</summary>
    public static readonly Scope<ClauseApplication> IsGranted = new(a => a.State == ApplicationState.Granted || a.State == ApplicationState.Paid);

    /// <summary>Counts as applied for, or as confirmed without that: all but the withdrawn.</summary>
    public static readonly Scope<ClauseApplication> Counts = new(a => a.State != ApplicationState.Withdrawn);

    /// <summary>Waits for the enterprise's consent, which it can still give.</summary>
    public static readonly Scope<ClauseApplication> IsOffer = new(a => a.State == ApplicationState.Offered && a.Clause.Policy.WithdrawnAt == null);

    /// <summary>Those that wait for the enterprise's consent.</summary>
    internal static IQueryable<ClauseApplication> Offers(this IQueryable<ClauseApplication> applications) => applications.Where(IsOffer.Rule);

    /// <summary>Refused by the unit, or declined by the enterprise that was offered it.</summary>
    public static readonly Scope<ClauseApplication> IsRefused = new(a => a.State == ApplicationState.Refused || a.State == ApplicationState.Declined);

    /// <summary>Those that a list is asked for.</summary>
    internal static IQueryable<ClauseApplication> Showing(this IQueryable<ClauseApplication> applications, ApplicationShow show) => show switch
    {
        ApplicationShow.All => applications,
        ApplicationShow.Counting => applications.Where(Counts.Rule),
        ApplicationShow.Undecided => applications.Where(IsUndecided.Rule),
        ApplicationShow.Offered => applications.Where(a => a.State == ApplicationState.Offered),
        ApplicationShow.Granted => applications.Where(IsGranted.Rule),
        ApplicationShow.Unpaid => applications.Where(IsUnpaid.Rule),
        ApplicationShow.Paid => applications.Where(IsPaid.Rule),
        ApplicationShow.Refused => applications.Where(IsRefused.Rule),
        ApplicationShow.Withdrawn => applications.Where(a => a.State == ApplicationState.Withdrawn),
        _ => throw new ArgumentOutOfRangeException(nameof(show), show, null),
    };
}
