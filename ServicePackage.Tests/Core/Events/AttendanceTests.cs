using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Events;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Events;

/// <summary>Who came, how they rate it, and who reads what of the seats.</summary>
public abstract class AttendanceTests(TestDatabase database) : EventTestsBase(database)
{
    [Fact]
    public async Task WhoCame_IsAskedToRate_WhoDidNotIsNot()
    {
        var id = await PublishedAsync();
        var second = Firm();
        Must(await SignUpAsync(id));
        Must(await SignUpAsync(id, second));
        Assert.Equal("Event.NotBegun", (await Attendance.NoteAsync(ProvidersPerson, Guid.NewGuid(), new AttendanceInput { EventId = id }, Cancellation)).Refusal?.Code);
        Assert.Equal("Seat.NotThere", (await RateAsync(Own, id, RatingLevel.Satisfied)).Refusal?.Code);

        Must(await NoteAsync(ProvidersPerson, id, (Own, 1), (second, 0)));

        Assert.Equal(["Asked.EventRating!"], Told(Own));
        Assert.Empty(Told(second));
        Assert.Equal("EventRating", await AwaitedAsync(Own, id));
        Assert.Equal((1, true, false), ((await OwnAsync(Own, id)).Came!.Value, (await OwnAsync(Own, id)).MayRate, (await OwnAsync(second, id)).MayRate));
        Assert.Equal("Seat.NotThere", (await RateAsync(second, id, RatingLevel.Satisfied)).Refusal?.Code);
        Must(await RateAsync(Own, id, RatingLevel.VerySatisfied));
        Assert.Equal(["Asked.EventRating"], Told(Own)); // asks no more
        Assert.Equal("Seat.IsRated", (await RateAsync(Own, id, RatingLevel.Satisfied)).Refusal?.Code);
        Assert.Equal("Seat.AlreadyRated", (await NoteAsync(ProvidersPerson, id, (Own, 0))).Refusal?.Code);
        Assert.Equal(1, (await ReadAsync(ProvidersPerson, id)).Ratings[RatingLevel.VerySatisfied]);
    }

    [Fact]
    public async Task WhatWasNotedWrongly_IsPutRight_AndNoRatingIsAskedAnyMore()
    {
        var id = await PublishedAsync();
        Must(await SignUpAsync(id));
        Must(await NoteAsync(ProvidersPerson, id, (Own, 2)));

        Must(await NoteAsync(ProvidersPerson, id, (Own, 0)));

        Assert.Equal(["Asked.EventRating"], Told(Own));
        Assert.Equal("", await AwaitedAsync(Own, id));
        Assert.Equal(nameof(AttendanceInput.Rows), (await NoteAsync(ProvidersPerson, id, (Own, -1))).Refusal?.Field);
        Must(await NoteAsync(ProvidersPerson, id, (Own, 1)));
        Town.GoTo(Day.AddDays(EventRules.RateWithinDays + 1), new TimeOnly(17, 0));
        Assert.Equal("Seat.RatingOver", (await RateAsync(Own, id, RatingLevel.Satisfied)).Refusal?.Code);
    }

    [Fact]
    public async Task BadRating_NeedsAReason_AndWaitsOnTheCentre()
    {
        var id = await PublishedAsync();
        Must(await SignUpAsync(id));
        Must(await NoteAsync(ProvidersPerson, id, (Own, 2)));
        Assert.Equal(nameof(SeatRatingInput.Word), (await RateAsync(Own, id, RatingLevel.Dissatisfied)).Refusal?.Field);

        Must(await RateAsync(Own, id, RatingLevel.Dissatisfied, "没有安排答疑"));

        Assert.Contains("Asked.EventFollowUp!", Told(Dispatcher));
        Assert.Equal((1, id), (Must(await Events.ListAsync(Lead, new EventFilter(), Cancellation)).RatedBadly, Must(await Events.ListAsync(Lead, new EventFilter(Show: EventShow.RatedBadly), Cancellation)).Events.Items.Single().Id));
        Assert.Equal("EventFollowUp", await AwaitedAsync(Lead, id));
        var seat = (await ReadAsync(Lead, id)).Seats.Single();
        var input = new SeatFollowUpInput { Id = seat.Id, Version = seat.Version, Word = "已请主办单位安排答疑" };
        Assert.Equal(Refusal.NotAllowed, (await Ratings.FollowUpAsync(ProvidersPerson, Guid.NewGuid(), input, Cancellation)).Refusal);
        Must(await Ratings.FollowUpAsync(Lead, Guid.NewGuid(), input, Cancellation));

        Assert.Contains("Asked.EventFollowUp", Told(Dispatcher));
        Assert.Equal(0, Must(await Events.ListAsync(Lead, new EventFilter(), Cancellation)).RatedBadly);
        Assert.Equal(("", ""), ((await OwnAsync(Own, id)).FollowUp, (await ReadAsync(ProvidersPerson, id)).Seats.Single().RatingReason)); // the Centre's own
    }

    [Fact]
    public async Task Centre_NotesForAnOrganiserWithoutAccount_AndThisShows()
    {
        var without = Town.Provider(name: "无账号机构");
        var (theirs, other) = (await PublishedAsync(i => i.OrganiserId = without.Id, Dispatcher), await PublishedAsync());
        Must(await SignUpAsync(theirs));
        Must(await SignUpAsync(other));
        Town.GoTo(Day, new TimeOnly(17, 0));
        Assert.Equal([theirs], Must(await Events.ListAsync(Dispatcher, new EventFilter(Show: EventShow.ToNote), Cancellation)).Events.Items.Select(e => e.Id));
        Assert.Equal((1, 0), (Must(await Events.ListAsync(ProvidersPerson, new EventFilter(), Cancellation)).ToNote, Must(await Events.ListAsync(Own, new EventFilter(), Cancellation)).ToNote));

        Must(await NoteAsync(Dispatcher, theirs, (Own, 2)));

        Assert.Equal((true, true), ((await ReadAsync(Own, theirs)).IsOrganiserWithoutAccount, (await OwnAsync(Own, theirs)).CameNotedForOrganiser));
        Assert.Equal(Refusal.NotAllowed, (await NoteAsync(Dispatcher, other, (Own, 2))).Refusal); // that one has people
    }

    [Fact]
    public async Task Seats_AreReadByEachAsFarAsTheyAreConcerned()
    {
        var id = await PublishedAsync();
        Must(await SignUpAsync(id));
        Must(await SignUpAsync(id, Town.EnterpriseUser(Town.Enterprise(Town.EconomicCity("经济城B"))), people: 1));

        Assert.Equal((2, "陈晓明", "13800000000", 0L), await SeenBy(ProvidersPerson)); // name, number and contact alone
        Assert.Equal((2, "陈晓明", "13800000000", Enterprise.Id), await SeenBy(Dispatcher));
        Assert.Equal((1, "陈晓明", "13800000000", Enterprise.Id), await SeenBy(Own));
        Assert.Equal((1, "陈晓明", "13800000000", Enterprise.Id), await SeenBy(Town.Specialist(City)));
        Assert.Equal((1, "陈晓明", "13800000000", Enterprise.Id), await SeenBy(Town.Butler(Enterprise)));
        Assert.Equal((2, "", "", 0L), await SeenBy(Town.TownLeader()));
        foreach (var other in new[] { Firm(), Town.Officer(Town.Unit()), Town.Auditor(), Town.Administrator(), Town.Liaison(Town.Provider(name: "别的机构")) })
        {
            Assert.Empty((await ReadAsync(other, id)).Seats);
        }

        async Task<(int, string, string, long)> SeenBy(Caller who)
        {
            var seats = (await ReadAsync(who, id)).Seats;
            return (seats.Count, seats[0].Contact, seats[0].Phone, seats[0].EnterpriseId);
        }
    }

    [Fact]
    public async Task SheetOfAnEnterprise_HasWhatItHadAndWhatIsToCome_ForThoseWhoServeIt()
    {
        var (over, next) = (await PublishedAsync(), await PublishedAsync(i => (i.Title, i.Day, i.LastDay) = ("讲座", Day.AddDays(10), Day.AddDays(9))));
        Must(await SignUpAsync(over));
        Must(await NoteAsync(ProvidersPerson, over, (Own, 2)));

        var sheet = Must(await new EnterpriseEventService(Town.Runner).GetAsync(Own, Enterprise.Id, Cancellation));

        Assert.Equal((over, true), (sheet.Past.Single().EventId, sheet.Past.Single().MayRate));
        Assert.Equal((next, true), (sheet.Events.Open.Single().Event.Id, sheet.IsOwn));
        Assert.False(Must(await new EnterpriseEventService(Town.Runner).GetAsync(Town.Specialist(City), Enterprise.Id, Cancellation)).Past.Single().MayRate);
        Assert.Equal(Refusal.NotFound, (await new EnterpriseEventService(Town.Runner).GetAsync(Firm(), Enterprise.Id, Cancellation)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await new EnterpriseEventService(Town.Runner).GetAsync(Town.TownLeader(), Enterprise.Id, Cancellation)).Refusal);
    }

    private async Task<string> AwaitedAsync(Caller who, long id) => Must(await Town.Runner.ReadAsync<string>(
        who, async op => string.Join(' ', (await new EventRoom().Subjects[0].AwaitedAsync(op, [id], Cancellation)).Select(a => a.What)), Cancellation));

    public sealed class OnSqlite(SqliteDatabase database) : AttendanceTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : AttendanceTests(database), IClassFixture<PostgresDatabase>;
}
