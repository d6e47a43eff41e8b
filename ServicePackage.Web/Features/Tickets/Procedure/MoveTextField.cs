using ServicePackage.Core.Tickets;

namespace ServicePackage.Web.Features.Tickets;

/// <summary>The fields of a move that take text, and the property of the input behind each.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Get">Reads it.</param>
/// <param name="Set">Writes it.</param>
/// <param name="Long">Whether it takes several lines.</param>
internal sealed record MoveTextField(string Name, Func<MoveInput, string> Get, Action<MoveInput, string> Set, bool Long)
{
    /// <summary>The text fields by their place in the table of moves.</summary>
    public static readonly IReadOnlyDictionary<Field, MoveTextField> All = new Dictionary<Field, MoveTextField>
    {
        [Field.Text] = new(nameof(MoveInput.Text), i => i.Text, (i, v) => i.Text = v, true),
        [Field.TaskText] = new(nameof(MoveInput.TaskText), i => i.TaskText, (i, v) => i.TaskText = v, true),
        [Field.Improvement] = new(nameof(MoveInput.Improvement), i => i.Improvement, (i, v) => i.Improvement = v, true),
        [Field.WhyNothing] = new(nameof(MoveInput.WhyNothing), i => i.WhyNothing, (i, v) => i.WhyNothing = v, true),
        [Field.Basis] = new(nameof(MoveInput.Basis), i => i.Basis, (i, v) => i.Basis = v, false),
        [Field.Body] = new(nameof(MoveInput.Body), i => i.Body, (i, v) => i.Body = v, false),
        [Field.CaseNumber] = new(nameof(MoveInput.CaseNumber), i => i.CaseNumber, (i, v) => i.CaseNumber = v, false),
        [Field.OtherNumber] = new(nameof(MoveInput.OtherNumber), i => i.OtherNumber, (i, v) => i.OtherNumber = v, false),
        [Field.WithWhom] = new(nameof(MoveInput.WithWhom), i => i.WithWhom, (i, v) => i.WithWhom = v, false),
        [Field.ImprovementBy] = new(nameof(MoveInput.ImprovementBy), i => i.ImprovementBy, (i, v) => i.ImprovementBy = v, false),
    };
}
