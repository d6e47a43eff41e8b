using Microsoft.Playwright;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using static Microsoft.Playwright.Assertions;

namespace ServicePackage.Tests.Browser;

/// <summary>On a phone an enterprise picks a service, its provider accepts and delivers it, and the enterprise rates it.</summary>
public sealed class ServicesTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Service_IsPickedAcceptedDeliveredAndRated()
    {
        var enterprise = Town.Enterprise(Town.EconomicCity("经济城A"));
        var own = Town.EnterpriseUser(enterprise);
        var provider = Town.Provider(ProviderNature.NonProfit, "商会服务站");
        var answers = Town.Liaison(provider);
        Write(provider, answers, "企业法律体检");

        var phone = await OpenAsync(Addresses.OwnServices, own, width: 390, height: 844);
        await Expect(phone.Locator("#own-suggested").Locator("..")).ToContainTextAsync("免费在前");
        await AccessibleAsync(phone);
        Assert.Equal(0, await SidewaysOverflowAsync(phone));
        await ScreenshotAsync(phone, "services-own-phone");
        await phone.GetByRole(AriaRole.Link, new() { Name = "选用服务：企业法律体检" }).ClickAsync();
        await Expect(phone.Locator(".form-sheet")).ToContainTextAsync("看不到贵企业的其他信息");
        await phone.Locator("#field-Wish").FillAsync("请审阅采购合同。");
        await phone.Locator("#field-Phone").FillAsync("13800000000");
        await AccessibleAsync(phone);
        await phone.GetByRole(AriaRole.Button, new() { Name = "提交申请" }).ClickAsync();
        await Expect(phone.Locator(".request-state")).ToContainTextAsync("待答复");

        var desk = await OpenAsync(Addresses.ServiceRequests, answers, width: 390, height: 844);
        await ScreenshotAsync(desk, "services-requests-phone");
        await desk.GetByRole(AriaRole.Link, new() { Name = "企业法律体检" }).ClickAsync();
        await Expect(desk.Locator(".request-sheet")).ToContainTextAsync("请审阅采购合同。");
        await desk.GetByRole(AriaRole.Link, new() { Name = "受理", Exact = true }).ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "受理", Exact = true }).ClickAsync();
        await Expect(phone.Locator(".request-state")).ToContainTextAsync("已受理"); // the open page hears of it
        await desk.GetByRole(AriaRole.Link, new() { Name = "交付", Exact = true }).ClickAsync();
        await desk.Locator("#field-Word").FillAsync("审阅合同3份。");
        await AccessibleAsync(desk);
        Assert.Equal(0, await SidewaysOverflowAsync(desk));
        await desk.GetByRole(AriaRole.Button, new() { Name = "交付", Exact = true }).ClickAsync();
        await Expect(phone.Locator(".request-state")).ToContainTextAsync("已交付");

        await phone.GetByRole(AriaRole.Link, new() { Name = "评价", Exact = true }).ClickAsync();
        await phone.GetByRole(AriaRole.Radio, new() { Name = "非常满意", Exact = true }).CheckAsync();
        await AccessibleAsync(phone);
        await ScreenshotAsync(phone, "services-rate-phone");
        await phone.GetByRole(AriaRole.Button, new() { Name = "评价", Exact = true }).ClickAsync();
        await Expect(phone.Locator(".request-state")).ToContainTextAsync("已评价");
        Assert.Equal(0, await SidewaysOverflowAsync(phone));

        var centre = await OpenAsync(Addresses.Services, Town.Dispatcher());
        await Expect(centre.Locator(".service-rows")).ToContainTextAsync("企业法律体检");
        await AccessibleAsync(centre);
        await ScreenshotAsync(centre, "services-list");
    }

    [Theory]
    [InlineData("zh-CN", true, 820)]
    [InlineData("en", false, 1440)]
    [InlineData("en", true, 390)]
    public async Task Pages_InEachLanguageThemeAndWidth_FitAndAreAccessible(string language, bool dark, int width)
    {
        var enterprise = Town.Enterprise(Town.EconomicCity());
        var (own, centre) = (Town.EnterpriseUser(enterprise), Town.Dispatcher());
        var provider = Town.Provider(ProviderNature.Commercial, "上海启衡管理咨询服务有限公司");
        var answers = Town.Liaison(provider);
        var service = Write(provider, answers, $"精益生产诊断与改进辅导（{width}）");
        var draft = Write(provider, answers, $"供应链管理与库存优化诊断（{width}）", ServiceState.Submitted);
        var pick = new Pick { EnterpriseId = enterprise.Id, ServiceId = service.ServiceId, ServiceVersionId = service.Id, Wish = "希望诊断装配线的节拍。", Contact = "陈晓明", ContactNumber = "13800000000", AskedAt = Town.Clock.Now, AskedById = own.AccountId, AnswerDueAt = Town.Clock.Now };
        Town.Write(db => db.Picks.Add(pick));

        foreach (var (address, who) in new (string, Caller)[]
        {
            (Addresses.Services, centre), (Addresses.Service(service.ServiceId), centre), (Addresses.NewService, centre), (Addresses.ServiceDrafts, centre),
            ($"{Addresses.ServiceDraft(draft.ServiceId)}?act=publish", centre), (Addresses.EnterpriseServices(enterprise.Id), centre),
            (Addresses.ServiceRequests, answers), ($"{Addresses.ServiceRequest(pick.Id)}?step=Decline", answers), (Addresses.OwnServices, own),
        })
        {
            var page = await OpenAsync(address, who, language, dark, width);
            await ScreenshotAsync(page, $"services{address.Split('?')[0].Replace('/', '-')}-{width}-{language}-{(dark ? "dark" : "light")}");
            Assert.Equal((address, 0), (address, await SidewaysOverflowAsync(page)));
            await AccessibleAsync(page);
            await page.Context.CloseAsync();
        }
    }

    private ServiceVersion Write(Organisation provider, Caller by, string title, ServiceState state = ServiceState.Published)
    {
        var version = new ServiceVersion
        {
            Number = 1,
            State = state,
            Title = title,
            Class = ServiceClass.Rights,
            Level = ServiceLevel.Town,
            Text = "由律师审阅常用合同。",
            Forms = ServiceForms.AtFirm,
            HowToGet = "提交申请后约定时间。",
            ChangedAt = Town.Clock.Now,
            DraftedById = by.AccountId,
            ChangedById = by.AccountId,
            SubmittedAt = Town.Clock.Now,
            PublishedAt = state == ServiceState.Published ? Town.Clock.Now : null,
        };
        var service = new Service { CreatedAt = Town.Clock.Now, ProviderId = provider.Id, OrganisationId = provider.Id, CreatedById = by.AccountId, CheckedOn = Town.Clock.Today, Versions = [version] };
        Town.Write(db => db.Services.Add(service));
        Town.Write(db => db.Services.Single(s => s.Id == service.Id).CurrentVersionId = state == ServiceState.Published ? version.Id : null);
        return version;
    }
}
