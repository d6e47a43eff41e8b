using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Setup;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Setup;

public abstract class EnterpriseImportTests(TestDatabase database) : TownTests(database)
{
    private EnterpriseImport Import => new(Town.Runner, new AccountService(Town.Runner, Passwords.Hasher, new UpperInvariantLookupNormalizer(), Town.Time));

    [Fact]
    public async Task Import_WhenEveryRowIsGood_EntersEnterprisesWithButlersAndAccounts()
    {
        var (admin, city) = (Town.Administrator(), Town.EconomicCity("希望经济城"));
        var butler = await NamedAsync(Town.Specialist(city), "王敏");
        var preview = await CheckAsync(admin,
            Row("上海甲精密机械有限公司", $" {Town.CreditCode(610_001).ToLowerInvariant()} ", "街镇级", "希望经济城", "陈晓明", 13800000001d, "chen@example.cn", "王敏", ""),
            Row("上海乙芯片有限公司", Town.CreditCode(610_002), "街镇重点企业", "希望经济城", "", "", "", "", ""));
        var done = new List<int>();

        Assert.Empty(await CountsAsync()); // so far it was only looked at
        var imported = (await Import.ImportAsync(admin, Guid.NewGuid(), preview, new Told(done), Cancellation)).Value;

        Assert.Equal(new Imported(Enterprises: 2, Accounts: 1, Butlers: 1), imported);
        Assert.Equal([1], done);
        await using var db = Town.Look();
        var first = await db.Enterprises.SingleAsync(e => e.CreditCode == Town.CreditCode(610_001), Cancellation);
        Assert.Equal((EnterpriseTier.Town, city.Id, "陈晓明", "13800000001"), (first.Tier, first.EconomicCityId, first.ContactName, first.ContactPhone));
        var slip = Assert.Single(preview.Accounts);
        var account = await db.Users.SingleAsync(a => a.EnterpriseId == first.Id, Cancellation);
        Assert.Equal((Town.CreditCode(610_001), "陈晓明", "13800000001", "chen@example.cn", true), (account.UserName, account.DisplayName, account.PhoneNumber, account.Email, account.MustChangePassword));
        Assert.Equal(PasswordVerificationResult.Success, Passwords.Hasher.VerifyHashedPassword(account, account.PasswordHash!, slip.Password));
        Assert.Equal(butler.AccountId, (await db.ButlerAssignments.SingleAsync(Cancellation)).AccountId);
        Assert.Equal("ButlerAssigned", (await db.Notices.SingleAsync(n => n.AccountId == butler.AccountId, Cancellation)).Kind);
        Assert.DoesNotContain(slip.Password, string.Concat(await db.CommandReceipts.Select(r => r.Result).ToListAsync(Cancellation)), StringComparison.Ordinal);
        Assert.DoesNotContain(slip.Password, string.Concat(await db.History.Select(h => h.Changes + h.Content).ToListAsync(Cancellation)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WhenRowsAreBad_NamesEachByRowAndColumnAndNothingIsWritten()
    {
        var (admin, city) = (Town.Administrator(), Town.EconomicCity("希望经济城"));
        await NamedAsync(Town.Specialist(Town.EconomicCity("马陆经济城")), "李强");
        var preview = await CheckAsync(admin,
            Row("上海甲有限公司", Town.CreditCode(611_001), "街镇级", "希望经济城", "陈晓明", "110", "a@b@c", "", "陈 晓明"),
            Row("上海乙有限公司", "91310000132260250Y", "市级", "光明经济城", "", "", "", "", ""),
            Row("上海丙有限公司", Town.CreditCode(611_003), "街镇级", "希望经济城", "", "", "", "李强", ""),
            Row("上海丁有限公司", Town.CreditCode(611_004), "区级", "希望经济城", "", "", "", "无此人", "chen"),
            Row("上海戊有限公司", Town.CreditCode(611_003), "街镇级", "希望经济城", "", "", "", "", ""));

        Assert.Equal(
            ["2 ContactPhone Phone.Form", "2 Email Account.EmailForm", "2 UserName Account.UserNameForm", "3 CreditCode CreditCode.CheckCharacter", "3 EconomicCity Import.CityUnknown",
                "3 Tier Enterprise.TierUnknown", "4 Butler Butler.UnfitTown", "5 Butler Import.ButlerUnknown", "5 ContactName Missing", "6 CreditCode Enterprise.CodeTaken"],
            preview.Faults.Select(f => $"{f.Row} {f.Column} {f.Reason.Code}").Order(StringComparer.Ordinal));
        Assert.Equal(5, preview.Count(ImportState.Bad));
        Assert.Equal("Import.HasFaults", (await Import.ImportAsync(admin, Guid.NewGuid(), preview, cancellation: Cancellation)).Refusal?.Code);
        Assert.Empty(await CountsAsync());
        Assert.Equal("希望经济城", city.Name);
    }

    [Fact]
    public async Task Check_WhenACodeIsKnown_LeavesThatEnterpriseAsItIs()
    {
        var (admin, city) = (Town.Administrator(), Town.EconomicCity("希望经济城"));
        var known = Town.Enterprise(city);
        var preview = await CheckAsync(admin,
            Row("改了名的企业", known.CreditCode, "区级", "光明经济城", "张三", "", "", "", ""),
            Row("上海新有限公司", Town.CreditCode(612_001), "区级", "希望经济城", "", "", "", "", ""));

        Assert.Equal([ImportState.Known, ImportState.New], preview.States.OrderBy(s => s.Key).Select(s => s.Value));
        Assert.Equal(new Imported(Enterprises: 1), (await Import.ImportAsync(admin, Guid.NewGuid(), preview, cancellation: Cancellation)).Value);
        await using var db = Town.Look();
        Assert.Equal(known.Name, (await db.Enterprises.SingleAsync(e => e.Id == known.Id, Cancellation)).Name);
        Assert.False(await db.Users.AnyAsync(a => a.EnterpriseId == known.Id, Cancellation));
    }

    [Fact]
    public async Task Import_WhenTheTownHasChangedSinceTheCheck_IsRefusedAsAWhole()
    {
        var (admin, city) = (Town.Administrator(), Town.EconomicCity("希望经济城"));
        var preview = await CheckAsync(admin,
            Row("上海甲有限公司", Town.CreditCode(613_001), "街镇级", "希望经济城", "陈晓明", "", "", "", "chen"),
            Row("上海乙有限公司", Town.CreditCode(613_002), "街镇级", "希望经济城", "", "", "", "", ""));
        Town.Write(db => db.Users.Add(new Account { UserName = "chen", NormalizedUserName = "CHEN", DisplayName = "陈先", SecurityStamp = "x" }));

        Assert.Equal("Import.Changed", (await Import.ImportAsync(admin, Guid.NewGuid(), preview, cancellation: Cancellation)).Refusal?.Code);
        Assert.Empty(await CountsAsync());
        Assert.Equal("希望经济城", city.Name);
    }

    [Fact]
    public async Task Import_ByTheCentre_MakesNoAccounts()
    {
        var (centre, _) = (Town.Dispatcher(), Town.EconomicCity("希望经济城"));
        var preview = await CheckAsync(centre, Row("上海甲有限公司", Town.CreditCode(614_001), "District", "希望经济城", "陈晓明", "13800000000", "", "", "chen"));

        Assert.Empty(preview.Accounts);
        Assert.Equal(new Imported(Enterprises: 1), (await Import.ImportAsync(centre, Guid.NewGuid(), preview, cancellation: Cancellation)).Value);
    }

    [Fact]
    public async Task Check_WhenItIsNoTableOfEnterprises_SaysWhatIsWrong()
    {
        var admin = Town.Administrator();

        Assert.Equal("Import.NotXlsx", await RefusalAsync("企业名称,代码"u8.ToArray()));
        Assert.Equal("Import.NotXlsx", await RefusalAsync([]));
        Assert.Equal("Import.NotXlsx", await RefusalAsync(SampleFiles.Pdf()));
        Assert.Equal("Import.Broken", await RefusalAsync([.. "PK\u0003\u0004"u8, 1, 2, 3]));
        Assert.Equal("Import.TooLarge", await RefusalAsync(new byte[ImportRules.LargestFile + 1]));
        Assert.Equal("Import.NoColumns", await RefusalAsync(await SheetOf.CellsAsync([["企业名称", "代码"], ["甲", "乙"]], Cancellation)));
        Assert.Equal("Import.NoRows", await RefusalAsync(await SheetOf.RowsAsync<EnterpriseColumn>([[null, " "]], Cancellation)));
        Assert.Equal("Import.TooManyRows", await RefusalAsync(await SheetOf.RowsAsync<EnterpriseColumn>(Enumerable.Range(0, ImportRules.MostRows + 1).Select(i => Row($"企业{i}")), Cancellation)));
        Assert.Equal("Import.TooManyRows", await RefusalAsync(await SheetOf.RowsAsync<EnterpriseColumn>([Row("上海甲科技有限公司"), .. Enumerable.Repeat<object?[]>([null], ImportRules.MostRows * 10), Row("上海乙科技有限公司")], Cancellation)));
        Assert.Equal("Import.TooManyColumns", await RefusalAsync(await SheetOf.CellsAsync([[.. Enumerable.Range(0, 201).Select(i => $"列{i}")]], Cancellation)));

        async Task<string?> RefusalAsync(byte[] content) => (await Import.CheckAsync(admin, content, Cancellation)).Refusal?.Code;
    }

    [Fact]
    public async Task Template_InEachLanguage_HasTheHeadsThatAreReadAndNothingElse()
    {
        var admin = Town.Administrator();
        Town.EconomicCity("希望经济城");
        foreach (var language in new[] { "zh-CN", "en" })
        {
            var content = await TemplateAsync(language);

            Assert.Equal("Import.NoRows", (await Import.CheckAsync(admin, content, Cancellation)).Refusal?.Code); // read in the other language too
            Assert.Equal(2, MiniExcel.GetSheetNames(new MemoryStream(content)).Count);
        }
    }

    [Fact]
    public async Task Template_NamesTheCitiesByTheirPinyin()
    {
        foreach (var name in new[] { "希望经济城", "安亭经济城", "马陆经济城" })
        {
            Town.EconomicCity(name);
        }

        await using var book = new ZipArchive(new MemoryStream(await TemplateAsync("zh-CN")));
        await using var sheet = await book.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync(Cancellation);
        var choices = (await XDocument.LoadAsync(sheet, LoadOptions.None, Cancellation)).Descendants().Where(e => e.Name.LocalName == "formula1").Select(e => e.Value);

        Assert.Contains("\"安亭经济城,马陆经济城,希望经济城\"", choices);
    }

    [Fact]
    public async Task Import_OfAWholeRoster_IsDoneInOneGo()
    {
        var (admin, city) = (Town.Administrator(), Town.EconomicCity("希望经济城"));
        var butler = await NamedAsync(Town.Specialist(city), "王敏");
        var preview = await CheckAsync(admin, [.. Enumerable.Range(0, 213).Select(i => Row($"上海第{i}有限公司", Town.CreditCode(620_000 + i), "街镇级", "希望经济城", "陈晓明", "13800000000", "", "王敏", ""))]);

        Assert.Equal(new Imported(Enterprises: 213, Accounts: 213, Butlers: 213), (await Import.ImportAsync(admin, Guid.NewGuid(), preview, cancellation: Cancellation)).Value);
        await using var db = Town.Look();
        var notice = await db.Notices.SingleAsync(n => n.AccountId == butler.AccountId, Cancellation); // told once, not 213 times
        Assert.Equal(("CaseloadAssigned", "[\"213\"]"), (notice.Kind, notice.Arguments));
    }

    private async Task<byte[]> TemplateAsync(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language); // of this method alone
        return (await Import.TemplateAsync(Town.Administrator(), Cancellation)).Value.Content;
    }

    private static object?[] Row(params object?[] cells) => cells;

    private async Task<ImportPreview<EnterpriseColumn>> CheckAsync(Caller who, params object?[][] rows) =>
        (await Import.CheckAsync(who, await SheetOf.RowsAsync<EnterpriseColumn>(rows, Cancellation), Cancellation)).Value;

    private async Task<Caller> NamedAsync(Caller who, string name)
    {
        await using var db = Town.Look();
        (await db.Users.SingleAsync(a => a.Id == who.AccountId, Cancellation)).DisplayName = name;
        await db.SaveChangesAsync(Cancellation);
        return who;
    }

    /// <summary>Everything that an import could have left behind.</summary>
    private async Task<List<string>> CountsAsync()
    {
        await using var db = Town.Look();
        return [
            .. await db.Enterprises.Select(e => e.Name).ToListAsync(Cancellation),
            .. await db.Users.Where(a => a.EnterpriseId != null).Select(a => a.UserName!).ToListAsync(Cancellation),
            .. await db.History.Select(h => h.Subject).ToListAsync(Cancellation),
            .. await db.Notices.Select(n => n.Kind).ToListAsync(Cancellation),
        ];
    }

    private sealed class Told(List<int> done) : IProgress<int>
    {
        public void Report(int value) => done.Add(value);
    }

    public sealed class OnSqlite(SqliteDatabase database) : EnterpriseImportTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : EnterpriseImportTests(database), IClassFixture<PostgresDatabase>;
}
