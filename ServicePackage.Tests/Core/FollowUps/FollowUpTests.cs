using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.FollowUps;

/// <summary>What becomes of what stands on a run: seen to, ended with a word, left over, handed over.</summary>
public abstract class FollowUpTests(TestDatabase database) : FollowUpTestsBase(database)
{
    [Fact]
    public async Task Item_OfWhichAllWasSeenTo_EndsByItself_AndSaysByWhat()
    {
        await MadeAsync();
        Town.GoTo(April.AddDays(1), new TimeOnly(15, 0));
        await ContactAsync();

        var row = await RowAsync();
        Assert.True(row.IsSeenTo);
        Assert.Matches("^2026年4月2日.+已联系（电话联系）$", FollowUpWording.Say(row.Reasons[0].Done!));

        Assert.Equal(1, await SweepAsync());
        Assert.Empty((await ReadAsync()).Rows.Items);
        var done = await RowAsync(show: FollowUpShow.Done);
        Assert.Equal((FollowUpEnd.Itself, (DateTime?)Town.Clock.Now, ""), (done.ClosedAs, done.ClosedAt, done.ClosedBy));
        Assert.Matches("已联系", FollowUpWording.Say(done.Reasons[0].Done!));
    }

    [Fact]
    public async Task Item_IsEndedWithAWord_ByWhoeverServesTheEnterprise()
    {
        await MadeAsync();
        var row = await RowAsync();

        Assert.Equal("Missing", (await EndAsync(Butler, row, "　")).Refusal?.Code);
        Assert.Equal("TooLong", (await EndAsync(Butler, row, new string('长', FollowUpRules.LongestWord + 1))).Refusal?.Code);
        Assert.Equal(Refusal.NotAllowed.Code, (await EndAsync(Town.Dispatcher(), row)).Refusal?.Code);
        Assert.Equal(Refusal.NotFound.Code, (await EndAsync(Town.Stranger(), row)).Refusal?.Code);
        Assert.Null(Items()[0].ClosedAt);

        Assert.True((await EndAsync(Butler, row)).Done);
        Assert.Equal("Stale", (await EndAsync(Butler, row)).Refusal?.Code);

        var done = await RowAsync(show: FollowUpShow.Done);
        Assert.Equal((FollowUpEnd.Word, "企业近期平稳，下月再访。"), (done.ClosedAs, done.Word));
        Assert.NotEmpty(done.ClosedBy);
        await using var db = Town.Look();
        var noted = await db.History.SingleAsync(h => h.Act == FollowUpRoom.Closing, Cancellation);
        Assert.Equal((Enterprise.Id, true), (noted.SubjectId, noted.Internal));
    }

    [Fact]
    public async Task Item_LeftOver_StandsOnTheNextRunWithItsAge()
    {
        await MadeAsync();
        Town.GoTo(May, new TimeOnly(8, 30));
        await SweepAsync();

        var (old, present) = (Items()[0], Items()[1]);
        Assert.Equal((FollowUpEnd.Carried, (DateOnly?)null), (old.ClosedAs, old.LeftSince));
        Assert.Equal((May, (DateOnly?)April), (present.Month, present.LeftSince));
        Assert.Equal(April, Assert.Single((await RowAsync(show: FollowUpShow.Left)).Reasons).Since);
        Assert.Equal("月度跟进单2026-05-001已生成，待跟进企业1家，其中上期遗留1家。", ToldTo(Butler)[^1].Sentence);

        Town.GoTo(new DateOnly(2026, 6, 1), new TimeOnly(8, 30));
        await SweepAsync();
        Assert.Equal(April, Items()[2].LeftSince);
        Assert.Equal([new DateOnly(2026, 6, 1), May, April], (await ReadAsync()).Months);
        Assert.Equal(FollowUpEnd.Carried, Assert.Single((await ReadAsync(month: April, show: FollowUpShow.All)).Rows.Items).ClosedAs);
    }

    [Fact]
    public async Task Item_SeenToBeforeTheNextRunIsMade_IsNotLeftOver()
    {
        await MadeAsync();
        Town.GoTo(May.AddDays(-1), new TimeOnly(15, 0));
        await ContactAsync();
        Town.GoTo(May, new TimeOnly(8, 30));
        await SweepAsync();

        Assert.Equal(FollowUpEnd.Itself, Assert.Single(Items()).ClosedAs);
    }

    [Fact]
    public async Task Item_ShowsToWhoeverServesNow()
    {
        await MadeAsync();
        var next = Town.Stranger();
        Town.Write(db => db.ButlerAssignments.Single(b => b.EnterpriseId == Enterprise.Id).Until = April);
        Town.Assign(next, Enterprise);

        var row = await RowAsync(next);
        Assert.True(row.IsOfAnother);
        Assert.True(row.MayEnd);
        Assert.Equal(Refusal.NotFound.Code, (await Town.FollowUps.ReadAsync(Butler, new FollowUpFilter(), Cancellation)).Refusal?.Code);
        Assert.Equal(Refusal.NotFound.Code, (await EndAsync(Butler, row)).Refusal?.Code);
        Assert.True((await EndAsync(next, row)).Done);
    }

    [Fact]
    public async Task Enterprise_HandedOverWhileTheMonthsRunsAreMade_StandsOnOneRun()
    {
        await MadeAsync();
        var next = Town.Butler(Town.Enterprise(City));
        Town.Write(db =>
        {
            db.ButlerAssignments.Single(b => b.EnterpriseId == Enterprise.Id).Until = April;
            db.FollowUpMonths.Single(m => m.Month == April).CompleteAt = null;
        });
        Town.Assign(next, Enterprise);
        await SweepAsync();

        Assert.Equal(2, Runs().Count);
        Assert.Single(Items());
    }

    [Fact]
    public async Task Enterprise_OffTheRoster_EndsItsFollowUpThatDay()
    {
        await MadeAsync();
        Town.Write(db => db.Enterprises.Single(e => e.Id == Enterprise.Id).LeftRosterOn = April);

        Assert.Empty((await ReadAsync()).Rows.Items);
        await SweepAsync();
        Assert.Equal(FollowUpEnd.OffRoster, Items()[0].ClosedAs);
        Town.GoTo(May, new TimeOnly(8, 30));
        await SweepAsync();
        Assert.Single(Items());
    }

    [Fact]
    public async Task Centre_SeesTheRunsByButler_AndOpensOne()
    {
        var (second, third) = (Town.Enterprise(City), Town.Enterprise(City));
        var colleague = Town.Butler(second);
        Town.Assign(colleague, third);
        await MadeAsync();
        Assert.True((await EndAsync(colleague, (await ReadAsync(colleague)).Rows.Items[0])).Done);
        Town.GoTo(May, new TimeOnly(8, 30));
        await SweepAsync();

        var town = await Town.FollowUps.TownAsync(Town.Dispatcher(), new FollowUpFilter(), Cancellation);
        Assert.Equal((May, 3, 2), (town.Value.Month!.Value, town.Value.Counts[FollowUpShow.Open], town.Value.Counts[FollowUpShow.Left]));
        var row = Assert.Single(town.Value.Rows.Items, r => r.All == 2);
        Assert.Equal((2, 1, 0, (DateOnly?)April), (row.Open, row.Left, row.Done, row.LeftSince));
        var opened = await ReadAsync(Town.Dispatcher(), run: row.Run.Id);
        Assert.Equal(2, opened.Rows.Total);
        Assert.DoesNotContain(opened.Rows.Items, i => i.MayEnd);
        Assert.Equal(Refusal.NotFound.Code, (await Town.FollowUps.TownAsync(Butler, new FollowUpFilter(), Cancellation)).Refusal?.Code);
        Assert.Equal(Refusal.NotFound.Code, (await Town.FollowUps.ReadAsync(Butler, new FollowUpFilter { RunId = row.Run.Id }, Cancellation)).Refusal?.Code);
    }

    [Fact]
    public async Task Item_WhoseReasonsCannotBeRead_IsShownAndEndedAllTheSame()
    {
        await MadeAsync();
        Town.Write(db => db.FollowUpItems.ExecuteUpdate(i => i.SetProperty(x => x.Reasons, "{")));

        Assert.Empty((await RowAsync()).Reasons);
        Assert.Equal(0, await SweepAsync());
        Assert.True((await EndAsync(Butler, await RowAsync())).Done);
    }

    [Fact]
    public async Task Sheet_AsksTheSameNumberOfQueries_HoweverManyStandOnIt()
    {
        await MadeAsync();
        await ReadAsync();
        var few = await QueriesAsync(() => ReadAsync());
        for (var i = 0; i < 12; i++)
        {
            Town.Assign(Butler, Town.Enterprise(City));
        }

        Town.GoTo(May, new TimeOnly(8, 30));
        await SweepAsync();
        Assert.Equal(13, (await ReadAsync()).Rows.Total);
        Assert.Equal(few, await QueriesAsync(() => ReadAsync()));
    }

    public sealed class OnSqlite(SqliteDatabase database) : FollowUpTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : FollowUpTests(database), IClassFixture<PostgresDatabase>;
}
