using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Policies;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using ServicePackage.Web.Features.Policies.Conditions;

namespace ServicePackage.Tests.Web.Policies;

/// <summary>The page on which the condition of a clause is built.</summary>
public sealed class ClauseConditionPageTests : ScreenTests, IClassFixture<SqliteDatabase>
{
    private readonly Caller _drafter;
    private readonly long _policy;
    private readonly long _clause;

    public ClauseConditionPageTests(SqliteDatabase database)
        : base(database)
    {
        var unit = Town.Unit("科创中心");
        _drafter = Town.Officer(unit);
        var policy = new Policy { OrganisationId = unit.Id, CreatedAt = Town.Clock.Now, CreatedById = _drafter.AccountId };
        Town.Write(db => db.Policies.Add(policy));
        var version = new PolicyVersion
        {
            PolicyId = policy.Id,
            Number = 1,
            Title = "科技创新若干措施",
            DraftedById = _drafter.AccountId,
            ChangedById = _drafter.AccountId,
            ChangedAt = Town.Clock.Now,
            Clauses =
            [
                new PolicyClause { Clause = new Clause { PolicyId = policy.Id }, Order = 1, Number = "第一条", Title = "研发补助", Text = "对注册在嘉定区的企业给予补助。", Scope = "注册地在嘉定区的企业" },
                new PolicyClause { Clause = new Clause { PolicyId = policy.Id }, Order = 2, Title = "贷款贴息", Text = "内容", Condition = """{"is":"named","criterion":"sme"}""" },
            ],
        };
        Town.Write(db => db.PolicyVersions.Add(version));
        (_policy, _clause) = (policy.Id, version.Clauses[0].ClauseId);
    }

    [Fact]
    public async Task Condition_BuiltRowByRow_IsSaidAndSaved()
    {
        var page = await OpenAsync();
        Assert.Contains("注册地在嘉定区的企业", page.Find(".clause-words").TextContent, StringComparison.Ordinal);
        Assert.Contains("还没有条件", page.Find(".outline-empty").TextContent, StringComparison.Ordinal);

        await Press(page, "添加条件");
        await Set(page, "Kind", nameof(LeafKind.Answer));
        await Set(page, "Answer", "reg_place");
        await page.Find("#field-codes-find").TypeAsync("嘉定");
        await page.Find(".code-found button").ClickAsync(new());
        await page.Find("form").SubmitAsync();
        Assert.Equal("注册地在嘉定区", Sentence(page));
        Assert.Equal("注册地在嘉定区", Current(page));

        await Press(page, "添加条件");
        await Revenue(page, "1000");
        await Press(page, "放入新分组");
        Assert.Equal("满足任一", Current(page));
        await Press(page, "添加条件");
        await Set(page, "Kind", nameof(LeafKind.Items));
        await Set(page, "List", "equity");
        await Set(page, "Time", nameof(ItemTime.Within));
        await Set(page, "TimeYears", "2");
        await page.Find("#items-sum").ChangeAsync(true);
        await Set(page, "Number", "2000");
        await page.Find("form").SubmitAsync();
        Assert.Equal("注册地在嘉定区，且（上年度营业收入不低于1,000万元，或近2年股权融资合计不低于2,000万元）", Sentence(page));
        Assert.Equal(["注册地", "营业收入", "“股权融资”是否已填报完整"], page.FindAll(".side-gaps dt").Select(d => d.TextContent));

        await page.Find(".condition-side .link").ClickAsync(new());
        Assert.StartsWith("Place of registration", Sentence(page), StringComparison.Ordinal);
        await page.Find(".condition-side .link").ClickAsync(new());
        await Act(page, "保存条件").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("没有未保存的修改", page.Markup, StringComparison.Ordinal));
        Assert.Equal("""{"is":"all","of":[{"is":"code","fact":"reg_place","in":["310114"],"not":false},{"is":"any","of":[{"is":"figure","of":{"is":"fact","code":"revenue"},"must":"atLeast","to":10000000,"eachOf":1},{"is":"items","list":"equity","where":{"held":false,"stillListed":false,"first":false,"withinYears":2},"must":"atLeast","to":20000000,"sum":true}]}]}""", await StoredAsync());
    }

    [Fact]
    public async Task Form_WithANumberThatCannotBeRead_KeepsItAndSaysSoAtItsField()
    {
        var page = await OpenAsync();
        await Press(page, "添加条件");
        await Set(page, "Fact", "revenue");
        await Set(page, "Number", "一千万");
        await page.Find("form").SubmitAsync();

        Assert.Contains(Findings(page), f => f.StartsWith("请填写数字", StringComparison.Ordinal));
        Assert.Equal("一千万", page.Find("#field-Number").GetAttribute("value"));
        await Act(page, "取消").ClickAsync(new());
        Assert.Empty(page.FindAll(".condition-form"));
        Assert.Equal("全部满足", Current(page));
    }

    [Fact]
    public async Task Save_WhileAConditionIsTyped_AsksForItFirst()
    {
        var page = await OpenAsync();
        await Press(page, "添加条件");
        await Set(page, "Fact", "revenue");
        Assert.True(page.Find("#node-1").HasAttribute("disabled"));

        await Act(page, "保存条件").ClickAsync(new());
        Assert.Contains(Findings(page), f => f.StartsWith("有一项条件正在填写", StringComparison.Ordinal));
        await Act(page, "取消").ClickAsync(new());

        Assert.Empty(Findings(page));
        Assert.False(page.Find("#node-1").HasAttribute("disabled"));
        Assert.Null(await StoredAsync());
    }

    [Fact]
    public async Task Condition_ThatNobodyMeets_IsObjectedToAtOnceAndNotSaved()
    {
        var page = await OpenAsync();
        await Staff(page, nameof(Must.AtLeast), "300");
        Assert.Empty(page.FindAll(".side-objection"));
        await Staff(page, nameof(Must.AtMost), "20");

        Assert.Contains("不能同时满足", page.Find(".side-objection").TextContent, StringComparison.Ordinal);
        await Act(page, "保存条件").ClickAsync(new());
        Assert.Contains("不能同时满足", page.Find(".refusal").TextContent, StringComparison.Ordinal);
        Assert.Null(await StoredAsync());
    }

    [Fact]
    public async Task Rows_AreWalkedMovedTakenAwayAndBroughtBackByKeys()
    {
        var page = await OpenAsync("""{"is":"all","of":[{"is":"named","criterion":"sme"},{"is":"any","of":[{"is":"named","criterion":"innovative"},{"is":"judged","key":"k","chinese":"没有欠税"}]}]}""");
        await Key(page, "ArrowDown");
        Assert.Equal("符合“中小微企业”标准", Current(page));
        await Key(page, "ArrowDown", alt: true);
        Assert.Equal(["全部满足", "满足任一", "符合“创新型中小企业”标准", "经核实没有欠税", "符合“中小微企业”标准"], Rows(page));
        await Key(page, "ArrowRight", alt: true);
        Assert.Equal("（符合“创新型中小企业”标准，或经核实没有欠税，或符合“中小微企业”标准）".Trim('（', '）'), Sentence(page));
        await Key(page, "ArrowLeft", alt: true);
        await Key(page, "Delete");
        Assert.Equal("符合“创新型中小企业”标准，或经核实没有欠税", Sentence(page));
        Assert.Contains("已删除“符合“中小微企业”标准”", page.Find(".builder-said").TextContent, StringComparison.Ordinal);
        await Key(page, "z", ctrl: true);
        Assert.Equal("符合“中小微企业”标准", Current(page));
        await Key(page, "Home");
        await Key(page, "ArrowRight");
        Assert.Equal("满足任一", Current(page));
        await Key(page, "End");
        await Key(page, "w");
        Assert.Equal("满足任一", Current(page));
        await Key(page, "Enter");
        await Pick(page, nameof(GroupKind.AtLeast));
        await Set(page, "Count", "2");
        await page.Find("form").SubmitAsync();
        Assert.Equal("至少满足2项", Current(page));
        Assert.Contains("应在1到1之间", page.Find(".side-objection").TextContent, StringComparison.Ordinal);
        await Press(page, "取消分组");
        await Press(page, "上移");
        Assert.Equal("符合“中小微企业”标准", Rows(page)[1]);
    }

    [Fact]
    public async Task Bands_AndScores_AreBuiltOfTheirParts()
    {
        var page = await OpenAsync();
        await Press(page, "添加分组");
        await Pick(page, nameof(GroupKind.Bands));
        await Set(page, "Fact", "revenue");
        await page.Find("form").SubmitAsync();
        Assert.Equal(["全部满足", "按上年度营业收入分档", "其余（尚未填写上限）", "其余（尚未填写上限）"], Rows(page));
        await Key(page, "ArrowDown");
        await Key(page, "Enter");
        await Set(page, "UpTo", "5000");
        await page.Find("form").SubmitAsync();
        await Press(page, "添加条件");
        await Sme(page);
        await Key(page, "End");
        Assert.Equal("超过5,000万元", Current(page));
        await Press(page, "添加条件");
        await Sme(page);
        Assert.Equal("按上年度营业收入分档：（不超过5,000万元的，符合“中小微企业”标准；超过5,000万元的，符合“中小微企业”标准）", Sentence(page));
        Assert.Empty(page.FindAll(".side-objection"));

        await Key(page, "Home");
        await Press(page, "添加分组");
        await Pick(page, nameof(GroupKind.Score));
        await Set(page, "Points", "10");
        await page.Find("form").SubmitAsync();
        await Press(page, "添加评分部分");
        await Set(page, "Chinese", "创新能力");
        await page.Find("form").SubmitAsync();
        await Press(page, "添加评分项");
        await Set(page, "Chinese", "规模");
        await page.Find("form").SubmitAsync();
        await Press(page, "添加得分档");
        await Set(page, "Points", "20");
        await page.Find("form").SubmitAsync();
        Assert.Contains("还没有条件", page.Find(".side-objection").TextContent, StringComparison.Ordinal);
        await Press(page, "添加条件");
        await Sme(page);

        Assert.EndsWith("评分不低于10分：（创新能力〔规模：符合“中小微企业”标准得20分〕）", Sentence(page), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".side-objection"));
    }

    [Fact]
    public async Task Start_FromACriterionOrAnotherClause_TakesThePlaceOfWhatIsThereAndIsUndone()
    {
        var page = await OpenAsync("""{"is":"named","criterion":"innovative"}""");
        await page.Find("#start-from").ChangeAsync("sme");
        await Act(page, "采用").ClickAsync(new());
        Assert.Equal("企业规模为微型、小型或中型", Sentence(page));
        await Act(page, "撤销").ClickAsync(new());
        Assert.Equal("符合“创新型中小企业”标准", Sentence(page));
        Assert.Contains("自2022年8月1日起适用", page.Find(".condition-side").TextContent, StringComparison.Ordinal);

        await page.Find("#start-from").ChangeAsync(page.FindAll("#start-from option").First(o => o.TextContent == "贷款贴息").GetAttribute("value")!);
        await Act(page, "采用").ClickAsync(new());
        Assert.Equal("符合“中小微企业”标准", Sentence(page));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Save_AfterSomebodyElseKeptAnother_ShowsBothAndTakesEither(bool mine)
    {
        var page = await OpenAsync();
        await Staff(page, nameof(Must.AtLeast), "300");
        await KeepAsync(new Named("sme"));
        await Act(page, "保存条件").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(["符合“中小微企业”标准", "上年末从业人数不少于300人"], page.FindAll(".conflict p").Select(p => p.TextContent)));
        await Act(page, mine ? "继续用我的" : "采用已保存的").ClickAsync(new());
        Assert.Empty(page.FindAll(".conflict"));
        Assert.Equal(mine, Sentence(page).Contains("300", StringComparison.Ordinal));
        if (mine)
        {
            await Act(page, "保存条件").ClickAsync(new());
            page.WaitForAssertion(() => Assert.Contains("没有未保存的修改", page.Markup, StringComparison.Ordinal));
            Assert.Contains("staff", await StoredAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Save_AfterSomethingElseInTheDraftChanged_IsAskedOnceMore()
    {
        var page = await OpenAsync();
        await Staff(page, nameof(Must.AtLeast), "300");
        Town.Write(db => db.PolicyVersions.Single(v => v.PolicyId == _policy).Version++);

        await Act(page, "保存条件").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("请再次点击保存", page.Markup, StringComparison.Ordinal));
        await Act(page, "保存条件").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("没有未保存的修改", page.Markup, StringComparison.Ordinal));
        Assert.NotNull(await StoredAsync());
    }

    [Fact]
    public async Task Leaving_WithChanges_IsAskedBackOnce()
    {
        var page = await OpenAsync();
        await Staff(page, nameof(Must.AtLeast), "300");

        await page.InvokeAsync(() => Navigation.NavigateTo(Addresses.PolicyDraft(_policy)));
        Assert.Contains("尚未保存", page.Find(".leaving").TextContent, StringComparison.Ordinal);
        await Act(page, "继续编辑").ClickAsync(new());
        Assert.Empty(page.FindAll(".leaving"));
        await page.InvokeAsync(() => Navigation.NavigateTo(Addresses.PolicyDraft(_policy)));
        await Act(page, "离开").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(Addresses.PolicyDraft(_policy), Shown));
    }

    [Fact]
    public async Task Page_ForWhoMayOnlyRead_ShowsSentenceAndRowsAlone()
    {
        Town.Write(db => db.PolicyVersions.Single(v => v.PolicyId == _policy).State = PolicyState.Submitted);
        var page = await OpenAsync("""{"is":"all","of":[{"is":"named","criterion":"sme"},{"is":"judged","key":"k","chinese":"没有欠税","english":"no tax owed"}]}""");

        Assert.Equal("符合“中小微企业”标准，且经核实没有欠税", Sentence(page));
        Assert.Equal(["全部满足", "符合“中小微企业”标准", "经核实没有欠税"], Rows(page));
        Assert.Empty(page.FindAll("button.outline-row, .row-acts, .start, .button.main"));
        Assert.Contains("正在审核", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ForSomebodyWhoReadsNoDraft_IsNotFound()
    {
        await OpenAsync<ClauseConditionPage>(Town.Officer(Town.Unit("文广中心")), Addresses.ClauseCondition(_policy, _clause), _policy, ("ClauseId", _clause));

        Assert.True(NotFound);
    }

    [Fact]
    public async Task Page_InEnglish_HasNoChineseWord()
    {
        using var reading = new Reading("en");
        var page = await OpenAsync("""{"is":"all","of":[{"is":"named","criterion":"sme"},{"is":"judged","key":"k","chinese":"没有欠税","english":"no tax owed"}]}""");
        await Key(page, "End");
        await Key(page, "Enter");

        Assert.DoesNotContain(page.Find(".builder").TextContent + page.Find(".side-sentence").TextContent, c => c is >= '\u4e00' and <= '\u9fff');
    }

    private async Task<IRenderedComponent<ClauseConditionPage>> OpenAsync(string? condition = null)
    {
        if (condition is not null)
        {
            Town.Write(db => db.PolicyClauses.Single(c => c.ClauseId == _clause).Condition = condition);
        }

        return await OpenAsync<ClauseConditionPage>(_drafter, Addresses.ClauseCondition(_policy, _clause), _policy, ("ClauseId", _clause));
    }

    private async Task KeepAsync(Condition condition)
    {
        var service = new ClauseConditionService(Town.Runner, new PolicyDraftService(Town.Runner));
        var version = (await service.ReadAsync(_drafter, _policy, _clause, Cancellation)).Value.Version;
        Assert.True((await service.SaveAsync(_drafter, Guid.NewGuid(), new ClauseConditionInput { PolicyId = _policy, ClauseId = _clause, Version = version, Condition = condition }, Cancellation)).Done);
    }

    private async Task<string?> StoredAsync()
    {
        await using var db = Town.Look();
        return await db.PolicyClauses.Where(c => c.ClauseId == _clause).Select(c => c.Condition).SingleAsync(Cancellation);
    }

    private static async Task Staff(IRenderedComponent<ClauseConditionPage> page, string must, string number)
    {
        await Press(page, "添加条件");
        await Set(page, "Fact", "staff");
        await Set(page, "Must", must);
        await Set(page, "Number", number);
        await page.Find("form").SubmitAsync();
    }

    private static async Task Revenue(IRenderedComponent<ClauseConditionPage> page, string number)
    {
        await Set(page, "Fact", "revenue");
        await Set(page, "Number", number);
        await page.Find("form").SubmitAsync();
    }

    private static async Task Sme(IRenderedComponent<ClauseConditionPage> page)
    {
        await Set(page, "Kind", nameof(LeafKind.Named));
        await Set(page, "Criterion", "sme");
        await page.Find("form").SubmitAsync();
    }

    private static Task Set(IRenderedComponent<ClauseConditionPage> page, string field, string value) => page.Find($"#field-{field}").ChangeAsync(value);

    private static Task Pick(IRenderedComponent<ClauseConditionPage> page, string kind) => page.Find($".condition-form input[type=radio][value={kind}]").ChangeAsync(kind);

    private static Task Press(IRenderedComponent<ClauseConditionPage> page, string act) => page.FindAll(".row-acts button").Single(b => b.TextContent == act).ClickAsync(new());

    private static Task Key(IRenderedComponent<ClauseConditionPage> page, string key, bool alt = false, bool ctrl = false) =>
        page.Find(".outline-row[aria-current]").KeyDownAsync(new KeyboardEventArgs { Key = key, AltKey = alt, CtrlKey = ctrl });

    private static string Current(IRenderedComponent<ClauseConditionPage> page) => page.Find(".outline-row[aria-current]").TextContent;

    private static string Sentence(IRenderedComponent<ClauseConditionPage> page) => page.Find(".side-sentence").TextContent;

    private static List<string> Rows(IRenderedComponent<ClauseConditionPage> page) => [.. page.FindAll(".outline-row").Select(r => r.TextContent)];
}
