using ServicePackage.Core.Words;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Tickets;

/// <summary>The columns of the overdue board, on the screen and in its table to download.</summary>
public enum OverdueColumn
{
    /// <summary>Lamp and level.</summary>
    Level,

    /// <summary>Working days past due.</summary>
    DaysOver,

    /// <summary>When it was or is due.</summary>
    Due,

    /// <summary>The demand's number.</summary>
    Number,

    /// <summary>Its title.</summary>
    Title,

    /// <summary>Whose demand.</summary>
    Enterprise,

    /// <summary>The enterprise's tier.</summary>
    Tier,

    /// <summary>Its type.</summary>
    Type,

    /// <summary>Which clock.</summary>
    Stage,

    /// <summary>Who holds it.</summary>
    Unit,

    /// <summary>The person there.</summary>
    Person,

    /// <summary>When progress was last told, and what.</summary>
    Progress,

    /// <summary>The move that would end the clock.</summary>
    NextStep,

    /// <summary>How often it was handed back.</summary>
    Returned,

    /// <summary>What supervisors have done about it.</summary>
    Urging,

    /// <summary>Its further clocks.</summary>
    Further,
}

/// <summary>One row of the table of columns.</summary>
/// <param name="Width">Its width in the table to download.</param>
/// <param name="Cell">What stands there, in the reader's language.</param>
/// <param name="Key">By what the board is sorted.</param>
internal sealed record OverdueColumnRule(double Width, Func<OverdueRow, object?> Cell, Func<OverdueRow, object> Key)
{
    /// <summary>A column of texts, sorted as names are everywhere.</summary>
    public static OverdueColumnRule Text(double width, Func<OverdueRow, string> text) => new(width, text, r => NameKey.Of(text(r)));
}

/// <summary>The one table of columns: the board's order and its table to download read it.</summary>
internal static class OverdueColumns
{
    private const int WidestCell = 32_000;

    /// <summary>The rows, in the order of the table to download.</summary>
    public static readonly IReadOnlyDictionary<OverdueColumn, OverdueColumnRule> Rows = new Dictionary<OverdueColumn, OverdueColumnRule>
    {
        [OverdueColumn.Level] = new(12, LevelOf, r => ((int)r.Clock.Lamp, r.Clock.Level)),
        [OverdueColumn.DaysOver] = new(12, r => r.Clock.Lamp == Lamp.Breached ? r.Clock.DaysOver : null, r => ((int)r.Clock.Lamp, r.Clock.DaysOver)),
        [OverdueColumn.Due] = new(20, r => TownTime.Local(r.Clock.DueAt), r => r.Clock.DueAt),
        [OverdueColumn.Number] = new(14, r => r.Number, r => r.Number),
        [OverdueColumn.Title] = OverdueColumnRule.Text(44, r => r.Title),
        [OverdueColumn.Enterprise] = OverdueColumnRule.Text(32, r => r.Enterprise),
        [OverdueColumn.Tier] = new(16, r => Wording.Name(r.Tier), r => r.Tier),
        [OverdueColumn.Type] = new(12, r => Wording.Name(r.Type), r => r.Type),
        [OverdueColumn.Stage] = new(24, r => r.Stage, r => r.Clock.Kind),
        [OverdueColumn.Unit] = new(20, NameOf, r => NameKey.Of(r.Unit)),
        [OverdueColumn.Person] = new(12, r => r.Person, r => NameKey.OfPerson(r.Person)),
        [OverdueColumn.Progress] = new(56, Progress, r => r.ProgressAt ?? DateTime.MinValue),
        [OverdueColumn.NextStep] = new(16, r => NextStep.NameOf(r.NextStep), r => r.NextStep),
        [OverdueColumn.Returned] = new(12, r => r.HandBacks, r => r.HandBacks),
        [OverdueColumn.Urging] = new(32, r => string.Join(Environment.NewLine, r.Supervision.Lines(Wording.Date)), r => (r.Supervision.IsUnanswered, r.Supervision.Urges, r.Supervision.Reminders)),
        [OverdueColumn.Further] = new(40, r => string.Join(Environment.NewLine, r.Further.Select(f => f.Line)), r => r.Further.Count),
    };

    private static string LevelOf(OverdueRow row) =>
        row.Clock.Lamp == Lamp.Breached ? Levels.Name(row.Clock.Level) : Wording.Name(row.Clock.Lamp);

    private static string NameOf(OverdueRow row) => Wording.Either(row.Unit, row.UnitEnglish);

    /// <summary>A cell takes at most 32,767 characters.</summary>
    private static string Progress(OverdueRow row)
    {
        if (row.ProgressAt is not { } at)
        {
            return "";
        }

        var text = Wording.Sentence("Overdue.Progress", Wording.Date(TownTime.DayOf(at)), row.ProgressBy, row.Progress);
        return TextRules.Cut(text, WidestCell);
    }
}
