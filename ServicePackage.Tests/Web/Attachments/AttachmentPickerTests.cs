using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Operations;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Features.Attachments;

namespace ServicePackage.Tests.Web.Attachments;

public sealed class AttachmentPickerTests : TownTests, IClassFixture<SqliteDatabase>, IAsyncDisposable
{
    private readonly BunitContext _page = new();
    private readonly AttachmentService _service;
    private readonly Caller _officer;
    private readonly IRenderedComponent<AttachmentPicker> _picker;
    private List<Guid> _ids = [];
    private bool _uploading;

    public AttachmentPickerTests(SqliteDatabase database)
        : base(database)
    {
        _service = new AttachmentService(Town.Runner, Town.Contexts, Town.Clock, TimeProvider.System);
        _officer = Town.Officer(Town.Unit());
        _page.Services.AddLocalization();
        _page.Services.AddSingleton(_service);
        _page.JSInterop.SetupModule(_ => true).Mode = JSRuntimeMode.Loose;
        _picker = _page.Render<AttachmentPicker>(p => p
            .AddCascadingValue(new Me(_officer, "李工", null, null, [], 0))
            .Add(c => c.Present, 7)
            .Bind(c => c.Ids, _ids, ids => _ids = ids)
            .Bind(c => c.Uploading, false, uploading => _uploading = uploading));
    }

    public async ValueTask DisposeAsync() => await _page.DisposeAsync();

    [Fact]
    public async Task Choose_WhenFilesFit_ShowsProgressAndHoldsTheForm()
    {
        Assert.Equal([1, 2], await Choose((1, "说明.pdf", 2_500_000), (2, "照片.jpg", 1)));
        await _picker.InvokeAsync(() => _picker.Instance.Advance(1, 40));

        Assert.True(_uploading);
        Assert.Empty(_ids);
        Assert.Equal("40", _picker.Find("progress[aria-label='正在上传说明.pdf']").GetAttribute("value"));
        Assert.Equal("2.4 MB", _picker.Find(".file-length").TextContent);
    }

    [Fact]
    public async Task Choose_WhenAFileIsEmptyOrTooLarge_SaysSoBesideItAndUploadsTheRest()
    {
        Assert.Equal([3], await Choose((1, "空.pdf", 0), (2, "大.pdf", AttachmentRules.LargestFile + 1), (3, "好.pdf", AttachmentRules.LargestFile)));

        Assert.Equal(["“空.pdf”是空文件，请重新选择。", "“大.pdf”超过20 MB，请压缩或拆分后再上传。"], Sentences());
    }

    [Fact]
    public async Task Choose_WhenItWouldBeTheEleventh_SaysSo()
    {
        Assert.Equal([1, 2, 3], await Choose((1, "1.pdf", 1), (2, "2.pdf", 1), (3, "3.pdf", 1), (4, "4.pdf", 1)));

        Assert.Equal(["最多可附10个附件，现有11个，请删减后再提交。"], Sentences());
    }

    [Fact]
    public async Task Store_WhenAllAreStored_GivesTheirIdsAndFreesTheForm()
    {
        var first = Guid.NewGuid();
        await Choose((1, "说明.pdf", 1), (2, "程序.pdf", 1));
        await _picker.InvokeAsync(() => _picker.Instance.StoreAsync(1, first));
        Assert.True(_uploading);
        await _picker.InvokeAsync(() => _picker.Instance.FailAsync(2, "“程序.pdf”无法接收。"));

        Assert.Equal([first], _ids);
        Assert.False(_uploading);
        Assert.Equal(["“程序.pdf”无法接收。"], Sentences());
    }

    [Fact]
    public async Task Fail_WhenTheServerSaidNothing_SaysThatTheUploadDidNotFinish()
    {
        await Choose((1, "说明.pdf", 1));
        await _picker.InvokeAsync(() => _picker.Instance.FailAsync(1, null));

        Assert.Equal(["上传未完成，请移除后重新选择。"], Sentences());
    }

    [Fact]
    public async Task Remove_WhenStored_DeletesTheFile()
    {
        using var content = new MemoryStream(SampleFiles.Pdf());
        var stored = (await _service.StoreAsync(_officer, "说明.pdf", content, Cancellation)).Value;
        await Choose((1, stored.FileName, stored.Length));
        await _picker.InvokeAsync(() => _picker.Instance.StoreAsync(1, stored.Id));

        await _picker.Find("button[aria-label='移除说明.pdf']").ClickAsync();

        Assert.Empty(_ids);
        Assert.Empty(_picker.FindAll("li"));
        await using var db = Town.Look();
        Assert.False(await db.Attachments.AnyAsync(a => a.Id == stored.Id, Cancellation));
    }

    [Fact]
    public async Task Ids_WhenEmptiedByThePage_ClearTheList()
    {
        await Choose((1, "说明.pdf", 1));
        await _picker.InvokeAsync(() => _picker.Instance.StoreAsync(1, Guid.NewGuid()));

        _picker.Render(p => p.Add(c => c.Ids, []));

        Assert.Empty(_picker.FindAll("li"));
    }

    [Fact]
    public void List_WhenThereAreFiles_LinksToTheirDownload()
    {
        var id = Guid.NewGuid();
        var list = _page.Render<AttachmentList>(p => p.Add(c => c.Files, [new AttachmentItem(id, "<b>说明</b>.pdf", 700)]));

        Assert.Equal($"/attachments/{id}", list.Find("a").GetAttribute("href"));
        Assert.Equal("<b>说明</b>.pdf", list.Find("a").TextContent);
        Assert.Equal("700 B", list.Find(".file-length").TextContent);
    }

    private Task<List<int>> Choose(params (int Key, string Name, long Length)[] files) =>
        _picker.InvokeAsync(() => _picker.Instance.ChooseAsync([.. files.Select(f => new AttachmentPicker.ChosenFile(f.Key, f.Name, f.Length))]));

    private IEnumerable<string> Sentences() => _picker.FindAll("[role=alert]").Select(e => e.TextContent);
}
