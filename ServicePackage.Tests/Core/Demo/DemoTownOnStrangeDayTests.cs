using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Demo;

/// <summary>The demo town begun on the days of <see cref="StrangeDays"/>.</summary>
public abstract class DemoTownOnStrangeDayTests
{
    public sealed class Saturday() : FilledTown(new SqliteDatabase(), new DateOnly(2026, 3, 7), whole: false);

    public sealed class MadeUpSunday() : FilledTown(new SqliteDatabase(), new DateOnly(2026, 9, 20), whole: false);

    public sealed class NewYear() : FilledTown(new SqliteDatabase(), new DateOnly(2026, 1, 1), whole: false);

    public sealed class EndOfFebruary() : FilledTown(new SqliteDatabase(), new DateOnly(2026, 2, 28), whole: false);

    public sealed class EndOfSeptember() : FilledTown(new SqliteDatabase(), new DateOnly(2026, 9, 30), whole: false);

    public sealed class LastMinuteOfTheYear() : FilledTown(new SqliteDatabase(), new DateOnly(2026, 12, 31), whole: false, new TimeOnly(23, 59));

    public sealed class OnSaturday(Saturday town) : DemoTownTests(town), IClassFixture<Saturday>;

    public sealed class OnMadeUpSunday(MadeUpSunday town) : DemoTownTests(town), IClassFixture<MadeUpSunday>;

    public sealed class OnNewYear(NewYear town) : DemoTownTests(town), IClassFixture<NewYear>;

    public sealed class AtTheEndOfFebruary(EndOfFebruary town) : DemoTownTests(town), IClassFixture<EndOfFebruary>;

    public sealed class AtTheEndOfSeptember(EndOfSeptember town) : DemoTownTests(town), IClassFixture<EndOfSeptember>;

    public sealed class InTheLastMinuteOfTheYear(LastMinuteOfTheYear town) : DemoTownTests(town), IClassFixture<LastMinuteOfTheYear>;
}
