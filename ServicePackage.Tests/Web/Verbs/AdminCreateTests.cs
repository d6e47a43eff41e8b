using ServicePackage.Tests.Support;
using ServicePackage.Web.Verbs;

namespace ServicePackage.Tests.Web.Verbs;

public sealed class AdminCreateTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task AdminCreate_TwiceAndWithoutAName_MakesOneAndSaysWhyNot()
    {
        Assert.Equal((0, ""), await RunAsync("a-quiet-river-2026", "admin", "create", "--user", "管理员", "--name", "王敏"));
        var (again, why) = await RunAsync("a-quiet-river-2026", "admin", "create", "--user", "second");
        Assert.Equal(1, again);
        Assert.Contains("已有系统管理员", why, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("", "admin", "create")).Code);

        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal("王敏", db.Users.Single().DisplayName);
    }

    [Fact]
    public void Find_WithoutAVerb_StartsTheServer()
    {
        Assert.Null(VerbTable.Find([]));
        Assert.Null(VerbTable.Find(["--urls", "http://127.0.0.1:5080"]));
        Assert.Null(VerbTable.Find(["admin"]));
    }

    private async Task<(int Code, string Errors)> RunAsync(string input, params string[] args)
    {
        using var errors = new StringWriter();
        using var answers = new StringWriter();
        using var typed = new StringReader(input);
        string[] all = [.. args, $"--ConnectionStrings:ServicePackage={database.ConnectionString}"];
        var code = await VerbTable.Find(all)!.RunAsync(all, new VerbConsole(typed, answers, errors, Typed: false));
        return (code, errors.ToString());
    }
}
