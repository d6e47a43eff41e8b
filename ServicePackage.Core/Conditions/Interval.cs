namespace ServicePackage.Core.Conditions;

/// <summary>
/// What a figure may be: everything from the low end to the high one. A figure that nobody gave is the whole natural range of its fact, so that "unknown"
/// needs no logic of its own, and knowing more only ever makes it narrower.
/// </summary>
/// <param name="Low">The least it may be.</param>
/// <param name="High">The most it may be; <see cref="Endless"/> where there is no bound.</param>
public readonly record struct Interval(decimal Low, decimal High)
{
    /// <summary>Larger than any figure that can be entered, and small enough to be reckoned with.</summary>
    public const decimal Endless = 1_000_000_000_000_000_000_000m;

    /// <summary>From a number without end.</summary>
    public static Interval From(decimal low) => new(low, Endless);

    /// <summary>Whether it is known exactly.</summary>
    public bool IsExact => Low == High;

    /// <summary>Whether each of its numbers stands so to another (met), none does (not met), or some do (unknown).</summary>
    public Truth Is(Must must, decimal to) => must switch
    {
        Must.AtLeast => Low >= to ? Truth.Met : High < to ? Truth.NotMet : Truth.Unknown,
        Must.AtMost => High <= to ? Truth.Met : Low > to ? Truth.NotMet : Truth.Unknown,
        Must.Above => Low > to ? Truth.Met : High <= to ? Truth.NotMet : Truth.Unknown,
        Must.Below => High < to ? Truth.Met : Low >= to ? Truth.NotMet : Truth.Unknown,
        _ => throw new ArgumentOutOfRangeException(nameof(must), must, null),
    };

    /// <summary>What two together come to.</summary>
    public static Interval operator +(Interval a, Interval b) => new(Capped(a.Low + b.Low), Capped(a.High + b.High));

    /// <summary>Divided by a number above 0.</summary>
    public static Interval operator /(Interval a, decimal by) => new(a.Low / by, a.High >= Endless ? Endless : a.High / by);

    /// <summary>What one is of another, both of them not negative; null where the other is 0 and nothing can be said.</summary>
    public Interval? Of(Interval whole)
    {
        if (whole.High == 0)
        {
            return null;
        }

        var low = whole.High >= Endless ? 0 : Low / whole.High;
        var high = whole.Low == 0 || High >= Endless ? Endless : IsExact && whole is { IsExact: true, High: < Endless } ? low : High / whole.Low; // to divide is what costs most of a reading
        return new Interval(low, Capped(high));
    }

    /// <summary>What both allow; null where they have nothing in common.</summary>
    public Interval? Within(Interval other)
    {
        var (low, high) = (Math.Max(Low, other.Low), Math.Min(High, other.High));
        return low <= high ? new Interval(low, high) : null;
    }

    private static decimal Capped(decimal value) => Math.Clamp(value, -Endless, Endless);

    /// <summary>What two together come to.</summary>
    public static Interval Add(Interval left, Interval right) => left + right;

    /// <summary>Divided by a number above 0.</summary>
    public static Interval Divide(Interval left, decimal right) => left / right;
}

/// <summary>Whether something is met, with what is known.</summary>
public enum Truth
{
    /// <summary>It is not, whatever else comes to be known.</summary>
    NotMet,

    /// <summary>What is known does not decide it.</summary>
    Unknown,

    /// <summary>It is, whatever else comes to be known.</summary>
    Met,
}
