using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Enterprises;

/// <summary>What is recorded of an enterprise, what counts of it, and as of when. The town's day is 2 March 2026.</summary>
public abstract class EnterpriseFactTests : TownTests
{
    private readonly Organisation _city;
    private readonly Enterprise _enterprise;
    private readonly Caller _own;
    private readonly Caller _butler;

    protected EnterpriseFactTests(TestDatabase database)
        : base(database)
    {
        _city = Town.EconomicCity();
        _enterprise = Town.Enterprise(_city);
        (_own, _butler) = (Town.EnterpriseUser(_enterprise), Town.Butler(_enterprise));
    }

    private EnterpriseFactService Facts => new(Town.Runner);

    [Theory]
    [InlineData("revenue", "4200", MoneyUnit.TenThousand, "42000000", "4,200万元")]
    [InlineData("revenue", "４，２００．５", MoneyUnit.TenThousand, "42005000", "4,200.5万元")]
    [InlineData("revenue", " 42 000 000.55 ", MoneyUnit.Yuan, "42000000.55", "42,000,000.55元")]
    [InlineData("revenue", "0.000001", MoneyUnit.TenThousand, "0.01", "0.01元")]
    [InlineData("revenue", "0", MoneyUnit.TenThousand, "0", "0元")]
    [InlineData("layoff_rate", "2.996%", MoneyUnit.TenThousand, "0.02996", "2.996%")]
    [InlineData("layoff_rate", "１００", MoneyUnit.TenThousand, "1", "100%")]
    [InlineData("hires_key", "1,234", MoneyUnit.TenThousand, "1234", "1,234人")]
    [InlineData("rank_national", "3", MoneyUnit.TenThousand, "3", "第3名")]
    [InlineData("score_srdi", "66。5", MoneyUnit.TenThousand, "66.5", "66.5分")]
    public async Task Record_WhenANumberIsTypedAsPeopleType_KeepsAndSaysIt(string code, string typed, MoneyUnit unit, string kept, string said)
    {
        Assert.Null((await RecordAsync(_own, code, i => (i.Low, i.Unit, i.Year) = (typed, unit, 2025))).Refusal);

        var row = await SingleAsync();
        Assert.Equal((decimal.Parse(kept, CultureInfo.InvariantCulture), row.Low), (row.Low, row.High));
        Assert.Equal((FactAnswer.Value, FactStanding.Declared, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)), (row.Answer, row.Standing, row.From, row.Until!.Value));
        Assert.Equal((_own.AccountId, Town.Clock.Now), (row.RecordedById!.Value, row.RecordedAt));
        Assert.Equal(said, FactWording.Value(FactCatalogue.Find(code)!, (await FactAsync(code)).Periods.Single().Counts));
    }

    [Theory]
    [InlineData("revenue", "", "Missing")]
    [InlineData("revenue", "四千万", "Fact.NotANumber")]
    [InlineData("revenue", "4200万元", "Fact.NotANumber")]
    [InlineData("revenue", "4,2", "Fact.NotANumber")]
    [InlineData("revenue", "1e9", "Fact.NotANumber")]
    [InlineData("revenue", "-5", "Fact.Negative")]
    [InlineData("revenue", "−5", "Fact.Negative")]
    [InlineData("revenue", "0.0000001", "Fact.MoneyDecimals")]
    [InlineData("revenue", "1000000001", "Fact.TooLarge")]
    [InlineData("revenue", "99999999999999999999999999999999", "Fact.TooLarge")]
    [InlineData("layoff_rate", "100.1", "Fact.ShareAboveOne")]
    [InlineData("layoff_rate", "2.99999", "Fact.Decimals")]
    [InlineData("hires_key", "12.5", "Fact.NotWhole")]
    [InlineData("hires_key", "100000001", "Fact.TooLarge")]
    [InlineData("rank_national", "0", "Fact.RankFromOne")]
    [InlineData("score_srdi", "101", "Fact.PointsAboveMost")]
    [InlineData("score_srdi", "60.00001", "Fact.Decimals")]
    public async Task Record_WhenTheNumberCannotBe_IsRefusedAtItsField(string code, string typed, string refusal)
    {
        var outcome = await RecordAsync(_own, code, i => (i.Low, i.Year) = (typed, 2025));

        Assert.Equal((refusal, nameof(FactInput.Low)), (outcome.Refusal?.Code, outcome.Refusal?.Field));
        Assert.NotEqual($"Refusal.{refusal}", outcome.Refusal!.Sentence);
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task Record_WhenYuanHasThreeDecimals_IsRefused() =>
        Assert.Equal("Fact.MoneyDecimals", (await RecordAsync(_own, "revenue", i => (i.Low, i.Unit, i.Year) = ("1.005", MoneyUnit.Yuan, 2025))).Refusal?.Code);

    [Theory]
    [InlineData("industry", "C", null)]
    [InlineData("industry", "ｃ", null)]
    [InlineData("industry", "3432", null)]
    [InlineData("industry", "3", "Fact.IndustryForm")]
    [InlineData("industry", "U", "Fact.IndustryForm")]
    [InlineData("industry", "C34", "Fact.IndustryForm")]
    [InlineData("industry", "34321", "Fact.IndustryForm")]
    [InlineData("reg_place", "310114", null)]
    [InlineData("reg_place", "310114 106", null)]
    [InlineData("reg_place", "3101141", "Fact.DivisionForm")]
    [InlineData("reg_place", "马陆镇", "Fact.DivisionForm")]
    [InlineData("ownership", "private", null)]
    [InlineData("ownership", "民营", "Fact.ChoiceUnknown")]
    [InlineData("ownership", "", "Missing")]
    [InlineData("legal_person", "yes", null)]
    [InlineData("legal_person", "maybe", "Fact.ChoiceUnknown")]
    public async Task Record_OfACode_TakesThoseOfTheRightForm(string code, string typed, string? refusal)
    {
        Assert.Equal(refusal, (await RecordAsync(_own, code, i => (i.Choice, i.Since) = (typed, new(2026, 1, 1)))).Refusal?.Code);

        Assert.Equal(refusal is null ? 1 : 0, (await RowsAsync()).Count);
    }

    [Theory]
    [InlineData("revenue", FactShape.Year, 2026, null, "Fact.PeriodNotEnded")]
    [InlineData("revenue", FactShape.Quarter, 2026, 1, "Fact.PeriodNotEnded")]
    [InlineData("revenue", FactShape.Month, 2026, 3, "Fact.PeriodNotEnded")]
    [InlineData("revenue", FactShape.Month, 2026, 2, null)]
    [InlineData("revenue", FactShape.Month, 2026, 13, "Fact.PeriodUnknown")]
    [InlineData("revenue", FactShape.Month, 2026, null, "Fact.PeriodUnknown")]
    [InlineData("revenue", FactShape.Year, null, null, "Missing")]
    [InlineData("revenue", FactShape.EndOfYear, 2025, null, "Fact.ShapeUnknown")]
    [InlineData("revenue", FactShape.State, 2025, null, "Fact.ShapeUnknown")]
    [InlineData("staff", FactShape.EndOfQuarter, 2025, 4, null)]
    [InlineData("nothing", FactShape.Year, 2025, null, "Fact.Unknown")]
    public async Task Record_OfAPeriod_TakesThoseThatAreOver(string code, FactShape shape, int? year, int? part, string? refusal)
    {
        Assert.Equal(refusal, (await RecordAsync(_own, code, i => (i.Shape, i.Year, i.Part, i.Low) = (shape, year, part, "100"))).Refusal?.Code);

        Assert.Equal(refusal is null ? 1 : 0, (await RowsAsync()).Count);
    }

    [Fact]
    public async Task Record_OfADayToCome_IsRefused()
    {
        Assert.Equal("Fact.DayTooEarly", (await RecordAsync(_own, "legal_person", i => (i.Since, i.Choice) = (new(202, 1, 1), "yes"))).Refusal?.Code);
        Assert.Equal("Fact.DayToCome", (await RecordAsync(_own, "founded", i => i.Day = new(2026, 3, 3))).Refusal?.Code);
        Assert.Equal("Fact.DayTooEarly", (await RecordAsync(_own, "founded", i => i.Day = new(1899, 12, 31))).Refusal?.Code);
        Assert.Equal("Missing", (await RecordAsync(_own, "founded", i => i.Day = null)).Refusal?.Code);
        Assert.Equal("Fact.DayToCome", (await RecordAsync(_own, "ip1", i => (i.Since, i.Low) = (new(2026, 3, 3), "3"))).Refusal?.Code);
        Assert.Equal("Missing", (await RecordAsync(_own, "ip1", i => (i.Since, i.Low) = (null, "3"))).Refusal?.Code);
        Assert.Null((await RecordAsync(_own, "founded", i => i.Day = new(2026, 3, 2))).Refusal);
    }

    [Fact]
    public async Task Record_OfAYearBeforeTheFounding_IsRefusedUnlessItDoesNotApply()
    {
        await MustRecordAsync(_own, "founded", i => i.Day = new(2024, 6, 1));

        var refused = await RecordAsync(_own, "revenue", i => (i.Year, i.Low) = (2023, "100"));
        Assert.Equal("Fact.BeforeFounded", refused.Refusal?.Code);
        Assert.Contains("2024年6月1日", refused.Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Equal("Fact.BeforeFounded", (await RecordAsync(_own, "revenue", i => (i.Year, i.Answer) = (2023, FactAnswer.None))).Refusal?.Code);
        await MustRecordAsync(_own, "revenue", i => (i.Year, i.Answer) = (2023, FactAnswer.DoesNotApply));
        await MustRecordAsync(_own, "revenue", i => (i.Year, i.Low) = (2024, "100"));

        Assert.Equal([FactAnswer.Value, FactAnswer.DoesNotApply], (await FactAsync("revenue")).Periods.Select(p => p.Counts.Answer));
    }

    [Fact]
    public async Task Record_OfARange_KeepsBothEndsAndRefusesOneUpsideDown()
    {
        Assert.Equal("Fact.RangeUpsideDown", (await RecordAsync(_own, "revenue", i => (i.Year, i.IsRange, i.Low, i.High) = (2025, true, "100", "99.99"))).Refusal?.Code);
        Assert.Equal(nameof(FactInput.High), (await RecordAsync(_own, "revenue", i => (i.Year, i.IsRange, i.Low) = (2025, true, "100"))).Refusal?.Field);
        await MustRecordAsync(_own, "revenue", i => (i.Year, i.IsRange, i.Low, i.High) = (2025, true, "5000", "9999"));

        var row = await SingleAsync();
        Assert.Equal((50_000_000m, 99_990_000m), (row.Low, row.High));
        Assert.Equal("5,000～9,999万元", FactWording.Value(FactCatalogue.Find("revenue")!, (await FactAsync("revenue")).Periods[0].Counts));
    }

    [Fact]
    public async Task Record_OfNone_IsAnAnswerAndAnEmptyFieldIsNot()
    {
        await MustRecordAsync(_own, "export", i => (i.Year, i.Answer) = (2025, FactAnswer.None));

        var file = await FileAsync(_own);
        Assert.Equal((1, 49), (file.Answered, file.Asked));
        Assert.Equal((FactAnswer.None, 0m), (file.Facts.Single(f => f.Code == "export").Periods[0].Counts.Answer, file.Facts.Single(f => f.Code == "export").Periods[0].Counts.Low));
        Assert.Equal(48, file.Facts.Count(f => f is { IsAnswered: false, KeptBack: false, Periods.Count: 0 }));
        Assert.Equal("Fact.AnswerUnknown", (await RecordAsync(_own, "rank_national", i => (i.Year, i.Answer) = (2025, FactAnswer.None))).Refusal?.Code);
        Assert.Equal("Fact.AnswerUnknown", (await RecordAsync(_own, "legal_person", i => (i.Since, i.Answer) = (new(2026, 1, 1), FactAnswer.DoesNotApply))).Refusal?.Code);
    }

    [Fact]
    public async Task Correction_AddsARowAndLeavesTheEarlierToBeReadAsKnownThen()
    {
        await MustRecordAsync(_own, "revenue", i => (i.Year, i.Low) = (2025, "4200"));
        Town.GoTo(new(2026, 3, 10), new(9, 0));
        await MustRecordAsync(_own, "revenue", i => (i.Year, i.Low) = (2025, "4300"));

        var rows = await RowsAsync();
        Assert.Equal([(42_000_000m, true), (43_000_000m, false)], rows.Select(r => (r.Low!.Value, r.ReplacedAt == Town.Clock.Now)));
        var now = await FactAsync("revenue");
        Assert.Equal((43_000_000m, 2), (now.Periods.Single().Counts.Low, now.History.Count));
        Assert.False(now.Differs);
        var then = await FactAsync("revenue", new FactMoment(Known: new(2026, 3, 9)));
        Assert.Equal((42_000_000m, 1), (then.Periods.Single().Counts.Low, then.History.Count));
        Assert.Null(then.History[0].ReplacedAt);
        Assert.Equal(43_000_000m, (await FactAsync("revenue", new FactMoment(Known: new(2026, 3, 10)))).Periods.Single().Counts.Low);
        Assert.False((await FactAsync("revenue", new FactMoment(Known: new(2026, 3, 1)))).IsAnswered);
    }

    [Fact]
    public async Task File_AsOfADay_HasTheStatesThatHeldAndThePeriodsThatWereOver()
    {
        await MustRecordAsync(_own, "ip1", i => (i.Since, i.Low) = (new(2025, 1, 10), "3"));
        await MustRecordAsync(_own, "ip1", i => (i.Since, i.Low) = (new(2026, 2, 1), "5"));
        foreach (var year in new[] { 2021, 2022, 2023, 2024, 2025 })
        {
            await MustRecordAsync(_own, "revenue", i => (i.Year, i.Low) = (year, $"{year}"));
        }

        Assert.Equal([5m], Lows(await FactAsync("ip1")));
        Assert.Equal([3m], Lows(await FactAsync("ip1", new FactMoment(On: new(2026, 1, 31)))));
        Assert.False((await FactAsync("ip1", new FactMoment(On: new(2025, 1, 9)))).IsAnswered);
        Assert.Equal([2025, 2024, 2023], (await FactAsync("revenue")).Periods.Select(p => p.Counts.From.Year));
        Assert.Equal([2024, 2023, 2022], (await FactAsync("revenue", new FactMoment(On: new(2025, 12, 31)))).Periods.Select(p => p.Counts.From.Year));
        Assert.Equal(2025, (await FactAsync("revenue", new FactMoment(On: new(2026, 1, 1)))).Periods[0].Counts.From.Year);
        Assert.Equal((FactPeriod.Always, FactPeriod.Always), (await FileAsync(_own, new FactMoment(DateOnly.MinValue, DateOnly.MinValue))) is { } early ? (early.On, early.Known) : default);
        Assert.True((await FileAsync(_own, new FactMoment(new(2030, 1, 1), new(2030, 1, 1)))).IsNow);
    }

    [Fact]
    public async Task Standing_TheHigherCountsAndTheDifferenceIsShown()
    {
        await MustRecordAsync(_own, "staff", i => (i.Shape, i.Year, i.Low) = (FactShape.EndOfYear, 2025, "120"));
        Town.GoTo(new(2026, 3, 3), new(9, 0));
        await MustRecordAsync(_butler, "staff", i => (i.Shape, i.Year, i.Low, i.Evidence) = (FactShape.EndOfYear, 2025, "108", "社保缴费证明"));
        Town.GoTo(new(2026, 3, 4), new(9, 0));
        await MustRecordAsync(_own, "staff", i => (i.Shape, i.Year, i.Low) = (FactShape.EndOfYear, 2025, "125"));

        var shown = (await FactAsync("staff")).Periods.Single();
        Assert.Equal((108m, FactStanding.Checked, "社保缴费证明"), (shown.Counts.Low, shown.Counts.Standing, shown.Counts.Evidence));
        Assert.Equal([125m], shown.Differing.Select(d => d.Low!.Value));
        Assert.True((await FactAsync("staff")).Differs);

        await MustRecordAsync(Town.Dispatcher(), "staff", i => (i.Shape, i.Year, i.Low, i.Standing, i.Evidence) = (FactShape.EndOfYear, 2025, "125", FactStanding.Authority, "税务申报表"));
        var authority = (await FactAsync("staff")).Periods.Single();
        Assert.Equal((FactStanding.Authority, 125m), (authority.Counts.Standing, authority.Counts.Low));
        Assert.Equal([108m], authority.Differing.Select(d => d.Low!.Value));
    }

    [Fact]
    public async Task State_HoldsUntilTheNext_WhoeverSaysSo()
    {
        await MustRecordAsync(_butler, "ip1", i => (i.Since, i.Low, i.Evidence) = (new(2024, 1, 1), "3", "专利证书"));
        await MustRecordAsync(_own, "ip1", i => (i.Since, i.Low) = (new(2026, 2, 1), "8"));

        var shown = (await FactAsync("ip1")).Periods.Single();
        Assert.Equal((8m, new DateOnly(2026, 2, 1)), (shown.Counts.Low, shown.Counts.From));
        Assert.Equal([3m], shown.Differing.Select(d => d.Low!.Value));
        Assert.Equal([3m], Lows(await FactAsync("ip1", new FactMoment(On: new(2026, 1, 31)))));
        await MustRecordAsync(_butler, "ip1", i => (i.Since, i.Low, i.Evidence) = (new(2026, 2, 1), "7", "专利证书"));
        Assert.Equal([7m], Lows(await FactAsync("ip1"))); // of the same day the higher counts
    }

    [Fact]
    public async Task Periods_OfMonths_LeaveTheYearsInSight()
    {
        await MustRecordAsync(_own, "revenue", i => (i.Year, i.Low) = (2024, "4000"));
        await MustRecordAsync(_own, "revenue", i => (i.Year, i.Low) = (2025, "4200"));
        Town.GoTo(new(2026, 5, 6), new(9, 0));
        foreach (var month in new[] { 1, 2, 3, 4 })
        {
            await MustRecordAsync(_own, "revenue", i => (i.Shape, i.Year, i.Part, i.Low) = (FactShape.Month, 2026, month, $"{300 + month}"));
        }

        Assert.Equal([3_040_000m, 42_000_000m, 40_000_000m], Lows(await FactAsync("revenue")));
    }

    [Fact]
    public async Task Difference_IsNoneWhereBothCanBeTrue()
    {
        await MustRecordAsync(_own, "revenue", i => (i.Year, i.IsRange, i.Low, i.High) = (2025, true, "4000", "5000"));
        await MustRecordAsync(_butler, "revenue", i => (i.Year, i.Low, i.Evidence) = (2025, "4200", "审计报告"));
        await MustRecordAsync(_own, "industry", i => (i.Since, i.Choice) = (new(2025, 1, 1), "3432"));
        await MustRecordAsync(_butler, "industry", i => (i.Since, i.Choice, i.Evidence) = (new(2026, 1, 1), "34", "营业执照"));

        Assert.False((await FactAsync("revenue")).Differs);
        Assert.False((await FactAsync("industry")).Differs);
        await MustRecordAsync(_butler, "industry", i => (i.Since, i.Choice, i.Evidence) = (new(2026, 1, 1), "36", "营业执照"));
        Assert.True((await FactAsync("industry")).Differs);
    }

    [Fact]
    public async Task Check_NeedsItsDocumentAndAuthorityIsForTheCentre()
    {
        Assert.Equal("Fact.EvidenceMissing", (await RecordAsync(_butler, "revenue", i => (i.Year, i.Low) = (2025, "4200"))).Refusal?.Code);
        Assert.Equal("Fact.StandingNotYours", (await RecordAsync(_butler, "revenue", i => (i.Year, i.Low, i.Standing, i.Evidence) = (2025, "4200", FactStanding.Authority, "x"))).Refusal?.Code);
        Assert.Equal("Fact.StandingNotYours", (await RecordAsync(_own, "revenue", i => (i.Year, i.Low, i.Standing) = (2025, "4200", FactStanding.Checked))).Refusal?.Code);
        Assert.Equal("Fact.StandingNotYours", (await RecordAsync(Town.Dispatcher(), "revenue", i => (i.Year, i.Low, i.Standing) = (2025, "4200", FactStanding.Declared))).Refusal?.Code);
        Assert.Equal("TooLong", (await RecordAsync(_butler, "revenue", i => (i.Year, i.Low, i.Evidence) = (2025, "4200", new string('材', 201)))).Refusal?.Code);
        Assert.Empty(await RowsAsync());
    }

    [Theory]
    [InlineData("42000", true)]
    [InlineData("420", true)]
    [InlineData("41999", false)]
    [InlineData("421", false)]
    [InlineData("0", true)]
    public async Task Size_TenTimesOrATenthOfTheLast_IsAskedBackOnce(string typed, bool asked)
    {
        await MustRecordAsync(_own, "revenue", i => (i.Year, i.Low) = (2024, "4200"));

        var outcome = await RecordAsync(_own, "revenue", i => (i.Year, i.Low) = (2025, typed));

        Assert.Equal(asked ? ("Fact.AskSize", nameof(FactInput.Again)) : (null, null), (outcome.Refusal?.Code, outcome.Refusal?.Field));
        Assert.Equal(asked ? 1 : 2, (await RowsAsync()).Count);
        if (asked)
        {
            Assert.Contains("2024年为4,200万元", outcome.Refusal!.Sentence, StringComparison.Ordinal);
            await MustRecordAsync(_own, "revenue", i => (i.Year, i.Low, i.Again) = (2025, typed, true));
        }
    }

    [Fact]
    public async Task Part_AboveItsWhole_IsAskedBackFromBothSides()
    {
        await MustRecordAsync(_own, "staff", i => (i.Shape, i.Year, i.Low) = (FactShape.EndOfYear, 2025, "100"));
        var part = await RecordAsync(_own, "staff_rd", i => (i.Shape, i.Year, i.Low) = (FactShape.EndOfYear, 2025, "101"));
        Assert.Equal("Fact.AskPart", part.Refusal?.Code);
        Assert.Null((await RecordAsync(_own, "staff_rd", i => (i.Shape, i.Year, i.Low) = (FactShape.EndOfYear, 2024, "101"))).Refusal);
        await MustRecordAsync(_own, "staff_rd", i => (i.Shape, i.Year, i.Low) = (FactShape.EndOfYear, 2025, "90"));
        Assert.Equal("Fact.AskPart", (await RecordAsync(_own, "staff", i => (i.Shape, i.Year, i.Low) = (FactShape.EndOfYear, 2025, "80"))).Refusal?.Code);

        await MustRecordAsync(_own, "ip1", i => (i.Since, i.Low) = (new(2026, 1, 1), "2"));
        Assert.Equal("Fact.AskPart", (await RecordAsync(_own, "ip1_own", i => (i.Since, i.Low) = (new(2026, 2, 1), "3"))).Refusal?.Code);
        await MustRecordAsync(_own, "revenue", i => (i.Year, i.Low) = (2025, "100"));
        Assert.Equal("Fact.AskPart", (await RecordAsync(_own, "export", i => (i.Year, i.Low) = (2025, "101"))).Refusal?.Code);
        await MustRecordAsync(_own, "revenue_main", i => (i.Year, i.Low) = (2025, "95"));
        Assert.Null((await RecordAsync(_own, "revenue", i => (i.Shape, i.Year, i.Part, i.Low) = (FactShape.Month, 2025, 12, "9"))).Refusal); // of a month, not of the year
        Assert.Null((await RecordAsync(_own, "liabilities", i => (i.Shape, i.Year, i.Low) = (FactShape.EndOfYear, 2025, "900"))).Refusal);
    }

    [Fact]
    public async Task Record_OnAStaleCopy_IsRefused()
    {
        var seen = (await FactAsync("revenue")).Seen;
        await MustRecordAsync(_butler, "revenue", i => (i.Year, i.Low, i.Evidence) = (2025, "4200", "审计报告"));

        var outcome = await Facts.RecordAsync(_own, Guid.NewGuid(), Input("revenue", i => (i.Year, i.Low, i.Seen) = (2025, "4300", seen)), Cancellation);

        Assert.True(outcome.Refusal?.IsStale);
        Assert.Single(await RowsAsync());
    }

    [Fact]
    public async Task Record_TwiceAtOnce_LeavesOneThatStands()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(i =>
            Facts.RecordAsync(_own, Guid.NewGuid(), Input("revenue", input => (input.Year, input.Low) = (2025, $"{4000 + i}")), Cancellation)));

        Assert.Single(outcomes, o => o.Done);
        Assert.All(outcomes.Where(o => !o.Done), o => Assert.True(o.Refusal!.IsStale || o.Refusal.Code == "Busy", o.Refusal.Code));
        Assert.Single(await RowsAsync());
    }

    [Fact]
    public async Task Record_WhenTheCommandIsRepeated_IsDoneOnce()
    {
        var command = Guid.NewGuid();
        var input = Input("revenue", i => (i.Year, i.Low) = (2025, "4200"));

        Assert.True((await Facts.RecordAsync(_own, command, input, Cancellation)).Done);
        Assert.True((await Facts.RecordAsync(_own, command, input, Cancellation)).Done);

        Assert.Single(await RowsAsync());
    }

    [Fact]
    public async Task Fact_OldEnough_IsAskedAgain()
    {
        await MustRecordAsync(_own, "ip1", i => (i.Since, i.Low) = (new(2020, 1, 1), "3"));
        await MustRecordAsync(_own, "staff", i => (i.Shape, i.Year, i.Low) = (FactShape.EndOfYear, 2024, "100"));
        await MustRecordAsync(_own, "founded", i => i.Day = new(2001, 1, 1));

        Assert.False((await FactAsync("ip1")).AskedAgain); // said today
        Assert.True((await FactAsync("staff")).AskedAgain); // of a day 14 months ago
        await MustRecordAsync(_own, "revenue", i => (i.Year, i.Low) = (2024, "4000"));
        Assert.True((await FactAsync("revenue")).AskedAgain); // the year after is over as well
        await MustRecordAsync(_own, "revenue", i => (i.Year, i.Low) = (2025, "4200"));
        Assert.False((await FactAsync("revenue")).AskedAgain);
        Town.GoTo(new(2027, 3, 2), new(9, 0));
        Assert.False((await FactAsync("ip1")).AskedAgain);
        Town.GoTo(new(2027, 3, 3), new(9, 0));
        Assert.True((await FactAsync("ip1")).AskedAgain);
        Assert.False((await FactAsync("founded")).AskedAgain);
    }

    [Fact]
    public async Task TakeBack_OfAnAnswerForTheWrongDay_LeavesTheOneBeforeAndTheHistory()
    {
        await MustRecordAsync(_own, "ip1", i => (i.Since, i.Low) = (new(2025, 1, 1), "3"));
        await MustRecordAsync(_own, "ip1", i => (i.Since, i.Low) = (new(2026, 1, 1), "5"));
        var wrong = (await FactAsync("ip1")).Periods.Single().Counts.Id;
        Town.GoTo(new(2026, 3, 9), new(9, 0));

        Assert.Equal("Fact.StandingNotYours", (await Facts.TakeBackAsync(_butler, Guid.NewGuid(), _enterprise.Id, wrong, Cancellation)).Refusal?.Code);
        Assert.Equal(Refusal.NotFound, (await Facts.TakeBackAsync(Town.EnterpriseUser(Town.Enterprise()), Guid.NewGuid(), _enterprise.Id, wrong, Cancellation)).Refusal);
        Assert.Equal([5m], Lows(await FactAsync("ip1")));
        Assert.True((await Facts.TakeBackAsync(_own, Guid.NewGuid(), _enterprise.Id, wrong, Cancellation)).Done);
        Assert.True((await Facts.TakeBackAsync(_own, Guid.NewGuid(), _enterprise.Id, wrong, Cancellation)).Refusal?.IsStale);

        var fact = await FactAsync("ip1");
        Assert.Equal([3m], Lows(fact));
        Assert.Equal((wrong, Town.Clock.Now), (fact.History[0].Id, fact.History[0].ReplacedAt!.Value));
        Assert.Equal([5m], Lows(await FactAsync("ip1", new FactMoment(Known: new(2026, 3, 8)))));
        await MustRecordAsync(_own, "ip1", i => (i.Since, i.Low) = (new(2026, 1, 1), "4"));
        Assert.Equal([4m], Lows(await FactAsync("ip1")));
    }

    [Fact]
    public async Task History_OfTheEnterprise_HasTheAct()
    {
        await MustRecordAsync(_own, "revenue", i => (i.Year, i.Low) = (2025, "4200"));

        await using var db = Town.Look();
        var entry = await db.History.SingleAsync(h => h.Subject == nameof(Enterprise) && h.SubjectId == _enterprise.Id, Cancellation);
        Assert.Equal(("RecordFact", _own.AccountId), (entry.Act, entry.AccountId));
        Assert.Contains("\"revenue\"", entry.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("4200", entry.Content + entry.Changes, StringComparison.Ordinal); // who may read the history may not read every figure
    }

    private static IEnumerable<decimal> Lows(FactView fact) => fact.Periods.Select(p => p.Counts.Low!.Value);

    private FactInput Input(string code, Action<FactInput> fill)
    {
        var input = new FactInput { EnterpriseId = _enterprise.Id, Code = code, Shape = FactCatalogue.Find(code)?.Shapes[0] ?? FactShape.Year };
        fill(input);
        return input;
    }

    private async Task<Outcome<Nothing>> RecordAsync(Caller who, string code, Action<FactInput> fill)
    {
        var input = Input(code, fill);
        input.Seen = (await FileAsync(who)).Facts.FirstOrDefault(f => f.Code == code)?.Seen;
        return await Facts.RecordAsync(who, Guid.NewGuid(), input, Cancellation);
    }

    private async Task MustRecordAsync(Caller who, string code, Action<FactInput> fill) => Assert.Null((await RecordAsync(who, code, fill)).Refusal?.Sentence);

    private async Task<FactFile> FileAsync(Caller who, FactMoment? moment = null) => (await Facts.ReadAsync(who, _enterprise.Id, moment, Cancellation)).Value;

    private async Task<FactView> FactAsync(string code, FactMoment? moment = null) => (await FileAsync(_own, moment)).Facts.Single(f => f.Code == code);

    private async Task<List<EnterpriseFact>> RowsAsync()
    {
        await using var db = Town.Look();
        return await db.EnterpriseFacts.AsNoTracking().OrderBy(f => f.Id).ToListAsync(Cancellation);
    }

    private async Task<EnterpriseFact> SingleAsync() => Assert.Single(await RowsAsync());

    public sealed class OnSqlite(SqliteDatabase database) : EnterpriseFactTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : EnterpriseFactTests(database), IClassFixture<PostgresDatabase>;
}
