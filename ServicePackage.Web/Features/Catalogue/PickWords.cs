using ServicePackage.Core.Catalogue;

namespace ServicePackage.Web.Features.Catalogue;

/// <summary>How picks are shown.</summary>
public static class PickWords
{
    /// <summary>The class of a state's chip: with whom it is.</summary>
    public static string Tone(PickState state) => state switch
    {
        PickState.Asked => "chip-centre",
        PickState.Accepted => "chip-unit",
        PickState.Delivered => "chip-enterprise",
        PickState.Declined or PickState.Rated or PickState.Withdrawn => "chip-ended",
        _ => throw new InvalidOperationException($"Nobody has said how {state} is shown."),
    };
}
