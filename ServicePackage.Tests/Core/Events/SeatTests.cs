using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Events;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Events;

/// <summary>Signing up, the waiting list, moving and calling off. Four seats, at most three people of an enterprise, unless it says otherwise.</summary>
public abstract class SeatTests(TestDatabase database) : EventTestsBase(database)
{
    [Fact]
    public async Task SignUp_TakesSeats_AndWhoFindsNoRoomWaitsInOrder()
    {
        var id = await PublishedAsync();
        var (second, third, fourth) = (Firm(), Firm(), Firm());

        Assert.Equal((SeatState.Taken, 0), Of(Must(await SignUpAsync(id, people: 2))));
        Assert.Equal((SeatState.Waiting, 1), Of(Must(await SignUpAsync(id, second, people: 3))));
        Assert.Equal((SeatState.Waiting, 2), Of(Must(await SignUpAsync(id, third, people: 2)))); // there is room for two, but nobody overtakes
        Assert.Equal((SeatState.Waiting, 3), Of(Must(await SignUpAsync(id, fourth, people: 1))));

        Assert.Equal((2, 3), (Row(id).Taken, Row(id).Waiting));
        Assert.Equal((2, SeatState.Waiting), ((await OwnAsync(third, id)).Place, (await ReadAsync(third, id)).Row.Own!.Value));
        Assert.Empty(Told(second)); // the page said it
    }

    [Fact]
    public async Task Cancel_LetsInThoseWhoWait_UpToTheFirstThatDoesNotFit()
    {
        var id = await PublishedAsync();
        var (second, third, fourth, fifth) = (Firm(), Firm(), Firm(), Firm());
        Must(await SignUpAsync(id, people: 3));
        Must(await SignUpAsync(id, second, people: 1));
        Must(await SignUpAsync(id, third, people: 2));
        Must(await SignUpAsync(id, fourth, people: 2));
        Must(await SignUpAsync(id, fifth, people: 1));

        Must(await CancelAsync(Own, id));

        Assert.Equal((3, 2), (Row(id).Taken, Row(id).Waiting)); // the third is in; the fourth does not fit, and the fifth waits behind it
        Assert.Equal(["SeatAdmitted"], Told(third));
        Assert.Empty(Told(fifth));
        Assert.Equal((1, 2), ((await OwnAsync(fourth, id)).Place, (await OwnAsync(fifth, id)).Place));
        Must(await CancelAsync(fourth, id)); // who waits makes way as well
        Assert.Equal((4, 0), (Row(id).Taken, Row(id).Waiting));
        Assert.Equal(["SeatAdmitted"], Told(fifth));
        Must(await SignUpAsync(id, people: 1)); // and may come back
        Assert.Equal((SeatState.Waiting, 1), ((await OwnAsync(Own, id)).State, (await OwnAsync(Own, id)).Place));
    }

    [Fact]
    public async Task SignUp_Twice_TooLate_WithTooMany_OrOffTheRoster_IsRefusedAndTakesNothing()
    {
        var id = await PublishedAsync();
        Must(await SignUpAsync(id, people: 1));
        var other = Firm();

        Assert.Equal("Seat.Already", (await SignUpAsync(id, Town.EnterpriseUser(Enterprise))).Refusal?.Code);
        Assert.Equal(("Seat.TooMany", nameof(SignUpInput.People)), Code(await SignUpAsync(id, other, people: 4)));
        Assert.Equal(nameof(SignUpInput.People), (await SignUpAsync(id, other, people: 0)).Refusal?.Field);
        Assert.Equal(nameof(SignUpInput.Phone), (await SignUpAsync(id, other, fill: i => i.Phone = "12")).Refusal?.Field);
        Assert.Equal(nameof(SignUpInput.Names), (await SignUpAsync(id, other, fill: i => i.Names = " ")).Refusal?.Field);
        Assert.Equal(Refusal.NotAllowed, (await SignUpAsync(id, Dispatcher)).Refusal);
        Assert.True((await SignUpAsync(id, other, fill: i => i.Version--)).Refusal!.IsStale);
        Town.Write(db => db.Enterprises.Single(e => e.Id == Enterprise.Id).LeftRosterOn = Town.Clock.Today);
        Assert.Equal("Seat.OffRoster", (await SignUpAsync(id)).Refusal?.Code);
        Must(await CancelAsync(Own, id)); // what it has it can give up
        Town.GoTo(Day.AddDays(-2), new TimeOnly(9, 0));
        Assert.Equal("Event.SignUpOver", (await SignUpAsync(id, other)).Refusal?.Code);
        Assert.Equal((0, 0), (Row(id).Taken, Row(id).Waiting));
    }

    [Fact]
    public async Task Cancel_OfAnothersSeat_OnAStaleCopy_OrOnceItHasBegun_IsRefused()
    {
        var id = await PublishedAsync();
        var seat = Must(await SignUpAsync(id)).SeatId;

        Assert.Equal(Refusal.NotFound, (await Seats.CancelAsync(Firm(), Guid.NewGuid(), new SeatAct(seat, 0), Cancellation)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await Seats.CancelAsync(Dispatcher, Guid.NewGuid(), new SeatAct(seat, 0), Cancellation)).Refusal);
        Assert.True((await Seats.CancelAsync(Own, Guid.NewGuid(), new SeatAct(seat, 7), Cancellation)).Refusal!.IsStale);
        Town.GoTo(Day, new TimeOnly(14, 0));
        Assert.Equal("Event.HasBegun", (await CancelAsync(Own, id)).Refusal?.Code);
        Assert.Equal(2, Row(id).Taken);
    }

    [Fact]
    public async Task Move_TellsAllWhoSignedUpOrWait_AndMoreSeatsLetThemIn()
    {
        var id = await PublishedAsync();
        var (second, third) = (Firm(), Firm());
        Must(await SignUpAsync(id, people: 3));
        Must(await SignUpAsync(id, second, people: 3));

        Must(await MoveAsync(id, i => (i.Seats, i.Reason) = ("6", "增加名额")));

        Assert.Equal((6, 6, 0), (Row(id).Seats, Row(id).Taken, Row(id).Waiting));
        Assert.Equal(["SeatAdmitted"], Told(second)); // neither day nor place is another: nobody else is told
        Assert.Empty(Told(Own));
        Must(await SignUpAsync(id, third, people: 1));

        Must(await MoveAsync(id, i => (i.Day, i.Place, i.LastDay) = (Day.AddDays(4), "报告厅", Day)));

        Assert.All([Own, third], who => Assert.Contains("EventMoved", Told(who)));
        Assert.Empty(Told(Firm()));
        var moved = await ReadAsync(Own, id);
        Assert.Equal(("报告厅", "多功能厅", "场地另有安排", Day), (moved.Row.Facts.Place, moved.WasPlace, moved.MovedReason, moved.Row.Facts.LastDay));
        Must(await MoveAsync(id, i => (i.Day, i.Place, i.LastDay, i.To) = (Day.AddDays(4), "报告厅", Day, new TimeOnly(16, 0))));
        Assert.Equal(1, Told(Own).Count(k => k == "EventMoved")); // said once
    }

    [Fact]
    public async Task Move_IntoThePast_ByOthers_OrBelowWhatIsTaken_IsRefusedAndChangesNothing()
    {
        var id = await PublishedAsync(i => i.PeoplePerFirm = "2");
        Must(await SignUpAsync(id));
        Must(await SignUpAsync(id, Firm(), people: 1));

        Assert.Equal(("Event.InThePast", nameof(EventMoveInput.Day)), Code(await MoveAsync(id, i => (i.Day, i.LastDay) = (new(2026, 3, 1), new(2026, 2, 28)))));
        Assert.Equal("Event.LastDayAfter", (await MoveAsync(id, i => i.LastDay = Day.AddDays(1))).Refusal?.Code);
        Assert.Equal("Event.LastDayPast", (await MoveAsync(id, i => i.LastDay = new(2026, 3, 1))).Refusal?.Code);
        Assert.Equal(("Event.SeatsBelowTaken", nameof(EventMoveInput.Seats)), Code(await MoveAsync(id, i => i.Seats = "2")));
        Assert.Equal("Event.SeatsBelowPeople", (await MoveAsync(id, i => i.Seats = "1")).Refusal?.Code);
        Assert.Equal(nameof(EventMoveInput.Reason), (await MoveAsync(id, i => i.Reason = "")).Refusal?.Field);
        Assert.True((await MoveAsync(id, i => i.Version--)).Refusal!.IsStale);
        Assert.Equal(Refusal.NotAllowed, (await MoveAsync(id, by: Town.Officer(Town.Unit()))).Refusal);
        Assert.Equal((4, Day.AddDays(-3)), (Row(id).Seats, Row(id).LastDay));
        Assert.Empty(Told(Own));

        Town.GoTo(Day.AddDays(-1), new TimeOnly(9, 0));
        Must(await MoveAsync(id, i => i.Place = "报告厅")); // the last day is over, and stays as it is
        Town.GoTo(Day, new TimeOnly(14, 30));
        Assert.Equal("Event.HasBegun", (await MoveAsync(id)).Refusal?.Code);
    }

    [Fact]
    public async Task CallOff_TellsAll_AndNothingMoreCanBeDone()
    {
        var id = await PublishedAsync();
        var second = Firm();
        Must(await SignUpAsync(id, people: 3));
        Must(await SignUpAsync(id, second, people: 3));
        Assert.Equal(nameof(EventReasonInput.Reason), (await CallOffAsync(id, reason: "")).Refusal?.Field);

        Must(await CallOffAsync(id, Dispatcher)); // the Centre may as well

        Assert.All([Own, second], who => Assert.Equal(["EventCalledOff"], Told(who)));
        Assert.Equal("Event.IsCalledOff", (await SignUpAsync(id, Firm())).Refusal?.Code);
        Assert.Equal("Event.IsCalledOff", (await CancelAsync(Own, id)).Refusal?.Code);
        Assert.Equal("Event.IsCalledOff", (await MoveAsync(id)).Refusal?.Code);
        Assert.Equal("Event.IsCalledOff", (await NoteAsync(ProvidersPerson, id, (Own, 3))).Refusal?.Code);
    }

    [Fact]
    public async Task TwoHundredEnterprises_WantTwentySeatsAtOnce_TwentyHaveOneAndNoneIsLost()
    {
        var id = await PublishedAsync(i => (i.Seats, i.PeoplePerFirm) = ("20", "1"));
        var firms = Enumerable.Range(0, 200).Select(_ => Firm()).ToList();
        var version = Row(id).Version;

        var outcomes = new System.Collections.Concurrent.ConcurrentBag<SignedUp>();
        await Parallel.ForEachAsync(firms, new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Cancellation }, async (firm, _) =>
        {
            Outcome<SignedUp> outcome;
            do
            {
                outcome = await SignUpAsync(id, firm, people: 1, i => i.Version = version);
            }
            while (outcome.Refusal?.Code == "Busy"); // the store was, and said so: people try again
            outcomes.Add(Must(outcome));
        });

        Assert.Equal((20, 180), (Row(id).Taken, Row(id).Waiting));
        Assert.Equal((20, 180), (outcomes.Count(o => o.State == SeatState.Taken), outcomes.Count(o => o.State == SeatState.Waiting)));
        using var db = Town.Look();
        Assert.Equal((20, 180), (db.Seats.Count(s => s.EventId == id && s.State == SeatState.Taken), db.Seats.Count(s => s.EventId == id && s.State == SeatState.Waiting)));
        Assert.Equal(Enumerable.Range(1, 180), db.Seats.Where(s => s.EventId == id && s.Turn != null).Select(s => s.Turn!.Value).OrderBy(t => t).ToList());
    }

    [Fact]
    public async Task CancelAndSignUp_AtTheSameMoment_LeaveNoSeatEmptyWhileSomebodyWaits()
    {
        var id = await PublishedAsync(i => (i.Seats, i.PeoplePerFirm) = ("1", "1"));
        Must(await SignUpAsync(id, people: 1));
        var (own, version) = (await OwnAsync(Own, id), Row(id).Version);
        var others = Enumerable.Range(0, 6).Select(_ => Firm()).ToList();

        await Task.WhenAll(
            [Task.Run(() => Seats.CancelAsync(Own, Guid.NewGuid(), new SeatAct(own.Id, own.Version), Cancellation), Cancellation), .. others.Select(o => Task.Run(() => SignUpAsync(id, o, 1, i => i.Version = version), Cancellation))]);

        Assert.Equal((1, 5), (Row(id).Taken, Row(id).Waiting));
        using var db = Town.Look();
        Assert.Equal(1, db.Seats.Count(s => s.EventId == id && s.State == SeatState.Taken));
    }

    private static (SeatState, int) Of(SignedUp signedUp) => (signedUp.State, signedUp.Place);

    private static (string?, string?) Code<T>(Outcome<T> outcome) => (outcome.Refusal?.Code, outcome.Refusal?.Field);

    public sealed class OnSqlite(SqliteDatabase database) : SeatTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : SeatTests(database), IClassFixture<PostgresDatabase>;
}
