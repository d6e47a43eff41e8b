using System.Reflection;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Core.WorkingTime;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>
/// A walk through every situation that eight acts can bring a demand into, by whomever, with days that pass between: an open demand always has a
/// clock that runs, and whoever holds one can make the move it waits for. Dates are left out of what makes two situations the same.
/// </summary>
public sealed class SituationTests
{
    private const long Lead = 1;
    private const long Other = 2;
    private const long Helper = 3;

    private static readonly ProcedureSettings Limits = new();
    private static readonly Relation[] People =
        [Relation.Enterprise, Relation.FirstAsked, Relation.Centre | Relation.CentreLead, Relation.LeadUnit | Relation.LeadLiaison, Relation.SupportingUnit | Relation.SupportingLiaison];

    /// <summary>Acts that change nothing a clock or a later act asks after.</summary>
    private static readonly Move[] Idle =
    [
        Move.Assign, Move.ReferUpward, Move.RecordReferralOutcome, Move.Remind, Move.Mark, Move.HandOnFirstAsked, Move.CorrectStatutory, Move.SetType, Move.Raise, Move.MergeUnit, Move.AmendCalendar,
    ];

    [Theory]
    [InlineData(8, false, 100_000)]
    [InlineData(6, true, 10_000)] // the enterprise answers itself, and the Centre records in the place of a first-asked person who handles the demand
    public void OpenDemands_InEverySituation_HaveARunningClock_AndItsHolderAMove(int depths, bool accounts, int least)
    {
        var seen = new HashSet<string>();
        var faults = new List<string>();
        var here = new List<Situation> { Situation.First(accounts) };
        for (var depth = 1; depth <= depths; depth++)
        {
            var next = new List<Situation>();
            foreach (var situation in here.SelectMany(s => s.Next()))
            {
                if (!seen.Add(situation.Key))
                {
                    continue;
                }

                faults.AddRange(situation.Faults());
                next.Add(situation);
            }

            here = next;
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(30)));
        Assert.True(seen.Count > least, $"{seen.Count} situations");
    }

    /// <summary>A demand at an instant, and how it came to it.</summary>
    private sealed record Situation(Ticket Demand, DateTime Now, string Story, bool Accounts)
    {
        private static readonly MethodInfo Raise = typeof(Ticket).GetMethod("Raise", BindingFlags.Static | BindingFlags.NonPublic)!;
        private static readonly MethodInfo Copy = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

        public string Key => string.Join('|',
            Demand.State, Demand.StateBefore, Demand.ClosedAs, Demand.Cycle, Demand.LeadUnitId, Demand.Accepted, Demand.FinalUnit, Math.Min(Demand.HandBacks, 3), Math.Min(Demand.NotDoneCount, 2),
            Demand.SupplementAsked, Demand.ProposedType, Demand.ReplyBecauseNotMet, Demand.ProceedingsTold, Demand.Reopened, Demand.NextMonthlyDutyAt is not null,
            string.Join(',', Demand.Clocks.Where(c => c.Open).Select(c => $"{c.Kind}{c.Holder}{c.UnitId}{c.PausedFor}{c.BreachedAt is not null}{c.Held}").Order(StringComparer.Ordinal)),
            string.Join(',', Demand.Tasks.Select(t => t.State)), Demand.Urges.Count(u => u.AnsweredAt is null), string.Join(',', Demand.Returns.Select(r => $"{r.UnitId}{r.DecidedAt is null}")),
            string.Join(',', Demand.Contradictable(Moment(Now)).Select(s => $"{s.Move}{s.Before!.State}")));

        public static Situation First(bool accounts)
        {
            var now = TownTime.At(new DateOnly(2026, 3, 2), new TimeOnly(10, 0));
            var input = new RaiseInput { Channel = Channel.Online, Type = TicketType.Coordination, TopicId = 1, Title = "厂区门口道路积水", Text = "请求协调。", ContactName = "陈晓明", ContactPhone = "13800000000" };
            return new Situation((Ticket)Raise.Invoke(null, [input, "2026-00001", 1L, 1L, null, Moment(now)])!, now, "Raise", accounts);
        }

        public IEnumerable<Situation> Next() => Acts().Concat(new[] { 1, 6, 25 }.Select(After));

        public IEnumerable<string> Faults()
        {
            if (!Demand.IsOpen)
            {
                yield break;
            }

            var running = Demand.Clocks.Where(c => c is { Open: true, Paused: false }).ToList();
            if (running.Count == 0)
            {
                yield return $"{Story}: {Demand.State} and no clock runs";
            }

            foreach (var (thing, kind, count) in Measured())
            {
                if (count != Demand.Clocks.Count(c => c.Open && c.Kind == kind))
                {
                    yield return $"{Story}: {count} {thing} and {Demand.Clocks.Count(c => c.Open && c.Kind == kind)} clocks {kind}";
                }
            }

            var open = Demand.Clocks.Where(c => c.Open).Select(c => c.Kind).ToList();
            foreach (var clock in running.Where(c => !ClockRules.For(c.Kind).After.Any(open.Contains)))
            {
                var holder = Holder(clock);
                var steps = ClockRules.For(clock.Kind).Ends.Concat(clock.Kind == ClockKind.Handling ? [Move.Accept] : []);
                if (!steps.Any(s => TicketProcedure.Find(Demand, s, Act(holder, new MoveInput())).Rule is not null))
                {
                    yield return $"{Story}: {clock.Kind} waits on {holder}, who can end it by nothing";
                }
            }
        }

        /// <summary>What is open and has to have a clock of its own, and how many of it.</summary>
        private (string Thing, ClockKind Kind, int Count)[] Measured() =>
        [
            ("open tasks", ClockKind.SupportingTask, Demand.Tasks.Count(t => t.State == SupportingTaskState.Open)),
            ("unanswered urges", ClockKind.Urge, Demand.Reopened || Story.Contains(nameof(Move.RateLate), StringComparison.Ordinal) ? Demand.Clocks.Count(c => c is { Open: true, Kind: ClockKind.Urge }) : Demand.Urges.Count(u => u.AnsweredAt is null)), // what was left unanswered at the end is not asked for any more
            ("proposals of a type", ClockKind.TypeDecision, Demand.ProposedType is null ? 0 : 1),
            ("returns to decide", ClockKind.ReturnDecision, Demand.Returns.Count(r => r.DecidedAt is null)),
            ("states to review", ClockKind.Review, Waits == TicketState.Dispatched ? 1 : 0),
            ("supplements awaited", ClockKind.Supplement, Waits == TicketState.AwaitingSupplement ? 1 : 0),
            ("ratings awaited", ClockKind.Rating, Waits == TicketState.AwaitingRating ? 1 : 0),
            ("states in hand", ClockKind.Handling, Waits is TicketState.Raised or TicketState.AwaitingRating or TicketState.ReplyDue && !Demand.Clocks.Exists(c => c is { Open: true, Kind: ClockKind.RefusalWindow }) ? 0 : 1),
        ];

        private TicketState Waits => Demand.StateBefore ?? Demand.State;

        private static Moment Moment(DateTime now) => new(now, Published.Calendar, Limits, 1);

        private static Relation Holder(TicketClock clock) => clock.Holder switch
        {
            ClockHolder.Centre => Relation.Centre | Relation.CentreLead,
            ClockHolder.Unit => clock.Task is null ? Relation.LeadUnit | Relation.LeadLiaison : Relation.SupportingUnit | Relation.SupportingLiaison,
            ClockHolder.FirstAsked => Relation.FirstAsked,
            ClockHolder.Enterprise => Relation.Enterprise,
            _ => throw new InvalidOperationException($"{clock.Holder}"),
        };

        private MoveAct Act(Relation who, MoveInput given) =>
            new(given, who, Moment(Now)) { UnitIds = who.HasFlag(Relation.LeadUnit) ? [Demand.LeadUnitId ?? 0] : who.HasFlag(Relation.SupportingUnit) ? [Helper] : [], FirstAskedHandles = Accounts, EnterpriseHasAccount = Accounts };

        private IEnumerable<Situation> Acts() =>
            from who in People
            where (who & Relation.LeadUnit) == 0 || Demand.LeadUnitId is not null
            from move in Enum.GetValues<Move>().Except(Idle)
            where TicketProcedure.Find(Demand, move, Act(who, new MoveInput())).Rule is not null
            from given in Inputs(move, who)
            where TicketProcedure.Find(Demand, move, Act(who, given)).Rule is not null
            select Made(move, who, given);

        private IEnumerable<MoveInput> Inputs(Move move, Relation who)
        {
            var (day, at, other) = (Published.Calendar.Add(TownTime.DayOf(Now), 10), TownTime.Local(Now), Demand.LeadUnitId == Lead ? Other : Lead);
            MoveInput With(Action<MoveInput>? set = null)
            {
                var given = new MoveInput { Text = "情况说明如下，请知悉。", ForEnterprise = "请知悉。", WithWhom = "陈晓明", When = at, Way = ContactWay.Telephone, Basis = "规划", ScanId = Guid.Empty, CaseNumber = "1号" };
                set?.Invoke(given);
                return given;
            }

            return move switch
            {
                Move.Comment when !who.HasFlag(Relation.Enterprise) => [],
                Move.ReportProgress when Demand.OpenClock(ClockKind.MonthlyProgress) is null => [],
                Move.Dispatch => [With(g => g.UnitId = Lead), With(g => (g.UnitId, g.SupportingUnitIds) = (Lead, [Helper]))],
                Move.DecideReturn => [With(g => g.UnitId = Lead), With(g => g.UnitId = Other)],
                Move.Reassign => [With(g => g.UnitId = other), With(g => (g.UnitId, g.CarryTasks) = (other, true))],
                Move.DecideCourse => [With(g => g.Course = Course.Continue), With(g => (g.Course, g.UnitId) = (Course.Redispatch, other)), With(g => g.Course = Course.CannotBeMet)],
                Move.GiveTask => Demand.Tasks.Count > 0 ? [] : [With(g => g.UnitId = Helper)],
                Move.FinishTask or Move.DeclineTask or Move.WaiveTask or Move.GiveBackTask => Demand.Tasks.Select(t => With(g => g.AboutId = t.Id)),
                Move.AnswerUrge => Demand.Urges.Select(u => With(g => g.AboutId = u.Id)),
                Move.Urge => Demand.Urges.Count > 0 ? [] : [With(g => g.Day = day)],
                Move.ProposeType => [With(g => g.Type = TicketType.Consultation)],
                Move.DecideType or Move.Rule => [With(g => g.Agreed = true)],
                Move.DecideProceedings => [With(g => (g.Agreed, g.Proceeding, g.Day) = (true, ProceedingKind.Litigation, day)), With(g => g.Agreed = false)],
                Move.EnterProceedings or Move.ChangeLegalDate => [With(g => (g.Proceeding, g.Day) = (ProceedingKind.Litigation, day))],
                Move.Extend => [With(g => g.Days = 2)],
                Move.Rate or Move.RateLate => [With(g => g.Rating = RatingLevel.Satisfied), With(g => g.Rating = RatingLevel.Dissatisfied)],
                Move.Contradict => Demand.Contradictable(Moment(Now)).Select(s => With(g => g.AboutId = s.Id)),
                _ => [With()],
            };
        }

        private Situation Made(Move move, Relation who, MoveInput given)
        {
            var demand = Copied();
            var refusal = demand.Make(move, Act(who, given));
            Assert.True(refusal is null, $"{Story}, {move}: {refusal?.Code}");
            Number(demand);
            return new Situation(demand, Now.AddMinutes(1), $"{Story}, {move}", Accounts);
        }

        private Situation After(int workingDays)
        {
            var demand = Copied();
            var now = TownTime.At(Published.Calendar.Add(TownTime.DayOf(Now), workingDays), new TimeOnly(10, 0));
            demand.LetTimePass(Moment(now) with { ActorId = null });
            Number(demand);
            return new Situation(demand, now, $"{Story}, {workingDays} days", Accounts);
        }

        /// <summary>As the store would: parts get their keys, and clocks name what they measure.</summary>
        private static void Number(Ticket demand)
        {
            NumberOf(demand.Tasks);
            NumberOf(demand.Urges);
            NumberOf(demand.SpokenAnswers);
            NumberOf(demand.Clocks);
            foreach (var clock in demand.Clocks)
            {
                Set(clock, nameof(TicketClock.TaskId), clock.Task?.Id);
                Set(clock, nameof(TicketClock.UrgeId), clock.Urge?.Id);
            }
        }

        private static void NumberOf<T>(List<T> parts)
            where T : class
        {
            for (var i = 0; i < parts.Count; i++)
            {
                Set(parts[i], "Id", (long)i + 1);
            }
        }

        private Ticket Copied()
        {
            var demand = Of(Demand);
            var tasks = Demand.Tasks.ToDictionary(t => t, Of);
            var urges = Demand.Urges.ToDictionary(u => u, Of);
            Set(demand, nameof(Ticket.Tasks), tasks.Values.ToList());
            Set(demand, nameof(Ticket.Urges), urges.Values.ToList());
            Set(demand, nameof(Ticket.Returns), Demand.Returns.ConvertAll(Of));
            Set(demand, nameof(Ticket.Referrals), Demand.Referrals.ConvertAll(Of));
            Set(demand, nameof(Ticket.Replies), Demand.Replies.ConvertAll(Of));
            Set(demand, nameof(Ticket.SpokenAnswers), Demand.SpokenAnswers.ConvertAll(Of));
            Set(demand, nameof(Ticket.Clocks), Demand.Clocks.ConvertAll(c =>
            {
                var clock = Of(c);
                Set(clock, nameof(TicketClock.Pauses), c.Pauses.ConvertAll(Of));
                Set(clock, nameof(TicketClock.Task), c.Task is { } task ? tasks[task] : null);
                Set(clock, nameof(TicketClock.Urge), c.Urge is { } urge ? urges[urge] : null);
                return clock;
            }));
            return demand;
        }

        private static T Of<T>(T part)
            where T : class => (T)Copy.Invoke(part, null)!;

        private static void Set(object of, string property, object? value) => of.GetType().GetProperty(property)!.SetValue(of, value);
    }
}
