using ServicePackage.Core.Words;

namespace ServicePackage.Core.Enterprises;

/// <summary>What is wrong with a credit code.</summary>
public enum CreditCodeFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Not 18 characters.</summary>
    Length,

    /// <summary>A character that the position does not take; the letters I, O, S, V and Z are never used.</summary>
    Character,

    /// <summary>The last character does not follow from the others.</summary>
    CheckCharacter,
}

/// <summary>
/// The unified social credit code, GB 32100-2015: 17 characters and one that is computed from them, so that any single
/// wrong character and any two neighbours that changed places are found.
/// </summary>
public static class CreditCode
{
    /// <summary>Characters of a code.</summary>
    public const int Length = 18;

    /// <summary>The characters in the order of their values 0–30; without I, O, S, V, Z.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private const int Modulus = 31;
    private const int RegionStart = 2;
    private const int RegionEnd = 8;
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>The code as it is kept: half-width capitals without spaces. A letter O stays an O and is refused, never taken for a zero.</summary>
    public static string Normalise(string? text) => CodeText.Closed(text).ToUpperInvariant();

    /// <summary>The first fault of a normalised code.</summary>
    public static CreditCodeFault FaultOf(string code) =>
        code.Length != Length ? CreditCodeFault.Length
        : WrongPosition(code) is not null ? CreditCodeFault.Character
        : code[^1] != CheckCharacterOf(code[..^1]) ? CreditCodeFault.CheckCharacter
        : CreditCodeFault.None;

    /// <summary>The first position, from 1, whose character cannot stand there; null where every one can. Positions 3–8, the region, take digits alone.</summary>
    public static int? WrongPosition(string code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            var fits = i is >= RegionStart and < RegionEnd ? char.IsAsciiDigit(code[i]) : Alphabet.Contains(code[i], StringComparison.Ordinal);
            if (!fits)
            {
                return i + 1;
            }
        }

        return null;
    }

    /// <summary>The last character of the code that begins with these 17.</summary>
    public static char CheckCharacterOf(string first17)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(first17.Length, Length - 1);
        var sum = 0;
        for (var i = 0; i < first17.Length; i++)
        {
            sum += Alphabet.IndexOf(first17[i], StringComparison.Ordinal) * Weights[i];
        }

        return Alphabet[(Modulus - (sum % Modulus)) % Modulus]; // the second modulus: a sum of 0 gives '0', not a 32nd character
    }
}
