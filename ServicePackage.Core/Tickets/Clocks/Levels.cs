using System.Globalization;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Tickets;

/// <summary>
/// The levels of escalation, each by its number: 0 due soon (临期), 1 the breach (一级超期), and from 2 on so many working days past
/// due. Rows, history and addresses keep the number; its name is made from it.
/// </summary>
public static class Levels
{
    /// <summary>Nothing, or nothing more, to be told.</summary>
    public const int None = -1;

    /// <summary>临期: the holder is warned.</summary>
    public const int DueSoon = 0;

    /// <summary>一级超期: at the breach.</summary>
    public const int Breach = 1;

    /// <summary>The level at which the leader of the settings is told as well about district-tier enterprises.</summary>
    public const int DistrictLeader = 3;

    /// <summary>Working days past due at which each level begins, from the breach on; a setting may change one.</summary>
    private static readonly int[] Begin = [0, 3, 5];

    /// <summary>The numbers of the levels past due.</summary>
    public static readonly IReadOnlyList<int> PastDue = [.. Enumerable.Range(Breach, Begin.Length)];

    /// <summary>Working days past due at which a level begins. Throws for a number that is none past due.</summary>
    public static int Begins(int level) => Begin[level - Breach];

    /// <summary>The level of a clock so many working days past due.</summary>
    public static int At(int daysOver, ProcedureSettings limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return PastDue.Last(level => level == Breach || daysOver >= limits.LevelAfter(level));
    }

    /// <summary>The name of a level in the reader's language: 临期, 二级超期.</summary>
    public static string Name(int level) => level switch
    {
        DueSoon => Wording.Name(Lamp.Approaching),
        >= Breach => Wording.Sentence("Level.Overdue", Numeral(level)),
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "This is no level."),
    };

    /// <summary>The number of a level as the reader's language writes it within a name: 二, 2.</summary>
    public static string Numeral(int level) => Wording.Find(NumeralKey(level)) ?? level.ToString(CultureInfo.CurrentCulture);

    /// <summary>The key of that text, for notices.</summary>
    internal static string NumeralKey(int level) => $"Numeral.{level}";
}
