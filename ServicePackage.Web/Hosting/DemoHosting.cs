using ServicePackage.Core.Data;
using ServicePackage.Core.Demo;

namespace ServicePackage.Web.Hosting;

/// <summary>The demo town at the start of the server; the verbs of the console fill nothing.</summary>
public static class DemoHosting
{
    /// <summary>Whether the demo town is filled.</summary>
    internal const string Fill = "Demo:Fill";

    /// <summary>
    /// Fills an empty database in Development, elsewhere but in Production with <c>Demo:Fill=true</c>; <c>Demo:Fill=false</c> turns it off.
    /// False, with one sentence on the console, when the program must not start.
    /// </summary>
    public static async Task<bool> FillDemoTownAsync(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var asked = app.Configuration.GetValue<bool?>(Fill);
        var outcome = await app.Services.GetRequiredService<DemoTown>().FillAsync(app.Environment.EnvironmentName, asked);
        if (outcome.Refusal is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Sentence);
        }

        if (outcome.Done)
        {
            await app.Services.GetRequiredService<DatabaseStart>().HoldFileAsync();
            await app.Services.GetRequiredService<DemoClock>().StartAsync(app.Environment.EnvironmentName);
        }

        return outcome.Done;
    }
}
