using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Tickets.Demo;

/// <summary>The story of one demand of the demo town, told in working days.</summary>
/// <param name="Back">Raised so many working days before the day the town is anchored to; the last working day before it is 1.</param>
/// <param name="Firm">The enterprise.</param>
/// <param name="Type">Its type.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Steps">What followed.</param>
internal sealed record Story(int Back, string Firm, TicketType Type, string Topic, string Title, string Text, params Step[] Steps)
{
    /// <summary>Who raised it on the firm's behalf; the firm itself where null.</summary>
    public string? By { get; init; }

    /// <summary>How it reached the town, where raised on the firm's behalf.</summary>
    public Channel Channel { get; init; } = Channel.Visit;

    /// <summary>The title of the demand it follows on.</summary>
    public string? Follows { get; init; }
}

/// <summary>One move in a story. Fields as of <see cref="MoveInput"/>, with organisations, people and demands by name and days by their distance.</summary>
/// <param name="Day">Working days after the demand was raised.</param>
/// <param name="Who">The key of the person; "firm" for the enterprise's first account.</param>
/// <param name="Move">The move.</param>
/// <param name="Text">What is said.</param>
internal sealed record Step(int Day, string Who, Move Move, string Text = "")
{
    /// <summary>Not on <see cref="Day"/>, but on the first working day of the so-manieth month after it; falls away where that has not come.</summary>
    public int Months { get; init; }

    public string? Unit { get; init; }

    public string[] Supporting { get; init; } = [];

    public string Task { get; init; } = "";

    public string? Person { get; init; }

    /// <summary>A day so many working days ahead.</summary>
    public int? DueIn { get; init; }

    /// <summary>The second day, so many working days ahead.</summary>
    public int? SecondIn { get; init; }

    public int? Days { get; init; }

    public TicketType? Type { get; init; }

    public string Basis { get; init; } = "";

    public string Body { get; init; } = "";

    public BodyLevel? Level { get; init; }

    public ProceedingKind? Proceeding { get; init; }

    public string Case { get; init; } = "";

    /// <summary>The title of another demand.</summary>
    public string? Other { get; init; }

    public bool? Agreed { get; init; }

    /// <summary>What the enterprise is to read.</summary>
    public string Tell { get; init; } = "";

    public bool Carry { get; init; }

    public Course? Course { get; init; }

    public RatingLevel? Rating { get; init; }

    public Marks Marks { get; init; }

    public string Whom { get; init; } = "";

    public string Improve { get; init; } = "";

    public string ImproveBy { get; init; } = "";

    public string WhyNothing { get; init; } = "";

    public bool Internal { get; init; }

    /// <summary>The name of a file given with the move.</summary>
    public string? File { get; init; }
}

/// <summary>The moves that nearly every story has, in few words.</summary>
internal static class Steps
{
    public static Step Sent(int day, string unit, string by = "dispatcher") => new(day, by, Move.Dispatch) { Unit = unit };

    public static Step Taken(int day, string who) => new(day, who, Move.Accept);

    public static Step Report(int day, string who, string text) => new(day, who, Move.ReportProgress, text);

    public static Step Done(int day, string who, string text) => new(day, who, Move.Complete, text);

    public static Step Yes(int day, string who = "firm", string text = "") => new(day, who, Move.ConfirmDone, text);

    public static Step No(int day, string text, string who = "firm") => new(day, who, Move.ConfirmNotDone, text);

    public static Step Rated(int day, RatingLevel rating, string text = "") => new(day, "firm", Move.Rate, text) { Rating = rating };

    public static Step Says(int day, string who, string text) => new(day, who, Move.Comment, text);

    public static Step Monthly(int months, int due, string who, string text) => new(due, who, Move.ReportProgress, text) { Months = months };
}
