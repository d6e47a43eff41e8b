using System.Reflection;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Tickets;

/// <summary>One row of the table of fields: what of the input it is, by what it is filled in, and whether the story shows it.</summary>
/// <param name="Field">The field as the table of moves names it.</param>
/// <param name="Property">The property of <see cref="MoveInput"/> behind it.</param>
/// <param name="Control">By what it is filled in; decides how it is checked.</param>
/// <param name="Most">The most characters of a text, the highest number.</param>
public sealed record FieldRule(Field Field, string Property, FieldControl Control, int Most = 0)
{
    private readonly PropertyInfo _property = typeof(MoveInput).GetProperty(Property)!;

    /// <summary>Whether the story of the demand gives it a line.</summary>
    public bool InStory { get; init; } = true;

    /// <summary>A field that stands in the same line of the story, after it.</summary>
    public Field? Beside { get; init; }

    /// <summary>Whether only the town's own people are asked for it.</summary>
    public bool TownOnly { get; init; }

    /// <summary>Whether it takes text.</summary>
    public bool IsText => Control is FieldControl.Line or FieldControl.Lines;

    /// <summary>The members to choose from, of a field that is an enum.</summary>
    public IReadOnlyList<Enum> Members => [.. Enum.GetValues(Nullable.GetUnderlyingType(_property.PropertyType) ?? _property.PropertyType).Cast<Enum>()];

    /// <summary>What the input has for it.</summary>
    public object? Get(MoveInput given) => _property.GetValue(given);

    /// <summary>Puts a value of the property's type into the input.</summary>
    public void Set(MoveInput given, object? value) => _property.SetValue(given, value);

    /// <summary>Takes it over from one input to another; lists are copied, what is named twice once.</summary>
    internal void Copy(MoveInput from, MoveInput to) => Set(to, Get(from) switch
    {
        List<long> ids => ids.Distinct().ToList(),
        List<Guid> files => files.ToList(),
        var value => value,
    });
}

/// <summary>The one table of fields, in the order in which the story shows them: form, validator, history and story read it.</summary>
public static class MoveFields
{
    /// <summary>The rows.</summary>
    public static readonly IReadOnlyList<FieldRule> Rows =
    [
        new(Field.Text, nameof(MoveInput.Text), FieldControl.Lines, TextRules.Longest) { InStory = false }, // stands above the lines
        new(Field.ForEnterprise, nameof(MoveInput.ForEnterprise), FieldControl.Lines, TextRules.Longest),
        new(Field.Unit, nameof(MoveInput.UnitId), FieldControl.Unit),
        new(Field.SupportingUnits, nameof(MoveInput.SupportingUnitIds), FieldControl.Units),
        new(Field.TaskText, nameof(MoveInput.TaskText), FieldControl.Lines, TextRules.Longest),
        new(Field.Person, nameof(MoveInput.PersonId), FieldControl.Person),
        new(Field.About, nameof(MoveInput.AboutId), FieldControl.About),
        new(Field.Type, nameof(MoveInput.Type), FieldControl.Choice),
        new(Field.Agreed, nameof(MoveInput.Agreed), FieldControl.Decision),
        new(Field.EndReason, nameof(MoveInput.EndReason), FieldControl.Choice),
        new(Field.Course, nameof(MoveInput.Course), FieldControl.Choice),
        new(Field.Rating, nameof(MoveInput.Rating), FieldControl.Rating),
        new(Field.Body, nameof(MoveInput.Body), FieldControl.Line, 100) { Beside = Field.Level },
        new(Field.Level, nameof(MoveInput.Level), FieldControl.Choice) { InStory = false },
        new(Field.Proceeding, nameof(MoveInput.Proceeding), FieldControl.Choice),
        new(Field.CaseNumber, nameof(MoveInput.CaseNumber), FieldControl.Line, 60),
        new(Field.OtherNumber, nameof(MoveInput.OtherNumber), FieldControl.Line, 20),
        new(Field.Days, nameof(MoveInput.Days), FieldControl.Number, 60),
        new(Field.Day, nameof(MoveInput.Day), FieldControl.Day),
        new(Field.Basis, nameof(MoveInput.Basis), FieldControl.Line, 500),
        new(Field.When, nameof(MoveInput.When), FieldControl.Time),
        new(Field.WithWhom, nameof(MoveInput.WithWhom), FieldControl.Line, 100),
        new(Field.Way, nameof(MoveInput.Way), FieldControl.Choice),
        new(Field.Improvement, nameof(MoveInput.Improvement), FieldControl.Lines, TextRules.Longest),
        new(Field.ImprovementBy, nameof(MoveInput.ImprovementBy), FieldControl.Line, 100),
        new(Field.SecondDay, nameof(MoveInput.SecondDay), FieldControl.Day),
        new(Field.WhyNothing, nameof(MoveInput.WhyNothing), FieldControl.Lines, TextRules.Longest),
        new(Field.CarryTasks, nameof(MoveInput.CarryTasks), FieldControl.Tick) { InStory = false },
        new(Field.Again, nameof(MoveInput.Again), FieldControl.Tick) { InStory = false },
        new(Field.Internal, nameof(MoveInput.Internal), FieldControl.Tick) { InStory = false, TownOnly = true },
        new(Field.Marks, nameof(MoveInput.Marks), FieldControl.Marks) { InStory = false },
        new(Field.Attachments, nameof(MoveInput.AttachmentIds), FieldControl.Files) { InStory = false },
        new(Field.Scan, nameof(MoveInput.ScanId), FieldControl.Scan) { InStory = false },
    ];

    private static readonly Dictionary<Field, FieldRule> ByField = Rows.ToDictionary(r => r.Field);

    /// <summary>The row of a field. Throws for a field without one.</summary>
    public static FieldRule Of(Field field) => ByField[field];

    /// <summary>The name of a field on the form of a move: the move's own where it has one, the general one otherwise.</summary>
    public static FieldName NameOf(Move move, Field field) =>
        Wording.Find($"Field.{move}.{field}") is not null ? new FieldName($"{move}.{field}") : new FieldName(field.ToString());

    /// <summary>
    /// A copy with only the fields that the move asks for, given what is filled in: whatever else a page sent, such as the unit chosen before
    /// another course was, is neither looked at nor kept.
    /// </summary>
    public static MoveInput Only(this MoveInput given, MoveRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var kept = new MoveInput();
        foreach (var need in MoveNeeds.Of(rule, given))
        {
            Of(need.Field).Copy(given, kept);
        }

        return kept;
    }
}
