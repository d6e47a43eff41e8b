namespace ServicePackage.Core.Operations;

/// <summary>What an act came to: a value, or a refusal that says why and changed nothing.</summary>
public sealed class Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    /// <summary>Why the act was refused; null when it was done.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether the act was done.</summary>
    public bool Done => Refusal is null;

    /// <summary>What the act gave. Asking a refused outcome for it is a bug.</summary>
    public T Value => Done ? _value! : throw new InvalidOperationException($"Refused: {Refusal}");

    /// <summary>The same act with what is made of its value; a refusal stays one.</summary>
    public Outcome<TOther> To<TOther>(Func<T, TOther> of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return Done ? of(_value!) : Refusal!;
    }

    /// <summary>A done act.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A refused act.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>The value of an act that gives nothing back.</summary>
public readonly record struct Nothing
{
    /// <summary>The only value.</summary>
    public static readonly Nothing Value;
}
