using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Documents;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Packages;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Documents;

/// <summary>The Centre replaces a template: uploads it, looks at it, puts it in force, and goes back.</summary>
public abstract class DocumentTemplateTests(TestDatabase database) : TownTests(database)
{
    private const string Kind = PackagePapers.Kind;

    private DocumentTemplateService Templates => new(Town.Runner);

    [Fact]
    public async Task Read_BeforeAnythingWasUploaded_ShowsTheBuiltInOneAndTheWords()
    {
        var view = (await Templates.ReadAsync(Town.Dispatcher(), Kind, Cancellation)).Value;

        Assert.Equal((0, 0, true), (view.Seen, view.InForce.Number, Assert.Single(view.Templates).IsInForce));
        Assert.Contains(view.Words, w => w is { Typed: "{{企业名称}}", Depth: 0 });
        Assert.Contains(view.Words, w => w is { Typed: "{{#政策}}", Closes: "{{/政策}}", Depth: 2 });
        Assert.NotEmpty((await Templates.OpenAsync(Town.Dispatcher(), Kind, 0, Cancellation)).Value.Content);
    }

    [Fact]
    public async Task Upload_OfARightOne_KeepsItAndLeavesTheFormerInForce()
    {
        var centre = Town.Dispatcher();
        Assert.Equal(1, (await UploadAsync(centre, Docx.Of(Docx.P("{{企业名称}}")))).Value);
        Assert.Equal(2, (await UploadAsync(centre, Docx.Of(Docx.P("{{版次}}")))).Value);

        var view = (await Templates.ReadAsync(centre, Kind, Cancellation)).Value;
        Assert.Equal([2, 1, 0], view.Templates.Select(t => t.Number));
        Assert.Equal((0, "调整版式"), (view.InForce.Number, view.Templates[0].Note));
        Assert.Equal(("Package", 0, 2), Assert.Single((await Templates.ListAsync(centre, Cancellation)).Value) is var item ? (item.Name, item.InForce, item.Newest) : default);
        var filled = (await Templates.FillSampleAsync(centre, Kind, 1, "bare", Cancellation)).Value;
        Assert.Equal(["上海示例精密机械有限公司"], Docx.Lines(Docx.Part(filled.Content)));
        await using var db = Town.Look();
        Assert.Equal([nameof(DocumentTemplate), nameof(DocumentTemplate)], await db.Attachments.Select(a => a.SubjectKind).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Upload_OfAWrongOne_NamesWhatIsWrongAndKeepsNothing()
    {
        var refusal = (await UploadAsync(Town.Dispatcher(), Docx.Of(Docx.P("甲{{企业}}乙") + Docx.P("{{#有政策}}")))).Refusal!;

        Assert.Equal("Template.Wrong", refusal.Code);
        Assert.Equal(["正文：没有“企业”这个字段，见“甲{{企业}}乙”。", "正文：循环“有政策”没有结束标记，见“{{#有政策}}”。"], refusal.Details.Select(d => d.Sentence));
        await using var db = Town.Look();
        Assert.False(await db.DocumentTemplates.AnyAsync(Cancellation));
        Assert.Null((await db.Attachments.SingleAsync(Cancellation)).SubjectId);
    }

    [Fact]
    public async Task Upload_OfAFileThatIsSomebodyElses_IsRefused()
    {
        var theirs = await StoreAsync(Town.CentreLead(), Docx.Of(Docx.P("甲")));

        Assert.Equal("Attachment.Gone", (await Templates.UploadAsync(Town.Dispatcher(), Guid.NewGuid(), Input(theirs), Cancellation)).Refusal?.Code);
    }

    [Fact]
    public async Task Upload_WithoutAWordOnWhatChanged_IsRefused()
    {
        var centre = Town.Dispatcher();
        var input = Input(await StoreAsync(centre, Docx.Of(Docx.P("甲"))));
        input.Note = " ";

        Assert.Equal(nameof(DocumentTemplateInput.Note), (await Templates.UploadAsync(centre, Guid.NewGuid(), input, Cancellation)).Refusal?.Field);
    }

    [Fact]
    public async Task PutInForce_AndBackAgain_IsWhatDocumentsAreWrittenFrom()
    {
        var centre = Town.Dispatcher();
        await UploadAsync(centre, Docx.Of(Docx.P("{{企业名称}}")));
        Assert.Equal("Template.NotLookedAt", (await PutAsync(centre, 1, 0)).Refusal?.Code);
        await LookAsync(1);
        await LookAsync(1);
        Assert.Null((await PutAsync(centre, 1, 0)).Refusal);
        Assert.Equal(1, (await ShelvedAsync()).Number);
        Assert.Null((await PutAsync(Town.CentreLead(), 0, 1)).Refusal);
        Assert.Equal(0, (await ShelvedAsync()).Number);

        var view = (await Templates.ReadAsync(centre, Kind, Cancellation)).Value;
        Assert.Equal(2, view.Seen);
        Assert.Equal([0, 1], view.Uses.Select(u => u.Number));
        await using var db = Town.Look();
        Assert.Equal(["UploadTemplate", "OpenTemplateSample", "PutTemplateInForce", "PutBuiltInTemplateInForce"], await db.History.Where(h => h.Subject == nameof(DocumentTemplate)).OrderBy(h => h.Id).Select(h => h.Act).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task PutInForce_OnAStaleCopy_IsRefused()
    {
        var centre = Town.Dispatcher();
        await UploadAsync(centre, Docx.Of(Docx.P("{{企业名称}}")));
        await UploadAsync(centre, Docx.Of(Docx.P("{{版次}}")));
        await LookAsync(1);
        Assert.Null((await PutAsync(centre, 1, 0)).Refusal);

        Assert.Equal("Stale", (await PutAsync(Town.CentreLead(), 2, 0)).Refusal?.Code);
        Assert.Equal("Template.InForce", (await PutAsync(centre, 1, 1)).Refusal?.Code);
        Assert.Equal(Refusal.NotFound, (await PutAsync(centre, 9, 1)).Refusal);
        Assert.Equal(1, (await ShelvedAsync()).Number);
    }

    [Fact]
    public async Task PutInForce_OfTwoAtOnce_IsDoneOnce()
    {
        var (one, two) = (Town.Dispatcher(), Town.CentreLead());
        await UploadAsync(one, Docx.Of(Docx.P("{{企业名称}}")));
        await UploadAsync(one, Docx.Of(Docx.P("{{版次}}")));
        await LookAsync(1);
        await LookAsync(2);

        var outcomes = await Task.WhenAll(Task.Run(() => PutAsync(one, 1, 0), Cancellation), Task.Run(() => PutAsync(two, 2, 0), Cancellation));

        Assert.Single(outcomes, o => o.Done);
        Assert.Equal("Stale", outcomes.Single(o => !o.Done).Refusal?.Code);
    }

    [Fact]
    public async Task Templates_ForAnybodyElse_AreNotThere()
    {
        await UploadAsync(Town.Dispatcher(), Docx.Of(Docx.P("{{企业名称}}")));
        foreach (var caller in new[] { Town.Officer(Town.Unit()), Town.Administrator(), Town.EnterpriseUser(Town.Enterprise()), Town.TownLeader() })
        {
            Assert.Equal(Refusal.NotFound, (await Templates.ReadAsync(caller, Kind, Cancellation)).Refusal);
            Assert.Equal(Refusal.NotFound, (await Templates.OpenAsync(caller, Kind, 1, Cancellation)).Refusal);
            Assert.Equal(Refusal.NotFound, (await PutAsync(caller, 1, 0)).Refusal);
        }

        Assert.Equal(Refusal.NotFound, (await Templates.ReadAsync(Town.Dispatcher(), "Letter", Cancellation)).Refusal);
    }

    private async Task LookAsync(int number) => Assert.True((await Templates.FillSampleAsync(Town.CentreLead(), Kind, number, "bare", Cancellation)).Done);

    private async Task<ShelvedTemplate> ShelvedAsync() =>
        (await Town.Runner.ReadAsync<ShelvedTemplate>(Town.Dispatcher(), op => new TemplateShelf().InForceAsync(op, Kind, Cancellation), Cancellation)).Value;

    private Task<Outcome<Nothing>> PutAsync(Caller caller, int number, int seen) =>
        Templates.PutInForceAsync(caller, Guid.NewGuid(), new PutInForceInput { Kind = Kind, Number = number, Seen = seen }, Cancellation);

    private async Task<Outcome<int>> UploadAsync(Caller caller, byte[] file) => await Templates.UploadAsync(caller, Guid.NewGuid(), Input(await StoreAsync(caller, file)), Cancellation);

    private static DocumentTemplateInput Input(Guid file) => new() { Kind = Kind, FileIds = [file], Note = "调整版式" };

    private async Task<Guid> StoreAsync(Caller caller, byte[] file)
    {
        using var content = new MemoryStream(file);
        return (await new AttachmentService(Town.Runner, Town.Contexts, Town.Clock, Town.Time).StoreAsync(caller, "模板.docx", content, Cancellation)).Value.Id;
    }

    public sealed class OnSqlite(SqliteDatabase database) : DocumentTemplateTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : DocumentTemplateTests(database), IClassFixture<PostgresDatabase>;
}
