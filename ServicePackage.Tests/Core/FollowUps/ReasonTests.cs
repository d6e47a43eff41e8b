using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.FollowUps;
using ServicePackage.Core.Packages;
using ServicePackage.Core.Policies;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.FollowUps;

/// <summary>Which reasons stand to look at an enterprise, and by what they are seen to. The town's day is 2 March 2026.</summary>
public abstract class ReasonTests(TestDatabase database) : TicketTests(database)
{
    private const string Staff = """{"is":"figure","of":{"is":"fact","code":"staff"},"to":100}""";

    [Fact]
    public async Task Contact_IsDueInTheCadence_AndSeenToByOne()
    {
        Assert.Equal(["尚未联系过，应于2024年4月1日前联系"], await SentencesAsync("Contact"));
        Held(new DateOnly(2025, 11, 25));
        var due = Assert.Single(await StandingAsync("Contact"));
        Assert.Equal("上次联系是2025年11月25日，应于2026年2月25日前再次联系", FollowUpWording.Say(due));

        Held(new DateOnly(2026, 2, 10));
        Assert.Empty(await StandingAsync("Contact"));
        Assert.Matches("^2026年2月10日.+已联系（上门走访）$", await DoneAsync(due));
    }

    [Fact]
    public async Task Demand_StandsWhileItIsOpen_AndSaysHowItEnded()
    {
        var number = await DispatchedAsync();
        var open = Assert.Single(await StandingAsync("Demand"));
        Assert.Equal(($"诉求{number}“厂区门口道路积水”办理中", number), (FollowUpWording.Say(open), open.Number));

        Town.GoTo(new DateOnly(2026, 4, 20), new TimeOnly(10, 0));
        Assert.Equal([$"诉求{number}“厂区门口道路积水”已超期"], await SentencesAsync("Demand"));
        Town.Write(db => db.Tickets.Where(t => t.Number == number).ExecuteUpdate(t => t.SetProperty(x => x.State, TicketState.AwaitingRating)));
        Assert.Equal([$"诉求{number}“厂区门口道路积水”待企业评价"], await SentencesAsync("Demand"));

        Town.Write(db => db.Tickets.Where(t => t.Number == number).ExecuteUpdate(t => t.SetProperty(x => x.State, TicketState.Closed).SetProperty(x => x.ClosedAs, ClosedAs.Rated).SetProperty(x => x.ClosedAt, Town.Clock.Now)));
        Assert.Empty(await StandingAsync("Demand"));
        Assert.Equal("2026年4月20日归档：已办结（已评价）", await DoneAsync(open));
    }

    [Fact]
    public async Task Promise_WhoseDayHasCome_StandsUntilSomebodyAsked()
    {
        var number = await RaisedAsync();
        Town.Write(db => db.Tickets.Where(t => t.Number == number).ExecuteUpdate(t => t.SetProperty(x => x.PromisedDay, new DateOnly(2026, 2, 27))));
        Held(new DateOnly(2026, 2, 26));

        var due = Assert.Single(await StandingAsync("Promise"));
        Assert.Equal($"诉求{number}的承诺事项已于2026年2月27日到期，请回访落实情况", FollowUpWording.Say(due));
        Held(new DateOnly(2026, 3, 1));
        Assert.Empty(await StandingAsync("Promise"));
        Assert.Matches("已联系", await DoneAsync(due));
    }

    [Fact]
    public async Task Package_IssuedAndNotHandedOver_StandsUntilItIs()
    {
        var version = new PackageVersion { EnterpriseId = Enterprise.Id, Year = 2026, Number = 1, IssuedAt = Town.Clock.Now, IssuedById = Dispatcher.AccountId, HandOverDueAt = Town.Clock.Now };
        Town.Write(db => db.PackageVersions.Add(version));

        var waiting = Assert.Single(await StandingAsync("Package"));
        Assert.Equal("服务包（2026年第1版）应于2026年3月2日前送达，尚未送达", FollowUpWording.Say(waiting));
        var anew = new PackageVersion { EnterpriseId = Enterprise.Id, Year = 2026, Number = 2, IssuedAt = Town.Clock.Now, IssuedById = Dispatcher.AccountId, HandOverDueAt = Town.Clock.Now };
        Town.Write(db => db.PackageVersions.ExecuteUpdate(v => v.SetProperty(x => x.State, PackageState.Superseded)));
        Town.Write(db => db.PackageVersions.Add(anew));
        Assert.Equal(waiting.Key, Assert.Single(await StandingAsync("Package")).Key); // issued anew, it waits as before
        Town.Write(db => db.PackageVersions.ExecuteUpdate(v => v.SetProperty(x => x.State, PackageState.HandedOver).SetProperty(x => x.HandedOverOn, new DateOnly(2026, 3, 2)).SetProperty(x => x.Way, HandOverWay.Online)));
        Assert.Empty(await StandingAsync("Package"));
        Assert.Equal("2026年3月2日已送达（线上送达）", await DoneAsync(waiting));
    }

    [Fact]
    public async Task Window_OfAClauseMet_StandsWhileItCloses_UntilTheEnterpriseDecided()
    {
        var (_, clause) = Town.PublishedClause(Unit, Officer, "稳岗补贴", Staff);
        Town.Write(db => db.Matches.Add(new KeptMatch { EnterpriseId = Enterprise.Id, ClauseId = clause, Since = Town.Clock.Now }));

        var closing = Assert.Single(await StandingAsync("Window"));
        Assert.Equal("“稳岗补贴”将于2026年3月22日截止申报", FollowUpWording.Say(closing));
        Town.Write(db => db.ClauseAnswers.Add(new ClauseAnswer { EnterpriseId = Enterprise.Id, ClauseId = clause, Wish = ClauseWish.NotForUs, Reason = "已享受同类补贴", SaidAt = Town.Clock.Now, SaidById = Applicant.AccountId }));
        Assert.Empty(await StandingAsync("Window"));
        Assert.Equal("企业表示不需要", await DoneAsync(closing));

        Town.Write(db => db.ClauseAnswers.ExecuteDelete());
        Town.GoTo(new DateOnly(2026, 3, 23), new TimeOnly(9, 0));
        Assert.Empty(await StandingAsync("Window"));
        Assert.Equal("已于2026年3月22日截止", await DoneAsync(closing));
    }

    [Fact]
    public async Task Facts_OnWhichAMatchRests_AreToBeConfirmedOnceTheyAreOld()
    {
        var (_, clause) = Town.PublishedClause(Unit, Officer, "稳岗补贴", Staff);
        Town.Write(db => db.Matches.Add(new KeptMatch { EnterpriseId = Enterprise.Id, ClauseId = clause, Since = Town.Clock.Now }));
        Figure("staff", FactPeriod.Of(FactShape.EndOfYear, 2025)!.Value, 120);
        Assert.Empty(await StandingAsync("Facts"));
        Town.Write(db => db.EnterpriseFacts.ExecuteDelete());
        Figure("staff", FactPeriod.Of(FactShape.EndOfYear, 2024)!.Value, 120);

        var old = Assert.Single(await StandingAsync("Facts"));
        Assert.Equal("“从业人数”已到复核期，请与企业核实", FollowUpWording.Say(old));
        Figure("staff", FactPeriod.Of(FactShape.EndOfYear, 2025)!.Value, 118);
        Assert.Empty(await StandingAsync("Facts"));
        Assert.Equal("资料已更新，最近填报2026年3月2日", await DoneAsync(old));
    }

    [Fact]
    public async Task Figures_AreComparedWithTheSameMonths_AndOneMissingMakesItUnknown()
    {
        foreach (var (year, month, value) in new[] { (2024, 12, 100), (2025, 1, 100), (2025, 2, 100), (2025, 12, 80), (2026, 1, 70) })
        {
            Figure("tax_paid", FactPeriod.Of(FactShape.Month, year, month)!.Value, value);
        }

        Assert.Empty(await StandingAsync("Figures")); // November 2024 is missing
        Figure("tax_paid", FactPeriod.Of(FactShape.Month, 2026, 2)!.Value, 60);
        var fell = Assert.Single(await StandingAsync("Figures"));
        Assert.Equal("2025年12月至2026年2月实缴税收同比下降30%", FollowUpWording.Say(fell));

        Town.GoTo(new DateOnly(2026, 3, 3), new TimeOnly(10, 0));
        Held(new DateOnly(2026, 3, 3));
        Assert.Empty(await StandingAsync("Figures"));
        Assert.Matches("已联系", await DoneAsync(fell));
    }

    [Fact]
    public async Task Figure_ThatMayNotHaveFallen_IsNotSaidToHave()
    {
        Figure("revenue", FactPeriod.Of(FactShape.Quarter, 2024, 4)!.Value, 100, 120);
        Figure("revenue", FactPeriod.Of(FactShape.Quarter, 2025, 4)!.Value, 70, 85);

        Assert.Empty(await StandingAsync("Figures"));
    }

    [Fact]
    public async Task Kinds_AreEachSaidByOneRoom_AndHaveTheirWords()
    {
        var kinds = Town.House.Of<IFollowUpReasons>().SelectMany(r => r.FollowUpKinds).ToList();

        Assert.Equal(["Contact", "Figures", "Demand", "Promise", "Window", "Facts", "Package"], kinds);
        Assert.Equal("no such thing", FollowUpArgument.Say("no such thing"));
        await Task.CompletedTask;
    }

    private async Task<List<FollowUpReason>> StandingAsync(string kind)
    {
        await using var db = Town.Look();
        return [.. (await Town.Reasons.StandingAsync(db, Town.Clock.Now, [Enterprise.Id], Cancellation))[Enterprise.Id].Where(r => r.Kind == kind)];
    }

    private async Task<IEnumerable<string>> SentencesAsync(string kind) => (await StandingAsync(kind)).Select(FollowUpWording.Say);

    /// <summary>By what a reason was seen to that stands no more.</summary>
    private async Task<string> DoneAsync(FollowUpReason reason)
    {
        var item = new FollowUpItem { EnterpriseId = Enterprise.Id };
        item.Take([reason]);
        await using var db = Town.Look();
        return FollowUpWording.Say(Assert.Single((await Town.Reasons.AsTheyAreAsync(db, Town.Clock.Now, [item], Cancellation))[item.Id]).Done!);
    }

    private void Held(DateOnly day) => Town.Write(db => db.Contacts.Add(new ServicePackage.Core.Butlers.Contact
    {
        EnterpriseId = Enterprise.Id,
        AccountId = Specialist.AccountId,
        RecordedById = Specialist.AccountId,
        RecordedAt = Town.Clock.Now,
        Way = ServicePackage.Core.Butlers.ContactWay.Visit,
        Day = day,
        HeldAt = TownTime.At(day, new TimeOnly(10, 0)),
    }));

    private void Figure(string code, FactPeriod period, decimal low, decimal? high = null) => Town.Write(db => db.EnterpriseFacts.Add(new EnterpriseFact
    {
        EnterpriseId = Enterprise.Id,
        Code = code,
        Shape = period.Shape,
        From = period.From,
        Until = period.Until,
        Low = low,
        High = high ?? low,
        RecordedAt = Town.Clock.Now,
    }));

    public sealed class OnSqlite(SqliteDatabase database) : ReasonTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ReasonTests(database), IClassFixture<PostgresDatabase>;
}
