using Bunit;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Policies;

namespace ServicePackage.Tests.Web.Policies;

/// <summary>The library and the draft's page. The town's day is 2 March 2026.</summary>
public sealed class PolicyPagesTests : ScreenTests, IClassFixture<SqliteDatabase>
{
    private readonly Organisation _unit;
    private readonly Caller _officer;

    public PolicyPagesTests(SqliteDatabase database)
        : base(database)
    {
        _unit = Town.Unit();
        _officer = Town.Officer(_unit);
    }

    [Fact]
    public async Task List_SaysUntilWhenAndWhatElseMustBeKnown()
    {
        Write(PolicyState.Published, v => (v.ToConfirm, v.ValidityUnknown) = ("文号", true), Clause("吸纳就业", "每人2000元", new(2026, 3, 14)), Clause("常年支持", "", null));

        var page = await OpenAsync<PoliciesPage>(Town.EnterpriseUser(Town.Enterprise()), "/policies");

        Assert.Equal(["吸纳就业", "常年支持"], page.FindAll(".policy-open").Select(a => a.TextContent));
        Assert.Equal("▲3月14日截止，还有12天", page.Find(".policy-window .lamp").TextContent);
        Assert.Contains("内容待确认", page.Find(".policy-row").TextContent, StringComparison.Ordinal);
        Assert.Equal("1项政策，2项条款", page.Find(".page-line").TextContent);
        Assert.Empty(page.FindAll(".page-acts a")); // an enterprise enters none
    }

    [Fact]
    public async Task List_NarrowedByItsAddress_SaysThatNothingIsFound()
    {
        Write(PolicyState.Published, _ => { }, Clause("吸纳就业", "", null));

        var page = await OpenAsync<PoliciesPage>(_officer, "/policies?level=City");

        Assert.Contains("没有符合条件的记录", page.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll(".page-acts a.main"));
    }

    [Fact]
    public async Task Page_NamesTheFirstOfMany_AndAllOnDemand()
    {
        var named = Enumerable.Range(0, 8).Select(_ => Town.Enterprise()).ToList();
        var id = Write(PolicyState.Published, _ => { }, Clause("一企一策", "", null));
        Town.Write(db =>
        {
            var clause = db.PolicyClauses.Single(c => c.PolicyVersion.PolicyId == id);
            clause.Personalised = true;
            clause.Enterprises.AddRange(named.Select(e => new ClauseEnterprise { EnterpriseId = e.Id }));
        });
        var butler = Town.Butler(named[3]);

        var whole = await OpenAsync<PolicyPage>(Town.Dispatcher(), $"/policies/{id}", id);
        var part = await OpenAsync<PolicyPage>(butler, $"/policies/{id}", id);

        Assert.EndsWith("等8家，点击查看全部", whole.Find(".named-all summary").TextContent, StringComparison.Ordinal);
        Assert.All(named, e => Assert.Contains(e.Name, whole.Find(".named-all").TextContent, StringComparison.Ordinal));
        Assert.Empty(part.FindAll(".named-all"));
        Assert.Contains("共指明8家，其中您可查看1家", part.Find(".clause").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAWithdrawnPolicy_SaysWhy()
    {
        var id = Write(PolicyState.Published, _ => { }, Clause("吸纳就业", "每人2000元", null));
        Town.Write(db => (db.Policies.Single(p => p.Id == id).WithdrawnAt, db.Policies.Single(p => p.Id == id).WithdrawnReason) = (Town.Clock.Now, "文件废止"));

        var page = await OpenAsync<PolicyPage>(Town.EnterpriseUser(Town.Enterprise()), $"/policies/{id}", id);

        Assert.Contains("文件废止", page.Find(".policy-banner").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public async Task Page_OfAVersionWhoseSuccessorHoldsNothingForTheReader_SaysSo()
    {
        var id = Write(PolicyState.Published, _ => { }, Clause("吸纳就业", "每人2000元", null));
        Town.Write(db =>
        {
            var later = new PolicyVersion { PolicyId = id, Number = 2, State = PolicyState.Published, Title = "仅此一家", Place = "310114", DraftedById = _officer.AccountId, ChangedById = _officer.AccountId, ChangedAt = Town.Clock.Now, PublishedAt = Town.Clock.Now };
            db.PolicyVersions.Single(v => v.PolicyId == id).State = PolicyState.Superseded;
            db.SaveChanges();
            db.PolicyVersions.Add(later);
            db.SaveChanges();
            db.Policies.Single(p => p.Id == id).CurrentVersionId = later.Id;
        });

        var page = await OpenAsync<PolicyPage>(Town.EnterpriseUser(Town.Enterprise()), $"/policies/{id}", id);

        Assert.Contains("其中没有适用于您的条款", page.Find(".policy-banner").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".policy-banner a"));
    }

    [Fact]
    public async Task Draft_ClauseForm_SavesAndSaysWhatIsWrong()
    {
        var id = Write(PolicyState.Draft, _ => { });
        var page = await OpenAsync<DraftPage>(_officer, $"/policies/{id}/draft?clause=new", id);

        await page.Find("form").SubmitAsync();
        Assert.Equal(["请填写条款名称。", "请填写条款内容。"], page.FindAll(".field-error").Select(e => e.TextContent));
        await page.Find("#field-Title").ChangeAsync("吸纳就业");
        await page.Find("#field-Text").ChangeAsync("吸纳失业人员就业的给予补贴。");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("吸纳就业", page.Find(".clause h2").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Draft_ForAnotherUnit_IsNotThere()
    {
        var id = Write(PolicyState.Draft, _ => { });

        var page = await OpenAsync<DraftPage>(Town.Officer(Town.Unit("文广中心")), $"/policies/{id}/draft", id);

        Assert.Empty(page.FindAll("h1"));
    }

    private PolicyClause Clause(string title, string benefit, DateOnly? until) => new()
    {
        Title = title,
        Text = $"{title}的内容。",
        Benefit = benefit,
        ExecutingUnitId = _unit.Id,
        Windows = [new ClauseWindow { Kind = until is null ? WindowKind.Standing : WindowKind.Dated, Until = until }],
    };

    private long Write(PolicyState state, Action<PolicyVersion> fill, params PolicyClause[] clauses)
    {
        var policy = new Policy { OrganisationId = _unit.Id, CreatedAt = Town.Clock.Now, CreatedById = _officer.AccountId };
        Town.Write(db => db.Policies.Add(policy));
        foreach (var (clause, place) in clauses.Select((c, i) => (c, i + 1)))
        {
            (clause.Clause, clause.Order) = (new Clause { PolicyId = policy.Id }, place);
        }

        var version = new PolicyVersion
        {
            PolicyId = policy.Id,
            Number = 1,
            State = state,
            Title = "稳岗扩岗若干措施",
            Issuer = "马陆镇人民政府",
            Place = "310114",
            DraftedById = _officer.AccountId,
            ChangedById = _officer.AccountId,
            ChangedAt = Town.Clock.Now,
            PublishedAt = state == PolicyState.Published ? Town.Clock.Now : null,
            Clauses = [.. clauses],
        };
        fill(version);
        Town.Write(db => db.PolicyVersions.Add(version));
        if (state == PolicyState.Published)
        {
            Town.Write(db => db.Policies.Single(p => p.Id == policy.Id).CurrentVersionId = version.Id);
        }

        return policy.Id;
    }
}
