using Bunit;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Roster;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Roster;

namespace ServicePackage.Tests.Web.Roster;

/// <summary>The pages of the roster. The town's day is 2 March 2026.</summary>
public sealed class RosterPagesTests : ScreenTests, IClassFixture<SqliteDatabase>
{
    private readonly Organisation _city;
    private readonly Enterprise _enterprise;
    private readonly Caller _centre;
    private readonly Caller _specialist;

    public RosterPagesTests(SqliteDatabase database)
        : base(database)
    {
        _city = Town.EconomicCity("希望经济城");
        _enterprise = Town.Enterprise(_city);
        (_centre, _specialist) = (Town.Dispatcher(), Town.Specialist(_city));
    }

    [Fact]
    public async Task Roster_StandsAsOfTheDayOfItsAddress_AndSaysWhereThatIsNoDay()
    {
        var page = await OpenAsync<RosterPage>(_centre, "/roster?day=2024-06-01");
        Assert.Contains(_enterprise.Name, page.Find("table[aria-label=重点企业名单]").TextContent, StringComparison.Ordinal);
        Assert.Contains("200", page.Find("table[aria-label=家数]").TextContent, StringComparison.Ordinal);

        Assert.Contains("这一天还没有在册企业", (await OpenAsync<RosterPage>(_centre, "/roster?day=2023-06-01")).Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Contains("“2026-04-31”不是日期", (await OpenAsync<RosterPage>(_centre, "/roster?day=2026-04-31")).Find(".refusal").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("方案家数", (await OpenAsync<RosterPage>(_specialist, "/roster")).Markup, StringComparison.Ordinal);
        await OpenAsync<RosterPage>(Town.EnterpriseUser(_enterprise), "/roster");
        Assert.True(NotFound);
    }

    [Fact]
    public async Task Nominations_AreOfferedWhileTheyAreOpen()
    {
        var closed = await OpenAsync<NominationsPage>(_specialist, "/roster/nominations");
        Assert.DoesNotContain("提名企业", closed.Markup, StringComparison.Ordinal);
        Town.Write(db => db.RosterYears.Add(new RosterYear { Year = 2026, State = RosterYearState.Open, OpenedAt = Town.Clock.Now }));

        var page = await OpenAsync<NominationsPage>(_specialist, "/roster/nominations?edit=new");
        Assert.Contains("提名2026年重点企业", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#field-OrganisationId")); // there is but one
        Assert.NotEmpty((await OpenAsync<NominationsPage>(_centre, "/roster/nominations?edit=new")).FindAll("#field-OrganisationId"));
        Assert.Contains("下载模板", (await OpenAsync<NominationImportPage>(_specialist, "/roster/nominations/import")).Markup, StringComparison.Ordinal);
        Assert.Contains("名单来自哪个单位", (await OpenAsync<NominationImportPage>(_centre, "/roster/nominations/import")).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choice_LaysNominationsBesideTheRoster_AndIsForTheCentreAlone()
    {
        Town.Write(db =>
        {
            db.RosterYears.Add(new RosterYear { Year = 2026, State = RosterYearState.Choosing, OpenedAt = Town.Clock.Now });
            db.Nominations.Add(new Nomination
            {
                Year = 2026,
                CreditCode = Town.CreditCode(800_001),
                Name = "上海新芯微电子有限公司",
                Reason = "当年投产",
                OrganisationId = _city.Id,
                ProposedOn = Town.Clock.Today,
                NominatedAt = Town.Clock.Now,
                NominatedById = _specialist.AccountId,
            });
        });

        var page = await OpenAsync<RosterChoosingPage>(_centre, "/roster/choosing");
        var rows = page.FindAll("table[aria-label=名单遴选] tbody tr");
        Assert.Equal(2, rows.Count);
        Assert.Contains(rows, r => r.TextContent.Contains("新企业", StringComparison.Ordinal) && r.TextContent.Contains("当年投产", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.TextContent.Contains("无人提名", StringComparison.Ordinal));
        Assert.NotEmpty(page.FindAll("input[type=checkbox]"));
        await OpenAsync<RosterChoosingPage>(_specialist, "/roster/choosing");
        Assert.True(NotFound);
    }
}
