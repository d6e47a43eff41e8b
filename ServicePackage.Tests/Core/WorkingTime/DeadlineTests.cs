using CsCheck;
using ServicePackage.Core.WorkingTime;
using static ServicePackage.Tests.Core.WorkingTime.Published;

namespace ServicePackage.Tests.Core.WorkingTime;

public sealed class DeadlineTests
{
    [Fact]
    public void Explain_OverTheSpringFestival_NamesEachDayAndWhy()
    {
        var explanation = Deadline.Explain(Calendar, Day("2026-02-13"), 5, [], Day("2026-02-27"));

        Assert.Equal(14, explanation.Days.Count);
        Assert.Equal(new ExplainedDay(Day("2026-02-14"), DayKind.MakeUpWorkday, DayRole.Counted, 1, "国办发明电〔2025〕7号", null), explanation.Days[0]);
        Assert.Equal(new ExplainedDay(Day("2026-02-16"), DayKind.Holiday, DayRole.Rest, null, "国办发明电〔2025〕7号", null), explanation.Days[2]);
        Assert.Equal(new ExplainedDay(Day("2026-02-27"), DayKind.Workday, DayRole.Counted, 5, null, null), explanation.Days[^1]);
        Assert.True(explanation.Agrees);
        Assert.False(explanation.IsProvisional);
    }

    [Fact]
    public void Explain_WithAPause_ShowsTheDaysThatStoodStill()
    {
        // 5 working days from Monday; stopped on Wednesday with 3 days left, running on the next Tuesday
        var pause = new PauseSpan(Day("2026-03-04"), Day("2026-03-10"), DayKind.Workday);
        var explanation = Deadline.Explain(Calendar, Day("2026-03-02"), 5, [pause], Day("2026-03-13"));

        Assert.Equal(
            ["03 1", "04 2", "05 -", "06 -", "07 -", "08 -", "09 -", "10 -", "11 3", "12 4", "13 5"],
            explanation.Days.Select(d => $"{d.Day:dd} {(d.Number is { } number ? number : "-")}"));
        Assert.All(explanation.Days.Where(d => d.Number is null), d => Assert.Equal((DayRole.Paused, DayKind.Workday), (d.Role, d.Reason)));
    }

    [Fact]
    public void Explain_WhenADayWasGiven_SaysSo()
    {
        // stopped on the last day: nothing left, one day is given
        var explanation = Deadline.Explain(Calendar, Day("2026-03-02"), 1, [new PauseSpan(Day("2026-03-03"), Day("2026-03-05"))], Day("2026-03-06"));

        Assert.Equal([DayRole.Counted, DayRole.Paused, DayRole.Paused, DayRole.Given], explanation.Days.Select(d => d.Role));
        Assert.True(explanation.Agrees);
    }

    [Fact]
    public void Explain_WhenTheCalendarChangedAfterTheEnd_SaysThatTheCountDisagrees()
    {
        var before = Calendar.Add(Day("2026-03-02"), 5);
        var amended = Of(new CalendarYearInput(2026, [Day("2026-03-04")], [], "通知"));

        Assert.False(Deadline.Explain(amended, Day("2026-03-02"), 5, [], before).Agrees);
        Assert.False(Deadline.Explain(amended, Day("2026-03-02"), 2, [], Day("2026-03-04")).Agrees);
    }

    [Fact]
    public void Explain_ADayThatWasNamed_ListsTheDaysUpToIt()
    {
        var explanation = Deadline.Explain(Calendar, Day("2026-12-30"), null, [], Day("2027-01-04"));

        Assert.Equal([1, 2, null, null, 3], explanation.Days.Select(d => d.Number));
        Assert.All(explanation.Days, d => Assert.NotEqual(DayRole.Given, d.Role));
        Assert.True(explanation.Agrees);
        Assert.True(explanation.IsProvisional);
    }

    [Fact]
    public void Explain_ADayThatIsTheStart_HasNothingToList()
    {
        var explanation = Deadline.Explain(Calendar, Day("2026-03-02"), 0, [], Day("2026-03-02"));

        Assert.Empty(explanation.Days);
        Assert.True(explanation.Agrees);
    }

    [Fact]
    public void Explain_WithoutALimitOnARestDay_EndsOnTheNextWorkingDay()
    {
        var explanation = Deadline.Explain(Calendar, Day("2026-03-07"), 0, [], Day("2026-03-09"));

        Assert.Equal([(DayRole.Rest, (int?)null), (DayRole.Counted, 1)], explanation.Days.Select(d => (d.Role, d.Number)));
        Assert.True(explanation.Agrees);
    }

    [Fact]
    public void Explain_WhenAPauseReachesOverTheDueDay_StillCountsIt()
    {
        var explanation = Deadline.Explain(Calendar, Day("2026-03-02"), 2, [new PauseSpan(Day("2026-03-03"), null)], Day("2026-03-04"));

        Assert.Equal([DayRole.Counted, DayRole.Counted], explanation.Days.Select(d => d.Role));
        Assert.True(explanation.Agrees);
    }

    [Fact]
    public void ExplainPaused_BeforeAnyDueDay_AgreesHoweverFarItHasCounted()
    {
        var explanation = Deadline.ExplainPaused(Calendar, Day("2026-03-02"), 5, [new PauseSpan(Day("2026-03-04"), null)], Day("2026-03-06"));

        Assert.Equal([DayRole.Counted, DayRole.Counted, DayRole.Paused, DayRole.Paused], explanation.Days.Select(d => d.Role));
        Assert.True(explanation.Agrees);
    }

    [Theory]
    [InlineData("2026-03-02", true)]
    [InlineData("2026-03-07", false)]
    public void Explain_ADayThatIsTheStart_AgreesWithoutALimitOnAWorkingDayAlone(string day, bool agrees)
    {
        Assert.Equal(agrees, Deadline.Explain(Calendar, Day(day), 0, [], Day(day)).Agrees);
        Assert.False(Deadline.Explain(Calendar, Day(day), 1, [], Day(day)).Agrees);
    }

    [Fact]
    public void Explain_ThatEndsOnARestDay_DoesNotAgree() =>
        Assert.False(Deadline.Explain(Calendar, Day("2026-03-02"), 4, [], Day("2026-03-07")).Agrees);

    [Fact]
    public void ExplainPaused_WhileItLasts_HasNoDueDay()
    {
        var explanation = Deadline.ExplainPaused(Calendar, Day("2026-03-02"), 5, [new PauseSpan(Day("2026-03-04"), null)], Day("2026-03-06"));

        Assert.Null(explanation.Due);
        Assert.Equal([DayRole.Counted, DayRole.Counted, DayRole.Paused, DayRole.Paused], explanation.Days.Select(d => d.Role));
    }

    [Fact]
    public void Explain_AfterAnyPauses_CountsUpToTheDueDay() =>
        Gen.Select(
                WorkingCalendarProperties.Year(2026), WorkingCalendarProperties.Year(2027),
                Gen.Int[0, 300], Gen.Int[1, 20],
                Gen.Select(Gen.Int[0, 30], Gen.Int[0, 30]).Array[0, 4])
            .Sample((first, second, offset, limit, pauses) =>
            {
                var calendar = Of(first, second);
                var start = new DateOnly(2026, 1, 1).AddDays(offset);
                var (due, spans, given) = Run(calendar, start, limit, pauses);

                var explanation = Deadline.Explain(calendar, start, limit, spans, due);

                Assert.True(calendar.IsWorkingDay(due));
                Assert.Equal(due, explanation.Days[^1].Day);
                Assert.Equal(limit + (given ? 1 : 0), explanation.Days[^1].Number);
                Assert.Equal(given ? 1 : 0, explanation.Days.Count(d => d.Role == DayRole.Given));
                Assert.Equal(Enumerable.Range(1, explanation.Days[^1].Number!.Value), explanation.Days.Select(d => d.Number).OfType<int>());
                Assert.All(explanation.Days, d => Assert.True(
                    d.Number is null
                    || (calendar.IsWorkingDay(d.Day) && !spans.Exists(s => s.From < d.Day && d.Day <= s.Until))));
                Assert.True(explanation.Agrees);
            }, iter: 500);

    [Fact]
    public void Explain_WhenPausedAndResumedOnOneDay_IsAsIfNothingHappened() =>
        Gen.Select(WorkingCalendarProperties.Year(2026), Gen.Int[0, 300], Gen.Int[1, 15], Gen.Int[0, 20]).Sample((year, offset, limit, after) =>
        {
            var calendar = Of(year);
            var start = new DateOnly(2026, 1, 1).AddDays(offset);
            var due = calendar.Add(start, limit);
            var day = start.AddDays(after);

            Assert.Equal(
                Deadline.Explain(calendar, start, limit, [], due).Days,
                Deadline.Explain(calendar, start, limit, [new PauseSpan(day, day)], due).Days);
        }, iter: 300);

    /// <summary>The rule of the clocks, in days: each pause begins so many days after the last resumption and lasts so many.</summary>
    private static (DateOnly Due, List<PauseSpan> Spans, bool Given) Run(WorkingCalendar calendar, DateOnly start, int limit, (int After, int Length)[] pauses)
    {
        var (due, spans, given, from) = (calendar.Add(start, limit), new List<PauseSpan>(), false, start);
        foreach (var (after, length) in pauses)
        {
            var paused = from.AddDays(after);
            var resumed = paused.AddDays(length);
            var left = paused <= due ? calendar.Count(paused, due) : -1;
            if (left < 0 || (left == 0 && given && length > 0))
            {
                break; // breached before it could be paused, or nothing is left to give
            }

            spans.Add(new PauseSpan(paused, resumed));
            if (length > 0)
            {
                given |= left == 0;
                due = calendar.Add(resumed, Math.Max(left, 1));
            }

            from = resumed;
        }

        return (due, spans, given);
    }
}
