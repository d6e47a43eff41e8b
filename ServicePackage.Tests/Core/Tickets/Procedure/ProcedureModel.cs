using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using static ServicePackage.Core.Tickets.ClockKind;
using static ServicePackage.Core.Tickets.TicketState;
using Closing = ServicePackage.Core.Tickets.ClosedAs;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>
/// A second, simple telling of the clocks and moves to hold the procedure against: it counts down day by day and knows nothing of
/// the product's tables. Everything happens at 10:00; days close at 17:00. Units are numbered 1 to 3.
/// </summary>
internal sealed class ProcedureModel(WorkingCalendar calendar, DateOnly today)
{
    private readonly HashSet<int> _applied = [];
    private readonly HashSet<int> _extended = [];
    private readonly Dictionary<(ClockKind, int), int> _left = [];
    private readonly List<Countdown> _running = [new(Dispatch, 1)];
    private TicketState _before;
    private bool _told, _accepted, _hadAccepted, _final, _supplementAsked, _reopened;
    private int _handBacks, _notDone;
    private DateOnly? _duty, _skipped;
    private DateOnly _closedOn, _received;

    public TicketState State { get; private set; } = Raised;

    public ClosedAs? ClosedAs { get; private set; }

    public int Lead { get; private set; }

    public DateOnly Today { get; private set; } = today;

    public IEnumerable<ClockKind> Open => _running.Select(c => c.Kind).Order();

    public Countdown? Handling => _running.Find(c => c.Kind == ClockKind.Handling);

    private bool Course => _running.Exists(c => c.Kind == CourseDecision);

    private bool Deciding => _running.Exists(c => c.Kind == ProceedingsDecision);

    private bool Suable => State is not (Raised or InLegalProceedings or Closed or Withdrawn);

    private bool Window => _running.Exists(c => c.Kind == RefusalWindow);

    public bool Allows(Step step) => step.Move switch
    {
        Move.Dispatch => State == Raised,
        Move.Accept => State == Dispatched,
        Move.ApplyForReturn => State is Dispatched or InProgress && !_applied.Contains(Lead) && !_final && !Course && Today <= calendar.Add(_received, 3),
        Move.DecideReturn => State == ReturnRequested,
        Move.Reassign => (State is Dispatched or InProgress || (State == ReplyDue && !Window)) && step.Unit != Lead,
        Move.AskSupplement => State == InProgress && !_supplementAsked && !Course,
        Move.AnswerSupplement => State == AwaitingSupplement,
        Move.Complete or Move.ReportCannotBeMet => State == InProgress && !Course,
        Move.Extend => State == InProgress && !_extended.Contains(Lead) && !Handling!.Breached,
        Move.LetStand or Move.RefuseCannotBeMet => State == ReplyDue && Window,
        Move.ConfirmDone or Move.ConfirmNotDone => State == AwaitingConfirmation,
        Move.DecideCourse => State == InProgress && Course,
        Move.Rate => State == AwaitingRating,
        Move.RateLate => ClosedAs is Closing.Deemed or Closing.Unrated && Today <= _closedOn.AddDays(30),
        Move.Reopen => ClosedAs is Closing.Deemed && !_reopened && Today <= _closedOn.AddDays(30),
        Move.NoteContact => State == ReplyDue && _running.Exists(c => c.Kind == BadRatingContact),
        Move.Comment => State is not (Closed or Withdrawn),
        Move.NoteCall => State is AwaitingSupplement or AwaitingConfirmation or AwaitingRating && _running.Exists(c => c.Kind == Call),
        Move.TellProceedings => Suable && !_told,
        Move.ProposeProceedings => Suable && !_told && !Deciding,
        Move.EnterProceedings => Suable && !Deciding,
        Move.DecideProceedings => State is not (Closed or Withdrawn) && Deciding,
        Move.ContestProceedings => State == InLegalProceedings && !Deciding,
        Move.LeaveProceedings => State == InLegalProceedings,
        Move.Withdraw => Withdrawable(State) || Window || (State == InLegalProceedings && Withdrawable(_before)),
        Move.End => State is not (Closed or Withdrawn),
        _ => false,
    };

    public void Make(Step step)
    {
        switch (step.Move)
        {
            case Move.Dispatch:
                Stop(Dispatch);
                Receive(step.Unit);
                break;
            case Move.Accept:
                Stop(Review);
                (State, _accepted) = (InProgress, true);
                break;
            case Move.ApplyForReturn:
                Stop(Review);
                _applied.Add(Lead);
                (_handBacks, _hadAccepted, State) = (_handBacks + 1, _accepted, ReturnRequested);
                Handling!.Pause(PauseReason.Return, Today);
                Start(ReturnDecision, 2);
                break;
            case Move.DecideReturn:
                Stop(ReturnDecision);
                if (step.Unit == Lead)
                {
                    Resume(Handling!, PauseReason.Return);
                    State = _hadAccepted ? InProgress : Dispatched;
                    if (!_hadAccepted)
                    {
                        Start(Review, 1);
                    }
                }
                else
                {
                    PassTo(step.Unit);
                }

                _final = _handBacks >= 2;
                break;
            case Move.Reassign when State == ReplyDue:
                HandOn(ClockKind.WrittenReply);
                (Lead, _final) = (step.Unit, false);
                Start(ClockKind.WrittenReply, LeftTo(ClockKind.WrittenReply));
                break;
            case Move.Reassign:
                PassTo(step.Unit);
                break;
            case Move.AskSupplement:
                (_supplementAsked, State) = (true, AwaitingSupplement);
                Handling!.Pause(PauseReason.Supplement, Today);
                Start(Supplement, 5);
                break;
            case Move.AnswerSupplement:
                EndSupplement(false);
                break;
            case Move.Complete:
                _skipped = _running.Exists(c => c is { Kind: MonthlyProgress, Breached: false }) ? Today : _skipped;
                Stop(MonthlyProgress);
                Handling!.Pause(PauseReason.Suspended, Today);
                State = AwaitingConfirmation;
                Start(Confirmation, 3);
                break;
            case Move.ReportCannotBeMet:
                Handling!.Pause(PauseReason.Suspended, Today);
                State = ReplyDue;
                Start(RefusalWindow, 2);
                break;
            case Move.Extend:
                Handling!.Left += 2;
                _extended.Add(Lead);
                break;
            case Move.LetStand:
                Stand();
                break;
            case Move.RefuseCannotBeMet:
                Stop(RefusalWindow);
                GoOn();
                break;
            case Move.ConfirmDone:
                Stop(Confirmation, Deeming, ClockKind.Handling, MonthlyProgress);
                (State, _duty) = (AwaitingRating, null);
                Start(Rating, 15);
                break;
            case Move.ConfirmNotDone:
                Stop(Confirmation, Deeming);
                GoOn();
                if (++_notDone >= 2)
                {
                    Start(CourseDecision, 2);
                }

                break;
            case Move.DecideCourse:
                Stop(CourseDecision);
                if (step.Unit != Lead)
                {
                    PassTo(step.Unit);
                }

                break;
            case Move.Rate or Move.RateLate when step.Good:
                Close(Closing.Rated);
                break;
            case Move.Rate or Move.RateLate:
                Stop(Rating);
                (State, ClosedAs) = (ReplyDue, null);
                Start(BadRatingContact, 1);
                Start(ClockKind.WrittenReply, 15);
                break;
            case Move.Reopen:
                (State, ClosedAs, _reopened, _notDone, _received) = (InProgress, null, true, 0, Today);
                _left.Clear();
                _extended.Clear();
                Start(ClockKind.Handling, 15);
                break;
            case Move.NoteContact:
                Stop(BadRatingContact);
                break;
            case Move.Comment:
                if (_running.Find(c => c is { Running: true, Held: false, Kind: Supplement or Confirmation or Deeming or Rating }) is { } held)
                {
                    held.Held = true;
                    held.Pause(PauseReason.Call, Today);
                    Start(Call, 2);
                }

                break;
            case Move.NoteCall:
                Stop(Call);
                _running.ForEach(c => Resume(c, PauseReason.Call));
                break;
            case Move.TellProceedings:
                _told = true;
                if (!Deciding)
                {
                    Start(ProceedingsDecision, 2);
                }

                break;
            case Move.ProposeProceedings or Move.ContestProceedings:
                Start(ProceedingsDecision, 2);
                break;
            case Move.DecideProceedings when step.Good == (State == InLegalProceedings):
                Stop(ProceedingsDecision);
                _told = State == InLegalProceedings && _told;
                break;
            case Move.EnterProceedings or Move.DecideProceedings when State != InLegalProceedings:
                Stop(ProceedingsDecision);
                _running.FindAll(c => c.Kind is not MonthlyProgress).ForEach(c => c.Pause(PauseReason.Proceedings, Today));
                (_before, State) = (State, InLegalProceedings);
                Start(LegalDate, 1000);
                break;
            case Move.LeaveProceedings or Move.DecideProceedings:
                Stop(LegalDate, ProceedingsDecision);
                _running.ForEach(c => Resume(c, PauseReason.Proceedings));
                (State, _told) = (_before, false);
                break;
            case Move.Withdraw:
                Close(null);
                State = Withdrawn;
                break;
            case Move.End:
                Close(Closing.Ended);
                break;
        }

        if (!_running.Exists(c => c.PausedFor.HasFlag(PauseReason.Call)))
        {
            Stop(Call);
        }
    }

    /// <summary>From 10:00 to 10:00 of the next day.</summary>
    public void PassDay()
    {
        if (calendar.IsWorkingDay(Today))
        {
            foreach (var clock in _running.Where(c => c.Running && c.Left <= 0 && !c.Breached).ToList())
            {
                FallDue(clock);
            }
        }

        Today = Today.AddDays(1);
        if (calendar.IsWorkingDay(Today))
        {
            _running.FindAll(c => c.Running).ForEach(c => c.Left--);
        }

        if (_duty == Today)
        {
            _duty = FirstOfNextMonth();
            if (Handling is { } handling && !handling.PausedFor.HasFlag(PauseReason.Suspended))
            {
                Start(MonthlyProgress, 0);
            }
            else
            {
                _skipped = Today;
            }
        }
    }

    private void FallDue(Countdown clock)
    {
        clock.Breached = true;
        switch (clock.Kind)
        {
            case ClockKind.Handling:
                _duty ??= FirstOfNextMonth();
                break;
            case Supplement:
                EndSupplement(true);
                break;
            case RefusalWindow:
                Stand();
                break;
            case Confirmation:
                Stop(Confirmation);
                Start(Deeming, 5);
                break;
            case Deeming:
                Close(Closing.Deemed);
                break;
            case Rating:
                Close(Closing.Unrated);
                break;
        }
    }

    private static bool Withdrawable(TicketState state) =>
        state is Raised or Dispatched or InProgress or ReturnRequested or AwaitingSupplement or AwaitingConfirmation;

    private DateOnly FirstOfNextMonth() => calendar.FirstOfMonth(new DateOnly(Today.Year, Today.Month, 1).AddMonths(1));

    private void EndSupplement(bool afterClose)
    {
        Stop(Supplement);
        State = InProgress;
        Resume(Handling!, PauseReason.Supplement, afterClose);
    }

    private void Stand()
    {
        Stop(RefusalWindow, ClockKind.Handling, MonthlyProgress);
        _duty = null;
        Start(ClockKind.WrittenReply, 15);
    }

    private void PassTo(int unit)
    {
        Stop(CourseDecision, Review);
        HandOn(ClockKind.Handling);
        Receive(unit);
    }

    private void Receive(int unit)
    {
        (Lead, State, _accepted, _final, _received) = (unit, Dispatched, false, false, Today);
        Start(Review, 1);
        Start(ClockKind.Handling, LeftTo(ClockKind.Handling));
    }

    private void HandOn(ClockKind kind)
    {
        _left[(kind, Lead)] = _running.Find(c => c.Kind == kind) is { Breached: false, Left: var left } ? left : 0;
        Stop(kind);
    }

    private int LeftTo(ClockKind kind) => _left.TryGetValue((kind, Lead), out var left) ? Math.Max(1, left) : 15;

    private void GoOn()
    {
        Resume(Handling!, PauseReason.Suspended);
        State = InProgress;
        if (_skipped is { } day && (day.Year, day.Month) == (Today.Year, Today.Month))
        {
            Start(MonthlyProgress, 1);
        }

        _skipped = null;
    }

    private void Close(ClosedAs? how)
    {
        _running.Clear();
        (State, ClosedAs, _closedOn, _duty, _told) = (Closed, how, Today, null, false);
    }

    private void Start(ClockKind kind, int days) => _running.Add(new Countdown(kind, days));

    private void Stop(params ClockKind[] kinds) => _running.RemoveAll(c => kinds.Contains(c.Kind));

    private void Resume(Countdown clock, PauseReason reason, bool afterClose = false)
    {
        var late = clock.Resume(reason, Today, calendar.IsWorkingDay(Today)) && afterClose;
        if (late && clock.Running && clock.Left <= 0 && !clock.Breached)
        {
            FallDue(clock);
        }
    }
}

/// <summary>Something tried: a move with the unit it names.</summary>
internal sealed record Step(Move Move, int Unit, bool Good);

/// <summary>A clock of the model: working days left after today.</summary>
internal sealed class Countdown(ClockKind kind, int left)
{
    private DateOnly _pausedOn;
    private bool _minimumGiven;

    public ClockKind Kind { get; } = kind;

    public int Left { get; set; } = left;

    public bool Breached { get; set; }

    /// <summary>Whether a comment has made it stand still before.</summary>
    public bool Held { get; set; }

    public PauseReason PausedFor { get; private set; }

    public bool Running => PausedFor == PauseReason.None;

    public void Pause(PauseReason reason, DateOnly today)
    {
        _pausedOn = Running ? today : _pausedOn;
        PausedFor |= reason;
    }

    /// <summary>True when it runs again.</summary>
    public bool Resume(PauseReason reason, DateOnly today, bool workingDay)
    {
        var was = PausedFor;
        PausedFor &= ~reason;
        if (was == PauseReason.None || !Running || Breached || today == _pausedOn)
        {
            return was != PauseReason.None && Running;
        }

        if (Left < 1 && !_minimumGiven)
        {
            (Left, _minimumGiven) = (1, true);
        }
        else if (Left < 1 && !workingDay)
        {
            Left = 1; // nothing left, on a rest day: the next working day
        }

        return true;
    }
}
