using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Events;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Events;

/// <summary>A town with an organiser that has somebody with an account, and enterprises. The town's day is Monday 2 March 2026; events are on the 16th, 14:00 to 16:00.</summary>
public abstract class EventTestsBase : TownTests
{
    protected static readonly DateOnly Day = new(2026, 3, 16);

    protected EventTestsBase(TestDatabase database)
        : base(database)
    {
        (Provider, City) = (Town.Provider(ProviderNature.NonProfit, "商会服务站"), Town.EconomicCity());
        (Enterprise, ProvidersPerson) = (Town.Enterprise(City), Town.Liaison(Provider));
        (Own, Dispatcher, Lead) = (Town.EnterpriseUser(Enterprise), Town.Dispatcher(), Town.CentreLead());
    }

    protected Organisation Provider { get; }

    protected Organisation City { get; }

    protected Enterprise Enterprise { get; }

    /// <summary>Who speaks for the organiser.</summary>
    protected Caller ProvidersPerson { get; }

    /// <summary>The enterprise's person.</summary>
    protected Caller Own { get; }

    protected Caller Dispatcher { get; }

    protected Caller Lead { get; }

    protected EventService Events => new(Town.Runner);

    protected EventDraftReader Reader => new(Town.Runner);

    protected EventDraftService Drafts => new(Town.Runner);

    protected EventReviewService Review => new(Town.Runner);

    protected EventChangeService Changes => new(Town.Runner);

    protected SeatService Seats => new(Town.Runner);

    protected AttendanceService Attendance => new(Town.Runner);

    protected SeatRatingService Ratings => new(Town.Runner);

    protected EventInput Input(Action<EventInput>? fill = null)
    {
        var input = new EventInput
        {
            OrganiserId = Provider.Id,
            Title = "供需对接会",
            Class = ServiceClass.Market,
            Text = "介绍采购需求。",
            Day = Day,
            From = new TimeOnly(14, 0),
            To = new TimeOnly(16, 0),
            Place = "多功能厅",
            Seats = "4",
            PeoplePerFirm = "3",
            LastDay = Day.AddDays(-3),
            Fee = ServiceFee.Free,
            Contact = "陆文静",
            Phone = "021-60000041",
        };
        fill?.Invoke(input);
        return input;
    }

    protected Task<Outcome<long>> DraftAsync(Action<EventInput>? fill = null, Caller? by = null) => Drafts.NewAsync(by ?? ProvidersPerson, Guid.NewGuid(), Input(fill), Cancellation);

    /// <summary>An event that the Centre's lead published.</summary>
    protected async Task<long> PublishedAsync(Action<EventInput>? fill = null, Caller? by = null)
    {
        var id = Must(await DraftAsync(fill, by));
        Must(await Drafts.SubmitAsync(by ?? ProvidersPerson, Guid.NewGuid(), Seen(id), Cancellation));
        Must(await Review.PublishAsync(Lead, Guid.NewGuid(), Seen(id), Cancellation));
        return id;
    }

    /// <summary>Another enterprise of the city, and its person.</summary>
    protected Caller Firm() => Town.EnterpriseUser(Town.Enterprise(City));

    protected Task<Outcome<SignedUp>> SignUpAsync(long id, Caller? who = null, int people = 2, Action<SignUpInput>? fill = null)
    {
        var input = new SignUpInput { EventId = id, Version = Row(id).Version, People = people, Names = "陈晓明、王芳", Contact = "陈晓明", Phone = "13800000000" };
        fill?.Invoke(input);
        return Seats.SignUpAsync(who ?? Own, Guid.NewGuid(), input, Cancellation);
    }

    protected async Task<Outcome<Nothing>> CancelAsync(Caller who, long id) => await Seats.CancelAsync(who, Guid.NewGuid(), await SeenSeatAsync(who, id), Cancellation);

    protected Task<Outcome<Nothing>> MoveAsync(long id, Action<EventMoveInput>? fill = null, Caller? by = null)
    {
        var seats = Row(id).Seats;
        var input = new EventMoveInput { Id = id, Version = Row(id).Version, Day = Day, From = new TimeOnly(14, 0), To = new TimeOnly(16, 0), Place = "多功能厅", LastDay = Day.AddDays(-3), Seats = $"{seats}", Reason = "场地另有安排" };
        fill?.Invoke(input);
        return Changes.MoveAsync(by ?? ProvidersPerson, Guid.NewGuid(), input, Cancellation);
    }

    protected Task<Outcome<Nothing>> CallOffAsync(long id, Caller? by = null, string reason = "讲师因故不能到场") =>
        Changes.CallOffAsync(by ?? ProvidersPerson, Guid.NewGuid(), new EventReasonInput { Id = id, Version = Row(id).Version, Reason = reason }, Cancellation);

    /// <summary>Notes that so many came of the enterprise of each of these people, once the event has begun.</summary>
    protected async Task<Outcome<Nothing>> NoteAsync(Caller by, long id, params (Caller Who, int Came)[] came)
    {
        if (Town.Clock.Now < TownTime.At(Day, new TimeOnly(16, 30)))
        {
            Town.GoTo(Day, new TimeOnly(16, 30));
        }

        var input = new AttendanceInput { EventId = id };
        foreach (var (who, many) in came)
        {
            var seat = await SeenSeatAsync(who, id);
            input.Rows.Add(new CameInput { SeatId = seat.Id, Version = seat.Version, Came = many });
        }

        return await Attendance.NoteAsync(by, Guid.NewGuid(), input, Cancellation);
    }

    protected async Task<Outcome<Nothing>> RateAsync(Caller who, long id, RatingLevel rating, string word = "")
    {
        var seat = await SeenSeatAsync(who, id);
        return await Ratings.RateAsync(who, Guid.NewGuid(), new SeatRatingInput { Id = seat.Id, Version = seat.Version, Rating = rating, Word = word }, Cancellation);
    }

    protected async Task<EventDetails> ReadAsync(Caller who, long id) => Must(await Events.GetAsync(who, id, Cancellation));

    protected async Task<SeatRow> OwnAsync(Caller who, long id) => (await ReadAsync(who, id)).Own!;

    protected EventAct Seen(long id) => new(id, Row(id).Version);

    protected Event Row(long id)
    {
        using var db = Town.Look();
        return db.Events.AsNoTracking().Single(e => e.Id == id);
    }

    /// <summary>What somebody was told of events, and what of it still asks.</summary>
    protected IReadOnlyList<string> Told(Caller who)
    {
        using var db = Town.Look();
        return [.. db.Notices.AsNoTracking().Where(n => n.AccountId == who.AccountId && n.SubjectKind == nameof(Event)).OrderBy(n => n.Id).Select(n => n.Asks != null && n.DoneAt == null ? n.Kind + "!" : n.Kind)];
    }

    protected static T Must<T>(Outcome<T> outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Assert.Null(outcome.Refusal?.Sentence);
        return outcome.Value;
    }

    private async Task<SeatAct> SeenSeatAsync(Caller who, long id)
    {
        var seat = await OwnAsync(who, id);
        return new SeatAct(seat.Id, seat.Version);
    }
}
