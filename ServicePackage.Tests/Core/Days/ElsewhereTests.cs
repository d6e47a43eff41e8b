using System.Globalization;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Days;

/// <summary>That a run which is to stand elsewhere does, so that what it finds is worth something.</summary>
public sealed class ElsewhereTests
{
    [Fact]
    public void Machine_WhenToStandElsewhere_IsOutOfTheTownsHoursAndWritesNumbersOtherwise()
    {
        if (Language.Elsewhere)
        {
            Assert.Equal("America/New_York", TimeZoneInfo.Local.Id);
            Assert.Equal("1.234,5", 1234.5.ToString("N1", CultureInfo.CurrentCulture));
        }
    }
}
