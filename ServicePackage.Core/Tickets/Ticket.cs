using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Search;

namespace ServicePackage.Core.Tickets;

/// <summary>
/// A demand 诉求 of an enterprise, from being raised to being closed. Every change goes through <see cref="Make"/> or
/// <see cref="LetTimePass"/>; both follow <see cref="TicketProcedure"/>.
/// </summary>
public sealed partial class Ticket : ISearched
{
    private Ticket()
    {
    }

    public long Id { get; private set; }

    /// <summary>Its number, such as 2026-00001.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Raised by every change under the demand; a stale write is refused.</summary>
    public int Version { get; private set; }

    public long EnterpriseId { get; private set; }

    public Enterprise Enterprise { get; private set; } = null!;

    /// <summary>When it was raised (UTC).</summary>
    public DateTime RaisedAt { get; private set; }

    public long RaisedById { get; private set; }

    public Channel Channel { get; private set; }

    /// <summary>Its type; sets the handling limit.</summary>
    public TicketType Type { get; private set; }

    public long TopicId { get; private set; }

    public Topic Topic { get; private set; } = null!;

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string ContactName { get; private set; } = "";

    public string ContactPhone { get; private set; } = "";

    /// <summary>The first-asked person 首问责任人.</summary>
    public long FirstAskedId { get; private set; }

    /// <summary>The demand it follows on, or the one it repeats.</summary>
    public long? LinkedTicketId { get; private set; }

    /// <summary>Where it is in the procedure.</summary>
    public TicketState State { get; private set; }

    /// <summary>Where it was before proceedings.</summary>
    public TicketState? StateBefore { get; private set; }

    /// <summary>The lead unit 主办.</summary>
    public long? LeadUnitId { get; private set; }

    public long? OfficerId { get; private set; }

    /// <summary>Whether the lead unit has accepted it.</summary>
    public bool Accepted { get; private set; }

    /// <summary>True when the lead unit was named as final after repeated hand-backs.</summary>
    public bool FinalUnit { get; private set; }

    /// <summary>How often it was handed back.</summary>
    public int HandBacks { get; private set; }

    /// <summary>The handling cycle: 1, and 2 after reopening.</summary>
    public int Cycle { get; private set; }

    /// <summary>"Not done" answers in this cycle.</summary>
    public int NotDoneCount { get; private set; }

    /// <summary>Whether the enterprise has been asked for a supplement.</summary>
    public bool SupplementAsked { get; private set; }

    /// <summary>The type proposed and not yet decided.</summary>
    public TicketType? ProposedType { get; private set; }

    /// <summary>The statutory date proposed with it.</summary>
    public DateOnly? ProposedDay { get; private set; }

    /// <summary>The legal basis proposed with it.</summary>
    public string ProposedBasis { get; private set; } = "";

    /// <summary>The statutory date of an approval.</summary>
    public DateOnly? StatutoryDay { get; private set; }

    public string StatutoryBasis { get; private set; } = "";

    /// <summary>The statutory date first entered, once it was corrected.</summary>
    public DateOnly? FirstStatutoryDay { get; private set; }

    /// <summary>What was done, as last reported.</summary>
    public string Result { get; private set; } = "";

    /// <summary>A promise made with the result, and its day.</summary>
    public DateOnly? PromisedDay { get; private set; }

    /// <summary>When to ask after the promise (UTC).</summary>
    public DateTime? AskAfterPromiseAt { get; private set; }

    public string CannotBeMetReason { get; private set; } = "";

    /// <summary>The legal or factual basis of that.</summary>
    public string CannotBeMetBasis { get; private set; } = "";

    /// <summary>True when the written reply is owed because it cannot be met, false because of a bad rating.</summary>
    public bool ReplyBecauseNotMet { get; private set; }

    /// <summary>Whether the enterprise has told of proceedings that have neither been refused nor left since.</summary>
    public bool ProceedingsTold { get; private set; }

    /// <summary>Kind of proceedings entered.</summary>
    public ProceedingKind? Proceeding { get; private set; }

    public string CaseNumber { get; private set; } = "";

    /// <summary>When the lead unit last reported progress (UTC).</summary>
    public DateTime? LastProgressAt { get; private set; }

    /// <summary>When the next month's progress duty begins (UTC); null while none is owed. The sweep's index.</summary>
    public DateTime? NextMonthlyDutyAt { get; private set; }

    public RatingLevel? Rating { get; private set; }

    public string RatingReason { get; private set; } = "";

    /// <summary>When it was rated (UTC).</summary>
    public DateTime? RatedAt { get; private set; }

    public ClosedAs? ClosedAs { get; private set; }

    /// <summary>When it was closed or withdrawn (UTC).</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Whether it was reopened once.</summary>
    public bool Reopened { get; private set; }

    /// <summary>What it stands for beyond itself.</summary>
    public Marks Marks { get; private set; }

    /// <summary>True once level three of a Centre's clock put it on the next meeting's agenda.</summary>
    public bool OnAgenda { get; private set; }

    public List<TicketClock> Clocks { get; private set; } = [];

    public List<SupportingTask> Tasks { get; private set; } = [];

    public List<ReturnApplication> Returns { get; private set; } = [];

    public List<Referral> Referrals { get; private set; } = [];

    public List<Urge> Urges { get; private set; } = [];

    public List<WrittenReply> Replies { get; private set; } = [];

    /// <summary>The answers that were recorded for the enterprise.</summary>
    public List<SpokenAnswer> SpokenAnswers { get; private set; } = [];

    /// <summary>Whether it has neither been closed nor withdrawn.</summary>
    public bool IsOpen => TicketScopes.IsOpen.Holds(this);

    /// <summary>The supporting units, as their tasks name them; once the demand has ended also those whose tasks fell away with it.</summary>
    public IEnumerable<long> SupportingUnitIds =>
        Tasks.Where(t => t.State != SupportingTaskState.Cancelled || (ClosedAt is not null && t.EndedAt == ClosedAt)).Select(t => t.UnitId).Distinct();

    IReadOnlyList<string> ISearched.SearchedBy => [nameof(Number), nameof(Title), nameof(Text)];

    string IHistoried.Subject => nameof(Ticket);

    long IHistoried.SubjectId => Id;

    /// <summary>Whether the next decision on a return names the unit that keeps it, which only the Centre's lead does: it was handed back as often as may be.</summary>
    public bool NamesFinalUnit(ProcedureSettings limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return HandBacks >= limits.HandBacksBeforeLead;
    }

    /// <summary>The open clock of a kind, if any.</summary>
    public TicketClock? OpenClock(ClockKind kind) => Clocks.Find(c => c.Open && c.Kind == kind);

    /// <summary>When the lead unit received the demand (UTC): of dispatch, return decision, reassignment or reopening the last; null while no unit has it.</summary>
    public DateTime? ReceivedAt => Clocks.Where(c => c.Kind is ClockKind.Review or ClockKind.Handling && c.UnitId == LeadUnitId).Max(c => (DateTime?)c.StartedAt);
}

/// <summary>What demands are about; the town keeps the list.</summary>
public sealed class Topic
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    public string EnglishName { get; set; } = "";

    public int Order { get; set; }
}
