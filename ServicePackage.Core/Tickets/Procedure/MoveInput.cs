using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Tickets;

/// <summary>
/// What a person gives with a move. Each move uses the fields that its row in <see cref="TicketProcedure"/> names;
/// the form shows those, the validator asks for those, the history keeps those.
/// </summary>
public sealed class MoveInput
{
    /// <summary>The text of the move: reason, opinion, result, question …</summary>
    public string Text { get; set; } = "";

    /// <summary>What the enterprise is to read, where the text itself stays among the town's own people.</summary>
    public string ForEnterprise { get; set; } = "";

    public long? UnitId { get; set; }

    public List<long> SupportingUnitIds { get; set; } = [];

    /// <summary>What supporting units are to do.</summary>
    public string TaskText { get; set; } = "";

    public long? PersonId { get; set; }

    /// <summary>A day: due, expected, statutory, answer-by … by the move.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>The day until which an improvement is made, or the day of a promise.</summary>
    public DateOnly? SecondDay { get; set; }

    /// <summary>When something took place: a wall-clock time in Shanghai.</summary>
    public DateTime? When { get; set; }

    /// <summary>Working days.</summary>
    public int? Days { get; set; }

    public TicketType? Type { get; set; }

    /// <summary>The legal or factual basis.</summary>
    public string Basis { get; set; } = "";

    public string Body { get; set; } = "";

    public BodyLevel? Level { get; set; }

    public ProceedingKind? Proceeding { get; set; }

    /// <summary>The case number of proceedings.</summary>
    public string CaseNumber { get; set; } = "";

    /// <summary>The number of another demand.</summary>
    public string OtherNumber { get; set; } = "";

    /// <summary>A yes-or-no decision: agreed, done, with tasks carried over … by the move.</summary>
    public bool? Agreed { get; set; }

    /// <summary>Whether supporting tasks go on under the new lead unit.</summary>
    public bool CarryTasks { get; set; }

    /// <summary>The course after a repeated "not done".</summary>
    public Course? Course { get; set; }

    /// <summary>Why the demand is ended.</summary>
    public EndReason? EndReason { get; set; }

    public RatingLevel? Rating { get; set; }

    /// <summary>What the demand stands for.</summary>
    public Marks Marks { get; set; }

    public string WithWhom { get; set; } = "";

    /// <summary>How the conversation was held.</summary>
    public ContactWay? Way { get; set; }

    public string Improvement { get; set; } = "";

    /// <summary>By whom it will be improved.</summary>
    public string ImprovementBy { get; set; } = "";

    /// <summary>Why nothing is to be improved.</summary>
    public string WhyNothing { get; set; } = "";

    /// <summary>True: the enterprise may not read it.</summary>
    public bool Internal { get; set; }

    /// <summary>Whether it is meant as it is: although the same was done today, although so few words say little.</summary>
    public bool Again { get; set; }

    /// <summary>The task, urge or referral the move is about.</summary>
    public long? AboutId { get; set; }

    public List<Guid> AttachmentIds { get; set; } = [];

    /// <summary>The scan of the sealed letter, uploaded before.</summary>
    public Guid? ScanId { get; set; }
}

/// <summary>The fields of <see cref="MoveInput"/> as the table of moves names them.</summary>
public enum Field
{
    /// <summary><see cref="MoveInput.Text"/>.</summary>
    Text,

    /// <summary><see cref="MoveInput.ForEnterprise"/>.</summary>
    ForEnterprise,

    /// <summary><see cref="MoveInput.UnitId"/>.</summary>
    Unit,

    /// <summary><see cref="MoveInput.SupportingUnitIds"/>.</summary>
    SupportingUnits,

    /// <summary><see cref="MoveInput.TaskText"/>.</summary>
    TaskText,

    /// <summary><see cref="MoveInput.PersonId"/>.</summary>
    Person,

    /// <summary><see cref="MoveInput.Day"/>.</summary>
    Day,

    /// <summary><see cref="MoveInput.SecondDay"/>.</summary>
    SecondDay,

    /// <summary><see cref="MoveInput.When"/>.</summary>
    When,

    /// <summary><see cref="MoveInput.Days"/>.</summary>
    Days,

    /// <summary><see cref="MoveInput.Type"/>.</summary>
    Type,

    /// <summary><see cref="MoveInput.Basis"/>.</summary>
    Basis,

    /// <summary><see cref="MoveInput.Body"/>.</summary>
    Body,

    /// <summary><see cref="MoveInput.Level"/>.</summary>
    Level,

    /// <summary><see cref="MoveInput.Proceeding"/>.</summary>
    Proceeding,

    /// <summary><see cref="MoveInput.CaseNumber"/>.</summary>
    CaseNumber,

    /// <summary><see cref="MoveInput.OtherNumber"/>.</summary>
    OtherNumber,

    /// <summary><see cref="MoveInput.Agreed"/>.</summary>
    Agreed,

    /// <summary><see cref="MoveInput.CarryTasks"/>.</summary>
    CarryTasks,

    /// <summary><see cref="MoveInput.Course"/>.</summary>
    Course,

    /// <summary><see cref="MoveInput.EndReason"/>.</summary>
    EndReason,

    /// <summary><see cref="MoveInput.Rating"/>.</summary>
    Rating,

    /// <summary><see cref="MoveInput.Marks"/>.</summary>
    Marks,

    /// <summary><see cref="MoveInput.WithWhom"/>.</summary>
    WithWhom,

    /// <summary><see cref="MoveInput.Way"/>.</summary>
    Way,

    /// <summary><see cref="MoveInput.Improvement"/>.</summary>
    Improvement,

    /// <summary><see cref="MoveInput.ImprovementBy"/>.</summary>
    ImprovementBy,

    /// <summary><see cref="MoveInput.WhyNothing"/>.</summary>
    WhyNothing,

    /// <summary><see cref="MoveInput.Internal"/>.</summary>
    Internal,

    /// <summary><see cref="MoveInput.Again"/>.</summary>
    Again,

    /// <summary><see cref="MoveInput.AboutId"/>.</summary>
    About,

    /// <summary><see cref="MoveInput.AttachmentIds"/>.</summary>
    Attachments,

    /// <summary><see cref="MoveInput.ScanId"/>.</summary>
    Scan,
}

/// <summary>A field that a move takes.</summary>
/// <param name="Field">Which.</param>
/// <param name="Required">Whether the move is refused without it.</param>
public sealed record Need(Field Field, bool Required = true)
{
    /// <summary>A field a move must be given.</summary>
    public static implicit operator Need(Field field) => new(field);

    /// <summary>A field a move may be given.</summary>
    public static Need May(Field field) => new(field, false);
}
