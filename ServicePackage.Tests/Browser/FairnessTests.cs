using Microsoft.Playwright;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.WorkingTime;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>What keeps the procedure from being gamed, and tells whom it concerns, as each of them meets it.</summary>
public sealed class FairnessTests(WebTown web) : TicketWalk(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task StatutoryDate_EnteredWithItsLaw_IsReadByAll_AndASlipCorrectedInSight()
    {
        var number = await DispatchedAsync(TicketType.Approval);
        var officer = await OpenAsync(Addresses.Ticket(number), RoadOfficer);
        await AskAsync(officer, "接收");
        await officer.GetByLabel("法定办结日期").FillAsync($"{Town.Clock.Today.AddDays(40):yyyy-MM-dd}");
        await FillAsync(officer, "接收", ("法律依据", "《排水许可管理办法》第八条"));

        var enterprise = await OpenAsync(Addresses.Ticket(number), Applicant);
        await Expect(enterprise.Locator("main")).ToContainTextAsync("《排水许可管理办法》第八条");
        await ShowAsync(enterprise, Addresses.Notices);
        await Expect(enterprise.Locator("main")).ToContainTextAsync("法定办结日期和法律依据请见诉求页面");

        await AskAsync(officer, "更正法定办结日期");
        await officer.GetByLabel("更正后的法定办结日期").FillAsync($"{Town.Clock.Today.AddDays(60):yyyy-MM-dd}");
        await FillAsync(officer, "更正法定办结日期", ("法律依据", "《排水许可管理办法》第八条"), ("更正理由", "日期录入有误。"));
        await VisitAsync(enterprise, number);
        await Expect(enterprise.Locator("main")).ToContainTextAsync($"{Town.Clock.Today.AddDays(40):M月d日}");
        await Expect(enterprise.Locator("main")).ToContainTextAsync($"{Town.Clock.Today.AddDays(60):M月d日}");
        await Expect(officer.Locator(".move-buttons button").Filter(new() { HasTextRegex = new("^更正法定办结日期$") })).ToHaveCountAsync(0); // once
    }

    [Fact]
    public async Task Return_OnceThreeWorkingDaysAreOver_IsNotThere_AndSaysWhomToAsk()
    {
        var number = await AcceptedAsync();
        await GoToAsync(TownTime.At(Town.Clock.Today.AddDays(14), new TimeOnly(10, 0)));
        var unit = await OpenAsync(Addresses.Ticket(number), RoadLiaison);
        await unit.GetByText("其他事项").ClickAsync();

        await Expect(unit.Locator(".moves")).ToContainTextAsync("收到工单已超过3个工作日，不能申请退回");
        await Expect(unit.GetByRole(AriaRole.Button, new() { Name = "申请退回", Exact = true })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task DeclinedTask_WaitsOnTheCentre_WhileTheLeadCannotComplete()
    {
        var number = await RaisedAsync();
        await MakeAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Road.Id, SupportingUnitIds = [Support.Id], TaskText = "协助踏勘管网。" });
        await MakeAsync(RoadOfficer, number, Move.Accept, new MoveInput());
        var helper = await OpenAsync(Addresses.Ticket(number), Supporter);
        await GiveAsync(helper, "不予协办", ("不予协办的理由", "管网资料不在我所，建议由水务站协助。"));

        var lead = await OpenAsync(Addresses.Ticket(number), RoadOfficer);
        await Expect(lead.GetByRole(AriaRole.Button, new() { Name = "报送办结", Exact = true })).ToHaveCountAsync(0);
        await Expect(lead.Locator(".moves")).ToContainTextAsync("产业发展中心");
        var centre = await OpenAsync(Addresses.Dispatch + "?tab=declined", Dispatcher);
        await centre.GetByRole(AriaRole.Link, new() { Name = number, Exact = true }).ClickAsync();
        await Expect(centre.Locator(".evidence")).ToContainTextAsync("管网资料不在我所");
        await GiveAsync(centre, "免除协办", ("免除理由", "同意，另请水务站协助。"));

        await VisitAsync(lead, number);
        await Expect(lead.GetByRole(AriaRole.Button, new() { Name = "报送办结", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task DeclinedTask_GivenBack_IsTheUnitsAgain()
    {
        var number = await RaisedAsync();
        await MakeAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Road.Id, SupportingUnitIds = [Support.Id], TaskText = "协助踏勘管网。" });
        await MakeAsync(RoadOfficer, number, Move.Accept, new MoveInput());
        var helper = await OpenAsync(Addresses.Ticket(number), Supporter);
        await GiveAsync(helper, "不予协办", ("不予协办的理由", "管网资料不在我所，建议由水务站协助。"));
        var centre = await OpenAsync(Addresses.Ticket(number), Dispatcher);
        await GiveAsync(centre, "要求继续协办", ("理由", "规划图纸在你所，请继续协助。"));

        await VisitAsync(helper, number);
        await AskAsync(helper, "完成协办");
        await Expect(helper.Locator(".evidence")).ToContainTextAsync("规划图纸在你所");
        var lead = await OpenAsync(Addresses.Ticket(number), RoadOfficer);
        await Expect(lead.GetByRole(AriaRole.Button, new() { Name = "报送办结", Exact = true })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task FirmWithoutAnAccount_AnswersByTelephone_AndContradictsOneAnswerOnceItHasOne()
    {
        var firm = Town.Enterprise(City, name: "上海无号机械有限公司");
        var number = await RaisedAsync(Specialist, firm);
        await MakeAsync(Dispatcher, number, Move.Dispatch, new MoveInput { UnitId = Road.Id });
        await MakeAsync(RoadOfficer, number, Move.Accept, new MoveInput());
        await MakeAsync(RoadOfficer, number, Move.Complete, new MoveInput { Text = "排水管已疏通，路面已恢复。" });
        var specialist = await OpenAsync(Addresses.Ticket(number), Specialist);
        await AskAsync(specialist, "确认办结");
        await specialist.GetByRole(AriaRole.Radio, new() { Name = "电话联系" }).CheckAsync();
        await specialist.GetByLabel("沟通对象").FillAsync("陈晓明");
        await PressAsync(specialist, "确认办结");
        await Expect(specialist.Locator(".move-title")).ToContainTextAsync("评价"); // who has said that it is done says next how it was
        await specialist.GetByRole(AriaRole.Radio, new() { Name = "满意", Exact = true }).CheckAsync();
        await specialist.GetByRole(AriaRole.Radio, new() { Name = "电话联系" }).CheckAsync();
        await FillAsync(specialist, "评价", ("沟通对象", "陈晓明"));
        await StateIsAsync(specialist, "已归档");

        var enterprise = await OpenAsync(Addresses.Ticket(number), Town.EnterpriseUser(firm));
        await Expect(enterprise.Locator("main")).ToContainTextAsync("已代录贵企业的答复“满意”");
        await Expect(enterprise.Locator("main")).ToContainTextAsync("已代录贵企业的答复“确认办结”");
        await AskAsync(enterprise, "对代录答复提出异议");
        await enterprise.GetByLabel("代录的答复").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await FillAsync(enterprise, "对代录答复提出异议", ("贵企业的实际意见", "公司没有评价过，门口仍有积水。"));
        await StateIsAsync(enterprise, "待评价");

        await ShowAsync(specialist, Addresses.Notices);
        await Expect(specialist.Locator("main")).ToContainTextAsync($"{number}“厂区门口道路积水，请求协调排水改造”：企业对代录的答复提出异议");
    }

    [Fact]
    public async Task Demand_TakenFromAUnit_TellsItWhoHasItNowAndWhy()
    {
        var number = await AcceptedAsync();
        await MakeAsync(Dispatcher, number, Move.Reassign, new MoveInput { UnitId = Water.Id, Text = "属排水设施养护职责。" });

        var unit = await OpenAsync(Addresses.Notices, RoadOfficer);
        await Expect(unit.Locator("main")).ToContainTextAsync($"已改由{Water.Name}主办");
        await Expect(unit.Locator("main")).ToContainTextAsync("属排水设施养护职责");
        await ShowAsync(unit, Addresses.Inbox);
        await Expect(unit.Locator("main h1")).ToBeVisibleAsync();
        await Expect(unit.Locator("tr", new() { HasText = number })).ToHaveCountAsync(0); // it is not theirs any more
    }

    [Fact]
    public async Task CommentThatMayBeTheAnswer_KeepsTheDemandFromBeingDeemedDone_UntilSomebodyHasCalled()
    {
        var number = await CompletedAsync();
        var enterprise = await OpenAsync(Addresses.Ticket(number), Applicant);
        await AskAsync(enterprise, "提问");
        await Expect(enterprise.Locator(".form-acts button", new() { HasText = "确认未办结" })).ToBeVisibleAsync(); // the answer is offered first
        await enterprise.Locator("#move-Text").FillAsync("积水没有解决。");
        await PressAsync(enterprise, "提问");
        await Expect(enterprise.Locator(".move-title")).ToHaveCountAsync(0);
        await GoToAsync(TownTime.At(Town.Clock.Today.AddDays(20), new TimeOnly(10, 0)));

        var specialist = await OpenAsync(Addresses.Ticket(number), Specialist);
        await StateIsAsync(specialist, "待企业确认"); // nothing was deemed
        await AskAsync(specialist, "登记沟通情况");
        await Expect(specialist.Locator(".evidence")).ToContainTextAsync("积水没有解决。");
        await specialist.GetByLabel("时间").FillAsync($"{TownTime.Local(Town.Clock.Now):yyyy-MM-ddTHH:mm}");
        await FillAsync(specialist, "登记沟通情况", ("沟通对象", "陈晓明"), ("企业意见（经核实）", "企业认为门口仍积水，未办结。"));
        await AskAsync(specialist, "确认未办结");
        await specialist.GetByRole(AriaRole.Radio, new() { Name = "电话联系" }).CheckAsync();
        await FillAsync(specialist, "确认未办结", ("沟通对象", "陈晓明"), ("尚未办结的内容", "门口仍积水。"));

        await VisitAsync(enterprise, number);
        await StateIsAsync(enterprise, "办理中");
    }
}
