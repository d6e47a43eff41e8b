using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Policies;

/// <summary>Clauses beside enterprises, both ways.</summary>
public abstract class MatchTests(TestDatabase database) : MatchTestsBase(database)
{
    [Fact]
    public async Task Enterprise_WhoseFactsDecide_SeesTheOutcomeAndWhy()
    {
        var (_, clause) = await AskingAsync(Research);
        await SayAsync("reg_place", "310114106");
        Assert.Equal((Eligibility.Undecided, 2), ((await MatchAsync(clause)).Eligibility, (await MatchAsync(clause)).WithOthers.Count));

        await SayAsync("revenue", "4200");
        Assert.Equal(["rd"], (await MatchAsync(clause)).Alone.Select(a => a.Code));

        await SayAsync("rd", "117.6");
        var near = await MatchAsync(clause);
        Assert.Equal((Eligibility.Near, "研发费用占营业收入的比重（2025年）：2.8%，要求不低于3%"), (near.Eligibility, FindingWording.Line(near.Deciding.Single(), Town.Clock.Today)));

        await SayAsync("rd", "126", by: Butler);
        Assert.Equal(Eligibility.Met, (await MatchAsync(clause)).Eligibility);
    }

    [Fact]
    public async Task Place_IsAskedFirst_AndUnknownIsNoMatch()
    {
        var (_, here) = await AskingAsync(Staff, "嘉定稳岗");
        var (_, elsewhere) = await AskingAsync(Staff, "闵行稳岗", place: "310112");
        var (_, everywhere) = await AskingAsync(Staff, "全国稳岗", place: Divisions.Country);
        await SayAsync("staff", "120");
        Assert.Equal((Eligibility.Undecided, Eligibility.Undecided, Eligibility.Met), ((await MatchAsync(here)).Eligibility, (await MatchAsync(elsewhere)).Eligibility, (await MatchAsync(everywhere)).Eligibility));

        await SayAsync("reg_place", "310114106");

        Assert.Equal((Eligibility.Met, false), ((await MatchAsync(here)).Eligibility, (await MatchAsync(here)).IsElsewhere));
        Assert.Equal((Eligibility.NotMet, true), ((await MatchAsync(elsewhere)).Eligibility, (await MatchAsync(elsewhere)).IsElsewhere));
    }

    [Fact]
    public async Task Unlockers_AreWhatDecidesMost()
    {
        await AskingAsync(Staff, "甲");
        await AskingAsync(Staff.Replace("100", "50", StringComparison.Ordinal), "乙");
        await AskingAsync($$"""{"is":"all","of":[{{Staff}},{{Research}}]}""", "丙");
        await SayAsync("reg_place", "310114106");

        var unlockers = (await SheetAsync()).Unlockers;

        Assert.Equal(("staff", 2, 1), (unlockers[0].Asked.Code, unlockers[0].Alone, unlockers[0].WithOthers));
        Assert.Contains(unlockers, u => (u.Asked.Code, u.Alone, u.WithOthers) == ("rd", 0, 1));
    }

    [Fact]
    public async Task Clauses_WithoutAConditionOrNotInForce_AreNotCompared()
    {
        await AskingAsync(null, "无条件");
        var (expired, _) = await AskingAsync(Staff, "过期");
        Town.Write(db => db.PolicyVersions.Single(v => v.PolicyId == expired).Until = Town.Clock.Today.AddDays(-1));
        var (withdrawn, _) = await AskingAsync(Staff, "撤回");
        Town.Write(db => db.Policies.Single(p => p.Id == withdrawn).WithdrawnAt = Town.Clock.Now);

        var sheet = await SheetAsync();

        Assert.Empty(sheet.Clauses);
        Assert.Equal(1, sheet.WithoutCondition);
    }

    [Fact]
    public async Task Personalised_IsForTheNamedAlone()
    {
        var other = Town.Enterprise(City);
        var clause = await AskingAsync(null, "一企一策", named: Enterprise);

        Assert.Equal(Eligibility.Met, (await MatchAsync(clause.ClauseId)).Eligibility);
        Assert.Empty(Must(await Matches.OfEnterpriseAsync(Town.EnterpriseUser(other), other.Id, cancellation: Cancellation)).Clauses);
        Assert.Empty(Must(await Matches.OfEnterpriseAsync(Dispatcher, other.Id, cancellation: Cancellation)).Clauses);
    }

    [Fact]
    public async Task TitlesInReach_SayWhatTheyOpen()
    {
        await AskingAsync("""{"is":"items","list":"title","where":{"kinds":["tech_sme"],"held":true}}""", "科小贴息");
        await SayAsync("reg_place", "310114106");
        foreach (var (code, value) in new[] { ("staff", "120"), ("revenue", "4200"), ("assets", "4000"), ("restricted", "no"), ("score_tech_sme", "70") })
        {
            await SayAsync(code, value);
        }

        Assert.Empty((await SheetAsync()).Titles); // nobody has said yet that nothing stands against it
        Town.Write(db => db.EnterpriseListClosings.Add(new EnterpriseListClosing { EnterpriseId = Enterprise.Id, List = "offence", AsOf = Town.Clock.Today, RecordedAt = Town.Clock.Now }));

        var title = Assert.Single((await SheetAsync()).Titles);

        Assert.Equal(("tech_sme", Eligibility.Met, "科小贴息"), (title.Criterion.Title, title.Eligibility, title.Opens.Single().Title));
    }

    [Fact]
    public async Task FromTheClause_TheSameOutcomesStandAsFromTheEnterprise()
    {
        var clause = await AskingAsync($$"""{"is":"all","of":[{{Staff}},{{Research}}]}""");
        var (second, third) = (Town.Enterprise(City), Town.Enterprise(City));
        foreach (var (enterprise, staff) in new[] { (Enterprise, "120"), (second, "20"), (third, "90") })
        {
            await SayAsync("reg_place", "310114106", enterprise);
            await SayAsync("staff", staff, enterprise);
            await SayAsync("revenue", "4200", enterprise);
            await SayAsync("rd", "200", enterprise);
        }

        var counts = (await SideAsync(Dispatcher, clause)).Counts;

        Assert.Equal((1, 1, 1), (counts.Met, counts.Near, counts.NotMet));
        foreach (var group in Enum.GetValues<Eligibility>())
        {
            foreach (var row in (await SideAsync(Dispatcher, clause, group)).Enterprises)
            {
                var there = Must(await Matches.OfEnterpriseAsync(Dispatcher, row.EnterpriseId, cancellation: Cancellation)).Clauses.Single(c => c.ClauseId == clause.ClauseId);
                Assert.Equal(group, there.Eligibility);
                Assert.Equal(there.Deciding.Select(d => FindingWording.Line(d, Town.Clock.Today)), row.Deciding.Select(d => FindingWording.Line(d, Town.Clock.Today)));
            }
        }
    }

    [Fact]
    public async Task FromTheClause_AUnitSeesTheOutcomeInPlaceOfFigures()
    {
        var clause = await AskingAsync(Research);
        await SayAsync("reg_place", "310114106");
        await SayAsync("revenue", "4200");
        await SayAsync("rd", "200");

        Assert.False((await SideAsync(Drafter, clause)).Enterprises.Single(e => e.EnterpriseId == Enterprise.Id).WithFigures);
        Assert.True((await SideAsync(Dispatcher, clause)).Enterprises.Single(e => e.EnterpriseId == Enterprise.Id).WithFigures);
    }

    [Fact]
    public async Task Sheets_AreForWhomTheyConcern()
    {
        var clause = await AskingAsync(Staff);
        var (other, leader, stranger) = (Town.Officer(Town.Unit("税务服务所")), Town.TownLeader(), Town.EnterpriseUser(Town.Enterprise(Town.EconomicCity())));

        Assert.Equal(
            [null, null, null, null, Refusal.NotAllowed, Refusal.NotFound, Refusal.NotFound],
            await Task.WhenAll(new[] { Own, Butler, Dispatcher, Town.GeneralManager(City), leader, other, stranger }
                .Select(async who => (await Matches.OfEnterpriseAsync(who, Enterprise.Id, cancellation: Cancellation)).Refusal)));
        Assert.Equal(
            [null, null, Refusal.NotAllowed, Refusal.NotAllowed, Refusal.NotAllowed, Refusal.NotAllowed],
            await Task.WhenAll(new[] { Drafter, Dispatcher, other, leader, Own, Butler }
                .Select(async who => (await Matches.OfClauseAsync(who, clause.PolicyId, clause.ClauseId, new EnterpriseMatchFilter(), Cancellation)).Refusal)));
        Assert.Equal(Refusal.NotFound, (await Matches.OfClauseAsync(Dispatcher, clause.PolicyId, clause.ClauseId + 100, new EnterpriseMatchFilter(), Cancellation)).Refusal);
    }

    [Fact]
    public async Task Named_WithoutACondition_StandBesideTheirClause()
    {
        Town.Enterprise(City);
        var clause = await AskingAsync(null, "一企一策", named: Enterprise);

        var side = await SideAsync(Drafter, clause);

        Assert.Equal((true, 1, 1), (side.ForTheNamed, side.Counts.Met, side.Counts.All));
        Assert.Equal(Enterprise.Id, Assert.Single(side.Enterprises).EnterpriseId);
        Assert.Empty((await SideAsync(Drafter, await AskingAsync(null, "无条件"))).Enterprises);
    }

    [Fact]
    public async Task Enterprises_AreFoundByAPartOfTheirName_AlsoByPinyinInitials()
    {
        var clause = await AskingAsync(Staff);
        Town.Write(db => db.Enterprises.Single(e => e.Id == Enterprise.Id).Name = "上海晨光精密");
        Town.Enterprise(City);

        Assert.Equal((1, Enterprise.Id), await FoundAsync("晨光"));
        Assert.Equal((1, Enterprise.Id), await FoundAsync("cgjm"));
        Assert.Equal((0, null), await FoundAsync("不存在"));
        Assert.NotNull((await Matches.OfClauseAsync(Drafter, clause.PolicyId, clause.ClauseId, new EnterpriseMatchFilter(Text: new string('长', 20_001)), Cancellation)).Refusal);

        async Task<(int, long?)> FoundAsync(string text) =>
            Must(await Matches.OfClauseAsync(Drafter, clause.PolicyId, clause.ClauseId, new EnterpriseMatchFilter(Text: text), Cancellation)) is var sheet ? (sheet.Counts.All, sheet.Enterprises.SingleOrDefault()?.EnterpriseId) : default;
    }

    [Fact]
    public async Task Sheet_HasThoseOfTheFilter_AndNotTooOften()
    {
        var clause = await AskingAsync(Staff);
        var sheet = new ClauseEnterpriseSheet(Town.Runner, Town.Time);

        var file = Must(await sheet.WriteAsync(Drafter, clause.PolicyId, clause.ClauseId, new EnterpriseMatchFilter(), Cancellation));

        Assert.Equal(("适用企业2026-03-02.xlsx", (byte)'P'), (file.FileName, file.Content[0]));
        Assert.Equal(Refusal.NotAllowed, (await sheet.WriteAsync(Own, clause.PolicyId, clause.ClauseId, new EnterpriseMatchFilter(), Cancellation)).Refusal);
        for (var i = 1; i < ClauseEnterpriseSheet.PerMinute; i++)
        {
            Must(await sheet.WriteAsync(Drafter, clause.PolicyId, clause.ClauseId, new EnterpriseMatchFilter(Eligibility.Undecided), Cancellation));
        }

        Assert.Equal(ClauseEnterpriseSheet.TooFast, (await sheet.WriteAsync(Drafter, clause.PolicyId, clause.ClauseId, new EnterpriseMatchFilter(), Cancellation)).Refusal);
    }

    [Fact]
    public async Task Comparison_NamesWhoIsWonAndLost_ToTheCentreAlone()
    {
        var id = await DraftAsync(Drafter, Input(), Clause("稳岗补贴"));
        var clause = (await DraftOf(id)).Clauses.Single().ClauseId;
        var small = Town.Enterprise(City);
        await SayAsync("reg_place", "310114106");
        await SayAsync("staff", "120");
        await SayAsync("reg_place", "310114106", small);
        await SayAsync("staff", "50", small);
        var (many, few) = (ConditionJson.Read(Staff)!, new FigureLeaf(new FactMeasure("staff"), ServicePackage.Core.Conditions.Must.AtMost, 60));

        var compared = Must(await Previews.CompareAsync(Dispatcher, id, clause, many, few, Cancellation));

        Assert.Equal([small.Name], compared.Won);
        Assert.Equal([Enterprise.Name], compared.Lost);
        Assert.Equal(Refusal.NotAllowed, (await Previews.CompareAsync(Drafter, id, clause, many, few, Cancellation)).Refusal);
        Assert.Equal(Refusal.NotFound, (await Previews.CompareAsync(Own, id, clause, many, few, Cancellation)).Refusal);
        Assert.Equal("Condition.EmptyGroup", (await Previews.CompareAsync(Dispatcher, id, clause, many, new AllOf([]), Cancellation)).Refusal?.Code);
    }

    [Fact]
    public async Task Preview_NamesToTheCentreAlone_AndCountsInStepsForOthersWithANote()
    {
        var id = await DraftAsync(Drafter, Input(), Clause("稳岗补贴"));
        var clause = (await DraftOf(id)).Clauses.Single().ClauseId;
        var asked = ConditionJson.Read(Staff)!;
        await SayAsync("reg_place", "310114106");
        await SayAsync("staff", "120");
        Town.Enterprise(City);

        var centre = Must(await Previews.PreviewAsync(Dispatcher, id, clause, asked, Cancellation));
        var unit = Must(await Previews.PreviewAsync(Drafter, id, clause, asked, Cancellation));

        Assert.Equal((2, 1, Enterprise.Name), (centre.All, Group(centre, Eligibility.Met).Count, Group(centre, Eligibility.Met).Names.Single()));
        Assert.All(unit.Groups, g => Assert.Equal((true, 0, 0), (g.IsAbout, g.Count, g.Names.Count))); // one of them could be anything from none to four
        await using (var db = Town.Look())
        {
            Assert.Equal([Drafter.AccountId], await db.History.Where(h => h.Act == ClausePreviewService.Look).Select(h => h.AccountId!.Value).ToListAsync(Cancellation));
        }

        Assert.Equal(Refusal.NotFound, (await Previews.PreviewAsync(Own, id, clause, asked, Cancellation)).Refusal);
        Assert.Equal("Condition.EmptyGroup", (await Previews.PreviewAsync(Drafter, id, clause, new AllOf([]), Cancellation)).Refusal?.Code);

        static PreviewGroup Group(ConditionPreview preview, Eligibility eligibility) => preview.Groups.Single(g => g.Eligibility == eligibility);
    }

    [Fact]
    public async Task OnThePageOfItsPolicy_AnEnterpriseReadsHowItStands_AndOthersNothing()
    {
        var (policy, clause) = await AskingAsync(Staff);
        await SayAsync("reg_place", "310114106");
        await SayAsync("staff", "120");

        Assert.Equal(Eligibility.Met, Must(await Matches.OfPolicyAsync(Own, policy, Cancellation))[clause]);
        Assert.Equal(Eligibility.Undecided, Must(await Matches.OfPolicyAsync(Town.EnterpriseUser(Town.Enterprise(City)), policy, Cancellation))[clause]);
        Assert.Empty(Must(await Matches.OfPolicyAsync(Butler, policy, Cancellation)));
        Assert.Equal(Refusal.NotFound, (await Matches.OfPolicyAsync(Own, policy + 100, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Sheet_AsKnownOnAnEarlierDay_IsWhatWasKnownThen()
    {
        var (_, clause) = await AskingAsync(Staff);
        await SayAsync("reg_place", "310114106");
        await SayAsync("staff", "120");
        Town.Time.Advance(TimeSpan.FromDays(3));
        await SayAsync("staff", "20");

        Assert.Equal(Eligibility.NotMet, (await MatchAsync(clause)).Eligibility);
        var then = Must(await Matches.OfEnterpriseAsync(Own, Enterprise.Id, new FactMoment(Known: Town.Clock.Today.AddDays(-2)), Cancellation));
        Assert.Equal(Eligibility.Met, then.Clauses.Single(c => c.ClauseId == clause).Eligibility);
    }

    public sealed class OnSqlite(SqliteDatabase database) : MatchTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : MatchTests(database), IClassFixture<PostgresDatabase>;
}
