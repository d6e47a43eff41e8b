using Bunit;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Documents;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Packages;
using ServicePackage.Tests.Core.Documents;
using ServicePackage.Tests.Support;
using ServicePackage.Web;
using ServicePackage.Web.Features.Documents;

namespace ServicePackage.Tests.Web.Documents;

public sealed class TemplatePagesTests(SqliteDatabase database) : ScreenTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Templates_ForAnybodyButTheCentre_AreNotFound()
    {
        await OpenAsync<TemplatesPage>(Town.Officer(Town.Unit()), Addresses.Templates);

        Assert.True(NotFound);
    }

    [Fact]
    public async Task Templates_AreListedWithTheOneInForce()
    {
        var page = await OpenAsync<TemplatesPage>(Town.Dispatcher(), Addresses.Templates);

        Assert.Contains("内置模板", Assert.Single(page.FindAll("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Equal(Addresses.TemplatesOf(PackagePapers.Kind), page.Find(".row-open").GetAttribute("href"));
    }

    [Fact]
    public async Task Template_IsPutInForceOnceTheQuestionIsAnswered()
    {
        var centre = Town.Dispatcher();
        await UploadAsync(centre);
        var page = await OpenAsync<TemplatePage>(centre, Addresses.TemplatesOf(PackagePapers.Kind), null, ("Kind", PackagePapers.Kind));
        Assert.Contains(page.FindAll("code"), c => c.TextContent.Contains("{{企业名称}}", StringComparison.Ordinal));
        Assert.Equal([Addresses.Template(PackagePapers.Kind, 1), Addresses.TemplateSample(PackagePapers.Kind, 1, "usual")], page.FindAll("#template-1 a").Select(a => a.GetAttribute("href")).Take(2));

        await Act(page, "启用第1号模板").ClickAsync();
        Assert.Contains("不再使用内置模板", page.Find(".confirm").TextContent, StringComparison.Ordinal);
        await page.Find(".confirm button").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("请先打开一份填入样例的文档", page.Find(".confirm").TextContent, StringComparison.Ordinal));

        Assert.True((await new DocumentTemplateService(Town.Runner).FillSampleAsync(centre, PackagePapers.Kind, 1, "usual", Cancellation)).Done);
        await page.Find(".confirm button").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("使用中", page.Find("#template-1 h3").TextContent, StringComparison.Ordinal));
    }

    private async Task UploadAsync(Caller centre)
    {
        using var content = new MemoryStream(Docx.Of(Docx.P("{{企业名称}}")));
        var file = (await new AttachmentService(Town.Runner, Town.Contexts, Town.Clock, Town.Time).StoreAsync(centre, "模板.docx", content, Cancellation)).Value.Id;
        var outcome = await new DocumentTemplateService(Town.Runner).UploadAsync(centre, Guid.NewGuid(), new DocumentTemplateInput { Kind = PackagePapers.Kind, FileIds = [file], Note = "调整版式" }, Cancellation);
        Assert.Null(outcome.Refusal);
    }
}
