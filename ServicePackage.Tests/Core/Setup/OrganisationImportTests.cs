using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Setup;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Setup;

public abstract class OrganisationImportTests(TestDatabase database) : TownTests(database)
{
    private OrganisationImport Import => new(Town.Runner, new AccountService(Town.Runner, Passwords.Hasher, new UpperInvariantLookupNormalizer(), Town.Time));

    [Fact]
    public async Task Import_WhenEveryRowIsGood_SetsUpOrganisationsWithTheirPeople()
    {
        var admin = Town.Administrator();
        var preview = await CheckAsync(admin,
            ["产业发展中心", "产业发展中心", "021 5915 7000", "赵一", "分派员", 13800000001d, "zhao@example.cn", "zhaoyi"],
            ["产业发展中心", "", "", "赵一", "中心负责人", "", "", "zhaoyi"],
            ["希望经济城", "经济城", "", "钱二", "总经理", "", "", ""],
            ["市场监管所", "配合部门", "", "", "", "", "", ""]);

        Assert.Equal(new Imported(Organisations: 3, Accounts: 2), (await Import.ImportAsync(admin, Guid.NewGuid(), preview, cancellation: Cancellation)).Value);

        await using var db = Town.Look();
        var centre = await db.Organisations.SingleAsync(o => o.Kind == OrganisationKind.Centre, Cancellation);
        Assert.Equal(("产业发展中心", "021-59157000"), (centre.Name, centre.Phone));
        var zhao = await db.Users.Include(a => a.Posts).SingleAsync(a => a.UserName == "zhaoyi", Cancellation);
        Assert.Equal([PostKind.Dispatcher, PostKind.CentreLead], zhao.Posts.Select(p => p.Kind).Order());
        Assert.True(await db.Users.AnyAsync(a => a.UserName == "钱二", Cancellation)); // the name where no user name is given
        Assert.Equal(["zhaoyi", "钱二"], preview.Accounts.Select(a => a.UserName));
    }

    [Fact]
    public async Task Check_WhenRowsAreBad_NamesEachByRowAndColumnAndNothingIsWritten()
    {
        var admin = Town.Administrator();
        Town.Centre();
        var preview = await CheckAsync(admin,
            ["第二中心", "产业发展中心", "", "", "", "", "", ""],
            ["城建办", "办公室", "110", "", "", "", "", ""],
            ["规土所", "责任单位", "", "孙三", "总经理", "", "", ""],
            ["规土所", "经济城", "", "李四", "打字员", "", "", ""],
            ["规土所", "", "", "周五", "承办人", "13800000005", "", ""],
            ["规土所", "", "", "周五", "联络人", "13800000006", "", ""],
            ["", "责任单位", "", "", "", "", "", ""]);

        Assert.Equal(
            ["2 Kind Organisation.OneOnly", "3 Kind Organisation.KindMissing", "3 OfficePhone Phone.Form", "4 Post Account.PostElsewhere", "5 Kind Import.OtherKind", "5 Post Import.PostUnknown",
                "7 UserName Import.SameUserName", "8 Name Missing"],
            preview.Faults.Select(f => $"{f.Row} {f.Column} {f.Reason.Code}").Order(StringComparer.Ordinal));
        Assert.Equal("Import.HasFaults", (await Import.ImportAsync(admin, Guid.NewGuid(), preview, cancellation: Cancellation)).Refusal?.Code);
        await using var db = Town.Look();
        Assert.Equal(2, await db.Organisations.CountAsync(Cancellation)); // the Centre and the administration
        Assert.Equal(1, await db.Users.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Import_OfTheSameTableAgain_ChangesNothing()
    {
        var admin = Town.Administrator();
        object?[][] rows = [["城建办", "责任单位", "", "孙三", "承办人", "", "", ""], ["城建办", "", "", "李四", "联络人", "", "", "lisi"]];
        var first = await CheckAsync(admin, rows);
        Assert.True((await Import.ImportAsync(admin, Guid.NewGuid(), first, cancellation: Cancellation)).Done);

        var again = await CheckAsync(admin, [.. rows, ["城建办", "责任单位", "", "王五", "单位负责人", "", "", ""]]);

        Assert.Equal([ImportState.Known, ImportState.Known, ImportState.New], again.States.OrderBy(s => s.Key).Select(s => s.Value));
        Assert.Equal(new Imported(Accounts: 1), (await Import.ImportAsync(admin, Guid.NewGuid(), again, cancellation: Cancellation)).Value);
    }

    [Fact]
    public async Task Check_OfANameThatSomebodyElsewhereHas_AsksWhoItIs()
    {
        var admin = Town.Administrator();
        await Import.ImportAsync(admin, Guid.NewGuid(), await CheckAsync(admin, ["城建办", "责任单位", "", "张伟", "承办人", "", "", ""]), cancellation: Cancellation);

        var preview = await CheckAsync(admin, ["规土所", "责任单位", "", "张伟", "承办人", "13800000009", "", ""]);
        Assert.Equal(["2 UserName Import.Namesake"], preview.Faults.Select(f => $"{f.Row} {f.Column} {f.Reason.Code}"));

        var other = await CheckAsync(admin, ["规土所", "责任单位", "", "张伟", "承办人", "13800000009", "", "zhangwei2"]);
        Assert.Equal(["zhangwei2"], other.Accounts.Select(a => a.UserName));
    }

    [Fact]
    public async Task Check_WhenAUserNameIsSomebodyElses_IsRefused()
    {
        var admin = Town.Administrator();
        Town.Write(db => db.Users.Add(new Account { UserName = "sun", NormalizedUserName = "SUN", DisplayName = "孙二", SecurityStamp = "x" }));

        var preview = await CheckAsync(admin, ["城建办", "责任单位", "", "孙三", "承办人", "", "", "Sun"]);

        Assert.Equal("2 UserName UserNameTaken", Assert.Single(preview.Faults.Select(f => $"{f.Row} {f.Column} {f.Reason.Code}")));
    }

    private async Task<ImportPreview<OrganisationColumn>> CheckAsync(Caller who, params object?[][] rows) =>
        (await Import.CheckAsync(who, await SheetOf.RowsAsync<OrganisationColumn>(rows, Cancellation), Cancellation)).Value;

    public sealed class OnSqlite(SqliteDatabase database) : OrganisationImportTests(database), IClassFixture<SqliteDatabase>;

    public sealed class OnPostgres(PostgresDatabase database) : OrganisationImportTests(database), IClassFixture<PostgresDatabase>;
}
