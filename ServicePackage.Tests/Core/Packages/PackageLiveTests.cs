using ServicePackage.Core.Conditions;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Packages;
using ServicePackage.Core.Policies;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Packages;

/// <summary>What the package of an enterprise says as it stands. The town's day is Monday 2 March 2026.</summary>
public abstract class PackageLiveTests(TestDatabase database) : PackageTestsBase(database)
{
    [Fact]
    public async Task Clauses_StandInTheirGroups_WithWhatIsMissing()
    {
        await MeetAsync();
        await SayAsync("revenue", "1000");
        await SayAsync("rd", "29");
        Clause("稳岗补贴");
        Clause("研发奖励", Research);
        Clause("行业标杆", $$"""{"is":"all","of":[{{Staff}},{{Judgement}}]}""");
        Clause("规模奖励", """{"is":"figure","of":{"is":"fact","code":"staff"},"to":1000}""");

        var content = (await LiveAsync(Own)).Content;

        Assert.Equal([("稳岗补贴", PackageGroup.Met), ("行业标杆", PackageGroup.ToVerify), ("研发奖励", PackageGroup.WithinReach)], content.Clauses.Select(c => (c.Title, c.Group)));
        Assert.Empty(content.Clauses[0].Missing);
        Assert.Equal(["位居行业前列"], content.Clauses[1].Missing.Select(m => m.Chinese));
        var lacking = Assert.Single(content.Clauses[2].Missing);
        Assert.Contains("2.9%", lacking.Chinese, StringComparison.Ordinal);
        Assert.Contains("2.9%", lacking.English, StringComparison.Ordinal);
        Assert.Contains(content.Clauses[0].Reasons, r => r.Truth == Truth.Met && r.Text.Chinese.Contains("120", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tasks_AreTheFirstSevenByDate_AndTheRestIsCounted()
    {
        await MeetAsync();
        var clauses = Enumerable.Range(1, 8).Select(i => (Day: Today.AddDays(30 - i), Clause: Clause($"补贴{i}"))).ToList();
        Town.Write(db => clauses.ForEach(c => db.PolicyClauses.Where(p => p.ClauseId == c.Clause.ClauseId).SelectMany(p => p.Windows).Single().Until = c.Day));

        var content = (await LiveAsync(Own)).Content;

        Assert.Equal(["补贴8", "补贴7", "补贴6", "补贴5", "补贴4", "补贴3", "补贴2"], content.Tasks.Select(t => t.Text.Chinese));
        Assert.All(content.Tasks, t => Assert.Equal(PackageTaskKind.Apply, t.Kind));
        Assert.Equal((Today.AddDays(22), 1), (content.Tasks[0].By, content.MoreTasks));
    }

    [Fact]
    public async Task Tasks_LeaveOutWhatWasAppliedFor_AndAskForTheFigureThatDecides()
    {
        await SayAsync("reg_place", "310114");
        var (_, clause) = Clause("稳岗补贴");
        Assert.Contains(("从业人数（2025年末）", PackageTaskKind.Tell), (await LiveAsync(Own)).Content.Tasks.Select(t => (t.Text.Chinese, t.Kind)));

        await SayAsync("staff", "120");
        Assert.Equal([PackageTaskKind.Apply], (await LiveAsync(Own)).Content.Tasks.Select(t => t.Kind));
        await AppliedAsync(clause);

        var content = (await LiveAsync(Own)).Content;
        Assert.Empty(content.Tasks);
        Assert.True(Assert.Single(content.Clauses).IsAppliedFor);
    }

    [Fact]
    public async Task Clause_ThatIsPersonalised_IsInThePackageOfWhomItNamesAlone()
    {
        var another = Town.Enterprise(City);
        await AskingAsync(null, "专项扶持", named: another);

        Assert.Empty((await LiveAsync()).Content.Clauses);
        var named = Must(await Packages.LiveAsync(Dispatcher, another.Id, Cancellation)).Content;
        Assert.Equal(("专项扶持", true, PackageGroup.Met), (named.Clauses.Single().Title, named.Clauses.Single().Personalised, named.Clauses.Single().Group));
    }

    [Fact]
    public async Task Policy_OfUncertainValidity_SaysSo()
    {
        await MeetAsync();
        var (policy, _) = Clause("稳岗补贴");
        Town.Write(db =>
        {
            var version = db.PolicyVersions.Single(v => v.PolicyId == policy);
            (version.ValidityUnknown, version.ToConfirm) = (true, "文号待核对");
        });

        var clause = Assert.Single((await LiveAsync(Own)).Content.Clauses);

        Assert.Equal((true, "文号待核对"), (clause.ValidityUnknown, clause.ToConfirm));
    }

    [Fact]
    public async Task Obtained_IsWhatWasGrantedOrPaidThisYear_WithItsSum()
    {
        await MeetAsync();
        var (paid, granted) = (await AppliedAsync(Clause("稳岗补贴").ClauseId), await AppliedAsync(Clause("扩岗补贴").ClauseId));
        Must(await StepAsync(Drafter, paid, ApplicationStep.Grant));
        Must(await StepAsync(Drafter, paid, ApplicationStep.Pay, i => i.Amount = "20"));
        Must(await StepAsync(Drafter, granted, ApplicationStep.Grant));

        var content = (await LiveAsync(Own)).Content;

        Assert.Equivalent(new[] { ("稳岗补贴", (decimal?)200_000m, false), ("扩岗补贴", 300_000m, true) }, content.Obtained.Select(o => (o.Title, o.Yuan, o.IsUnpaid)), strict: true);
        Assert.Equal(500_000m, content.ObtainedYuan);
        GoTo(new DateOnly(2027, 1, 4));
        Assert.Empty((await LiveAsync(Own)).Content.Obtained);
    }

    [Fact]
    public async Task Package_SaysTheSameToWhoeverReadsIt()
    {
        await MeetAsync();
        Clause("稳岗补贴");
        var specialist = Town.Specialist(City);

        Assert.Single(new[] { Own, Butler, Dispatcher, specialist }.Select(who => LiveAsync(who).GetAwaiter().GetResult().Key).Distinct());
    }

    [Fact]
    public async Task LeftOut_IsForWhoeverServesTheEnterprise_AndWhatItDoesNotWantStandsThere()
    {
        await MeetAsync();
        var (_, declined) = Clause("稳岗补贴");
        var (_, left) = Clause("扩岗补贴");
        Must(await Answers.SayAsync(Own, Guid.NewGuid(), new ClauseAnswerInput { EnterpriseId = Enterprise.Id, ClauseId = declined, Wish = ClauseWish.NotForUs, Reason = "已有同类支持" }, Cancellation));
        Must(await ChooseAsync(left, PackagePlace.LeftOut, "企业近期不扩岗"));

        var (own, butler) = (await LiveAsync(Own), await LiveAsync());

        Assert.Empty(own.Content.Clauses);
        Assert.Empty(own.LeftOut);
        Assert.Equivalent(new[] { ("稳岗补贴", "已有同类支持", true), ("扩岗补贴", "企业近期不扩岗", false) }, butler.LeftOut.Select(c => (c.Title, c.Reason, c.ByEnterprise)), strict: true);
    }

    [Fact]
    public async Task Choice_PutsForwardWithAWord_AndTheSecondIsTold()
    {
        await MeetAsync();
        Clause("稳岗补贴");
        var (_, second) = Clause("扩岗补贴");
        Must(await ChooseAsync(second, PackagePlace.PutForward, "与今年的扩产相符"));

        var clauses = (await LiveAsync(Own)).Content.Clauses;
        Assert.Equal(["扩岗补贴", "稳岗补贴"], clauses.Select(c => c.Title));
        Assert.Equal((true, "与今年的扩产相符"), (clauses[0].IsPutForward, clauses[0].Word));

        Assert.Equal(Refusal.Stale, (await ChooseAsync(second, PackagePlace.Usual, who: Dispatcher)).Refusal);
        Assert.Equal("Missing", (await ChooseAsync(second, PackagePlace.LeftOut, version: 1)).Refusal?.Code);
        Assert.Equal("TooLong", (await ChooseAsync(second, PackagePlace.PutForward, new string('字', PackageRules.LongestWord + 1), version: 1)).Refusal?.Code);
        Assert.Equal(Refusal.NotFound, (await ChooseAsync(second + 1000, PackagePlace.PutForward)).Refusal);
        Assert.True((await LiveAsync(Own)).Content.Clauses[0].IsPutForward);
    }

    public sealed class OnSqlite(SqliteDatabase database) : PackageLiveTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : PackageLiveTests(database), IClassFixture<PostgresDatabase>;
}
