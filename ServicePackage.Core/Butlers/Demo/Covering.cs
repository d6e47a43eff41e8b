using Microsoft.Extensions.DependencyInjection;
using ServicePackage.Core.Demo;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Butlers.Demo;

/// <summary>Butlers of the demo town who are absent: one now, one in a week.</summary>
internal sealed class Covering(Stage stage)
{
    private readonly CommandIds _commands = stage.Services.GetRequiredService<CommandIds>();

    /// <summary>Both in one.</summary>
    public IEnumerable<Scene> Scenes() => [new Scene(stage.Now, _ => MakeAsync())];

    private async Task MakeAsync()
    {
        await GiveAsync("city-a", "city-a-2", 0, 11, "外出培训（演示）");
        await GiveAsync("city-b", "city-b-manager", 7, 20, "休年假（演示）");
    }

    private async Task GiveAsync(string absent, string coverer, int from, int until, string reason)
    {
        var people = stage.Services.GetRequiredService<Founding>().People;
        var input = new CoverInput { AbsentId = people[absent], CovererId = people[coverer], From = stage.Anchor.AddDays(from), Until = stage.Anchor.AddDays(until), Reason = reason };
        (await stage.Services.GetRequiredService<CoverService>().GiveAsync(new Caller(people[absent]), _commands.Next(), input)).MustBeDone("cover");
    }
}
