using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Organisations;

namespace ServicePackage.Core.Tickets;

/// <summary>A demand as its page shows it to one reader.</summary>
public sealed record TicketView
{
    /// <summary>Its key, by which open screens hear that it was changed.</summary>
    public required long Id { get; init; }

    public required string Number { get; init; }

    /// <summary>The version shown; sent back with each move.</summary>
    public required int Version { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required TicketType Type { get; init; }

    public required string Topic { get; init; }

    public required string TopicEnglish { get; init; }

    public required Channel Channel { get; init; }

    public required TicketState State { get; init; }

    /// <summary>Where it was before proceedings.</summary>
    public TicketState? StateBefore { get; init; }

    public ClosedAs? ClosedAs { get; init; }

    /// <summary>When it was closed or withdrawn (UTC).</summary>
    public DateTime? ClosedAt { get; init; }

    /// <summary>When it was raised (UTC).</summary>
    public required DateTime RaisedAt { get; init; }

    /// <summary>Working days since it was raised, until now or its end; the day of raising not counted.</summary>
    public required int DaysSinceRaised { get; init; }

    public required int Cycle { get; init; }

    /// <summary>How often it was handed back.</summary>
    public required int HandBacks { get; init; }

    /// <summary>Whether the next decision on a return names the unit that keeps it: it was handed back as often as may be.</summary>
    public required bool NamesFinalUnit { get; init; }

    public required long EnterpriseId { get; init; }

    public required string EnterpriseName { get; init; }

    /// <summary>Whether the reader sees the enterprise's file as well; a unit does while the demand is open.</summary>
    public required bool EnterpriseOpens { get; init; }

    public required EnterpriseTier Tier { get; init; }

    public required string ContactName { get; init; }

    /// <summary>Their telephone; empty for readers whose work does not need it (ContactPersonAccess).</summary>
    public required string ContactPhone { get; init; }

    /// <summary>The demand it follows on or repeats, where the reader sees it.</summary>
    public string? LinkedNumber { get; init; }

    /// <summary>The lead unit 主办.</summary>
    public UnitView? Lead { get; init; }

    public PersonView? Officer { get; init; }

    /// <summary>The supporting units' tasks 协办.</summary>
    public required IReadOnlyList<TaskView> Tasks { get; init; }

    /// <summary>The first-asked person 首问责任人.</summary>
    public PersonView? FirstAsked { get; init; }

    /// <summary>The butler, or who stands in.</summary>
    public ButlerCard? Butler { get; init; }

    /// <summary>The clocks, the open ones first, the most urgent first.</summary>
    public required IReadOnlyList<ClockView> Clocks { get; init; }

    /// <summary>The story, the newest first.</summary>
    public required IReadOnlyList<TimelineItem> Timeline { get; init; }

    /// <summary>The moves open to the reader, in the order of the table.</summary>
    public required IReadOnlyList<MoveRule> Moves { get; init; }

    /// <summary>Moves of the reader's that the demand waits for and that something still stands in the way of, with the reason.</summary>
    public required IReadOnlyList<BlockedMove> Blocked { get; init; }

    public required IReadOnlyList<AttachmentItem> Attachments { get; init; }

    /// <summary>What was done, as last reported.</summary>
    public string Result { get; init; } = "";

    /// <summary>The day promised with the result.</summary>
    public DateOnly? PromisedDay { get; init; }

    /// <summary>The type proposed and not yet decided.</summary>
    public TicketType? ProposedType { get; init; }

    /// <summary>The statutory date of an approval.</summary>
    public DateOnly? StatutoryDay { get; init; }

    public string StatutoryBasis { get; init; } = "";

    /// <summary>The statutory date first entered, once it was corrected.</summary>
    public DateOnly? FirstStatutoryDay { get; init; }

    public string CannotBeMetReason { get; init; } = "";

    /// <summary>The legal or factual basis of that.</summary>
    public string CannotBeMetBasis { get; init; } = "";

    public ProceedingKind? Proceeding { get; init; }

    public string CaseNumber { get; init; } = "";

    public RatingLevel? Rating { get; init; }

    public string RatingReason { get; init; } = "";

    public ReplyView? Reply { get; init; }

    /// <summary>What it stands for; none for an enterprise.</summary>
    public Marks Marks { get; init; }

    /// <summary>Whether it is on the next meeting's agenda.</summary>
    public bool OnAgenda { get; init; }

    /// <summary>The answers recorded for the enterprise that it can still contradict.</summary>
    public IReadOnlyList<RecordedAnswer> Recorded { get; init; } = [];

    /// <summary>Working days in which an answer recorded now can be contradicted.</summary>
    public required int ContradictWithin { get; init; }

    /// <summary>Whether somebody of the enterprise has an account, and so answers itself.</summary>
    public required bool EnterpriseHasAccount { get; init; }

    /// <summary>Whether the reader speaks for the enterprise.</summary>
    public required bool ReaderIsEnterprise { get; init; }

    /// <summary>Whether it has neither been closed nor withdrawn.</summary>
    public bool IsOpen => State.IsOpenState();

    /// <summary>The English names of the town's organisations by their Chinese ones, for those that have one: history keeps names as they were.</summary>
    public required IReadOnlyDictionary<string, string> EnglishNames { get; init; }

    /// <summary>The instant of reading (UTC, the town's time).</summary>
    public required DateTime ReadAt { get; init; }
}

/// <summary>A move that is the reader's to make, and why not yet.</summary>
public sealed record BlockedMove(Move Move, Operations.Refusal Reason);

/// <summary>A unit on a demand's page.</summary>
public sealed record UnitView(long Id, string Name, string EnglishName, string Phone)
{
    /// <summary>These organisations by their kind, in the order in which the kinds are declared, then by name.</summary>
    internal static async Task<List<UnitView>> OfAsync(IQueryable<Organisation> organisations, CancellationToken cancellation)
    {
        var units = await organisations.OrderBy(o => o.SortKey).ThenBy(o => o.Id)
            .Select(o => new { o.Kind, View = new UnitView(o.Id, o.Name, o.EnglishName, o.Phone) })
            .ToListAsync(cancellation);
        return [.. units.OrderBy(u => u.Kind).Select(u => u.View)];
    }
}

/// <summary>A person on a demand's page.</summary>
public sealed record PersonView(long AccountId, string Name, string Where, string Phone);

/// <summary>A supporting task on a demand's page.</summary>
public sealed record TaskView(long Id, UnitView Unit, string Officer, string Text, SupportingTaskState State, string Answer, ClockView? Clock);

/// <summary>The written reply on a demand's page.</summary>
public sealed record ReplyView(
    string Unit, bool FiledByCentre, DateTime FiledAt, string Text, AttachmentItem? Scan, string Improvement, string ImprovementBy, DateOnly? ImprovementUntil, string WhyNothing);

/// <summary>One entry of the story.</summary>
/// <param name="Sequence">Its place in the history.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Who">The person's name; empty for the system.</param>
/// <param name="Where">Where the person belongs.</param>
/// <param name="FromEnterprise">Whether an enterprise's person acted.</param>
/// <param name="Move">The move; null for a level of escalation.</param>
/// <param name="Internal">True when the enterprise does not read it.</param>
/// <param name="Entry">What was given and what it led to.</param>
/// <param name="Attachments">The files given with it.</param>
public sealed record TimelineItem(
    int Sequence, DateTime At, string Who, string Where, bool FromEnterprise, Move? Move, bool Internal, TicketEntry Entry, IReadOnlyList<AttachmentItem> Attachments)
{
    /// <summary>Whether somebody of the town recorded an answer of the enterprise; how it was given is said since answers can be contradicted.</summary>
    public bool IsSpoken => !FromEnterprise && (Entry.Given?.Way is not null || Move is Tickets.Move.ConfirmDone or Tickets.Move.ConfirmNotDone);

    /// <summary>Whether the enterprise contradicted the answer that it is: it no longer counts.</summary>
    public bool IsUndone { get; init; }

    /// <summary>Whether its text is for the town's own people.</summary>
    public bool IsTextWithin => Move is { } move && TicketProcedure.IsTextWithin(move);

    /// <summary>Whether it is of a question or an answer.</summary>
    public bool IsTalk => Move is Tickets.Move.Comment or Tickets.Move.AskSupplement or Tickets.Move.AnswerSupplement;

    /// <summary>Whether it tells of progress.</summary>
    public bool IsProgress => Move is Tickets.Move.ReportProgress or Tickets.Move.Complete or Tickets.Move.FinishTask or Tickets.Move.RecordReferralOutcome;
}

/// <summary>An answer that was recorded for the enterprise.</summary>
/// <param name="Move">The answer.</param>
/// <param name="Name">Who recorded it.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Until">The last day (Shanghai) on which the enterprise can contradict it.</param>
public sealed record RecordedAnswer(Move Move, string Name, DateTime At, DateOnly Until);
