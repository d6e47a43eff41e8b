using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.History;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.History;

public abstract class HistorySearchTests : TicketTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    private readonly HistorySearch _search;
    private readonly Caller _auditor;

    protected HistorySearchTests(TestDatabase database)
        : base(database)
    {
        _search = new HistorySearch(Town.Runner, Town.House);
        _auditor = Town.Auditor();
        Town.Write(db => db.History.RemoveRange(db.History)); // what set the town up is not looked for
    }

    [Fact]
    public async Task Search_ListsTheNewestFirst_WithWhoWhenWhatAndTheAct()
    {
        var number = await RaisedAsync();
        await NoteAsync(Town.Unit("城建办二"), "Disable");

        var found = await SearchAsync(_auditor, new HistoryFilter());

        Assert.Equal(["Disable", nameof(Move.Raise)], found.Lines.Select(l => l.Act));
        Assert.Equal(["城建办二", number], found.Lines.Select(l => l.Name));
        Assert.Equal(["", NameOf(Applicant)], found.Lines.Select(l => l.Who));
        Assert.Equal([nameof(Organisation), nameof(Ticket)], found.Lines.Select(l => l.Kind));
        Assert.All(found.Lines, l => Assert.Null(l.Seal));
        Assert.Null(found.Seal);
        Assert.Equal(2, found.Total);
    }

    [Fact]
    public async Task Search_ByPerson_FindsTheirActsAlone_AndTheSystemsByThemselves()
    {
        await RaisedAsync();
        await NoteAsync(Town.Unit(), "Enable");

        var applicants = await SearchAsync(_auditor, new HistoryFilter { AccountId = Applicant.AccountId });
        var systems = await SearchAsync(_auditor, new HistoryFilter { BySystem = true });

        Assert.Equal([nameof(Move.Raise)], applicants.Lines.Select(l => l.Act));
        Assert.Equal(NameOf(Applicant), applicants.Person);
        Assert.Equal(["Enable"], systems.Lines.Select(l => l.Act));
    }

    [Fact]
    public async Task Search_ByKindAndAct_FindsThese()
    {
        await DispatchedAsync();
        await NoteAsync(Town.Unit(), "Enable");

        Assert.All((await SearchAsync(_auditor, new HistoryFilter { Kind = nameof(Ticket) })).Lines, l => Assert.Equal(nameof(Ticket), l.Kind));
        Assert.Equal([nameof(Move.Dispatch)], (await SearchAsync(_auditor, new HistoryFilter { Act = nameof(Move.Dispatch) })).Lines.Select(l => l.Act));
        Assert.Empty((await SearchAsync(_auditor, new HistoryFilter { Kind = nameof(Organisation), Act = nameof(Move.Dispatch) })).Lines);
    }

    [Fact]
    public async Task Search_ByADemandsNumber_FindsItsHistoryAlone_ByItsTitleNothing()
    {
        var number = await RaisedAsync();
        await RaisedAsync();

        Assert.Equal([number], (await SearchAsync(_auditor, new HistoryFilter { Thing = $" {number} " })).Lines.Select(l => l.Name));
        Assert.Empty((await SearchAsync(_auditor, new HistoryFilter { Thing = number[..^1] })).Lines);
        Assert.Empty((await SearchAsync(_auditor, new HistoryFilter { Thing = "积水" })).Lines);
    }

    [Theory]
    [InlineData("嘉定联测")]
    [InlineData("jdlc")]
    [InlineData("嘉定 联测有限")]
    public async Task Search_ByAName_FindsItAsItIsReadOrWritten(string text)
    {
        var enterprise = Town.Enterprise(name: "嘉定联测有限公司");
        await NoteAsync(enterprise, "Create");
        await NoteAsync(Town.Enterprise(), "Create");

        var line = Assert.Single((await SearchAsync(_auditor, new HistoryFilter { Thing = text })).Lines);

        Assert.Equal((nameof(Enterprise), enterprise.Id, "嘉定联测有限公司"), (line.Kind, line.SubjectId, line.Name));
    }

    [Fact]
    public async Task Search_ByAKey_FindsTheThingOfTheKindChosen()
    {
        var unit = Town.CooperatingDepartment("无数字所");
        await NoteAsync(unit, "Enable");

        Assert.Single((await SearchAsync(_auditor, new HistoryFilter { Kind = nameof(Organisation), Thing = $"#{unit.Id}" })).Lines);
        Assert.Empty((await SearchAsync(_auditor, new HistoryFilter { Kind = nameof(Ticket), Thing = $"#{unit.Id}" })).Lines);
        Assert.DoesNotContain((await SearchAsync(_auditor, new HistoryFilter { Thing = $"#{unit.Id}" })).Lines, l => l.Kind == nameof(Organisation));
    }

    [Fact]
    public async Task Search_ByDays_TakesThemFromMidnightToMidnightInShanghai()
    {
        var unit = Town.Unit();
        foreach (var (day, time) in new (DateOnly, TimeOnly)[] { (Monday, new(23, 59, 59)), (Monday.AddDays(1), new(0, 0)), (Monday.AddDays(1), new(23, 59, 59)), (Monday.AddDays(2), new(0, 0)) })
        {
            Town.GoTo(day, time);
            await NoteAsync(unit, "Check");
        }

        Assert.Equal([3, 2], await SequencesAsync(new HistoryFilter { From = Monday.AddDays(1), Until = Monday.AddDays(1) }));
        Assert.Equal([4, 3, 2], await SequencesAsync(new HistoryFilter { From = Monday.AddDays(1) }));
        Assert.Equal([3, 2, 1], await SequencesAsync(new HistoryFilter { Until = Monday.AddDays(1) }));
        Assert.Equal([4, 3, 2, 1], await SequencesAsync(new HistoryFilter { From = DateOnly.MinValue, Until = DateOnly.MaxValue }));
    }

    [Fact]
    public async Task Search_WithDaysTheWrongWayRound_SaysSo()
    {
        var refusal = (await _search.SearchAsync(_auditor, new HistoryFilter { From = Monday.AddDays(1), Until = Monday }, Cancellation)).Refusal;

        Assert.Equal("起始日期2026年3月3日晚于截止日期2026年3月2日。", refusal?.Sentence);
        Assert.Equal("TooLong", (await _search.SearchAsync(_auditor, new HistoryFilter { Thing = new string('长', 101) }, Cancellation)).Refusal?.Code);
    }

    [Fact]
    public async Task Pages_StayAsTheyAre_WhenEntriesOfOneInstantAreManyAndNewOnesCome()
    {
        var unit = Town.Unit();
        for (var i = 0; i < 7; i++)
        {
            await NoteAsync(unit, "Check"); // all at one instant
        }

        var first = await SearchAsync(_auditor, new HistoryFilter { Take = 3 });
        await NoteAsync(unit, "Check");
        var second = await SearchAsync(_auditor, new HistoryFilter { Take = 3, Before = first.Next });
        var third = await SearchAsync(_auditor, new HistoryFilter { Take = 3, Before = second.Next });

        Assert.Equal([7, 6, 5, 4, 3, 2, 1], first.Lines.Concat(second.Lines).Concat(third.Lines).Select(l => l.Sequence));
        Assert.Equal((7, 8), (first.Total, third.Total));
        Assert.Null(third.Next);
        Assert.Empty((await SearchAsync(_auditor, new HistoryFilter { Before = long.MaxValue })).Lines); // of an entry that there is not
    }

    [Fact]
    public async Task Search_SaysWhichSealCoversAnEntry_AndWhenTheLastWasMade()
    {
        await NoteAsync(Town.Unit(), "Check");
        await new HistorySealer(Town.Runner).SealAsync(Town.Clock.Now, Cancellation);
        await NoteAsync(Town.Unit(), "Check");

        var found = await SearchAsync(_auditor, new HistoryFilter());

        Assert.Equal([null, 1], found.Lines.Select(l => l.Seal));
        Assert.Equal(new LastSeal(1, Town.Start), found.Seal);
    }

    [Fact]
    public async Task Search_ByAnAdministrator_FindsTheSame()
    {
        await DispatchedAsync();

        Assert.Equal((await SearchAsync(_auditor, new HistoryFilter())).Lines, (await SearchAsync(Town.Administrator(), new HistoryFilter())).Lines);
    }

    [Fact]
    public async Task Get_ByAnAuditor_GivesWhatWasGivenAndTheValues()
    {
        await RaisedAsync();
        var raised = await OnlyAsync(nameof(Move.Raise));

        var held = (await _search.GetAsync(_auditor, raised.Id, Cancellation)).Value;

        Assert.Contains(held.Given, g => g.Path == "Given.Text" && g.Value.Length > 0);
        Assert.Contains(held.Changes, c => c is { Entity: nameof(Ticket), Property: "Title", Before: null } && c.After!.Contains("积水", StringComparison.Ordinal));
        Assert.Equal(raised, held.Line);
    }

    [Fact]
    public async Task Get_IsInTheHistoryItself_OnceForOneLook()
    {
        await RaisedAsync();
        var raised = await OnlyAsync(nameof(Move.Raise));

        await _search.GetAsync(_auditor, raised.Id, Cancellation);
        await _search.GetAsync(_auditor, raised.Id, Cancellation);
        var look = await OnlyAsync(HistorySearch.Look);
        await _search.GetAsync(_auditor, look.Id, Cancellation); // a look at a look holds nothing

        Assert.Equal((nameof(HistoryEntry), raised.Id, _auditor.AccountId), (look.Kind, look.SubjectId, look.AccountId!.Value));
        Town.Time.Advance(HistorySearch.OneLook);
        await _search.GetAsync(_auditor, raised.Id, Cancellation);
        Assert.Equal([2, 1], (await SearchAsync(_auditor, new HistoryFilter { Act = HistorySearch.Look })).Lines.Select(l => l.Sequence));
    }

    [Fact]
    public async Task Get_WhenTheContentCannotBeRead_GivesItAsItIsKept()
    {
        await NoteAsync(Town.Unit(), "Check");
        Town.Write(db => db.History.Single().Content = "{\"cut of");

        Assert.Equal([new HistoryGiven("", "{\"cut of")], (await _search.GetAsync(_auditor, (await OnlyAsync("Check")).Id, Cancellation)).Value.Given);
    }

    [Fact]
    public async Task WhoeverIsNeitherAuditorNorAdministrator_FindsNothingThere_AndAnAdministratorNoValues()
    {
        await RaisedAsync();
        var id = (await OnlyAsync(nameof(Move.Raise))).Id;
        Caller[] others = [Applicant, Officer, Liaison, Specialist, Dispatcher, CentreLead, Town.TownLeader(), Town.GeneralLiaison(), Town.Butler(Enterprise), Town.Stranger()];

        foreach (var who in others)
        {
            Assert.Equal(Refusal.NotFound, (await _search.SearchAsync(who, new HistoryFilter(), Cancellation)).Refusal);
            Assert.Equal(Refusal.NotFound, (await _search.PeopleAsync(who, "", Cancellation)).Refusal);
            Assert.Equal(Refusal.NotFound, (await _search.GetAsync(who, id, Cancellation)).Refusal);
        }

        Assert.Equal(Refusal.NotFound, (await _search.GetAsync(Town.Administrator(), id, Cancellation)).Refusal);
        Assert.Empty((await SearchAsync(_auditor, new HistoryFilter { Act = HistorySearch.Look })).Lines); // nor is there a look
    }

    [Fact]
    public async Task WhoeverHoldsBothPosts_ReadsTheValues()
    {
        await RaisedAsync();
        var both = Town.PersonAt(Town.Administration(), PostKind.Administrator, PostKind.Auditor);

        Assert.True((await _search.GetAsync(both, (await OnlyAsync(nameof(Move.Raise))).Id, Cancellation)).Done);
    }

    [Fact]
    public async Task People_AreFoundByNameAndUserName_DisabledOnesToo()
    {
        var gone = Town.Stranger();
        Town.Write(db =>
        {
            var account = db.Users.Single(a => a.Id == gone.AccountId);
            (account.DisplayName, account.DisabledAt) = ("单立人", Town.Start);
        });

        foreach (var text in new[] { "单立", "slr", UserNameOf(gone) })
        {
            Assert.Contains((await _search.PeopleAsync(_auditor, text, Cancellation)).Value, p => p.Id == gone.AccountId && p.Name == "单立人");
        }

        Assert.Empty((await _search.PeopleAsync(_auditor, "无此人也", Cancellation)).Value);
        for (var i = 0; i <= HistorySearch.MostPeople; i++)
        {
            Town.Stranger();
        }

        Assert.Equal(HistorySearch.MostPeople, (await _search.PeopleAsync(_auditor, "人员", Cancellation)).Value.Count);
    }

    private async Task<HistoryFound> SearchAsync(Caller who, HistoryFilter filter) => (await _search.SearchAsync(who, filter, Cancellation)).Value;

    private async Task<HistoryLine> OnlyAsync(string act) => Assert.Single((await SearchAsync(_auditor, new HistoryFilter { Act = act })).Lines);

    private async Task<IEnumerable<int>> SequencesAsync(HistoryFilter filter) => (await SearchAsync(_auditor, filter)).Lines.Select(l => l.Sequence);

    private Task<bool> NoteAsync(IHistoried thing, string act) => Town.Runner.ActAsSystemAsync(Town.Clock.Now, op =>
    {
        op.Note(thing, act);
        return Task.CompletedTask;
    }, Cancellation);

    private string NameOf(Caller who)
    {
        using var db = Town.Look();
        return db.Users.Single(a => a.Id == who.AccountId).DisplayName;
    }

    private string UserNameOf(Caller who)
    {
        using var db = Town.Look();
        return db.Users.Single(a => a.Id == who.AccountId).UserName!;
    }

    public sealed class OnSqlite(SqliteDatabase database) : HistorySearchTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : HistorySearchTests(database), IClassFixture<PostgresDatabase>;
}
