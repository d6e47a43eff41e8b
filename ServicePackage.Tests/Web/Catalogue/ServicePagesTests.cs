using Bunit;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Catalogue;

namespace ServicePackage.Tests.Web.Catalogue;

/// <summary>The pages of the catalogue and of picks. The town's day is 2 March 2026.</summary>
public sealed class ServicePagesTests : ScreenTests, IClassFixture<SqliteDatabase>
{
    private readonly Organisation _provider;
    private readonly Caller _answers;
    private readonly Enterprise _enterprise;
    private readonly Caller _own;

    public ServicePagesTests(SqliteDatabase database)
        : base(database)
    {
        (_provider, _enterprise) = (Town.Provider(ProviderNature.NonProfit, "商会服务站"), Town.Enterprise(Town.EconomicCity()));
        (_answers, _own) = (Town.Liaison(_provider), Town.EnterpriseUser(_enterprise));
    }

    [Fact]
    public async Task List_IsNarrowedByItsAddress_AndSaysWhereThereIsNothing()
    {
        var title = $"体检{Guid.NewGuid():N}"[..20];
        Write(title);

        Assert.Contains(title, (await OpenAsync<ServicesPage>(_own, $"/services?class=Rights&q={title}")).Find(".service-rows").TextContent, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的记录", (await OpenAsync<ServicesPage>(_own, $"/services?class=Market&q={title}")).Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_OffersToEachWhatTheyMayDo()
    {
        var id = Write("法律体检");

        Assert.Equal(["选用服务"], await ActsAsync(_own, id));
        Assert.Equal(["录入新版本", "今日已核对"], await ActsAsync(_answers, id));
        Assert.Equal(["录入新版本", "今日已核对", "推荐给企业"], await ActsAsync(Town.Dispatcher(), id));
        Assert.Empty(await ActsAsync(Town.Stranger(), id));
        Town.Write(db => db.Enterprises.Single(e => e.Id == _enterprise.Id).LeftRosterOn = Town.Clock.Today);
        Assert.Empty(await ActsAsync(_own, id));
        Assert.Contains("不在重点企业名单内", (await OpenAsync<EnterpriseServicesPage>(_own, "/enterprises/own/services")).Find(".warning").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_OfAnother_DoesNotExist()
    {
        var id = Write("供需对接", ServiceState.Draft);

        Assert.Contains("供需对接", (await OpenAsync<ServiceDraftPage>(_answers, $"/services/{id}/draft", id)).Find("h1").TextContent, StringComparison.Ordinal);
        Assert.False(NotFound);
        await OpenAsync<ServiceDraftPage>(_own, $"/services/{id}/draft", id);
        Assert.True(NotFound);
    }

    [Fact]
    public async Task OwnServices_SayTheOrder_AndMarkWhatIsSold()
    {
        Write("收费诊断", provider: Town.Provider(ProviderNature.Commercial, "咨询公司"));

        var page = await OpenAsync<EnterpriseServicesPage>(_own, "/enterprises/own/services");

        Assert.Contains("市场化机构在后", page.Find("#own-suggested").ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("市场化机构", page.FindAll(".own-service")[^1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_AreForProvidersAndTheCentreAlone()
    {
        Assert.Contains("待答复0件", (await OpenAsync<RequestsPage>(_answers, "/services/requests")).Find(".page-line").TextContent, StringComparison.Ordinal);
        Assert.Contains("不满意待跟进", (await OpenAsync<RequestsPage>(Town.Dispatcher(), "/services/requests")).Find(".page-line").TextContent, StringComparison.Ordinal);
        Assert.False(NotFound);
        await OpenAsync<RequestsPage>(_own, "/services/requests");
        Assert.True(NotFound);
    }

    private async Task<IEnumerable<string>> ActsAsync(Caller who, long id) =>
        (await OpenAsync<ServicePage>(who, $"/services/{id}", id)).FindAll(".page-acts > a, .page-acts > button").Select(b => b.TextContent.Trim());

    private long Write(string title, ServiceState state = ServiceState.Published, Organisation? provider = null)
    {
        var of = provider ?? _provider;
        var version = new ServiceVersion
        {
            Number = 1,
            State = state,
            Title = title,
            Class = ServiceClass.Rights,
            Text = "由律师审阅常用合同。",
            Forms = ServiceForms.AtFirm,
            HowToGet = "提交申请后约定时间。",
            ChangedAt = Town.Clock.Now,
            DraftedById = _answers.AccountId,
            ChangedById = _answers.AccountId,
            PublishedAt = state == ServiceState.Published ? Town.Clock.Now : null,
        };
        var service = new Service { CreatedAt = Town.Clock.Now, ProviderId = of.Id, OrganisationId = of.Id, CreatedById = _answers.AccountId, Versions = [version] };
        Town.Write(db => db.Services.Add(service));
        Town.Write(db => db.Services.Single(s => s.Id == service.Id).CurrentVersionId = state == ServiceState.Published ? version.Id : null);
        return service.Id;
    }
}
