namespace ServicePackage.Core.Catalogue;

/// <summary>Who takes a step of a pick, from where to where, and what it takes.</summary>
/// <param name="From">From where it leads on.</param>
/// <param name="To">Where it leads.</param>
/// <param name="By">Whose step it is.</param>
/// <param name="NeedsWord">Whether a word has to be given: why it is declined, what was delivered, what was done about a bad rating.</param>
/// <param name="HasDay">Whether it has a day.</param>
public sealed record PickStepRule(IReadOnlyList<PickState> From, PickState To, PickSide By, bool NeedsWord = false, bool HasDay = false);

/// <summary>The one table of the steps of a pick (plan §三(二)); a bad rating waits on the Centre until it has been seen to.</summary>
public static class PickSteps
{
    /// <summary>The steps.</summary>
    public static readonly IReadOnlyDictionary<PickStep, PickStepRule> Rules = new Dictionary<PickStep, PickStepRule>
    {
        [PickStep.Accept] = new([PickState.Asked], PickState.Accepted, PickSide.Provider),
        [PickStep.Decline] = new([PickState.Asked], PickState.Declined, PickSide.Provider, NeedsWord: true),
        [PickStep.Deliver] = new([PickState.Accepted], PickState.Delivered, PickSide.Provider, NeedsWord: true, HasDay: true),
        [PickStep.Rate] = new([PickState.Delivered], PickState.Rated, PickSide.Enterprise),
        [PickStep.Withdraw] = new([PickState.Asked, PickState.Accepted], PickState.Withdrawn, PickSide.Enterprise),
        [PickStep.FollowUp] = new([PickState.Rated], PickState.Rated, PickSide.Centre, NeedsWord: true),
    };

    /// <summary>The steps that are open to these sides, in the order of the table.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="waitsForFollowUp">Whether it was rated badly and nobody has seen to it.</param>
    /// <param name="sides">The sides.</param>
    public static IReadOnlyList<PickStep> Open(PickState state, bool waitsForFollowUp, PickSide sides) =>
        [.. Rules.Where(r => r.Value.From.Contains(state) && (r.Value.By & sides) != PickSide.None && (r.Key != PickStep.FollowUp || waitsForFollowUp)).Select(r => r.Key)];
}
