using System.Globalization;
using ServicePackage.Core.Butlers;
using ServicePackage.Core.Operations;

namespace ServicePackage.Tests.Core.Butlers;

/// <summary>What the cadence of contacts may be set to, and what can be typed of a contact: the last that is taken, and the first that is not.</summary>
public sealed class ContactSettingsTests
{
    [Theory]
    [InlineData(0, 10, "Contacts:EveryMonths的值0")]
    [InlineData(1, 0, null)]
    [InlineData(24, 60, null)]
    [InlineData(25, 60, "Contacts:EveryMonths的值25")]
    [InlineData(3, -1, "Contacts:VisitsApart的值-1")]
    [InlineData(3, 61, "Contacts:VisitsApart的值61")]
    public void Cadence_OutOfItsBounds_IsRefusedByItsName(int everyMonths, int visitsApart, string? said)
    {
        var refusal = new ContactSettings { EveryMonths = everyMonths, VisitsApart = visitsApart }.Refuse();

        Assert.Equal(said is null, refusal is null);
        Assert.Contains(said ?? "", refusal?.Sentence ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "2026-02-28", "2026-03-28")]
    [InlineData(3, "2025-11-30", "2026-02-28")]
    [InlineData(24, "2024-02-29", "2026-02-28")]
    public void NextContact_IsDueSoManyMonthsOn(int everyMonths, string last, string due) =>
        Assert.Equal(Day(due), new ContactSettings { EveryMonths = everyMonths }.DueDay(Day(last), new DateOnly(2020, 1, 1)));

    [Fact]
    public void NextContact_BeforeTheFirst_IsDueFromTheBeginningOfTheService() =>
        Assert.Equal(new DateOnly(2026, 4, 1), new ContactSettings().DueDay(null, new DateOnly(2026, 1, 1)));

    [Theory]
    [InlineData(100, 4000, 200, "")]
    [InlineData(101, 4000, 200, "TooLong@WithWhom")]
    [InlineData(100, 4001, 200, "TooLong@Said")]
    [InlineData(100, 4000, 201, "TooLong@Purpose")]
    public void Texts_AreTakenUpToTheirLength(int withWhom, int said, int purpose, string refused)
    {
        var record = new RecordContactInput { EnterpriseId = 1, Way = ContactWay.Telephone, When = new DateTime(2026, 3, 2, 9, 30, 0, DateTimeKind.Unspecified), WithWhom = new string('陈', withWhom), Said = new string('长', said) };
        var plan = new PlanContactInput { EnterpriseId = 1, Way = ContactWay.Telephone, Day = new DateOnly(2026, 3, 5), Purpose = new string('谈', purpose) };
        var many = new PlanContactsInput { Way = ContactWay.Visit, First = new DateOnly(2026, 3, 5), Purpose = plan.Purpose, Rows = [new ContactRow { EnterpriseId = 1 }] };

        Assert.Equal(refused.EndsWith("Purpose", StringComparison.Ordinal) ? "" : refused, Said(new RecordContactValidator().Refuse(record)));
        Assert.Equal(refused.EndsWith("Purpose", StringComparison.Ordinal) ? refused : "", Said(new PlanContactValidator().Refuse(plan)));
        Assert.Equal(refused.EndsWith("Purpose", StringComparison.Ordinal) ? refused : "", Said(new PlanContactsValidator().Refuse(many)));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Said(Refusal? refusal) => refusal is null ? "" : $"{refusal.Code}@{refusal.Field}";
}
