using CsCheck;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Core.WorkingTime;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Tickets;

/// <summary>Random sequences of moves and days against <see cref="ProcedureModel"/>; after each the history must verify.</summary>
public sealed class ProcedureProperties : TicketTests, IClassFixture<SqliteDatabase>
{
    private static readonly Move[] Moves =
    [
        Move.Dispatch, Move.Accept, Move.ApplyForReturn, Move.DecideReturn, Move.Reassign, Move.AskSupplement, Move.AnswerSupplement,
        Move.Complete, Move.ReportCannotBeMet, Move.Extend, Move.LetStand, Move.RefuseCannotBeMet, Move.ConfirmDone, Move.ConfirmNotDone,
        Move.DecideCourse, Move.Rate, Move.RateLate, Move.Reopen, Move.NoteContact, Move.EnterProceedings, Move.LeaveProceedings, Move.TellProceedings, Move.ProposeProceedings, Move.Comment, Move.NoteCall, Move.DecideProceedings, Move.ContestProceedings,
        Move.Withdraw, Move.End,
    ];

    /// <summary>A step: a choice among the moves open (or among all of them, one time in six), a unit, and the days that pass before.</summary>
    private static readonly Gen<(int Pick, int Wild, int Unit, int Days)[]> Scripts =
        Gen.Select(Gen.Int[0, 999], Gen.Int[0, 5], Gen.Int[1, 3], Gen.OneOf(Gen.Const(0), Gen.Int[0, 3], Gen.Int[4, 20])).Array[8, 24];

    private readonly Organisation[] _units;
    private readonly Caller[] _officers;

    public ProcedureProperties(SqliteDatabase database)
        : base(database)
    {
        _units = [Unit, Town.Unit("规土所"), Town.Unit("经发办")];
        _officers = [.. _units.Select(Town.Officer)];
    }

    [Fact]
    public async Task Moves_InAnyOrderOverAnyDays_AgreeWithTheModel()
    {
        await Scripts.SampleAsync(RunAsync, iter: 14, threads: 1);
        Assert.True((await new HistoryVerifier(Town.Contexts).VerifyAsync(Cancellation)).Done);
    }

    private async Task RunAsync((int Pick, int Wild, int Unit, int Days)[] script)
    {
        BeginAt(new DateOnly(2026, 9, 21), new TimeOnly(10, 0)); // Mid-Autumn and National Day lie ahead
        var number = await RaisedAsync();
        var model = new ProcedureModel(Published.Calendar, Town.Clock.Today);
        foreach (var (pick, wild, unit, days) in script)
        {
            for (var i = 0; i < days; i++)
            {
                model.PassDay();
            }

            await GoToAsync(model.Today, new TimeOnly(10, 0));
            await AgreeAsync(number, model, $"{days} days");
            Step At(Move move) => new(move, unit, pick % 2 == 0);
            var open = Moves.Where(m => m is not (Move.Withdraw or Move.End) || pick % 10 == 0).Where(m => model.Allows(At(m))).ToList();
            var step = At(wild == 0 || open.Count == 0 ? Moves[pick % Moves.Length] : open[pick % open.Count]);
            var (allowed, lead) = (model.Allows(step), model.Lead);
            var outcome = await MakeAsync(Who(step.Move, lead), number, step.Move, Input(step, lead));
            Assert.True(allowed == outcome.Done, $"{step} in {model.State}: {outcome.Refusal?.Code ?? "done"}");
            if (allowed)
            {
                model.Make(step);
            }

            await AgreeAsync(number, model, step.ToString());
        }
    }

    private async Task AgreeAsync(string number, ProcedureModel model, string after)
    {
        var stored = await StoredAsync(number);
        Assert.True((model.State, model.ClosedAs) == (stored.State, stored.ClosedAs), $"after {after}: {model.State} {model.ClosedAs} but {stored.State} {stored.ClosedAs}");
        Assert.True(model.Open.SequenceEqual(stored.Clocks.Where(c => c.Open).Select(c => c.Kind).Order()),
            $"after {after}, {stored.State}: {string.Join(' ', model.Open)} but {string.Join(' ', stored.Clocks.Where(c => c.Open).Select(c => c.Kind).Order())}");
        var moment = new Moment(Town.Clock.Now, Published.Calendar, new ProcedureSettings());
        Assert.All(stored.Clocks, c => Assert.True(c.Explain(moment).Agrees, $"after {after}: the due day of {c.Kind} {c.PausedFor} {c.Outcome} is said to come from an amendment, and there was none"));
        if (model.Handling is { } expected)
        {
            var handling = stored.Clocks.Single(c => c is { Open: true, Kind: ClockKind.Handling });
            Assert.True((_units[model.Lead - 1].Id, expected.PausedFor, expected.Breached) == (handling.UnitId, handling.PausedFor, handling.BreachedAt is not null),
                $"after {after}: {model.Lead} {expected.PausedFor} {expected.Breached} but {handling.PausedFor} {handling.BreachedAt}");
            if (expected is { Running: true, Breached: false })
            {
                var left = Published.Calendar.Count(model.Today, handling.DueDay);
                Assert.True(expected.Left == left, $"after {after} on {model.Today}: {expected.Left} days left but {left}");
            }
        }
    }

    private Caller Who(Move move, int lead) => move switch
    {
        Move.Accept or Move.ApplyForReturn or Move.AskSupplement or Move.Complete or Move.ReportCannotBeMet or Move.NoteContact or Move.ProposeProceedings => _officers[Math.Max(lead, 1) - 1],
        Move.AnswerSupplement or Move.ConfirmDone or Move.ConfirmNotDone or Move.Rate or Move.RateLate or Move.Reopen or Move.Withdraw or Move.TellProceedings or Move.ContestProceedings or Move.Comment => Applicant,
        _ => CentreLead,
    };

    private MoveInput Input(Step step, int lead)
    {
        var unit = _units[step.Unit - 1].Id;
        return step.Move switch
        {
            Move.Dispatch => new MoveInput { UnitId = unit },
            Move.DecideReturn or Move.Reassign => new MoveInput { UnitId = unit, Text = "经研究决定。" },
            Move.DecideCourse => new MoveInput { Course = step.Unit == lead ? Course.Continue : Course.Redispatch, UnitId = unit, Text = "经研究决定。" },
            Move.ReportCannotBeMet => new MoveInput { Text = "规划已定。", Basis = "规划" },
            Move.Extend => new MoveInput { Days = 2, Text = "情况复杂。" },
            Move.Rate or Move.RateLate => new MoveInput { Rating = step.Good ? RatingLevel.Satisfied : RatingLevel.Dissatisfied, Text = "说明。" },
            Move.NoteContact or Move.NoteCall => new MoveInput { When = TownTime.Local(Town.Clock.Now), WithWhom = "陈晓明", Text = "已说明。" },
            Move.EnterProceedings => new MoveInput { Proceeding = ProceedingKind.Litigation, CaseNumber = "1号", Day = Town.Clock.Today.AddDays(700) },
            Move.TellProceedings or Move.ProposeProceedings => new MoveInput { Proceeding = ProceedingKind.Litigation, Text = "已向法院起诉。" },
            Move.DecideProceedings => new MoveInput
            {
                Agreed = step.Good,
                Proceeding = ProceedingKind.Litigation,
                CaseNumber = "1号",
                Day = Town.Clock.Today.AddDays(700),
                ForEnterprise = "经核实决定。",
            },
            Move.End => new MoveInput { EndReason = EndReason.Dissolved, Text = "企业已注销。" },
            _ => Saying("说明。"),
        };
    }
}
