using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Web.Hosting;

/// <summary>The program itself, started as an operator starts it, where it cannot start: it says one sentence and ends with 1.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("servicepackage-started-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public Task Database_ThatIsAFolder_IsSaid() => RefusesAsync("是一个文件夹", database: $"Data Source={_folder}");

    [Fact]
    public async Task Database_WhoseFolderCannotBeMade_IsSaid()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "file"), "", Cancellation);

        await RefusesAsync("无法建立数据库所在的文件夹", database: $"Data Source={_folder}/file/below/town.db");
    }

    [Theory]
    [InlineData("rubbish")]
    [InlineData("Sata Dource=town.db")]
    [InlineData("Host=127.0.0.1;Prot=5432")]
    public Task ConnectionString_ThatIsNone_IsSaid(string database) => RefusesAsync("数据库连接设置无法识别", database);

    [Fact]
    public Task Server_ThatCannotBeReached_IsSaid() => RefusesAsync("无法连接数据库服务器127.0.0.1:" + FreePort(), database: $"Host=127.0.0.1;Port={FreePort()};Username=a;Password=b;Database=c");

    [Theory]
    [InlineData("Procedure:Handling:Coordination=-5", "Procedure:Handling:Coordination的值-5超出范围")]
    [InlineData("Procedure:Coordination=5", "Coordination")]
    [InlineData("Procedure:Opening=morning", "Procedure:Opening")]
    [InlineData("Contacts:EveryMonths=0", "Contacts:EveryMonths的值0超出范围")]
    [InlineData("SignIn:FailuresPerMinutePerAddress=0", "SignIn:FailuresPerMinutePerAddress的值0超出范围")]
    [InlineData("Circuits:MostPerAccount=many", "Circuits:MostPerAccount")]
    [InlineData("TrustedProxies:0=proxy.example", "TrustedProxies:0的值“proxy.example”不是IP地址")]
    [InlineData("Mail:Host=mail.example", "Mail:From")]
    [InlineData("Demo:Fill=maybe", "Fill=maybe")]
    public Task Setting_ThatIsWrong_IsSaid(string setting, string said) => RefusesAsync(said, more: "--" + setting);

    [Fact]
    public async Task FileOfSettings_ThatIsNoJson_IsSaid()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "appsettings.json"), """{ "Mail": { "Host": "mail.example" """, Cancellation);

        await RefusesAsync($"设置文件“{_folder}/appsettings.json”格式有误", folder: _folder);
    }

    [Fact]
    public async Task Address_ThatIsTaken_IsSaid()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        await RefusesAsync($"地址{address}已被其他程序占用", more: $"--urls={address}");
    }

    private int FreePort() => _port ??= Free();

    private int? _port;

    private static int Free()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    private async Task RefusesAsync(string said, string? database = null, string? more = null, string? folder = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder ?? Path.Combine(Repository.Root, "ServicePackage.Web") };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ServicePackage.Web.dll"));
        start.ArgumentList.Add("--ConnectionStrings:ServicePackage=" + (database ?? $"Data Source={_folder}/town.db"));
        start.ArgumentList.Add(more ?? "--urls=http://127.0.0.1:0");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["LANG"] = "zh_CN.UTF-8";
        using var program = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        try
        {
            var (error, output) = (program.StandardError.ReadToEndAsync(patience.Token), program.StandardOutput.ReadToEndAsync(patience.Token));
            await program.WaitForExitAsync(patience.Token);

            Assert.Equal(1, program.ExitCode);
            Assert.Contains(said, (await error).Trim(), StringComparison.Ordinal);
            Assert.Single((await error).Trim().Split('\n'));
            Assert.DoesNotContain("   at ", await output, StringComparison.Ordinal);
        }
        finally
        {
            if (!program.HasExited)
            {
                program.Kill(entireProcessTree: true);
            }
        }
    }
}
