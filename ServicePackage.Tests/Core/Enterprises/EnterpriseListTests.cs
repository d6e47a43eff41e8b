using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Enterprises;

/// <summary>The titles of an enterprise and its other lists: what stands in them, as of when, and whether they are complete. The town's day is 2 March 2026.</summary>
public abstract class EnterpriseListTests : TownTests
{
    private readonly Organisation _city;
    private readonly Enterprise _enterprise;
    private readonly Caller _own;
    private readonly Caller _butler;

    protected EnterpriseListTests(TestDatabase database)
        : base(database)
    {
        _city = Town.EconomicCity();
        _enterprise = Town.Enterprise(_city);
        (_own, _butler) = (Town.EnterpriseUser(_enterprise), Town.Butler(_enterprise));
    }

    private EnterpriseListService Lists => new(Town.Runner);

    [Fact]
    public async Task Record_OfATitle_KeepsAndSaysIt()
    {
        await MustRecordAsync(_own, "title", i => (i.Kind, i.Level, i.From, i.Until, i.First, i.Number) = ("hnte", "city", new(2023, 12, 1), new(2026, 11, 30), FirstTime.Recheck, " GR202331001234 "));

        var row = await SingleAsync();
        Assert.Equal(("title", "hnte", "", "GR202331001234", FirstTime.Recheck), (row.List, row.Kind, row.Level, row.Number, row.First));
        Assert.Equal((FactStanding.Declared, _own.AccountId, Town.Clock.Now), (row.Standing, row.RecordedById!.Value, row.RecordedAt));
        var (list, item) = (ListCatalogue.Titles, (await ListAsync("title")).Items.Single());
        Assert.Equal(("高新技术企业", ListItemState.Held), (ListWording.Head(list, item), item.State));
        Assert.Equal(["有效期2023年12月1日至2026年11月30日", "复核通过", "证书编号：GR202331001234"], ListWording.Details(list, item));
    }

    [Fact]
    public async Task Record_OfEachList_KeepsWhatItAsks()
    {
        await MustRecordAsync(_own, "equity", i => (i.From, i.Amount, i.Flag) = (new(2025, 6, 1), "８００", FactRules.Yes));
        await MustRecordAsync(_own, "award", i => (i.Level, i.Rank, i.From) = ("nation", "2", new(2025, 1, 10)));
        await MustRecordAsync(_own, "standard", i => (i.Level, i.From, i.Number) = ("nation", new(2024, 5, 6), "GB/T 1234-2024"));
        await MustRecordAsync(_own, "offence", i => (i.Kind, i.From, i.LiftedOn) = ("abnormal_list", new(2024, 5, 6), new(2024, 6, 6)));
        await MustRecordAsync(_own, "loan", i => (i.Kind, i.From, i.Amount, i.Purpose) = ("credit", new(2025, 5, 6), "300", "research"));
        await MustRecordAsync(_own, "project", i => (i.Amount, i.Part, i.Unit) = ("6000000", "3600000.5", MoneyUnit.Yuan));
        await MustRecordAsync(_own, "title", i => (i.Kind, i.Level) = ("tech_centre", "city"));

        Assert.Equal(
            [
                "title 企业技术中心（市级）", "equity 800万元 到账日期：2025年6月1日 合格机构投资者：是", "award 国家级 企业排名：第2名 获奖日期：2025年1月10日",
                "standard 国家标准 发布日期：2024年5月6日 标准编号：GB/T 1234-2024", "offence 列入经营异常名录 发生或列入日期：2024年5月6日 解除或移出日期：2024年6月6日",
                "loan 信用贷款 发放日期：2025年5月6日 贷款金额：300万元 用途：研发", "project 600万元 其中设备投入：3,600,000.5元",
            ],
            (await FileAsync(_own)).Lists.Select(l => string.Join(' ', [l.Code, ListWording.Head(ListCatalogue.Find(l.Code)!, l.Items.Single()), .. ListWording.Details(ListCatalogue.Find(l.Code)!, l.Items.Single())])));
    }

    [Theory]
    [InlineData("nothing", "", "", "", "", "List.Unknown", null)]
    [InlineData("title", "", "", "", "", "List.Missing", "Kind")]
    [InlineData("title", "best", "", "", "", "Fact.ChoiceUnknown", "Kind")]
    [InlineData("title", "tech_centre", "", "", "", "List.Missing", "Level")]
    [InlineData("title", "tech_centre", "town", "", "", "Fact.ChoiceUnknown", "Level")]
    [InlineData("title", "hnte", "", "2026-03-03", "", "Fact.DayToCome", "From")]
    [InlineData("title", "hnte", "", "1899-12-31", "", "Fact.DayTooEarly", "From")]
    [InlineData("title", "hnte", "", "2024-01-01", "2023-12-31", "List.UntilBeforeFrom", "Until")]
    [InlineData("title", "hnte", "", "2024-01-01", "2200-01-01", "List.UntilTooLate", "Until")]
    [InlineData("title", "hnte", "", "", "2026-12-31", "List.UntilAlone", "Until")]
    [InlineData("award", "", "nation", "", "", "List.Missing", "From")]
    [InlineData("award", "", "", "2025-01-01", "", "List.Missing", "Level")]
    public async Task Record_OfWhatCannotBe_IsRefusedAtItsField(string list, string kind, string level, string from, string until, string refusal, string? field)
    {
        var outcome = await RecordAsync(_own, list, i => (i.Kind, i.Level, i.From, i.Until, i.Rank) = (kind, level, Day(from), Day(until), "1"));

        Assert.Equal((refusal, field), (outcome.Refusal?.Code, outcome.Refusal?.Field));
        Assert.NotEqual($"Refusal.{refusal}", outcome.Refusal!.Sentence);
        Assert.Empty(await RowsAsync());
    }

    [Theory]
    [InlineData("-5", "", "Fact.Negative", "Amount")]
    [InlineData("", "", "List.Missing", "Amount")]
    [InlineData("五百万", "", "Fact.NotANumber", "Amount")]
    [InlineData("500", "500.01", "List.PartAboveAmount", "Part")]
    [InlineData("500", "-1", "Fact.Negative", "Part")]
    [InlineData("500", "500", null, null)]
    public async Task Record_OfAnAmount_TakesWhatCanBe(string amount, string part, string? refusal, string? field)
    {
        var outcome = await RecordAsync(_own, "project", i => (i.Amount, i.Part) = (amount, part));

        Assert.Equal((refusal, field), (outcome.Refusal?.Code, outcome.Refusal?.Field));
        Assert.Equal(refusal is null ? 1 : 0, (await RowsAsync()).Count);
    }

    [Fact]
    public async Task Record_OfAnItemThatLacksSomething_IsRefused()
    {
        Assert.Equal("Flag", (await RecordAsync(_own, "equity", i => (i.From, i.Amount) = (new(2025, 6, 1), "800"))).Refusal?.Field);
        Assert.Equal("Rank", (await RecordAsync(_own, "award", i => (i.Level, i.From, i.Rank) = ("nation", new(2025, 6, 1), "0"))).Refusal?.Field);
        Assert.Equal("Purpose", (await RecordAsync(_own, "loan", i => (i.Kind, i.From, i.Amount, i.Purpose) = ("credit", new(2025, 6, 1), "800", "fun"))).Refusal?.Field);
        Assert.Equal("List.LiftedBefore", (await RecordAsync(_own, "offence", i => (i.Kind, i.From, i.LiftedOn) = ("tax", new(2025, 6, 1), new(2025, 5, 31)))).Refusal?.Code);
        Assert.Equal("TooLong", (await RecordAsync(_own, "title", i => (i.Kind, i.Number) = ("hnte", new string('号', 61)))).Refusal?.Code);
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task Title_OfUnknownDates_CountsAsHeldAndGivesWayToOneThatTellsThem()
    {
        await MustRecordAsync(_own, "title", i => i.Kind = "hnte");
        Assert.Equal(ListItemState.ToBeConfirmed, (await ListAsync("title")).Items.Single().State);
        Assert.Equal(["hnte"], await HeldAsync(new(2020, 1, 1)));
        Assert.Equal("List.Twice", (await RecordAsync(_own, "title", i => i.Kind = "hnte")).Refusal?.Code);

        await MustRecordAsync(_own, "title", i => (i.Kind, i.From, i.Until) = ("hnte", new(2023, 12, 1), new(2026, 11, 30)));

        var rows = await RowsAsync();
        Assert.Equal((2, rows[0].Id, Town.Clock.Now), (rows.Count, rows[1].CorrectsId!.Value, rows[0].ReplacedAt!.Value));
        Assert.Equal("List.Twice", (await RecordAsync(_own, "title", i => i.Kind = "hnte")).Refusal?.Code);
        Assert.Empty(await HeldAsync(new(2020, 1, 1)));
    }

    [Theory]
    [InlineData("2023-11-30", false)]
    [InlineData("2023-12-01", true)]
    [InlineData("2026-11-30", true)]
    [InlineData("2026-12-01", false)]
    public async Task Title_IsHeld_FromItsFirstDayToItsLast(string day, bool held)
    {
        await MustRecordAsync(_own, "title", i => (i.Kind, i.From, i.Until) = ("hnte", new(2023, 12, 1), new(2026, 11, 30)));
        await MustRecordAsync(_own, "award", i => (i.Level, i.Rank, i.From) = ("nation", "2", new(2020, 1, 10)));

        Assert.Equal(held ? ["hnte"] : [], await HeldAsync(Day(day)!.Value));
    }

    [Fact]
    public async Task Title_StandsOnceForAFirstDay_AndManyYearsApartAreAskedBack()
    {
        await MustRecordAsync(_own, "title", i => (i.Kind, i.From, i.Until) = ("hnte", new(2023, 12, 1), new(2026, 11, 30)));

        Assert.Equal("List.Twice", (await RecordAsync(_own, "title", i => (i.Kind, i.From) = ("hnte", new(2023, 12, 1)))).Refusal?.Code);
        var asked = await RecordAsync(_own, "title", i => (i.Kind, i.From) = ("hnte", new(2013, 11, 30)));
        Assert.Equal(("List.AskJump", nameof(ListItemInput.Again)), (asked.Refusal?.Code, asked.Refusal?.Field));
        Assert.Null((await RecordAsync(_own, "title", i => (i.Kind, i.From) = ("srdi", new(2013, 11, 30)))).Refusal);
        Assert.Null((await RecordAsync(_own, "title", i => (i.Kind, i.From, i.Again) = ("hnte", new(2013, 11, 30), true))).Refusal);
        Assert.Null((await RecordAsync(_own, "title", i => (i.Kind, i.From) = ("hnte", new(2020, 12, 1)))).Refusal);
        Assert.Equal(4, (await RowsAsync()).Count);
    }

    [Fact]
    public async Task Correction_AddsARowAndLeavesTheEarlierToBeReadAsKnownThen()
    {
        await MustRecordAsync(_own, "title", i => (i.Kind, i.From, i.Until) = ("srdi", new(2024, 1, 1), new(2026, 12, 31)));
        var first = (await ListAsync("title")).Items.Single().Id;
        Town.GoTo(new(2026, 3, 10), new(9, 0));
        Assert.Null((await CorrectAsync(_butler, "title", first, i => (i.Kind, i.From, i.Until, i.Evidence) = ("srdi", new(2024, 2, 1), new(2027, 1, 31), "证书"))).Refusal);

        var now = await ListAsync("title");
        Assert.Equal((FactStanding.Checked, new DateOnly(2024, 2, 1), 2), (now.Items.Single().Standing, now.Items.Single().From!.Value, now.History.Count));
        var then = await ListAsync("title", new FactMoment(Known: new(2026, 3, 9)));
        Assert.Equal((first, 1), (then.Items.Single().Id, then.History.Count));
        Assert.Null(then.History[0].ReplacedAt);
        Assert.Equal(first, (await RowsAsync())[1].CorrectsId);
        Assert.Empty((await ListAsync("title", new FactMoment(Known: new(2026, 3, 1)))).Items);
        Assert.Empty((await ListAsync("title", new FactMoment(On: new(2024, 1, 31)))).Items);
        Assert.Equal("Fact.StandingNotYours", (await CorrectAsync(_own, "title", now.Items[0].Id, i => i.Kind = "srdi")).Refusal?.Code);
        Assert.True((await CorrectAsync(_own, "title", first, i => i.Kind = "srdi")).Refusal?.IsStale);
        Assert.Equal(2, (await RowsAsync()).Count);
    }

    [Fact]
    public async Task ItemsAndClosings_KnownAtAnInstant_AreThoseRecordedAndNotReplacedByThen()
    {
        var at = Town.Clock.Now;
        var moment = TimeSpan.FromMilliseconds(1);
        foreach (var (kind, recorded, replaced) in new (string, DateTime, DateTime?)[]
        {
            ("now", at, null), ("later", at + moment, null), ("gone", at - moment, at), ("going", at - moment, at + moment), // recorded, replaced
        })
        {
            Town.Write(db =>
            {
                db.EnterpriseListItems.Add(new EnterpriseListItem { EnterpriseId = _enterprise.Id, List = "equity", Kind = kind, RecordedAt = recorded, ReplacedAt = replaced });
                db.EnterpriseListClosings.Add(new EnterpriseListClosing { EnterpriseId = _enterprise.Id, List = "equity", Kind = kind, RecordedAt = recorded, ReplacedAt = replaced });
            });
        }

        await using var look = Town.Look();
        Assert.Equal(["going", "now"], look.EnterpriseListItems.Where(i => i.EnterpriseId == _enterprise.Id).KnownAt(at).Select(i => i.Kind).ToList().Order());
        Assert.Equal(["going", "now"], look.EnterpriseListClosings.Where(c => c.EnterpriseId == _enterprise.Id).KnownAt(at).Select(c => c.Kind).ToList().Order());
    }

    [Fact]
    public async Task File_AsOfADay_SaysWhichTitlesWereOver()
    {
        await MustRecordAsync(_own, "title", i => (i.Kind, i.From, i.Until) = ("srdi", new(2022, 1, 1), new(2024, 12, 31)));
        await MustRecordAsync(_own, "title", i => (i.Kind, i.From, i.Until) = ("hnte", new(2023, 12, 1), new(2026, 11, 30)));

        Assert.Equal(["hnte Held", "srdi Expired"], States(await ListAsync("title")));
        Assert.Equal(["hnte Held", "srdi Held"], States(await ListAsync("title", new FactMoment(On: new(2024, 12, 31)))));
        Assert.Equal(["srdi Held"], States(await ListAsync("title", new FactMoment(On: new(2023, 11, 30)))));
    }

    [Fact]
    public async Task Check_NeedsItsDocumentAndAuthorityIsForTheCentre()
    {
        Assert.Equal("Fact.EvidenceMissing", (await RecordAsync(_butler, "title", i => i.Kind = "hnte")).Refusal?.Code);
        Assert.Equal("Fact.StandingNotYours", (await RecordAsync(_butler, "title", i => (i.Kind, i.Standing, i.Evidence) = ("hnte", FactStanding.Authority, "公告"))).Refusal?.Code);
        Assert.Equal("Fact.StandingNotYours", (await RecordAsync(_own, "title", i => (i.Kind, i.Standing) = ("hnte", FactStanding.Checked))).Refusal?.Code);
        Assert.Equal("Fact.EvidenceMissing", (await DeclareAsync(_butler, "title")).Refusal?.Code);
        Assert.Equal("Fact.StandingNotYours", (await DeclareAsync(_own, "title", c => c.Standing = FactStanding.Authority)).Refusal?.Code);
        Assert.Empty(await RowsAsync());
        await MustRecordAsync(Town.Dispatcher(), "title", i => (i.Kind, i.Standing, i.Evidence) = ("hnte", FactStanding.Authority, "公告"));
        Assert.Equal(("公告", FactStanding.Authority), ((await SingleAsync()).Evidence, (await SingleAsync()).Standing));
    }

    [Fact]
    public async Task TakeBack_LeavesTheHistory()
    {
        await MustRecordAsync(_butler, "title", i => (i.Kind, i.Evidence) = ("hnte", "证书"));
        var id = (await SingleAsync()).Id;
        Town.GoTo(new(2026, 3, 9), new(9, 0));

        Assert.Equal("Fact.StandingNotYours", (await Lists.TakeBackAsync(_own, Guid.NewGuid(), _enterprise.Id, id, Cancellation)).Refusal?.Code);
        Assert.Equal(Refusal.NotFound, (await Lists.TakeBackAsync(Town.EnterpriseUser(Town.Enterprise()), Guid.NewGuid(), _enterprise.Id, id, Cancellation)).Refusal);
        Assert.Null((await SingleAsync()).ReplacedAt);
        Assert.True((await Lists.TakeBackAsync(Town.Dispatcher(), Guid.NewGuid(), _enterprise.Id, id, Cancellation)).Done);
        Assert.True((await Lists.TakeBackAsync(Town.Dispatcher(), Guid.NewGuid(), _enterprise.Id, id, Cancellation)).Refusal?.IsStale);

        var list = await ListAsync("title");
        Assert.Equal((0, Town.Clock.Now), (list.Items.Count, list.History.Single().ReplacedAt!.Value));
        Assert.Single((await ListAsync("title", new FactMoment(Known: new(2026, 3, 8)))).Items);
    }

    [Fact]
    public async Task Complete_IsGoodForTheMonthsOfTheListAndCanBeTakenBack()
    {
        Assert.Null((await DeclareAsync(_own, "title")).Refusal);

        var said = await ListAsync("title");
        Assert.True(said.IsComplete);
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2027, 3, 2), ""), (said.Closing!.AsOf, said.Closing.Until, said.Closing.Kind));
        Assert.False((await ListAsync("equity")).IsComplete);
        Assert.False((await ListAsync("title", new FactMoment(Known: new(2026, 3, 1)))).IsComplete);
        Assert.True((await ListAsync("title", new FactMoment(On: new(2020, 1, 1)))).IsComplete);
        Town.GoTo(new(2027, 3, 2), new(9, 0));
        Assert.True((await ListAsync("title")).IsComplete);
        Town.GoTo(new(2027, 3, 3), new(9, 0));
        var old = await ListAsync("title");
        Assert.Equal((false, new DateOnly(2026, 3, 2)), (old.IsComplete, old.Closing!.AsOf));

        Assert.Null((await DeclareAsync(_own, "title")).Refusal);
        var anew = await ListAsync("title");
        Assert.Equal(new DateOnly(2027, 3, 3), anew.Closings.Single().AsOf);
        Assert.True((await Lists.UndeclareAsync(_own, Guid.NewGuid(), _enterprise.Id, anew.Closing!.Id, Cancellation)).Done);
        Assert.True((await Lists.UndeclareAsync(_own, Guid.NewGuid(), _enterprise.Id, anew.Closing.Id, Cancellation)).Refusal?.IsStale);
        Assert.Null((await ListAsync("title")).Closing);
        Assert.True((await ListAsync("title", new FactMoment(Known: new(2027, 3, 2)))).Closing is not null);
    }

    [Fact]
    public async Task Complete_OfOneKindOfTitle_LeavesTheListOpen()
    {
        Assert.Null((await DeclareAsync(Town.Dispatcher(), "title", c => (c.Kind, c.AsOf, c.Standing, c.Evidence) = ("hnte", new(2026, 1, 5), FactStanding.Authority, "公告"))).Refusal);

        var list = await ListAsync("title");
        Assert.False(list.IsComplete);
        Assert.Equal(("hnte", new DateOnly(2026, 1, 5), true), (list.Closings.Single().Kind, list.Closings.Single().AsOf, list.Closings.Single().Tells));
        Assert.Equal("List.Unknown", (await DeclareAsync(_own, "title", c => c.Kind = "best")).Refusal?.Code);
        Assert.Equal("List.Unknown", (await DeclareAsync(_own, "loan", c => c.Kind = "credit")).Refusal?.Code);
        Assert.Equal("Fact.DayToCome", (await DeclareAsync(_own, "title", c => c.AsOf = new(2026, 3, 3))).Refusal?.Code);
        Assert.Equal("Fact.StandingNotYours", (await Lists.UndeclareAsync(_own, Guid.NewGuid(), _enterprise.Id, list.Closings[0].Id, Cancellation)).Refusal?.Code);
    }

    [Fact]
    public async Task Change_OnAStaleCopy_IsRefused()
    {
        var seen = (await ListAsync("title")).Seen;
        await MustRecordAsync(_butler, "title", i => (i.Kind, i.Evidence) = ("hnte", "证书"));

        Assert.True((await Lists.RecordAsync(_own, Guid.NewGuid(), new ListItemInput { EnterpriseId = _enterprise.Id, List = "title", Kind = "srdi", Seen = seen }, Cancellation)).Refusal?.IsStale);
        Assert.True((await Lists.DeclareCompleteAsync(_own, Guid.NewGuid(), new ListClosingInput { EnterpriseId = _enterprise.Id, List = "title", Seen = seen }, Cancellation)).Refusal?.IsStale);
        Assert.Single(await RowsAsync());
    }

    [Fact]
    public async Task Record_TwiceAtOnce_LeavesOneThatStands()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(i =>
            Lists.RecordAsync(_own, Guid.NewGuid(), new ListItemInput { EnterpriseId = _enterprise.Id, List = "title", Kind = "hnte" }, Cancellation)));

        Assert.Single(outcomes, o => o.Done);
        Assert.All(outcomes.Where(o => !o.Done), o => Assert.True(o.Refusal!.IsStale || o.Refusal.Code == "Busy", o.Refusal.Code));
        Assert.Single(await RowsAsync());
    }

    [Fact]
    public async Task History_OfTheEnterprise_HasTheActWithoutItsFigures()
    {
        await MustRecordAsync(_own, "equity", i => (i.From, i.Amount, i.Flag) = (new(2025, 6, 1), "8765", FactRules.Yes));

        await using var db = Town.Look();
        var entry = await db.History.SingleAsync(h => h.Subject == nameof(Enterprise) && h.SubjectId == _enterprise.Id, Cancellation);
        Assert.Equal(("RecordListItem", _own.AccountId), (entry.Act, entry.AccountId));
        Assert.DoesNotContain("8765", entry.Content + entry.Changes, StringComparison.Ordinal);
    }

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> States(ListView list) => list.Items.Select(i => $"{i.Kind} {i.State}");

    private async Task<List<string>> HeldAsync(DateOnly day)
    {
        await using var db = Town.Look();
        return await db.EnterpriseListItems.KnownAt(Town.Clock.Now).HeldOn(day).Select(i => i.Kind).ToListAsync(Cancellation);
    }

    private async Task<Outcome<Nothing>> RecordAsync(Caller who, string list, Action<ListItemInput> fill) =>
        await Lists.RecordAsync(who, Guid.NewGuid(), await InputAsync(who, list, null, fill), Cancellation);

    private async Task<Outcome<Nothing>> CorrectAsync(Caller who, string list, long id, Action<ListItemInput> fill) =>
        await Lists.CorrectAsync(who, Guid.NewGuid(), await InputAsync(who, list, id, fill), Cancellation);

    private async Task<ListItemInput> InputAsync(Caller who, string list, long? id, Action<ListItemInput> fill)
    {
        var input = new ListItemInput { EnterpriseId = _enterprise.Id, List = list, Id = id, Seen = (await FileAsync(who)).Lists.FirstOrDefault(l => l.Code == list)?.Seen ?? 0 };
        fill(input);
        return input;
    }

    private async Task<Outcome<Nothing>> DeclareAsync(Caller who, string list, Action<ListClosingInput>? fill = null)
    {
        var input = new ListClosingInput { EnterpriseId = _enterprise.Id, List = list, Seen = (await FileAsync(who)).Lists.Single(l => l.Code == list).Seen };
        fill?.Invoke(input);
        return await Lists.DeclareCompleteAsync(who, Guid.NewGuid(), input, Cancellation);
    }

    private async Task MustRecordAsync(Caller who, string list, Action<ListItemInput> fill) => Assert.Null((await RecordAsync(who, list, fill)).Refusal?.Sentence);

    private async Task<ListFile> FileAsync(Caller who, FactMoment? moment = null) => (await Lists.ReadAsync(who, _enterprise.Id, moment, Cancellation)).Value;

    private async Task<ListView> ListAsync(string code, FactMoment? moment = null) => (await FileAsync(_own, moment)).Lists.Single(l => l.Code == code);

    private async Task<List<EnterpriseListItem>> RowsAsync()
    {
        await using var db = Town.Look();
        return await db.EnterpriseListItems.AsNoTracking().OrderBy(i => i.Id).ToListAsync(Cancellation);
    }

    private async Task<EnterpriseListItem> SingleAsync() => Assert.Single(await RowsAsync());

    public sealed class OnSqlite(SqliteDatabase database) : EnterpriseListTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : EnterpriseListTests(database), IClassFixture<PostgresDatabase>;
}
