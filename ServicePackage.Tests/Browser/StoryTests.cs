using Microsoft.Playwright;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>A demand travels from the enterprise to its rating, through the hands of everybody who has a part in it.</summary>
public sealed class StoryTests(WebTown web) : TicketWalk(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Demand_FromTheEnterprise_TravelsToItsWrittenReply()
    {
        // 1. The enterprise raises a demand with a file, and sees where it is, who has it and until when.
        var enterprise = await OpenAsync(Addresses.NewTicket, Applicant);
        await enterprise.GetByRole(AriaRole.Radio, new() { NameRegex = new("^协调类") }).CheckAsync();
        await enterprise.GetByLabel("诉求主题").SelectOptionAsync("道路市政");
        await enterprise.Locator("#Title").FillAsync("厂区门口道路积水，请求协调排水改造");
        await enterprise.Locator("#Text").FillAsync("连续降雨后积水约20厘米，货车无法通行。");
        await enterprise.Locator("input[type=file]").SetInputFilesAsync(Pdf("积水照片.pdf"));
        await UploadedAsync(enterprise, "积水照片.pdf");
        await PressAsync(enterprise, "提交诉求");
        await Expect(enterprise).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/tickets/2026-\\d{5}$"));
        var number = enterprise.Url.Split('/')[^1];
        await Expect(enterprise.Locator(".steps .present")).ToHaveTextAsync("待分派");
        await Expect(enterprise.Locator(".clocks").First).ToContainTextAsync("分派时限");
        await Expect(enterprise.Locator(".people")).ToContainTextAsync("首问责任人");
        await Expect(enterprise.GetByRole(AriaRole.Link, new() { Name = "积水照片.pdf" }).First).ToBeVisibleAsync();

        // 2. The Centre sees it in its queue, with its clock, and dispatches it to a lead and a supporting unit.
        var centre = await OpenAsync(Addresses.Dispatch, Dispatcher);
        var row = centre.Locator("tr", new() { HasText = number });
        await Expect(row).ToContainTextAsync("剩余1个工作日");
        await row.GetByRole(AriaRole.Link, new() { Name = "分派" }).ClickAsync();
        await centre.GetByLabel("主办单位").SelectOptionAsync(Road.Name);
        await centre.GetByText("添加协办单位").ClickAsync();
        await centre.GetByLabel(Support.Name, new() { Exact = true }).CheckAsync();
        await centre.GetByLabel("协办要求").FillAsync("协助核对用地边界。");
        await PressAsync(centre, "分派");
        await Expect(centre.Locator(".steps .present")).ToHaveTextAsync("待接收");

        // 3. The lead applies for return; the Centre sends it to another unit; the hand-back shows.
        var road = await OpenAsync(Addresses.Inbox, RoadOfficer);
        await road.Locator("tr", new() { HasText = number }).GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await GiveAsync(road, "申请退回", ("退回理由", "排水设施由水务站管理，不属于本单位职责。"));
        await Expect(road.Locator(".steps .present")).ToHaveTextAsync("退回待审");
        await ShowAsync(centre, Addresses.Dispatch);
        await ReadyAsync(centre);
        await centre.GetByRole(AriaRole.Link, new() { NameRegex = new("^退回待审") }).ClickAsync();
        await centre.Locator("tr", new() { HasText = number }).GetByRole(AriaRole.Link, new() { Name = "审核退回" }).ClickAsync();
        await centre.GetByLabel("承办单位").SelectOptionAsync(Water.Name);
        await centre.GetByLabel("处理意见").FillAsync("由水务站主办。");
        await centre.GetByLabel("原有协办任务继续保留").CheckAsync();
        await PressAsync(centre, "审核退回");
        await Expect(centre.Locator(".page-line")).ToContainTextAsync("退回1次");

        // 4. The second unit accepts, assigns an officer, asks for a supplement; the clock pauses; progress, questions, the supporting part, completion.
        var water = await OpenAsync(Addresses.Ticket(number), WaterLiaison);
        await AskAsync(water, "接收");
        await PressAsync(water, "接收");
        await Expect(water.Locator(".steps .present")).ToHaveTextAsync("办理中");
        await AskAsync(water, "指定承办人");
        await water.GetByLabel("承办人").SelectOptionAsync(new SelectOptionValue { Value = $"{WaterOfficer.AccountId}" });
        await PressAsync(water, "指定承办人");
        await Expect(water.Locator(".timeline")).ToContainTextAsync("指定承办人");
        var officer = await OpenAsync(Addresses.Ticket(number), WaterOfficer);
        await GiveAsync(officer, "请企业补充", ("需补充的内容", "请提供厂区排水图纸。"));
        await Expect(officer.Locator(".clocks").First).ToContainTextAsync("暂停计时");
        await VisitAsync(enterprise, number);
        await GiveAsync(enterprise, "提交补充", ("补充内容", "图纸已于今日送达。"));
        await Expect(enterprise.Locator(".steps .present")).ToHaveTextAsync("办理中");
        await VisitAsync(officer, number);
        await GiveAsync(officer, "报送进展", ("办理进展", "已约排水公司现场踏勘。"));
        await AskAsync(officer, "答复企业");
        await officer.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^内容 必填$") }).FillAsync("内部：预算需报分管领导。");
        await officer.GetByLabel("仅内部可见").CheckAsync();
        await PressAsync(officer, "内部留言");
        await Expect(officer.Locator(".timeline")).ToContainTextAsync("预算需报分管领导");
        await Expect(officer.Locator(".moves")).ToContainTextAsync("尚有协办任务未完成");
        var supporter = await OpenAsync(Addresses.Inbox, Supporter);
        await supporter.Locator("tr", new() { HasText = number }).GetByRole(AriaRole.Link, new() { Name = "完成协办" }).ClickAsync();
        await supporter.GetByLabel("完成情况").FillAsync("边界已核对，无争议。");
        await PressAsync(supporter, "完成协办");
        await Expect(supporter.Locator(".people")).ToContainTextAsync("已完成");
        await VisitAsync(officer, number);
        await AskAsync(officer, "报送办结");
        await officer.GetByLabel("办理结果").FillAsync("排水管已疏通。");
        await PressAsync(officer, "报送办结");
        await Expect(officer.Locator(".moves")).ToContainTextAsync("“办理结果”不足10个字"); // asked back once
        await officer.GetByLabel("内容无误，仍按此提交").CheckAsync();
        await PressAsync(officer, "报送办结");
        await Expect(officer.Locator(".steps .present")).ToHaveTextAsync("待企业确认");

        // 5. Not done; completed again; confirmed; badly rated; contacted; answered in writing; read by the enterprise.
        await VisitAsync(enterprise, number);
        await Expect(enterprise.Locator(".timeline")).Not.ToContainTextAsync("预算需报分管领导");
        await GiveAsync(enterprise, "确认未办结", ("尚未办结的内容", "雨后仍有积水。"));
        await VisitAsync(officer, number);
        await GiveAsync(officer, "报送办结", ("办理结果", "排水管已改造完成，试水无积水。"));
        await VisitAsync(enterprise, number);
        await AskAsync(enterprise, "确认办结");
        await Expect(enterprise.Locator(".evidence")).ToContainTextAsync("排水管已改造完成，试水无积水。");
        await PressAsync(enterprise, "确认办结");
        await Expect(enterprise.Locator(".move-title")).ToHaveTextAsync("评价"); // led there at once
        await enterprise.GetByRole(AriaRole.Radio, new() { Name = "不满意", Exact = true }).CheckAsync();
        await enterprise.GetByLabel("评价理由").FillAsync("办理时间太长。");
        await PressAsync(enterprise, "评价");
        await Expect(enterprise.Locator(".steps .present")).ToHaveTextAsync("待书面回复");
        await VisitAsync(officer, number);
        await Expect(officer.Locator(".clocks").First).ToContainTextAsync("不满意评价回访时限");
        await Expect(officer.Locator(".clocks").First).ToContainTextAsync("书面回复时限");
        await AskAsync(officer, "登记回访联系");
        await officer.GetByLabel("联系时间").FillAsync("2026-03-02T09:30");
        await officer.GetByLabel("沟通对象").FillAsync("陈晓明");
        await officer.GetByLabel("沟通情况").FillAsync("已说明情况并致歉。");
        await PressAsync(officer, "登记回访联系");
        await Expect(officer.Locator(".timeline")).ToContainTextAsync("已说明情况并致歉。");
        await AskAsync(officer, "提交书面回复");
        await officer.GetByLabel("回复内容").FillAsync("关于门口道路积水的诉求，现答复如下。");
        await officer.Locator("input[type=file]").SetInputFilesAsync(Pdf("盖章回复.pdf"));
        await UploadedAsync(officer, "盖章回复.pdf");
        await officer.GetByLabel("优化改进措施").FillAsync("建立汛前巡查制度。");
        await officer.GetByLabel("责任人").FillAsync("水务站养护组");
        await officer.GetByLabel("改进完成日期").FillAsync("2026-05-29");
        await PressAsync(officer, "提交书面回复");
        await Expect(officer.Locator(".steps .present")).ToHaveTextAsync("已归档");
        await VisitAsync(enterprise, number);
        await Expect(enterprise.Locator(".ticket-story")).ToContainTextAsync("建立汛前巡查制度。");
        var download = await enterprise.RunAndWaitForDownloadAsync(() => enterprise.GetByRole(AriaRole.Link, new() { Name = "盖章回复.pdf" }).First.ClickAsync());
        Assert.Equal("盖章回复.pdf", download.SuggestedFilename);
        await ScreenshotAsync(enterprise, "story-end");

        // 8. A due date, clicked, explains itself.
        await enterprise.GetByText("已结束的时限").ClickAsync();
        await enterprise.Locator(".ended .clock", new() { HasText = "办理时限" }).First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(enterprise.Locator(".explanation")).ToContainTextAsync("休息日，不计");
        await AccessibleAsync(enterprise);
    }
}
