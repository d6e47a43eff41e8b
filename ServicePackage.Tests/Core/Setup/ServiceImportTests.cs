using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Setup;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Setup;

/// <summary>A list of services is taken in, all of it or nothing. The town's day is Monday 2 March 2026.</summary>
public abstract class ServiceImportTests(TestDatabase database) : TownTests(database)
{
    private static readonly object?[] Row = ["企业法律体检", "嘉定区企业服务中心", "公共", "权益保护", "区级", "线上、上门", "免费", "", "", "由律师审阅常用合同。", "电话预约。", "陆老师", "021-59150000", "https://www.jiading.gov.cn/a", "2026-12-31", ""];

    private ServiceImport Import => new(Town.Runner, new AccountService(Town.Runner, Passwords.Hasher, new UpperInvariantLookupNormalizer(), Town.Time));

    [Fact]
    public async Task List_BecomesDraftsUnderReview_AndSetsUpProvidersThatAreNotThere()
    {
        var dispatcher = Town.Dispatcher();
        var provider = Town.Provider(ProviderNature.Commercial, "上海启衡管理咨询服务有限公司");
        var preview = await CheckAsync(dispatcher, Row, ["供应链诊断", provider.Name, "", "管理咨询", "镇级", "线下", "收费", "每次", 3000d, "诊断供应链。", "提交申请。", "", "", "", "", $"{Criteria.OfTheProgram.All[0].Chinese}、{Criteria.OfTheProgram.All[1].Chinese}"]);

        Assert.Equal(new Imported(Organisations: 1, Services: 2), Must(await Import.ImportAsync(dispatcher, Guid.NewGuid(), preview, cancellation: Cancellation)));

        await using var db = Town.Look();
        var services = await db.ServiceVersions.Include(v => v.Service).ThenInclude(s => s.Provider).OrderBy(v => v.Id).ToListAsync(Cancellation);
        Assert.All(services, s => Assert.Equal(ServiceState.Submitted, s.State));
        Assert.Equal(("嘉定区企业服务中心", ProviderNature.Public, ServiceForms.Online | ServiceForms.AtFirm, new DateOnly(2026, 12, 31)), (services[0].Service.Provider.Name, services[0].Service.Provider.Nature, services[0].Forms, services[0].GoodUntil));
        Assert.Equal((provider.Id, ServiceFee.Charged, 3000m), (services[1].Service.ProviderId, services[1].Fee, services[1].FeeYuan));

        Assert.Null(services[0].Audience);
        Assert.Equivalent(Criteria.OfTheProgram.All.Take(2).Select(c => c.Code), ServiceInput.CriteriaOf(services[1].Audience));

        var publish = new PublishServiceInput { ServiceId = services[0].ServiceId, Version = services[0].Version };
        var review = new ServiceReviewService(Town.Runner);
        Assert.Equal("Service.OwnDraft", (await review.PublishAsync(dispatcher, Guid.NewGuid(), publish, Cancellation)).Refusal?.Code);
        Must(await review.PublishAsync(Town.CentreLead(), Guid.NewGuid(), publish, Cancellation));
    }

    [Fact]
    public async Task Rows_ThatAreBad_AreNamedByColumn_AndNothingIsWritten()
    {
        var preview = await CheckAsync(
            Town.Dispatcher(),
            Changed((1, "没有的机构"), (2, "")), Changed((2, "私营"), (1, "某机构")), Changed((3, "法律")), Changed((5, "面谈")), Changed((6, "")), Changed((6, "收费")), Changed((12, "110")), Changed((13, "javascript:alert(1)")),
            Changed((14, "年底")), Changed((14, "2026-03-01")), Changed((0, "")), Changed((15, "大企业")));

        Assert.Equivalent(
            new[]
            {
                "2 Provider Import.ProviderUnknown", "3 Nature Import.NotAmong", "4 Class Import.NotAmong", "5 Forms Import.NotAmong", "6 Fee NotChosen", "7 FeeWords Missing", "8 Phone Phone.Form", "9 Source Service.AddressForm",
                "10 GoodUntil Import.NoDay", "11 GoodUntil Service.DraftEnded", "12 Title Missing", "13 Audience Import.NotAmong",
            },
            preview.Faults.Select(f => $"{f.Row} {f.Column} {f.Reason.Code}"), strict: true);
        await using var db = Town.Look();
        Assert.Empty(db.Services);
    }

    [Fact]
    public async Task SameListAgain_ChangesNothing()
    {
        var dispatcher = Town.Dispatcher();
        Must(await Import.ImportAsync(dispatcher, Guid.NewGuid(), await CheckAsync(dispatcher, Row), cancellation: Cancellation));

        var again = await CheckAsync(dispatcher, Row, Changed((0, "另一项服务")), Changed((0, "另一项服务")));

        Assert.Equal([ImportState.Known, ImportState.New, ImportState.Bad], again.States.OrderBy(s => s.Key).Select(s => s.Value));
        Assert.Equal(["4 Title Import.SameService"], again.Faults.Select(f => $"{f.Row} {f.Column} {f.Reason.Code}"));
    }

    private static object?[] Changed(params (int Column, object? Cell)[] cells)
    {
        var row = (object?[])[$"服务{cells[0].Column}{cells[0].Cell}", .. Row.Skip(1)];
        foreach (var (column, cell) in cells)
        {
            row[column] = cell;
        }

        return row;
    }

    private async Task<ImportPreview<ServiceColumn>> CheckAsync(Caller by, params object?[][] rows) =>
        Must(await Import.CheckAsync(by, await SheetOf.RowsAsync<ServiceColumn>(rows, Cancellation), Cancellation));

    private static T Must<T>(Outcome<T> outcome)
    {
        Assert.Null(outcome.Refusal?.Sentence);
        return outcome.Value;
    }

    public sealed class OnSqlite(SqliteDatabase database) : ServiceImportTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : ServiceImportTests(database), IClassFixture<PostgresDatabase>;
}
