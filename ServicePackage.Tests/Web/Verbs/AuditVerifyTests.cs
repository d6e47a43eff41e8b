using Microsoft.EntityFrameworkCore;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Verbs;

namespace ServicePackage.Tests.Web.Verbs;

public sealed class AuditVerifyTests : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();

    public async ValueTask InitializeAsync() => await _database.InitializeAsync();

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Verify_WhenSound_SaysHowMuchWasChecked()
    {
        await WriteAsync(new Town(_database));

        var (code, text) = await RunAsync();

        Assert.Equal(0, code);
        Assert.Matches("^历史记录完好：[1-9][0-9]*个事项，共[1-9][0-9]*条记录，已封存0次。$", text);
    }

    [Fact]
    public async Task Verify_WhenAltered_NamesTheFirstBrokenEntryAndFails()
    {
        var town = new Town(_database);
        var id = await WriteAsync(town);
        town.Write(db => db.History.ExecuteUpdate(h => h.SetProperty(e => e.Act, "Forged")));

        Assert.Equal((1, $"Organisation {id} 的历史记录第1条内容被改动。"), await RunAsync());
    }

    private static async Task<long> WriteAsync(Town town)
    {
        var unit = town.Unit();
        await town.Runner.ActAsSystemAsync(town.Clock.Now, op =>
        {
            op.Note(unit, "Check");
            return Task.CompletedTask;
        }, TestContext.Current.CancellationToken);
        return unit.Id;
    }

    private async Task<(int Code, string Text)> RunAsync()
    {
        await using var said = new StringWriter();
        var verb = VerbTable.Find(["audit", "verify"])!;
        var code = await verb.Run(new VerbConsole(TextReader.Null, said, said, Typed: false), [$"--ConnectionStrings:ServicePackage={_database.ConnectionString}"]);
        return (code, said.ToString().Trim());
    }
}
