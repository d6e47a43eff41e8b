using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Demo;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Events.Demo;

/// <summary>
/// The events of the demo town, before and after its day: one long over, one attended and rated, one whose organiser has no account, a full one with a waiting list, one
/// moved, one called off, a briefing, one under review. What is said is invented.
/// </summary>
internal sealed class Calendar(Stage stage)
{
    private const int SalonBack = 130;
    private const int SalonTold = 115;
    private const int PublishedBack = 16;
    private const int SignedUpBack = 12;
    private const int HeldBack = 8;
    private const int NotedBack = 6;
    private const int RatedBack = 4;
    private const int MovedBack = 3;
    private const int LastBack = 1;

    private readonly Dictionary<string, long> _events = [];

    /// <summary>The days on which something happens.</summary>
    public IEnumerable<Scene> Scenes() =>
    [
        .. stage.Whole ? OfOld() : [], // only a whole town is old enough
        Scene(PublishedBack, async (acts, cancellation) =>
        {
            await PublishAsync(acts, Planned.Skills, stage.Back(HeldBack), cancellation);
            await PublishAsync(acts, Planned.Plant, stage.Back(HeldBack - 1), cancellation);
            await PublishAsync(acts, Planned.Briefing, Ahead(6), cancellation);
            await PublishAsync(acts, Planned.Match, Ahead(9), cancellation);
            await PublishAsync(acts, Planned.Loans, Ahead(12), cancellation);
            await PublishAsync(acts, Planned.Labour, Ahead(4), cancellation);
            await PublishAsync(acts, Planned.Open, Ahead(22), cancellation);
            await PublishAsync(acts, Planned.Hiring, Ahead(36), cancellation);
            await PublishAsync(acts, Planned.Advice, Ahead(70), cancellation);
        }),
        Scene(SignedUpBack, async (acts, cancellation) =>
        {
            await SignUpAsync(acts, "skills", 2, cancellation, "taizhuo", "lanyu");
            await SignUpAsync(acts, "skills", 1, cancellation, "jinghe");
            await SignUpAsync(acts, "plant", 2, cancellation, "hengyue", "shengpu");
            await SignUpAsync(acts, "briefing", 2, cancellation, "chengguang", "hengyue");
            await SignUpAsync(acts, "match", 2, cancellation, "taizhuo", "bochi", "lanyu", "yunqi", "chengguang"); // three have a seat, two wait
            await SignUpAsync(acts, "loans", 1, cancellation, "yunqi", "chengguang");
            await SignUpAsync(acts, "labour-law", 1, cancellation, "qingran", "ruixi");
        }),
        Scene(NotedBack, async (acts, cancellation) =>
        {
            await acts.NoteAsync("labour", _events["skills"], seat => seat.People, cancellation);
            await acts.NoteAsync("dispatcher", _events["plant"], seat => seat.Enterprise.Contains("恒岳", StringComparison.Ordinal) ? seat.People : null, cancellation); // the other is still to be noted
        }),
        Scene(RatedBack, async (acts, cancellation) =>
        {
            await acts.RateAsync("taizhuo", _events["skills"], RatingLevel.VerySatisfied, "讲得具体，马上能用（演示数据）。", cancellation);
            await acts.RateAsync("jinghe", _events["skills"], RatingLevel.Dissatisfied, "与本企业工种不符，希望分行业举办（演示数据）。", cancellation);
        }),
        Scene(MovedBack, (acts, cancellation) => acts.MoveAsync("dispatcher", _events["loans"], Ahead(15), "镇政府三楼报告厅", "原场地临时另有安排（演示数据）。", cancellation)),
        Scene(LastBack, async (acts, cancellation) =>
        {
            await acts.CallOffAsync("provider", _events["labour-law"], "主讲律师因公出差，另行安排（演示数据）。", cancellation);
            var draft = await acts.DraftAsync(Planned.UnderReview, Ahead(30), cancellation);
            await acts.SubmitAsync(draft, Planned.UnderReview.By, cancellation);
        }),
    ];

    private IEnumerable<Scene> OfOld() =>
    [
        Scene(SalonBack, async (acts, cancellation) =>
        {
            await PublishAsync(acts, Planned.Salon, stage.Back(SalonTold + 1), cancellation);
            await SignUpAsync(acts, "salon", 2, cancellation, "mingduo");
        }),
        Scene(SalonTold, async (acts, cancellation) =>
        {
            await acts.NoteAsync("provider", _events["salon"], seat => seat.People, cancellation);
            await acts.RateAsync("mingduo", _events["salon"], RatingLevel.Satisfied, "", cancellation);
        }),
    ];

    /// <summary>The working day so many after the anchor.</summary>
    private DateOnly Ahead(int workingDays) => stage.Calendar.Add(stage.Anchor, workingDays);

    private async Task PublishAsync(CalendarActs acts, Plan plan, DateOnly day, CancellationToken cancellation)
    {
        var id = _events[plan.Key] = await acts.DraftAsync(plan, day, cancellation);
        await acts.SubmitAsync(id, plan.By, cancellation);
        await acts.PublishAsync(id, cancellation);
    }

    private async Task SignUpAsync(CalendarActs acts, string key, int people, CancellationToken cancellation, params string[] firms)
    {
        foreach (var firm in firms)
        {
            await acts.SignUpAsync(firm, _events[key], people, cancellation);
        }
    }

    private Scene Scene(int back, Func<CalendarActs, CancellationToken, Task> play) =>
        new(TownTime.At(stage.Back(back), new TimeOnly(16, 40)), cancellation => play(new CalendarActs(stage.Services), cancellation));
}

/// <summary>The acts of those who hold and visit events, through the services of the domain.</summary>
internal sealed class CalendarActs(IServiceProvider services)
{
    private const string Reviewer = "lead";

    private readonly EventDraftService _drafts = services.GetRequiredService<EventDraftService>();
    private readonly EventDraftReader _reader = services.GetRequiredService<EventDraftReader>();
    private readonly EventService _events = services.GetRequiredService<EventService>();
    private readonly EventChangeService _changes = services.GetRequiredService<EventChangeService>();
    private readonly CommandIds _commands = services.GetRequiredService<CommandIds>();
    private readonly Founding _town = services.GetRequiredService<Founding>();

    /// <summary>Enters an event; its last day to sign up is the day before.</summary>
    public async Task<long> DraftAsync(Plan plan, DateOnly day, CancellationToken cancellation)
    {
        var input = plan.Input;
        (input.OrganiserId, input.Day, input.LastDay) = (_town.Offices[plan.Organiser], day, day.AddDays(-1));
        if (plan.Policy.Length > 0)
        {
            var choices = (await _reader.ChoicesAsync(CallerOf(plan.By), cancellation)).MustBeDone("policies");
            input.PolicyId = choices.Policies.Single(p => p.Title == plan.Policy).PolicyId;
        }

        return (await _drafts.NewAsync(CallerOf(plan.By), _commands.Next(), input, cancellation)).MustBeDone(input.Title);
    }

    /// <summary>Hands a draft in.</summary>
    public async Task SubmitAsync(long id, string by, CancellationToken cancellation) =>
        (await _drafts.SubmitAsync(CallerOf(by), _commands.Next(), await SeenAsync(id, cancellation), cancellation)).MustBeDone("event handed in");

    /// <summary>The Centre publishes it.</summary>
    public async Task PublishAsync(long id, CancellationToken cancellation) =>
        (await services.GetRequiredService<EventReviewService>().PublishAsync(CallerOf(Reviewer), _commands.Next(), await SeenAsync(id, cancellation), cancellation)).MustBeDone("event published");

    /// <summary>An enterprise signs up.</summary>
    public async Task SignUpAsync(string firm, long id, int people, CancellationToken cancellation)
    {
        var me = (await services.GetRequiredService<Accounts.MeService>().ReadAsync(CallerOf(firm), cancellation)).MustBeDone(firm);
        var input = new SignUpInput
        {
            EventId = id,
            Version = (await ReadAsync(firm, id, cancellation)).Version,
            People = people,
            Names = people == 1 ? me.Name : $"{me.Name}、同事一名（演示）",
            Contact = me.Name,
            Phone = _town.FirmPhones[firm],
        };
        (await services.GetRequiredService<SeatService>().SignUpAsync(CallerOf(firm), _commands.Next(), input, cancellation)).MustBeDone($"{firm} signs up");
    }

    /// <summary>Notes who came.</summary>
    public async Task NoteAsync(string by, long id, Func<SeatRow, int?> came, CancellationToken cancellation)
    {
        var seats = (await ReadAsync(by, id, cancellation)).Seats.Where(s => s.State == SeatState.Taken);
        var input = new AttendanceInput { EventId = id, Rows = [.. seats.Select(s => new CameInput { SeatId = s.Id, Version = s.Version, Came = came(s) })] };
        (await services.GetRequiredService<AttendanceService>().NoteAsync(CallerOf(by), _commands.Next(), input, cancellation)).MustBeDone("attendance");
    }

    /// <summary>An enterprise rates an event.</summary>
    public async Task RateAsync(string firm, long id, RatingLevel rating, string word, CancellationToken cancellation)
    {
        var seat = (await ReadAsync(firm, id, cancellation)).Own!;
        (await services.GetRequiredService<SeatRatingService>().RateAsync(CallerOf(firm), _commands.Next(), new SeatRatingInput { Id = seat.Id, Version = seat.Version, Rating = rating, Word = word }, cancellation))
            .MustBeDone($"{firm} rates");
    }

    /// <summary>An event is moved to another day and place.</summary>
    public async Task MoveAsync(string by, long id, DateOnly day, string place, string reason, CancellationToken cancellation)
    {
        var seen = await ReadAsync(by, id, cancellation);
        var (from, to) = (TownTime.Local(seen.Row.Facts.StartsAt), TownTime.Local(seen.Row.Facts.EndsAt));
        var input = new EventMoveInput
        {
            Id = id,
            Version = seen.Version,
            Day = day,
            From = TimeOnly.FromDateTime(from),
            To = TimeOnly.FromDateTime(to),
            Place = place,
            LastDay = day.AddDays(-1),
            Seats = $"{seen.Row.Facts.Seats}",
            Reason = reason,
        };
        (await _changes.MoveAsync(CallerOf(by), _commands.Next(), input, cancellation)).MustBeDone("event moved");
    }

    /// <summary>An event is called off.</summary>
    public async Task CallOffAsync(string by, long id, string reason, CancellationToken cancellation) =>
        (await _changes.CallOffAsync(CallerOf(by), _commands.Next(), new EventReasonInput { Id = id, Version = (await ReadAsync(by, id, cancellation)).Version, Reason = reason }, cancellation)).MustBeDone("event called off");

    private async Task<EventAct> SeenAsync(long id, CancellationToken cancellation) => new(id, (await _reader.ReadAsync(CallerOf(Reviewer), id, cancellation)).MustBeDone("draft").Version);

    private async Task<EventDetails> ReadAsync(string by, long id, CancellationToken cancellation) => (await _events.GetAsync(CallerOf(by), id, cancellation)).MustBeDone("event");

    private Caller CallerOf(string key) => new(_town.People[key]);
}
