using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;

namespace ServicePackage.Web.Shared;

/// <summary>How a lamp looks: a shape, a colour and a word, so that it works in print and for the colour-blind.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="Colour">The class that gives its colour.</param>
/// <param name="Word">The word.</param>
public sealed record LampFace(string Shape, string Colour, string Word)
{
    /// <summary>The shape of what is only provisionally certain.</summary>
    public const string ProvisionalShape = "◇";

    /// <summary>The face of a lamp by itself.</summary>
    public static LampFace Of(Lamp lamp) => Of(lamp, Wording.Name(lamp));

    /// <summary>The face of a clock: a breach says its level, an ended clock how it ended.</summary>
    public static LampFace Of(ClockView clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return clock switch
        {
            { Outcome: ClockOutcome.Met } => Of(Lamp.Normal, Wording.Name(ClockOutcome.Met)),
            { Outcome: ClockOutcome.Breached } => Of(Lamp.Breached, Wording.Name(ClockOutcome.Breached)),
            { Outcome: { } outcome } => Of(Lamp.Paused, Wording.Name(outcome)),
            { Lamp: Lamp.Breached } => Of(Lamp.Breached, Levels.Name(clock.Level)),
            _ => Of(clock.Lamp),
        };
    }

    private static LampFace Of(Lamp lamp, string word) => lamp switch
    {
        Lamp.Breached => new("■", "lamp-red", word),
        Lamp.Approaching => new("▲", "lamp-yellow", word),
        Lamp.Paused => new("◌", "lamp-grey", word),
        Lamp.Normal => new("●", "lamp-green", word),
        _ => throw new ArgumentOutOfRangeException(nameof(lamp), lamp, null),
    };
}
