using Microsoft.Playwright;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>The side roads of the procedure, as the people who take them see them.</summary>
public sealed class SideRoadTests(WebTown web) : TicketWalk(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Demand_NotAcceptedOrADuplicate_TellsTheEnterpriseWhy()
    {
        var (refused, first, again) = (await RaisedAsync(), await RaisedAsync(), await RaisedAsync());
        var centre = await OpenAsync(Addresses.Ticket(refused), Dispatcher);
        await AskAsync(centre, "不予分派");
        await Expect(centre.Locator(".warning")).ToContainTextAsync("归档后不能恢复");
        await FillAsync(centre, "不予分派", ("理由（企业可见）", "属于企业间合同纠纷，请通过司法途径解决。"));
        await VisitAsync(centre, again);
        await GiveAsync(centre, "不予分派", ("理由（企业可见）", "与前一件内容相同。"), ("重复件的原诉求编号", first));

        var enterprise = await OpenAsync(Addresses.Ticket(refused), Applicant);
        await Expect(enterprise.Locator("main")).ToContainTextAsync("不予受理");
        await Expect(enterprise.Locator(".timeline")).ToContainTextAsync("请通过司法途径解决");
        await VisitAsync(enterprise, again);
        await Expect(enterprise.Locator("main")).ToContainTextAsync("重复件");
        await enterprise.GetByRole(AriaRole.Link, new() { NameRegex = new(first) }).First.ClickAsync();
        await StateIsAsync(enterprise, "待分派");
    }

    [Fact]
    public async Task Demand_Withdrawn_LeavesTheUnitsInbox()
    {
        var number = await DispatchedAsync();
        var enterprise = await OpenAsync(Addresses.Ticket(number), Applicant);
        await AskAsync(enterprise, "撤回诉求");
        await Expect(enterprise.Locator(".warning")).ToContainTextAsync("撤回后不能恢复");
        await PressAsync(enterprise, "撤回诉求");
        await Expect(enterprise.GetByText("请填写撤回理由。")).ToBeVisibleAsync();
        await FillAsync(enterprise, "撤回诉求", ("撤回理由", "积水问题已自行解决。"));
        await Expect(enterprise.Locator("main")).ToContainTextAsync("已撤回");

        var unit = await OpenAsync(Addresses.Inbox, RoadLiaison);
        await Expect(unit.Locator("tr", new() { HasText = number })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task CannotBeMet_AgreedToOrNot_ReachesTheEnterpriseOnlyOnceItStands()
    {
        var number = await AcceptedAsync();
        var officer = await OpenAsync(Addresses.Ticket(number), RoadOfficer);
        await AskAsync(officer, "报告无法办理");
        await FillAsync(officer, "报告无法办理", ("无法满足的原因", "该路段不在改造计划内。"), ("法律或事实依据", "市政道路年度计划。"));
        var enterprise = await OpenAsync(Addresses.Ticket(number), Applicant);
        await Expect(enterprise.Locator("main")).Not.ToContainTextAsync("不在改造计划内");
        await StateIsAsync(enterprise, "办理中");

        var centre = await OpenAsync(Addresses.Ticket(number), Dispatcher);
        await GiveAsync(centre, "要求继续办理", ("审核意见", "请与区排水所协商临时措施。"));
        await StateIsAsync(centre, "办理中");
        await VisitAsync(officer, number);
        await Expect(officer.Locator(".timeline")).ToContainTextAsync("请与区排水所协商临时措施");
        await AskAsync(officer, "报告无法办理");
        await FillAsync(officer, "报告无法办理", ("无法满足的原因", "区排水所答复年内无法施工。"), ("法律或事实依据", "区排水所复函。"));
        await VisitAsync(centre, number);
        await GiveAsync(centre, "同意无法满足", ("审核意见", "同意，请书面回复企业。"));

        await VisitAsync(enterprise, number);
        await StateIsAsync(enterprise, "待书面回复");
        await Expect(enterprise.Locator("main")).ToContainTextAsync("区排水所答复年内无法施工");
    }

    [Fact]
    public async Task Proceedings_ToldByTheEnterprise_StandStillOnTheCentresWordUntilADateItCanContest()
    {
        var number = await AcceptedAsync();
        var officer = await OpenAsync(Addresses.Ticket(number), RoadOfficer);
        await Expect(officer.Locator(".move-buttons button").Filter(new() { HasTextRegex = new("^登记复议诉讼$") })).ToHaveCountAsync(0);
        await AskAsync(officer, "提请登记复议诉讼");

        var enterprise = await OpenAsync(Addresses.Ticket(number), Applicant);
        await AskAsync(enterprise, "告知已申请复议或提起诉讼");
        await enterprise.GetByRole(AriaRole.Radio, new() { Name = "行政复议" }).CheckAsync();
        await FillAsync(enterprise, "告知已申请复议或提起诉讼", ("情况说明", "已向区政府申请行政复议。"));

        var centre = await OpenAsync(Addresses.Dispatch + "?tab=proceedings", Dispatcher);
        await centre.GetByRole(AriaRole.Link, new() { Name = number, Exact = true }).ClickAsync();
        await Expect(centre.Locator(".evidence")).ToContainTextAsync("已向区政府申请行政复议。");
        await AskAsync(centre, "审核复议诉讼登记");
        await Expect(centre.GetByLabel("案号")).ToHaveCountAsync(0);
        await centre.GetByRole(AriaRole.Radio, new() { Name = "予以登记，暂停计时" }).CheckAsync();
        await centre.GetByRole(AriaRole.Radio, new() { Name = "行政复议" }).CheckAsync();
        await centre.GetByLabel("法定期限").FillAsync("2027-03-01");
        await FillAsync(centre, "审核复议诉讼登记", ("案号", "嘉府复字第12号"), ("告知企业的审核结果和理由", "复议机关已受理，暂停计时。"), ("审核意见（企业不可见）", "已电话核实。"));
        await Expect(centre.Locator(".steps")).ToContainTextAsync("复议诉讼中");

        await VisitAsync(enterprise, number);
        await Expect(Running(enterprise)).ToContainTextAsync("暂停计时");
        await Expect(Running(enterprise)).ToContainTextAsync("法定期限");
        await Expect(enterprise.Locator(".timeline")).ToContainTextAsync("复议机关已受理，暂停计时。");
        await Expect(enterprise.Locator("main")).Not.ToContainTextAsync("已电话核实");
        await GiveAsync(enterprise, "对复议诉讼登记提出异议", ("异议内容和理由", "复议期限应为二月底。"));

        await VisitAsync(centre, number);
        await AskAsync(centre, "变更法定期限");
        await centre.GetByLabel("新的法定期限").FillAsync("2027-02-26");
        await FillAsync(centre, "变更法定期限", ("变更理由", "按受理通知书更正。"));
        await GiveAsync(centre, "登记复议诉讼终结", ("终结结果", "维持原处理意见。"));
        await StateIsAsync(centre, "办理中");
        await VisitAsync(enterprise, number);
        await Expect(Running(enterprise)).Not.ToContainTextAsync("暂停计时");
    }

    [Fact]
    public async Task Demand_ChangedInTypeExtendedAndReassigned_ShowsEachInItsClocks()
    {
        var number = await AcceptedAsync(TicketType.Consultation);
        var officer = await OpenAsync(Addresses.Ticket(number), RoadOfficer);
        await AskAsync(officer, "申请变更类型");
        await officer.GetByRole(AriaRole.Radio, new() { Name = "协调类" }).CheckAsync();
        await FillAsync(officer, "申请变更类型", ("变更理由", "需要多部门协调。"));
        var centre = await OpenAsync(Addresses.Ticket(number), Dispatcher);
        await AskAsync(centre, "审核类型变更");
        await centre.GetByRole(AriaRole.Radio, new() { Name = "同意变更", Exact = true }).CheckAsync();
        await FillAsync(centre, "审核类型变更", ("审核说明", "同意。"));
        await Expect(centre.Locator(".page-line")).ToContainTextAsync("协调类");

        await AskAsync(centre, "延长办理期限");
        await FillAsync(centre, "延长办理期限", ("延长工作日数", "5"), ("延长理由", "等待专业检测报告。"));
        await Expect(Running(centre)).ToContainTextAsync("原");

        await AskAsync(centre, "改派");
        await centre.GetByLabel("改派至").SelectOptionAsync(Water.Name);
        await FillAsync(centre, "改派", ("改派理由", "职责调整。"));
        await StateIsAsync(centre, "待接收");
        await Expect(centre.Locator(".people")).ToContainTextAsync(Water.Name);
        var water = await OpenAsync(Addresses.Inbox, WaterLiaison);
        await Expect(water.Locator("tr", new() { HasText = number })).ToContainTextAsync("接收");
    }

    [Fact]
    public async Task Return_DecidedForTheSameUnit_BringsTheDemandBackAndTellsItTheOpinion()
    {
        var number = await DispatchedAsync();
        await MakeAsync(RoadLiaison, number, Move.ApplyForReturn, new MoveInput { Text = "不属于本单位职责。" });
        var centre = await OpenAsync(Addresses.Ticket(number) + "?move=DecideReturn", Dispatcher);
        await centre.GetByLabel("承办单位").SelectOptionAsync(Road.Name);
        await FillAsync(centre, "审核退回", ("处理意见", "经核实属城建办职责，请继续办理。"));
        await StateIsAsync(centre, "待接收");

        var unit = await OpenAsync(Addresses.Ticket(number), RoadLiaison);
        await Expect(unit.Locator(".timeline")).ToContainTextAsync("经核实属城建办职责");
        await Expect(unit.GetByRole(AriaRole.Button, new() { Name = "申请退回", Exact = true })).ToHaveCountAsync(0);
        await AskAsync(unit, "接收");
        await FillAsync(unit, "接收");
        await StateIsAsync(unit, "办理中");
    }

    [Fact]
    public async Task Confirmation_WithoutAnAnswer_IsDeemedGivenAndCanBeReopened()
    {
        var number = await CompletedAsync();
        await PassAsync(number, ClockKind.Confirmation);
        await PassAsync(number, ClockKind.Deeming);

        var enterprise = await OpenAsync(Addresses.Ticket(number), Applicant);
        await Expect(enterprise.Locator("main")).ToContainTextAsync("视同确认");
        await GiveAsync(enterprise, "要求重新办理", ("尚未解决的内容", "雨后仍有积水。"));
        await StateIsAsync(enterprise, "办理中");
        await Expect(enterprise.Locator(".page-line")).ToContainTextAsync("第2次办理");
        await VisitAsync(enterprise, number);
        await Expect(Running(enterprise)).ToContainTextAsync("办理时限");
    }

    [Fact]
    public async Task SpokenAnswer_RecordedByTheFirstAskedPerson_LeavesTheRatingToTheEnterprise()
    {
        var number = await CompletedAsync();
        var specialist = await OpenAsync(Addresses.Ticket(number), Specialist);
        await AskAsync(specialist, "确认办结");
        await Expect(specialist.Locator(".move-title")).ToContainTextAsync("代录企业的口头答复");
        await specialist.GetByRole(AriaRole.Radio, new() { Name = "电话联系" }).CheckAsync();
        await FillAsync(specialist, "确认办结", ("沟通对象", "陈晓明"), ("补充说明", "企业电话告知已解决。"));
        await StateIsAsync(specialist, "待评价");
        await Expect(specialist.GetByRole(AriaRole.Button, new() { Name = "评价", Exact = true })).ToHaveCountAsync(0);

        await PassAsync(number, ClockKind.Rating);
        var enterprise = await OpenAsync(Addresses.Ticket(number), Applicant);
        await Expect(enterprise.Locator("main")).ToContainTextAsync("办结未评价");
        await AskAsync(enterprise, "补充评价");
        await enterprise.GetByRole(AriaRole.Radio, new() { Name = "满意", Exact = true }).CheckAsync();
        await FillAsync(enterprise, "补充评价");
        await Expect(enterprise.Locator("main")).ToContainTextAsync("已办结（已评价）");
    }

    [Fact]
    public async Task SpokenAnswer_ContradictedByTheEnterprise_IsUndone()
    {
        var number = await CompletedAsync();
        var specialist = await OpenAsync(Addresses.Ticket(number), Specialist);
        await AskAsync(specialist, "确认办结");
        await specialist.GetByRole(AriaRole.Radio, new() { Name = "电话联系" }).CheckAsync();
        await FillAsync(specialist, "确认办结", ("沟通对象", "陈晓明"));
        await StateIsAsync(specialist, "待评价");

        var enterprise = await OpenAsync(Addresses.Ticket(number), Applicant);
        await Expect(enterprise.Locator(".moves")).ToContainTextAsync("已代录贵企业的答复“确认办结”");
        var entry = enterprise.Locator(".timeline li").First;
        await Expect(entry).ToContainTextAsync("代录");
        await Expect(entry).ToContainTextAsync("电话联系");
        await GiveAsync(enterprise, "对代录答复提出异议", ("贵企业的实际意见", "雨后仍有积水，公司没有确认。"));
        await StateIsAsync(enterprise, "待企业确认");
        await Expect(enterprise.Locator(".moves")).Not.ToContainTextAsync("已代录贵企业的答复");
        await Expect(enterprise.GetByRole(AriaRole.Button, new() { Name = "确认办结", Exact = true })).ToBeVisibleAsync();

        await VisitAsync(specialist, number);
        await Expect(specialist.Locator(".timeline li").First).ToContainTextAsync("雨后仍有积水，公司没有确认。");
    }
}
