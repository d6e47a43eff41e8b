namespace ServicePackage.Core.Tickets;

/// <summary>What a move keeps of an input.</summary>
public static class MoveInputs
{
    private static readonly Dictionary<Field, Action<MoveInput, MoveInput>> Copies = new()
    {
        [Field.Text] = (from, to) => to.Text = from.Text,
        [Field.Unit] = (from, to) => to.UnitId = from.UnitId,
        [Field.SupportingUnits] = (from, to) => to.SupportingUnitIds = [.. from.SupportingUnitIds.Distinct()],
        [Field.TaskText] = (from, to) => to.TaskText = from.TaskText,
        [Field.Person] = (from, to) => to.PersonId = from.PersonId,
        [Field.Day] = (from, to) => to.Day = from.Day,
        [Field.SecondDay] = (from, to) => to.SecondDay = from.SecondDay,
        [Field.When] = (from, to) => to.When = from.When,
        [Field.Days] = (from, to) => to.Days = from.Days,
        [Field.Type] = (from, to) => to.Type = from.Type,
        [Field.Basis] = (from, to) => to.Basis = from.Basis,
        [Field.Body] = (from, to) => to.Body = from.Body,
        [Field.Level] = (from, to) => to.Level = from.Level,
        [Field.Proceeding] = (from, to) => to.Proceeding = from.Proceeding,
        [Field.CaseNumber] = (from, to) => to.CaseNumber = from.CaseNumber,
        [Field.OtherNumber] = (from, to) => to.OtherNumber = from.OtherNumber,
        [Field.Agreed] = (from, to) => to.Agreed = from.Agreed,
        [Field.CarryTasks] = (from, to) => to.CarryTasks = from.CarryTasks,
        [Field.Course] = (from, to) => to.Course = from.Course,
        [Field.Rating] = (from, to) => to.Rating = from.Rating,
        [Field.Marks] = (from, to) => to.Marks = from.Marks,
        [Field.WithWhom] = (from, to) => to.WithWhom = from.WithWhom,
        [Field.Improvement] = (from, to) => to.Improvement = from.Improvement,
        [Field.ImprovementBy] = (from, to) => to.ImprovementBy = from.ImprovementBy,
        [Field.WhyNothing] = (from, to) => to.WhyNothing = from.WhyNothing,
        [Field.Internal] = (from, to) => to.Internal = from.Internal,
        [Field.About] = (from, to) => to.AboutId = from.AboutId,
        [Field.Attachments] = (from, to) => to.AttachmentIds = [.. from.AttachmentIds],
        [Field.Scan] = (from, to) => to.ScanId = from.ScanId,
    };

    /// <summary>A copy with only the fields that the move takes: whatever else a page sent is neither looked at nor kept.</summary>
    public static MoveInput Only(this MoveInput given, MoveRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var kept = new MoveInput();
        foreach (var need in rule.Gives)
        {
            Copies[need.Field](given, kept);
        }

        return kept;
    }
}
