using System.Globalization;
using ServicePackage.Core.Operations;
using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Tests.Core.WorkingTime;

public sealed class CalendarFileTests
{
    [Fact]
    public void Published_AsShipped_HoldsTheYearsOfTheNotices() =>
        Assert.Equal([2023, 2024, 2025, 2026], CalendarFile.Published().Select(y => y.Year));

    [Fact]
    public void Parse_WhenRight_GivesTheYearsInOrder()
    {
        var years = CalendarFile.Parse(
            """
            {
              "2028": { "holidays": [], "workdays": [], "source": "" , "certain": false },
              "2027": { "holidays": ["2027-01-01"], "workdays": ["2027-01-02"], "source": "通知", "issued": "2026-11-04", "workdayCount": 261 }
            }
            """).Value;

        Assert.Equal([2027, 2028], years.Select(y => y.Year));
        Assert.Equal(new DateOnly(2026, 11, 4), years[0].Issued);
        Assert.True(years[0].Certain);
        Assert.False(years[1].Certain);
    }

    [Theory]
    [InlineData("{", "CalendarFile.NotJson")]
    [InlineData("", "CalendarFile.NotJson")]
    [InlineData("[]", "CalendarFile.NoYears")]
    [InlineData("{}", "CalendarFile.NoYears")]
    [InlineData("""{"next":{}}""", "CalendarFile.NotAYear", "next")]
    [InlineData("""{"+027":{}}""", "CalendarFile.NotAYear", "+027")]
    [InlineData("""{"20270":{}}""", "CalendarFile.NotAYear", "20270")]
    [InlineData("{\n  \"2027\": }", "CalendarFile.NotJson", "第2行")]
    [InlineData("""{"2101":{"holidays":[],"workdays":[],"source":"通知"}}""", "CalendarYear.OutOfRange", "2101", "2000", "2100")]
    [InlineData("""{"2027":{"holidays":[],"workdays":["2028-01-01"],"source":"通知"}}""", "CalendarYear.OtherYear", "2027", "2028年1月1日")]
    [InlineData("""{"2027":{"holidays":[],"workdays":["2027-01-02","2027-01-02"],"source":"通知"}}""", "CalendarYear.ListedTwice", "2027", "2027年1月2日")]
    [InlineData("""{"2027":{"holidays":[],"workdays":[],"source":"通知","workdayCount":261.5}}""", "CalendarFile.CountDiffers", "2027", "261.5", "261")]
    [InlineData("""{"2024":{"holidays":[],"workdays":[],"source":"通知","workdayCount":261}}""", "CalendarFile.CountDiffers", "2024", "261", "262")]
    [InlineData("""{"2027":[]}""", "CalendarFile.WrongKind", "2027")]
    [InlineData("""{"1999":{"holidays":[],"workdays":[],"source":"通知"}}""", "CalendarYear.OutOfRange", "1999", "2000", "2100")]
    [InlineData("""{"2027":{"holidays":[],"workdays":[],"source":"通知"},"2027":{}}""", "CalendarFile.YearTwice", "2027")]
    [InlineData("""{"2027":{"holidays":[],"workdays":[],"source":"通知","holiday":[]}}""", "CalendarFile.UnknownKey", "2027", "holiday")]
    [InlineData("""{"2027":{"holidays":[],"holidays":[],"workdays":[],"source":"通知"}}""", "CalendarFile.KeyTwice", "2027", "holidays")]
    [InlineData("""{"2027":{"holidays":[],"source":"通知"}}""", "CalendarFile.KeyMissing", "2027", "workdays")]
    [InlineData("""{"2027":{"holidays":[],"workdays":[],"source":7}}""", "CalendarFile.WrongKind", "2027", "source")]
    [InlineData("""{"2027":{"holidays":[],"workdays":[],"source":false}}""", "CalendarFile.WrongKind", "2027", "source")]
    [InlineData("""{"2027":{"holidays":["2025-12-31"],"workdays":[],"source":"通知"}}""", "CalendarYear.OtherYear", "2027", "2025年12月31日")]
    [InlineData("""{"2027":{"holidays":["2028-12-31"],"workdays":[],"source":"通知"}}""", "CalendarYear.OtherYear", "2027", "2028年12月31日")]
    [InlineData("""{"2100":{"holidays":[],"workdays":["2100-01-04"],"source":"通知"}}""", "CalendarYear.OrdinaryWorkday", "2100", "2100年1月4日")]
    [InlineData("""{"2027":{"holidays":[],"workdays":[],"source":"通知","certain":"yes"}}""", "CalendarFile.WrongKind", "2027", "certain")]
    [InlineData("""{"2027":{"holidays":["2027-02-30"],"workdays":[],"source":"通知"}}""", "CalendarFile.NotADay", "2027", "2027-02-30")]
    [InlineData("""{"2027":{"holidays":["2027-2-3"],"workdays":[],"source":"通知"}}""", "CalendarFile.NotADay", "2027", "2027-2-3")]
    [InlineData("""{"2027":{"holidays":[20270101],"workdays":[],"source":"通知"}}""", "CalendarFile.NotADay", "2027", "20270101")]
    [InlineData("""{"2027":{"holidays":[null],"workdays":[],"source":"通知"}}""", "CalendarFile.NotADay", "2027", "null")]
    [InlineData("""{"2027":{"holidays":["2027-01-01","2027-01-01"],"workdays":[],"source":"通知"}}""", "CalendarYear.ListedTwice", "2027", "2027年1月1日")]
    [InlineData("""{"2027":{"holidays":["2027-01-02"],"workdays":["2027-01-02"],"source":"通知"}}""", "CalendarYear.HolidayAndWorkday", "2027", "2027年1月2日")]
    [InlineData("""{"2027":{"holidays":["2028-01-01"],"workdays":[],"source":"通知"}}""", "CalendarYear.OtherYear", "2027", "2028年1月1日")]
    [InlineData("""{"2027":{"holidays":["2026-11-30"],"workdays":[],"source":"通知"}}""", "CalendarYear.OtherYear", "2027", "2026年11月30日")]
    [InlineData("""{"2000":{"holidays":["1999-12-31"],"workdays":[],"source":"通知"}}""", "CalendarYear.OtherYear", "2000", "1999年12月31日")]
    [InlineData("""{"2027":{"holidays":[],"workdays":["2027-01-04"],"source":"通知"}}""", "CalendarYear.OrdinaryWorkday", "2027", "2027年1月4日")]
    [InlineData("""{"2027":{"holidays":[],"workdays":[],"source":"通知","workdayCount":260}}""", "CalendarFile.CountDiffers", "2027", "260", "261")]
    [InlineData("""{"2027":{"holidays":[],"workdays":[],"source":" "}}""", "Missing", "依据文件")]
    public void Parse_WhenWrong_IsRefusedNamingYearAndDay(string text, string code, params string[] named)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");

        var refusal = CalendarFile.Parse(text).Refusal;

        Assert.NotNull(refusal);
        Assert.Equal(code, refusal.Code);
        Assert.All(named, n => Assert.Contains(n, refusal.Sentence, StringComparison.Ordinal));
        Assert.DoesNotContain("{", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_WhenAYearHasNoWorkingDays_IsRefused()
    {
        var days = Enumerable.Range(0, 365).Select(i => new DateOnly(2027, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        var refusal = CalendarFile.Parse($$$"""{"2027":{"holidays":["{{{string.Join("\",\"", days)}}}"],"workdays":[],"source":"通知"}}""").Refusal;

        Assert.Equal("CalendarYear.NoWorkingDays", refusal?.Code);
    }

    [Fact]
    public void Parse_OfAYearWithOneWorkingDay_IsTaken()
    {
        var days = Enumerable.Range(0, 365).Select(i => new DateOnly(2027, 1, 1).AddDays(i)).Where(d => d != new DateOnly(2027, 6, 1)).Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        Assert.True(CalendarFile.Parse($$$"""{"2027":{"holidays":["{{{string.Join("\",\"", days)}}}"],"workdays":[],"source":"通知","workdayCount":1}}""").Done);
    }

    [Theory]
    [InlineData("""{"2027":{"holidays":["2028-01-01"],"workdays":[]}}""", "CalendarFile.KeyMissing")]
    [InlineData("""{"1999":{"holidays":["2027-01-01"],"workdays":[],"source":"通知"}}""", "CalendarYear.OutOfRange")]
    [InlineData("""{"2101":{"holidays":["2027-01-01"],"workdays":[],"source":"通知"}}""", "CalendarYear.OutOfRange")]
    [InlineData("""{"0000":{"holidays":["2027-01-01"],"workdays":[],"source":"通知"}}""", "CalendarYear.OutOfRange")]
    public void Parse_WhenAYearCannotBeReadAtAll_SaysNothingOfItsDays(string text, string code) =>
        Assert.Equal([code], CalendarFile.Parse(text).Refusal!.Details.Select(d => d.Code));

    [Fact]
    public void Parse_WhenTheNoticeHasALongName_SaysSoOnce() =>
        Assert.Single(CalendarFile.Parse($$$"""{"2027":{"holidays":[],"workdays":[],"source":"{{{new string('号', CalendarYearValidator.LongestSource + 1)}}}"}}""").Refusal!.Details);

    [Fact]
    public void Parse_WhenSeveralYearsAreWrong_NamesThemAllAndGivesNone()
    {
        var outcome = CalendarFile.Parse(
            """
            {
              "2027": { "holidays": ["2027-13-01"], "workdays": [], "source": "通知" },
              "2028": { "holidays": [], "workdays": [], "source": "通知" },
              "2029": { "holidays": ["2028-01-01"], "workdays": ["2029-01-01"], "source": "通知" }
            }
            """);

        Assert.False(outcome.Done);
        Assert.Equal(["CalendarFile.NotADay", "CalendarYear.OtherYear", "CalendarYear.OrdinaryWorkday"], outcome.Refusal!.Details.Select(d => d.Code));
    }

    [Fact]
    public void Parse_WhenTheFileIsHuge_IsRefused()
    {
        var longest = """{"2027":{"holidays":[],"workdays":[],"source":"通知"}}""".PadRight(CalendarFile.Longest);

        Assert.True(CalendarFile.Parse(longest).Done);
        Assert.Equal("CalendarFile.TooLarge", CalendarFile.Parse(longest + " ").Refusal?.Code);
    }

    [Theory]
    [InlineData(2000)]
    [InlineData(2100)]
    public void Parse_OfTheFirstAndTheLastYear_IsTaken(int year) =>
        Assert.True(CalendarFile.Parse($$$"""{"{{{year}}}":{"holidays":[],"workdays":[],"source":"通知"}}""").Done);

    [Theory]
    [InlineData(CalendarYearValidator.LongestSource, true, true)]
    [InlineData(CalendarYearValidator.LongestSource + 1, true, false)]
    [InlineData(CalendarYearValidator.LongestSource + 1, false, false)]
    public void Parse_WhenTheNoticeHasALongName_IsRefusedBeyondTheLimit(int length, bool certain, bool taken) =>
        Assert.Equal(taken, CalendarFile.Parse(
            $$$"""{"2027":{"holidays":[],"workdays":[],"source":"{{{new string('号', length)}}}","certain":{{{(certain ? "true" : "false")}}} }}""").Done);

    [Fact]
    public void Parse_WhenACountIsStated_CountsTheTwentyNinthOfFebruary() =>
        Assert.True(CalendarFile.Parse("""{"2024":{"holidays":[],"workdays":[],"source":"通知","workdayCount":262}}""").Done);

    [Fact]
    public void Sentence_WithWhatWasFound_ShowsItsFirstFortyCharactersAndNoControls()
    {
        var forty = new string('a', 40);

        Assert.Contains($"{forty}”", Named(forty), StringComparison.Ordinal);
        Assert.Contains($"{forty}…”", Named(forty + "a"), StringComparison.Ordinal);
        Assert.Contains("“a?b”", Named(@"a\u0007b"), StringComparison.Ordinal);
        Assert.Contains("“a??b”", Named(@"a\ud83d\ude00b"), StringComparison.Ordinal);

        static string Named(string key)
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
            return CalendarFile.Parse($$$"""{"{{{key}}}":{}}""").Refusal!.Sentence;
        }
    }

    [Fact]
    public void Sentence_WithManyDays_NamesFiveAndTheirNumber()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var days = Enumerable.Range(1, 7).Select(d => new DateOnly(2027, 3, d)).ToList();

        var sentence = new Refusal("CalendarYear.OtherYear", 2026, new DayList(days)).Sentence;

        Assert.Equal(
            "The arrangement of 2026 contains days of another year: 1 Mar 2027, 2 Mar 2027, 3 Mar 2027, 4 Mar 2027, 5 Mar 2027 and others, 7 days in all.",
            sentence);
    }

    [Fact]
    public void Sentence_WithFiveDays_NamesThemAll()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var days = Enumerable.Range(1, 5).Select(d => new DateOnly(2027, 3, d)).ToList();

        Assert.EndsWith(
            ": 1 Mar 2027, 2 Mar 2027, 3 Mar 2027, 4 Mar 2027, 5 Mar 2027.",
            new Refusal("CalendarYear.OtherYear", 2026, new DayList(days)).Sentence, StringComparison.Ordinal);
    }
}
