using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Verbs;

namespace ServicePackage.Tests.Web.Verbs;

public sealed class DoctorTests : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();

    public async ValueTask InitializeAsync() => await _database.InitializeAsync();

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Doctor_WhenAllIsRight_SaysSoLineByLine()
    {
        var town = new Town(_database);
        town.Administrator();
        town.Write(db =>
        {
            var year = TownToday.Year;
            db.CalendarYears.AddRange(new[] { year, year + 1 }.Except(db.CalendarYears.Select(y => y.Year)).Select(y => new ServicePackage.Core.WorkingTime.CalendarYear { Year = y }));
        });

        var (code, lines) = await RunAsync("--TrustedProxies:0=127.0.0.1");

        Assert.True(code == 0, string.Join('\n', lines));
        Assert.DoesNotContain(lines, l => l.StartsWith("[问题]", StringComparison.Ordinal));
        Assert.Contains("[正常] 数据库可以打开和写入。", lines);
        Assert.Contains("[正常] 数据库结构是最新的。", lines);
        Assert.Contains("[正常] 采信的反向代理：127.0.0.1。", lines);
        Assert.Contains("[注意] 未设置邮件服务器，不发送邮件。", lines);
        Assert.Equal("检查完毕，没有需要改正的问题。", lines[^1]);
        await using var db = town.Look();
        Assert.Equal(0, db.History.Count()); // it only looked
    }

    [Fact]
    public async Task Doctor_WhenThingsAreWrong_NamesEachAndFails()
    {
        var (code, lines) = await RunAsync("--Contacts:EveryMonths=0", "--Procedure:DistrictLeader=nobody", "--Kestrel:Certificates:Default:Path=/nowhere/town.pfx");

        Assert.Equal(1, code);
        Assert.Contains(lines, l => l.StartsWith("[问题]", StringComparison.Ordinal) && l.Contains("Contacts:EveryMonths的值0超出范围", StringComparison.Ordinal));
        Assert.Contains("[问题] 还没有系统管理员，请用admin create设立。", lines);
        Assert.Contains("[问题] 设置Procedure:DistrictLeader指定的账号nobody不存在或已停用，区级企业三级超期无人接报。", lines);
        Assert.Contains(lines, l => l.StartsWith("[问题] 证书/nowhere/town.pfx无法读取", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("[问题] 没有加密访问", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Attachments:FreeMegabytes=500MB")]
    [InlineData("Procedure:Opening=morning")]
    [InlineData("Mail:Port=abc")]
    public async Task Doctor_WhenASettingCannotBeRead_NamesItAndLooksOn(string setting)
    {
        var (code, lines) = await RunAsync("--" + setting);

        Assert.Equal(1, code);
        Assert.Contains(lines, l => l.StartsWith("[问题]", StringComparison.Ordinal) && l.Contains(setting.Split(':')[0], StringComparison.Ordinal));
        Assert.Contains("[问题] 还没有系统管理员，请用admin create设立。", lines);
    }

    [Fact]
    public async Task Doctor_WhenTheMailServerDoesNotAnswer_SaysSo()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var (code, lines) = await RunAsync("--Mail:Host=127.0.0.1", $"--Mail:Port={port}", "--Mail:Security=None", "--Mail:From=town@example.cn", "--Mail:PublicAddress=https://town.example");

        Assert.Equal(1, code);
        Assert.Contains("[问题] 邮件服务器127.0.0.1不可用：邮件服务器无法连接。", lines);
    }

    [Fact]
    public async Task Doctor_WhenThereIsNoDatabaseYet_SaysSoAndMakesNone()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");

        var (code, lines) = await RunAsync($"--ConnectionStrings:ServicePackage=Data Source={path}");

        Assert.Equal(1, code);
        Assert.Contains(lines, l => l.StartsWith($"[问题] 还没有数据库文件“{path}”", StringComparison.Ordinal));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Doctor_WhileSomebodyHoldsTheLock_SaysThatTheDatabaseTakesNothing()
    {
        await using var db = new Town(_database).Look();
        await using var held = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);

        var (code, lines) = await RunAsync($"--ConnectionStrings:ServicePackage={_database.ConnectionString};Default Timeout=1");

        Assert.Equal(1, code);
        Assert.Contains(lines, l => l.StartsWith("[问题]", StringComparison.Ordinal) && l.Contains(new ServicePackage.Core.Operations.Refusal("Busy").Sentence, StringComparison.Ordinal));
    }

    private static DateOnly TownToday => ServicePackage.Core.WorkingTime.TownTime.DayOf(TimeProvider.System.GetUtcNow().UtcDateTime);

    private async Task<(int Code, string[] Lines)> RunAsync(params string[] more)
    {
        await using var said = new StringWriter();
        var verb = VerbTable.Find(["doctor"])!;
        var database = more.Any(m => m.StartsWith("--ConnectionStrings", StringComparison.Ordinal)) ? [] : new[] { $"--ConnectionStrings:ServicePackage={_database.ConnectionString}" };
        var code = await verb.Run(new VerbConsole(TextReader.Null, said, said, Typed: false), [.. database, .. more]);
        return (code, said.ToString().Trim().Split('\n', StringSplitOptions.TrimEntries));
    }
}
