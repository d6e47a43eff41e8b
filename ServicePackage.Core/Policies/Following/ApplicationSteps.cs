namespace ServicePackage.Core.Policies;

/// <summary>Where an application stands.</summary>
public enum ApplicationState
{
    /// <summary>已申报: it waits for a decision.</summary>
    Applied,

    /// <summary>待企业确认: the unit has confirmed it without an application; it waits for the enterprise's consent.</summary>
    Offered,

    /// <summary>已核准: with an amount, or without one where it is no money.</summary>
    Granted,

    /// <summary>未核准.</summary>
    Refused,

    /// <summary>已兑付.</summary>
    Paid,

    /// <summary>已撤回.</summary>
    Withdrawn,

    /// <summary>企业不享受: the enterprise does not want what it was offered.</summary>
    Declined,
}

/// <summary>What can happen to an application that was begun.</summary>
public enum ApplicationStep
{
    /// <summary>核准.</summary>
    Grant,

    /// <summary>不予核准.</summary>
    Refuse,

    /// <summary>兑付.</summary>
    Pay,

    /// <summary>撤回.</summary>
    Withdraw,

    /// <summary>同意享受: the enterprise's consent to what it was offered.</summary>
    Agree,

    /// <summary>不享受.</summary>
    Decline,
}

/// <summary>On which side of an application somebody stands.</summary>
[Flags]
public enum ApplicationSide
{
    None = 0,

    /// <summary>The enterprise itself, and who serves it.</summary>
    Enterprise = 1,

    /// <summary>The unit that carries the clause out, and the Centre.</summary>
    Authority = 2,
}

/// <summary>A step: from where to where, by whom, and what it takes.</summary>
/// <param name="From">The states from which it leads.</param>
/// <param name="To">The state to which it leads.</param>
/// <param name="By">Whose it is.</param>
/// <param name="IsReportable">Whether the enterprise's side may report it where no unit of the town carries the clause out.</param>
/// <param name="HasDay">Whether its day is given; today otherwise.</param>
/// <param name="HasAmount">Whether an amount is given.</param>
/// <param name="HasReason">Whether a reason is given.</param>
/// <param name="MayBeNoMoney">Whether it can be said in place of the amount that it is no money.</param>
/// <param name="OnlyForMoney">Whether it is for money alone: what was granted without an amount is over.</param>
/// <param name="OnlyWhileItStands">Whether it cannot be taken once the policy is withdrawn.</param>
public sealed record ApplicationStepRule(
    IReadOnlyList<ApplicationState> From, ApplicationState To, ApplicationSide By, bool IsReportable = false, bool HasDay = false, bool HasAmount = false, bool HasReason = false,
    bool MayBeNoMoney = false, bool OnlyForMoney = false, bool OnlyWhileItStands = false)
{
    /// <summary>Whose it is, where a unit of the town carries the clause out or none does.</summary>
    public ApplicationSide For(bool hasUnit) => By | (IsReportable && !hasUnit ? ApplicationSide.Enterprise : ApplicationSide.None);
}

/// <summary>The one table of what can happen to an application; service, buttons and forms read it.</summary>
public static class ApplicationSteps
{
    /// <summary>The most that can be granted or paid (yuan).</summary>
    public const decimal MostMoney = 1_000_000_000m;

    /// <summary>The earliest day that is taken.</summary>
    public static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <summary>The rules, in the order in which buttons stand.</summary>
    public static readonly IReadOnlyDictionary<ApplicationStep, ApplicationStepRule> Rules = new Dictionary<ApplicationStep, ApplicationStepRule>
    {
        [ApplicationStep.Agree] = new([ApplicationState.Offered], ApplicationState.Granted, ApplicationSide.Enterprise, OnlyWhileItStands: true),
        [ApplicationStep.Decline] = new([ApplicationState.Offered], ApplicationState.Declined, ApplicationSide.Enterprise, HasReason: true),
        [ApplicationStep.Grant] = new([ApplicationState.Applied], ApplicationState.Granted, ApplicationSide.Authority, IsReportable: true, HasDay: true, HasAmount: true, MayBeNoMoney: true),
        [ApplicationStep.Refuse] = new([ApplicationState.Applied], ApplicationState.Refused, ApplicationSide.Authority, IsReportable: true, HasDay: true, HasReason: true),
        [ApplicationStep.Pay] = new([ApplicationState.Granted], ApplicationState.Paid, ApplicationSide.Authority, IsReportable: true, HasDay: true, HasAmount: true, OnlyForMoney: true),
        [ApplicationStep.Withdraw] = new([ApplicationState.Applied, ApplicationState.Offered, ApplicationState.Granted], ApplicationState.Withdrawn, ApplicationSide.Enterprise | ApplicationSide.Authority, HasReason: true),
    };

    /// <summary>Whether a clause is applied for: not where a unit of the town grants it without an application.</summary>
    public static bool IsAppliedFor(bool isWithoutApplication, bool hasUnit) => !(isWithoutApplication && hasUnit);

    /// <summary>The steps open to somebody on these sides of an application.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="hasAmount">Whether money was granted: nothing else is paid.</param>
    /// <param name="hasUnit">Whether a unit of the town carries the clause out.</param>
    /// <param name="sides">The sides on which the person stands.</param>
    public static IReadOnlyList<ApplicationStep> Open(ApplicationState state, bool hasAmount, bool hasUnit, ApplicationSide sides) =>
        [.. from rule in Rules
            where rule.Value.From.Contains(state) && (!rule.Value.OnlyForMoney || hasAmount)
            let declines = rule.Key == ApplicationStep.Withdraw && state == ApplicationState.Offered // there the enterprise declines
            where ((declines ? ApplicationSide.Authority : rule.Value.For(hasUnit)) & sides) != ApplicationSide.None && !IsBothSides(rule.Key, sides)
            select rule.Key];

    /// <summary>Whether somebody would consent for the enterprise to what their own unit offers: who confirms, consents and pays is never one person.</summary>
    public static bool IsBothSides(ApplicationStep step, ApplicationSide sides) =>
        step is ApplicationStep.Agree or ApplicationStep.Decline && sides.HasFlag(ApplicationSide.Authority);

    /// <summary>Whether somebody on these sides may correct the step that led to where it stands, or take it back: the side that entered it, and the authority's side always.</summary>
    public static bool MayCorrect(bool isEnteredByEnterprise, ApplicationSide sides) =>
        sides.HasFlag(ApplicationSide.Authority) || (sides.HasFlag(ApplicationSide.Enterprise) && isEnteredByEnterprise);

    /// <summary>Whether the enterprise's side entered the step that led to a state; what was applied for stands for both to correct.</summary>
    public static bool IsEnteredByEnterprise(ApplicationState state, bool isWithoutApplication, bool decisionReported, bool paymentReported, bool withdrawnByAuthority) => state switch
    {
        ApplicationState.Applied or ApplicationState.Declined => true,
        ApplicationState.Offered => false,
        ApplicationState.Granted => isWithoutApplication || decisionReported,
        ApplicationState.Refused => decisionReported,
        ApplicationState.Paid => paymentReported,
        ApplicationState.Withdrawn => !withdrawnByAuthority,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>The rule of the step that led to a state; null where it was begun so.</summary>
    public static ApplicationStepRule? LeadingTo(ApplicationState state, bool isWithoutApplication) =>
        state == ApplicationState.Granted
            ? Rules[isWithoutApplication ? ApplicationStep.Agree : ApplicationStep.Grant]
            : Rules.Values.FirstOrDefault(r => r.To == state);
}
