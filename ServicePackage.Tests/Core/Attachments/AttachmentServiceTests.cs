using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ServicePackage.Core.Attachments;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Tickets;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Attachments;

public abstract class AttachmentServiceTests : TownTests
{
    private const int Megabyte = 1024 * 1024;

    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private readonly FakeTimeProvider _realTime = new();
    private readonly AttachmentService _service;

    protected AttachmentServiceTests(TestDatabase database)
        : base(database) => _service = new AttachmentService(Town.Runner, Town.Contexts, Town.Clock, _realTime);

    public static TheoryData<string, byte[]> Sound => new()
    {
        { "说明.pdf", SampleFiles.Pdf() },
        { "说明.PDF", SampleFiles.Pdf() },
        { "照片.jpg", SampleFiles.Jpeg() },
        { "照片.jpeg", SampleFiles.Jpeg() },
        { "截图.png", SampleFiles.Png() },
        { "函.docx", SampleFiles.Docx() },
        { "清单.xlsx", SampleFiles.Xlsx() },
        { "末尾空行.pdf", [.. SampleFiles.Pdf(), .. "\r\n\0\0"u8] },
        { "补齐.pdf", [.. SampleFiles.Pdf(), .. new byte[2000]] },
        { "补齐到一兆以上.pdf", [.. SampleFiles.Pdf(), .. new byte[Megabyte + 5]] },
        { "补齐到块边.pdf", [.. SampleFiles.Pdf(), .. new byte[(64 * 1024) - 3]] },
        { "末尾注释.pdf", [.. SampleFiles.Pdf(), .. "%printed by demo\r\n%second line\n"u8] },
        { "开头标记.pdf", [0xEF, 0xBB, 0xBF, .. SampleFiles.Pdf()] },
        { "打印机.pdf", [.. "\u001b%-12345X@PJL ENTER LANGUAGE=PDF\r\n"u8, .. SampleFiles.Pdf()] },
        { "标题提到标签.pdf", [.. "%PDF-1.5\n1 0 obj\n<</Title(Guide to the <body> and <head> elements)>>\nendobj\n"u8, .. SampleFiles.Pdf()[9..]] },
        { "注解提到标签.jpg", [0xFF, 0xD8, 0xFF, 0xFE, 0, 12, .. "the <html>"u8, .. SampleFiles.Jpeg()[2..]] },
        { "宽目录.xlsx", SampleFiles.WithWideEnd(SampleFiles.Xlsx()) },
        { "宽目录.docx", SampleFiles.WithWideEnd(SampleFiles.Docx()) },
        { "大图表.xlsx", SampleFiles.Office(SampleFiles.Excel, "xl/workbook.xml", null, ("xl/media/image1.png", 300 * Megabyte)) },
    };

    public static TheoryData<string, string, byte[]> Unsound => new()
    {
        { "程序.pdf", "Kind", [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0] },
        { "图.svg", "Kind", Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>") },
        { "图.png", "Kind", Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>") },
        { "两用.pdf", "Kind", [.. "%PDF-1.7\n<html><script>alert(1)</script></html>\n"u8, .. SampleFiles.Pdf()] },
        { "两用.jpg", "Kind", [.. SampleFiles.Jpeg(), .. "<SCRIPT>alert(1)</SCRIPT>"u8] },
        { "后接.pdf", "Broken", [.. SampleFiles.Pdf(), .. SampleFiles.Docx()] },
        { "前接.pdf", "Kind", [.. "<p>"u8, .. SampleFiles.Pdf()] },
        { "没有结尾.pdf", "Broken", "%PDF-1.7\n1 0 obj"u8.ToArray() },
        { "压缩包.docx", "Archive", SampleFiles.Office("text/plain", "readme.txt") },
        { "宏.docx", "Macro", SampleFiles.Office("application/vnd.ms-word.document.macroEnabled.main+xml", "word/document.xml") },
        { "藏宏.docx", "Macro", SampleFiles.Office(SampleFiles.Word, "word/document.xml", null, ("word/vbaProject.bin", 10)) },
        { "截断.docx", "Broken", SampleFiles.Docx()[..^30] },
        { "后接.docx", "Broken", [.. SampleFiles.Docx(), .. "<html>"u8] },
        { "坏.docx", "Broken", SampleFiles.Office(SampleFiles.Word, "word/document.xml", "<Types><Override") },
        { "定义.docx", "Broken", SampleFiles.Office(SampleFiles.Word, "word/document.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><Types><Override ContentType=\"" + SampleFiles.Word + "\"/></Types>") },
        { "炸弹.docx", "Broken", SampleFiles.Office(SampleFiles.Word, "word/document.xml", "<Types>" + new string(' ', 60 * Megabyte) + "<Override ContentType=\"" + SampleFiles.Word + "\"/></Types>") },
        { "一字节.pdf", "Kind", [0x25] },
    };

    public static TheoryData<string, string, byte[]> Misnamed => new()
    {
        { "photo.jfif", "photo.jpg", SampleFiles.Jpeg() },
        { "png-named.jpg", "png-named.png", SampleFiles.Png() },
        { "IMG_0001.HEIC", "IMG_0001.jpg", SampleFiles.Jpeg() }, // turned into JPEG on its way, but not renamed
        { "表格.pdf", "表格.xlsx", SampleFiles.Xlsx() },
        { "说明.docx", "说明.pdf", SampleFiles.Pdf() },
        { "说明", "说明.pdf", SampleFiles.Pdf() },
        { "说明.exe", "说明.pdf", SampleFiles.Pdf() },
        { "说明.pdf.exe", "说明.pdf", SampleFiles.Pdf() },
        { "报告v1.2", "报告v1.2.pdf", SampleFiles.Pdf() },
        { "改名.docx", "改名.xlsx", SampleFiles.Xlsx() },
        { "压缩包.zip", "压缩包.docx", SampleFiles.Docx() },
        { new string('长', 76) + ".wps", new string('长', 75) + ".docx", SampleFiles.Docx() },
    };

    [Theory]
    [MemberData(nameof(Sound), DisableDiscoveryEnumeration = true)]
    public async Task Store_WhenContentIsOfAKindTaken_KeepsItWithItsChecksum(string name, byte[] content)
    {
        var officer = Town.Officer(Town.Unit());

        var stored = await Store(officer, name, content);

        Assert.Null(stored.Refusal);
        Assert.Equal((name, content.Length), (stored.Value.FileName, stored.Value.Length));
        await using var db = Town.Look();
        var row = await db.Attachments.SingleAsync(a => a.Id == stored.Value.Id, Cancellation);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), row.Sha256);
        Assert.Equal((officer.AccountId, Town.Start, null), (row.UploadedById, row.UploadedAt, row.SubjectId));
    }

    [Theory]
    [MemberData(nameof(Unsound), DisableDiscoveryEnumeration = true)]
    public async Task Store_WhenContentIsNotWhatIsTaken_IsRefusedAndLeavesNothing(string name, string code, byte[] content)
    {
        var officer = Town.Officer(Town.Unit());

        var stored = await Store(officer, name, content);

        Assert.Equal($"Attachment.{code}", stored.Refusal?.Code);
        Assert.StartsWith($"“{name}”", stored.Refusal?.Sentence, StringComparison.Ordinal);
        await NothingIsLeftOf(officer);
    }

    [Theory]
    [MemberData(nameof(Misnamed), DisableDiscoveryEnumeration = true)]
    public async Task Store_WhenTheNameSaysAnotherKind_PutsTheExtensionRight(string name, string kept, byte[] content)
    {
        var stored = await Store(Town.Officer(Town.Unit()), name, content);

        Assert.Equal((null, kept), (stored.Refusal, stored.Value.FileName));
        await using var db = Town.Look();
        Assert.Equal(kept, (await db.Attachments.SingleAsync(a => a.Id == stored.Value.Id, Cancellation)).FileName);
    }

    [Fact]
    public async Task Store_WhenFileIsEmpty_IsRefused()
    {
        var officer = Town.Officer(Town.Unit());

        Assert.Equal("“空.pdf”是空文件，请重新选择。", (await Store(officer, "空.pdf", [])).Refusal?.Sentence);
        await NothingIsLeftOf(officer);
    }

    [Fact]
    public async Task Store_WhenFileIsAsLargeAsAllowed_KeepsIt()
    {
        var officer = Town.Officer(Town.Unit());
        var content = SampleFiles.Pdf(20 * Megabyte);

        var stored = await Store(officer, "大.pdf", content);

        Assert.Equal(20 * Megabyte, stored.Value.Length);
        Assert.Equal(content, await Read(officer, stored.Value.Id));
        await using var db = Town.Look();
        Assert.Equal(20, await db.AttachmentChunks.CountAsync(c => c.AttachmentId == stored.Value.Id, Cancellation));
    }

    [Fact]
    public async Task Store_WhenFileIsOneByteTooLarge_IsRefusedAndLeavesNothing()
    {
        var officer = Town.Officer(Town.Unit());

        var stored = await Store(officer, "大.pdf", SampleFiles.Pdf((20 * Megabyte) + 1));

        Assert.Equal("“大.pdf”超过20 MB，请压缩或拆分后再上传。", stored.Refusal?.Sentence);
        await NothingIsLeftOf(officer);
    }

    [Fact]
    public async Task Store_WhenFileNeverEnds_StopsReadingAtTheLimit()
    {
        using var endless = new Endless(SampleFiles.Pdf(Megabyte));

        var stored = await _service.StoreAsync(Town.Officer(Town.Unit()), "无尽.pdf", endless, Cancellation);

        Assert.Equal("Attachment.TooLarge", stored.Refusal?.Code);
        Assert.InRange(endless.Given, 20 * Megabyte, 22 * Megabyte);
    }

    [Fact]
    public async Task Store_WhenTheLineBreaks_LeavesNothing()
    {
        var officer = Town.Officer(Town.Unit());
        using var breaking = new Endless(SampleFiles.Pdf(Megabyte), breaksAfter: 3 * Megabyte);

        await Assert.ThrowsAsync<IOException>(() => _service.StoreAsync(officer, "断线.pdf", breaking, Cancellation));

        await NothingIsLeftOf(officer);
    }

    [Fact]
    public async Task Store_WhenNameIsAPath_KeepsTheCleanedName() =>
        Assert.Equal("说明.pdf", (await Store(Town.Officer(Town.Unit()), "..\\../说明.pdf", SampleFiles.Pdf())).Value.FileName);

    [Fact]
    public async Task Store_WhenSessionHasEnded_IsRefusedAndLeavesNothing()
    {
        var officer = Town.SignedIn(Town.Officer(Town.Unit()));
        Town.SignOut(officer);

        Assert.Equal(Refusal.SignedOut, (await Store(officer, "说明.pdf", SampleFiles.Pdf())).Refusal);
        await NothingIsLeftOf(officer);
    }

    [Fact]
    public async Task Store_WhenTheTwentyFirstInAMinute_IsRefusedUntilTheMinuteIsOver()
    {
        var officer = Town.Officer(Town.Unit());
        for (var i = 0; i < 20; i++)
        {
            Assert.True((await Store(officer, "说明.png", SampleFiles.Png())).Done);
        }

        Assert.Equal("上传过于频繁，每分钟最多20个文件，请稍后再试。", (await Store(officer, "说明.png", SampleFiles.Png())).Refusal?.Sentence);
        Assert.True((await Store(Town.Officer(Town.Unit()), "说明.png", SampleFiles.Png())).Done);
        _realTime.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await Store(officer, "说明.png", SampleFiles.Png())).Done);
    }

    [Fact]
    public async Task Open_WhenUploadedBySomebodyElse_IsNotFound()
    {
        var stored = await Store(Town.Officer(Town.Unit()), "说明.pdf", SampleFiles.Pdf());

        Assert.Equal(Refusal.NotFound, (await _service.OpenAsync(Town.Officer(Town.Unit()), stored.Value.Id, Cancellation)).Refusal);
        Assert.Equal(Refusal.NotFound, (await _service.OpenAsync(Town.Administrator(), stored.Value.Id, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Open_WhenUploadWasCutOff_IsNotFound()
    {
        var officer = Town.Officer(Town.Unit());
        var id = CutOff(officer);

        Assert.Equal(Refusal.NotFound, (await _service.OpenAsync(officer, id, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Claim_WhenOwnAndUnclaimed_BelongsToTheDemand()
    {
        var officer = Town.Officer(Town.Unit());
        var stored = await Store(officer, "说明.pdf", SampleFiles.Pdf());

        Assert.Null((await Claim(officer, 901, stored.Value.Id, isInternal: true)).Refusal);

        await using var db = Town.Look();
        var row = await db.Attachments.SingleAsync(a => a.Id == stored.Value.Id, Cancellation);
        Assert.Equal((nameof(Ticket), 901, true), (row.SubjectKind, row.SubjectId, row.Internal));
    }

    [Fact]
    public async Task Claim_WhenClaimedBefore_IsRefused()
    {
        var officer = Town.Officer(Town.Unit());
        var stored = await Store(officer, "说明.pdf", SampleFiles.Pdf());
        await Claim(officer, 902, stored.Value.Id);

        Assert.Equal("Attachment.Gone", (await Claim(officer, 903, stored.Value.Id)).Refusal?.Code);
    }

    [Fact]
    public async Task Claim_WhenUploadedBySomebodyElse_IsRefused()
    {
        var stored = await Store(Town.Officer(Town.Unit()), "说明.pdf", SampleFiles.Pdf());

        Assert.Equal("Attachment.Gone", (await Claim(Town.Officer(Town.Unit()), 904, stored.Value.Id)).Refusal?.Code);
    }

    [Fact]
    public async Task Claim_WhenUploadWasCutOff_IsRefused()
    {
        var officer = Town.Officer(Town.Unit());

        Assert.Equal("Attachment.Gone", (await Claim(officer, 905, CutOff(officer))).Refusal?.Code);
    }

    [Fact]
    public async Task Claim_WhenItWouldBeTheEleventh_IsRefusedAndClaimsNone()
    {
        var officer = Town.Officer(Town.Unit());
        for (var i = 0; i < 9; i++)
        {
            Assert.True((await Claim(officer, 906, (await Store(officer, "说明.png", SampleFiles.Png())).Value.Id)).Done);
        }

        var tenth = (await Store(officer, "说明.png", SampleFiles.Png())).Value.Id;
        var eleventh = (await Store(officer, "说明.png", SampleFiles.Png())).Value.Id;

        Assert.Equal("最多可附10个附件，现有11个，请删减后再提交。", (await Claim(officer, 906, tenth, eleventh)).Refusal?.Sentence);
        Assert.True((await Claim(officer, 906, tenth)).Done);
    }

    [Fact]
    public async Task Claim_ByTheEnterprise_DoesNotCountTheInternalOnes()
    {
        var (officer, applicant) = (Town.Officer(Town.Unit()), Town.EnterpriseUser(Town.Enterprise()));
        for (var i = 0; i < AttachmentRules.MostPerSubject; i++)
        {
            await Claim(officer, 916, (await Store(officer, "说明.png", SampleFiles.Png())).Value.Id);
        }

        await using (var db = Town.Look())
        {
            await db.Attachments.Where(a => a.SubjectId == 916).ExecuteUpdateAsync(a => a.SetProperty(x => x.Internal, true), Cancellation);
        }

        Assert.Equal("Attachment.TooMany", (await Claim(officer, 916, (await Store(officer, "说明.png", SampleFiles.Png())).Value.Id)).Refusal?.Code);
        Assert.True((await Claim(applicant, 916, (await Store(applicant, "说明.png", SampleFiles.Png())).Value.Id)).Done);
    }

    [Fact]
    public async Task Claim_WhenTwoDemandsWantItAtOnce_GoesToOne()
    {
        var officer = Town.Officer(Town.Unit());
        var id = (await Store(officer, "说明.pdf", SampleFiles.Pdf())).Value.Id;

        var outcomes = await Task.WhenAll(Enumerable.Range(907, 4).Select(t => Task.Run(() => Claim(officer, t, id), Cancellation)));

        Assert.Single(outcomes, o => o.Done);
    }

    [Fact]
    public async Task Discard_WhenOwnAndUnclaimed_DeletesRowAndContent()
    {
        var officer = Town.Officer(Town.Unit());
        var stored = await Store(officer, "说明.pdf", SampleFiles.Pdf());

        Assert.True((await _service.DiscardAsync(officer, Guid.NewGuid(), stored.Value.Id, Cancellation)).Done);

        await NothingIsLeftOf(officer);
    }

    [Fact]
    public async Task Discard_WhenClaimedOrSomebodyElses_IsNotFoundAndStays()
    {
        var officer = Town.Officer(Town.Unit());
        var stored = await Store(officer, "说明.pdf", SampleFiles.Pdf());

        Assert.Equal(Refusal.NotFound, (await _service.DiscardAsync(Town.Officer(Town.Unit()), Guid.NewGuid(), stored.Value.Id, Cancellation)).Refusal);
        await Claim(officer, 911, stored.Value.Id);
        Assert.Equal(Refusal.NotFound, (await _service.DiscardAsync(officer, Guid.NewGuid(), stored.Value.Id, Cancellation)).Refusal);

        Assert.Equal([stored.Value.Id], await IdsOf(officer));
    }

    [Fact]
    public async Task Sweep_WhenOlderThanADay_DeletesWhatNoCommandRefersTo()
    {
        var officer = Town.Officer(Town.Unit());
        var claimed = (await Store(officer, "已引用.pdf", SampleFiles.Pdf())).Value.Id;
        await Claim(officer, 912, claimed);
        var old = (await Store(officer, "旧.pdf", SampleFiles.Pdf())).Value.Id;
        var cutOff = CutOff(officer);
        Town.Time.Advance(TimeSpan.FromHours(1));
        var young = (await Store(officer, "新.pdf", SampleFiles.Pdf())).Value.Id;

        await _service.SweepAsync(Town.Start.AddHours(24), Cancellation);
        Assert.Equal(new HashSet<Guid>([claimed, old, cutOff, young]), await IdsOf(officer)); // a day has not passed
        await _service.SweepAsync(Town.Start.AddHours(24).AddMilliseconds(1), Cancellation);

        Assert.Equal(new HashSet<Guid>([claimed, young]), await IdsOf(officer));
        await using var db = Town.Look();
        Assert.False(await db.AttachmentChunks.AnyAsync(c => c.AttachmentId == old || c.AttachmentId == cutOff, Cancellation));
    }

    private async Task<Outcome<AttachmentItem>> Store(Caller caller, string name, byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await _service.StoreAsync(caller, name, stream, Cancellation);
    }

    private async Task<byte[]> Read(Caller caller, Guid id)
    {
        await using var content = (await _service.OpenAsync(caller, id, Cancellation)).Value.Content;
        using var all = new MemoryStream();
        await content.CopyToAsync(all, Cancellation);
        return all.ToArray();
    }

    private Task<Outcome<Nothing>> Claim(Caller caller, long ticketId, params Guid[] ids) => Claim(caller, ticketId, ids, false);

    private Task<Outcome<Nothing>> Claim(Caller caller, long ticketId, Guid id, bool isInternal) => Claim(caller, ticketId, [id], isInternal);

    private Task<Outcome<Nothing>> Claim(Caller caller, long ticketId, Guid[] ids, bool isInternal) =>
        Town.Runner.ChangeAsync<Nothing>(caller, Guid.NewGuid(), async op =>
            await AttachmentService.ClaimAsync(op, new Subject(nameof(Ticket), ticketId), ids, isInternal, cancellation: Cancellation) is { } refusal ? refusal : Nothing.Value, Cancellation);

    /// <summary>What an upload leaves behind when the process is killed in the middle.</summary>
    private Guid CutOff(Caller caller)
    {
        var id = Guid.CreateVersion7();
        Town.Write(db => db.Attachments.Add(new Attachment
        {
            Id = id,
            FileName = "半.pdf",
            ContentType = "application/pdf",
            UploadedById = caller.AccountId,
            UploadedAt = Town.Clock.Now,
            Chunks = { new AttachmentChunk { Index = 0, Bytes = SampleFiles.Pdf() } },
        }));
        return id;
    }

    [Fact]
    public async Task Store_BeyondWhatAnAccountMayHold_IsRefusedUntilSomeIsHandedInOrDiscarded()
    {
        var service = Limited(new AttachmentSettings { UnclaimedMegabytes = 40 });
        var (caller, other) = (Town.Stranger(), Town.Stranger());
        var first = (await StoreAsync(service, caller, 19 * Megabyte)).Value;
        Assert.True((await StoreAsync(service, caller, 20 * Megabyte)).Done);

        var refused = (await StoreAsync(service, caller, Megabyte + 1)).Refusal;

        Assert.Equal("Attachment.Quota", refused?.Code);
        Assert.Contains("超过40 MB", refused!.Sentence, StringComparison.Ordinal);
        Assert.Equal(2, (await IdsOf(caller)).Count); // the refused one leaves nothing
        Assert.True((await StoreAsync(service, other, Megabyte + 1)).Done);
        Assert.True((await service.DiscardAsync(caller, Guid.NewGuid(), first.Id, Cancellation)).Done);
        Assert.True((await StoreAsync(service, caller, Megabyte + 1)).Done);
    }

    [Fact]
    public async Task Store_WhileOthersOfTheAccountAreComingIn_CountsThem()
    {
        var service = Limited(new AttachmentSettings { UnclaimedMegabytes = 20 });
        var caller = Town.Stranger();
        var id = CutOff(caller);
        await using (var db = Town.Look())
        {
            await db.Attachments.Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Length, 20 * AttachmentRules.Megabyte), Cancellation);
        }

        Assert.Equal("Attachment.Quota", (await StoreAsync(service, caller, 100)).Refusal?.Code);
    }

    private AttachmentService Limited(AttachmentSettings settings) => new(Town.Runner, Town.Contexts, Town.Clock, _realTime, Options.Create(settings));

    private static async Task<Outcome<AttachmentItem>> StoreAsync(AttachmentService service, Caller caller, int length)
    {
        using var content = new MemoryStream(SampleFiles.Pdf(length));
        return await service.StoreAsync(caller, "说明.pdf", content, Cancellation);
    }

    private async Task<HashSet<Guid>> IdsOf(Caller caller)
    {
        await using var db = Town.Look();
        return await db.Attachments.Where(a => a.UploadedById == caller.AccountId).Select(a => a.Id).ToHashSetAsync(Cancellation);
    }

    private async Task NothingIsLeftOf(Caller caller)
    {
        Assert.Empty(await IdsOf(caller));
        await using var db = Town.Look();
        Assert.False(await db.AttachmentChunks.AnyAsync(c => !db.Attachments.Any(a => a.Id == c.AttachmentId), Cancellation));
    }

    public sealed class OnSqlite(SqliteDatabase database) : AttachmentServiceTests(database), IClassFixture<SqliteDatabase>
    {
        [Fact]
        public async Task Store_BelowTheFloorOfFreeSpace_IsRefusedWithASentence()
        {
            var refused = (await StoreAsync(Limited(new AttachmentSettings { FreeMegabytes = int.MaxValue }), Town.Stranger(), 100)).Refusal;

            Assert.Equal("Attachment.NoSpace", refused?.Code);
            Assert.Contains("存储空间不足", refused!.Sentence, StringComparison.Ordinal);
            Assert.True((await StoreAsync(Limited(new AttachmentSettings { FreeMegabytes = 0 }), Town.Stranger(), 100)).Done);
        }
    }

    public sealed class OnPostgres(PostgresDatabase database) : AttachmentServiceTests(database), IClassFixture<PostgresDatabase>;

    /// <summary>Gives the same bytes again and again, until the line breaks.</summary>
    private sealed class Endless(byte[] piece, long breaksAfter = long.MaxValue) : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Given >= breaksAfter)
            {
                throw new IOException("The line broke.");
            }

            var count = Math.Min(piece.Length, buffer.Length);
            piece.AsMemory(0, count).CopyTo(buffer);
            Given += count;
            return ValueTask.FromResult(count);
        }
    }
}
