using ServicePackage.Core.WorkingTime;
using ServicePackage.Web.Features.Calendar;

namespace ServicePackage.Tests.Web.Calendar;

/// <summary>What a click makes of a day while a year is edited.</summary>
public sealed class YearDraftTests
{
    private static readonly DateOnly Wednesday = new(2026, 3, 18);
    private static readonly DateOnly Saturday = new(2026, 3, 21);
    private readonly YearDraft _draft = new(new CalendarYearInput(2026, [], [], "通知"));

    [Fact]
    public void Weekday_Turned_IsAHolidayAndBack()
    {
        _draft.Turn(Wednesday);
        Assert.Equal((DayKind.Holiday, Wednesday), (_draft.KindOf(Wednesday), Assert.Single(_draft.ToInput().Holidays)));

        _draft.Turn(Wednesday);
        Assert.Equal(DayKind.Workday, _draft.KindOf(Wednesday));
        Assert.Empty(_draft.ToInput().Holidays);
    }

    [Fact]
    public void WeekendDay_Turned_IsMadeUpThenAHolidayThenAsBefore()
    {
        DayKind[] seen = [Turn(), Turn(), Turn()];

        Assert.Equal([DayKind.MakeUpWorkday, DayKind.Holiday, DayKind.Weekend], seen);
        Assert.Empty(_draft.ToInput().Workdays);
        Assert.Empty(_draft.ToInput().Holidays);

        DayKind Turn()
        {
            _draft.Turn(Saturday);
            return _draft.KindOf(Saturday);
        }
    }
}
