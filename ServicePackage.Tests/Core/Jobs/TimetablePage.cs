using System.Globalization;
using System.Text;
using ServicePackage.Core.Jobs;
using ServicePackage.Core.Rooms;
using ServicePackage.Core.Words;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Core.Jobs;

/// <summary>Writes the schedule as the page of the documentation shows it.</summary>
internal static class TimetablePage
{
    public static string Render()
    {
        var page = new StringBuilder();
        page.Append("""
            # The jobs

            What runs by itself, written from what each room contributes (`IJobs`); a test keeps this page equal to it. `DOCS_WRITE=1 dotnet test` writes it anew.
            Each runs once at the start of the program and then at its interval, never beside itself; it handles what is due as of an instant of its clock.

            | number | job | 任务 | every | as of | said by |
            | --- | --- | --- | --- | --- | --- |

            """.ReplaceLineEndings("\n"));
        foreach (var job in new Timetable(Town.House).Jobs)
        {
            var room = Town.House.Of<IJobs>().Single(r => r.Jobs.Any(j => j.Name == job.Name)).GetType().Name;
            page.Append(CultureInfo.InvariantCulture, $"| {job.Number} | {job.Name} | {Wording.Text($"Job.{job.Name}")} | {Every(job)} | {(job.OnRealTime ? "real time" : "the town's clock")} | `{room}` |\n");
        }

        return page.ToString();
    }

    private static string Every(Job job) => job.Every switch
    {
        { TotalMinutes: 1 } => "minute",
        { TotalHours: 1 } => "hour",
        { TotalDays: 1 } => "day",
        var other => other.ToString("c", CultureInfo.InvariantCulture),
    };
}
