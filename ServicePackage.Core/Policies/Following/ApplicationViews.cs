using ServicePackage.Core.Operations;

namespace ServicePackage.Core.Policies;

/// <summary>Which applications a list shows.</summary>
public enum ApplicationShow
{
    All,

    /// <summary>Those that count as applied for, or as confirmed: all but the withdrawn.</summary>
    Counting,

    /// <summary>Those that wait for a decision.</summary>
    Undecided,

    /// <summary>Those that wait for the enterprise's consent.</summary>
    Offered,

    /// <summary>Granted, paid or not.</summary>
    Granted,

    /// <summary>Granted and not paid.</summary>
    Unpaid,

    Paid,

    /// <summary>Refused, or declined by the enterprise.</summary>
    Refused,

    Withdrawn,
}

/// <summary>Which applications.</summary>
public sealed record ApplicationFilter
{
    public ApplicationShow Show { get; init; }

    /// <summary>Begun in this year; null for all.</summary>
    public int? Year { get; init; }

    /// <summary>Under this clause; null for all.</summary>
    public long? ClauseId { get; init; }

    /// <summary>Of this enterprise; null for all.</summary>
    public long? EnterpriseId { get; init; }

    /// <summary>Under clauses that this unit carries out now; null for all.</summary>
    public long? UnitId { get; init; }

    /// <summary>Whether only those that wait for the reader's unit: to decide, or to pay.</summary>
    public bool Mine { get; init; }

    /// <summary>Rows before the page.</summary>
    public int Skip { get; init; }

    /// <summary>Rows of the page.</summary>
    public int Take { get; init; } = 50;
}

/// <summary>An application, as it is read.</summary>
public sealed record ApplicationRow
{
    public long Id { get; init; }

    public int Version { get; init; }

    public long EnterpriseId { get; init; }

    public string Enterprise { get; init; } = "";

    public long PolicyId { get; init; }

    public long ClauseId { get; init; }

    /// <summary>The number of the clause, as it stood when it was applied for.</summary>
    public string Number { get; init; } = "";

    public string Title { get; init; } = "";

    public string PolicyTitle { get; init; } = "";

    /// <summary>The number of the version it was made under.</summary>
    public int PolicyVersion { get; init; }

    /// <summary>Who carries the clause out now; null where that is nobody of the town.</summary>
    public PolicyUnit? Unit { get; init; }

    /// <summary>When it is paid, as the clause promises; in words.</summary>
    public string Promise { get; init; } = "";

    public ApplicationState State { get; init; }

    public bool WithoutApplication { get; init; }

    public DateOnly BegunOn { get; init; }

    public string BegunBy { get; init; } = "";

    public string Note { get; init; } = "";

    /// <summary>What was granted or is offered (yuan).</summary>
    public decimal? Amount { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public string? DecidedBy { get; init; }

    /// <summary>Whether the enterprise's side entered the decision, as it was told.</summary>
    public bool DecisionReported { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>What was paid (yuan).</summary>
    public decimal? PaidAmount { get; init; }

    public DateOnly? PaidOn { get; init; }

    public string? PaidBy { get; init; }

    /// <summary>Whether the enterprise's side entered the payment.</summary>
    public bool PaymentReported { get; init; }

    public DateOnly? WithdrawnOn { get; init; }

    public bool WithdrawnByAuthority { get; init; }

    public string? WithdrawnBy { get; init; }

    /// <summary>When it was corrected last (UTC).</summary>
    public DateTime? CorrectedAt { get; init; }

    public string? CorrectedBy { get; init; }

    public string CorrectedBecause { get; init; } = "";

    /// <summary>The steps the reader may take.</summary>
    public IReadOnlyList<ApplicationStep> Steps { get; init; } = [];

    /// <summary>Whether the reader may correct the last step, or take it back.</summary>
    public bool MayCorrect { get; init; }

    /// <summary>Whether the reader decides about it: the unit that carries the clause out, and the Centre.</summary>
    public bool IsDecider { get; init; }

    /// <summary>Whether the reader may open the enterprise's file.</summary>
    public bool IsEnterpriseVisible { get; init; }

    /// <summary>Whether the reader speaks for the enterprise: itself, or who serves it.</summary>
    public bool IsSpokenFor { get; init; }

    /// <summary>Granted with money that has not been paid.</summary>
    public bool IsUnpaid => State == ApplicationState.Granted && Amount is not null;

    /// <summary>Neither refused nor withdrawn nor paid.</summary>
    public bool IsOpen => State is ApplicationState.Applied or ApplicationState.Offered || IsUnpaid;

    /// <summary>How many days it has been granted and not paid; null where that is not so.</summary>
    public int? DaysUnpaid(DateOnly today) => IsUnpaid && DecidedOn is { } day ? today.DayNumber - day.DayNumber : null;
}

/// <summary>What a list of applications comes to, all its pages together.</summary>
/// <param name="Number">How many.</param>
/// <param name="Granted">How many of them were granted.</param>
/// <param name="GrantedMoney">What was granted (yuan).</param>
/// <param name="Paid">How many were paid.</param>
/// <param name="PaidMoney">What was paid (yuan).</param>
public sealed record ApplicationTotals(int Number, int Granted, decimal GrantedMoney, int Paid, decimal PaidMoney);

/// <summary>A page of applications, those that were begun last first; where they wait for the reader, those that wait longest.</summary>
/// <param name="Rows">The page.</param>
/// <param name="Totals">What all of them come to.</param>
/// <param name="Years">The years in which any was begun that the reader sees, the last first.</param>
/// <param name="Units">The units under whose clauses any was.</param>
/// <param name="Clause">The clause, where the list is of one.</param>
/// <param name="Today">The day it is read (Shanghai).</param>
public sealed record ApplicationList(Page<ApplicationRow> Rows, ApplicationTotals Totals, IReadOnlyList<int> Years, IReadOnlyList<PolicyUnit> Units, ListedClause? Clause, DateOnly Today);

/// <summary>The clause a list is of.</summary>
public sealed record ListedClause(long PolicyId, long ClauseId, string Number, string Title, string PolicyTitle);

/// <summary>How many applications wait for somebody, and since when.</summary>
/// <param name="ToDecide">For a decision by the reader's units.</param>
/// <param name="OldestToDecide">The day of the application that waits longest.</param>
/// <param name="ToPay">For payment by them.</param>
/// <param name="OldestToPay">The day on which the one that waits longest was granted.</param>
/// <param name="ToAgree">For the consent of the reader's enterprise.</param>
/// <param name="Today">The day it is read (Shanghai).</param>
public sealed record WaitingApplications(int ToDecide, DateOnly? OldestToDecide, int ToPay, DateOnly? OldestToPay, int ToAgree, DateOnly Today)
{
    /// <summary>Whether anything waits.</summary>
    public bool Any => ToDecide + ToPay + ToAgree > 0;
}
