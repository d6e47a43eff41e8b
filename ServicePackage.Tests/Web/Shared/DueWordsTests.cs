using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Shared;

namespace ServicePackage.Tests.Web.Shared;

/// <summary>Due dates, instants and lamps in words, in both languages.</summary>
public sealed class DueWordsTests
{
    /// <summary>A Monday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("zh-CN", 25, 2, "剩余2个工作日 · 11月25日17:00前")]
    [InlineData("zh-CN", 24, 1, "剩余1个工作日 · 11月24日17:00前")]
    [InlineData("zh-CN", 23, 0, "今日17:00到期")]
    [InlineData("en", 25, 2, "2 working days left · by 25 Nov 17:00")]
    [InlineData("en", 24, 1, "1 working day left · by 24 Nov 17:00")]
    [InlineData("en", 23, 0, "Due today 17:00")]
    public void Say_WhenRunning_TellsDaysLeftAndUntilWhen(string language, int day, int left, string sentence) =>
        Said(language, sentence, Clock(new DateOnly(2026, 11, day)) with { DaysLeft = left });

    [Theory]
    [InlineData("zh-CN", "11月28日17:00前")]
    [InlineData("en", "By 28 Nov 17:00")]
    public void Say_WhenNoWorkingDayIsLeftBeforeANamedRestDay_TellsTheDay(string language, string sentence) =>
        Said(language, sentence, Clock(new DateOnly(2026, 11, 28)));

    [Theory]
    [InlineData("zh-CN", "剩余30个工作日 · 2027年1月5日17:00前")]
    [InlineData("en", "30 working days left · by 5 Jan 2027 17:00")]
    public void Say_WhenDueInAnotherYear_NamesTheYear(string language, string sentence) =>
        Said(language, sentence, Clock(new DateOnly(2027, 1, 5)) with { DaysLeft = 30 });

    [Theory]
    [InlineData("zh-CN", 18, 3, "已超期3个工作日")]
    [InlineData("zh-CN", 20, 1, "已超期1个工作日")]
    [InlineData("zh-CN", 20, 0, "11月20日17:00已到期")]
    [InlineData("zh-CN", 23, 0, "今日17:00已到期")]
    [InlineData("en", 18, 3, "3 working days overdue")]
    [InlineData("en", 20, 1, "1 working day overdue")]
    [InlineData("en", 20, 0, "Was due 20 Nov 17:00")]
    [InlineData("en", 23, 0, "Was due today 17:00")]
    public void Say_WhenBreached_TellsDaysOver(string language, int day, int over, string sentence) =>
        Said(language, sentence, Clock(new DateOnly(2026, 11, day)) with { Lamp = Lamp.Breached, Level = 1, DaysOver = over });

    [Theory]
    [InlineData("zh-CN", "待企业补充，恢复计时后顺延")]
    [InlineData("en", "Awaiting the enterprise's supplement; the due date moves on")]
    public void Say_WhenPaused_TellsWhy(string language, string sentence) =>
        Said(language, sentence, Clock(new DateOnly(2026, 11, 25)) with { Lamp = Lamp.Paused, PausedFor = PauseReason.Supplement });

    [Theory]
    [InlineData("zh-CN", "到期时间：2026年11月25日 星期三 17:00（上海时间）", "11月25日 17:00")]
    [InlineData("en", "Due Wednesday 25 Nov 2026 17:00 (Shanghai time)", "25 Nov 17:00")]
    public void Exactly_NamesYearAndWeekday(string language, string hint, string when)
    {
        using var reading = new Reading(language);
        var clock = Clock(new DateOnly(2026, 11, 25));

        Assert.Equal(hint, Words().Exactly(clock));
        Assert.Equal(when, Days().When(clock.DueAt));
    }

    [Theory]
    [InlineData("zh-CN", 1, "一级超期")]
    [InlineData("zh-CN", 3, "三级超期")]
    [InlineData("en", 2, "Overdue, level 2")]
    public void Face_WhenBreached_NamesTheLevel(string language, int level, string word)
    {
        using var reading = new Reading(language);

        var face = LampFace.Of(Clock(Today) with { Lamp = Lamp.Breached, Level = level });

        Assert.Equal(new LampFace("■", "lamp-red", word), face);
    }

    [Fact]
    public void Faces_OfLamps_DifferInShapeColourAndWord()
    {
        using var reading = new Reading("zh-CN");

        Assert.Equal(
            [new("●", "lamp-green", "正常"), new("◌", "lamp-grey", "暂停计时"), new("▲", "lamp-yellow", "临期"), new("■", "lamp-red", "超期")],
            Enum.GetValues<Lamp>().Select(LampFace.Of));
    }

    private static void Said(string language, string sentence, ClockView clock)
    {
        using var reading = new Reading(language);

        Assert.Equal(sentence, Words().Say(clock));
    }

    private static DayWords Days() => new(Reading.Texts<ClockTexts>(), Today);

    private static DueWords Words() => new(Reading.Texts<ClockTexts>(), Days());

    private static ClockView Clock(DateOnly due) => new()
    {
        Id = 1,
        Kind = ClockKind.Handling,
        Holder = ClockHolder.Unit,
        Cycle = 1,
        StartedAt = TownTime.At(new DateOnly(2026, 11, 2), new TimeOnly(10, 0)),
        DueDay = due,
        DueAt = TownTime.CloseOf(due),
        Lamp = Lamp.Normal,
        Level = 0,
        Provisional = false,
        DaysLeft = 0,
        DaysOver = 0,
        PausedFor = PauseReason.None,
    };
}
