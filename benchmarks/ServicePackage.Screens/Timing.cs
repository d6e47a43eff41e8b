using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using ServicePackage.Core.Accounts;
using ServicePackage.Web;

namespace ServicePackage.Screens;

/// <summary>Times what readers do on the demo town, and how long an open page is of no use when the program is started anew. Prints the table of docs/benchmarks.md.</summary>
internal static class Timing
{
    private const int Restarts = 5;

    public static Task<int> RunAsync(Options options) => Towns.InAsync(options.Kept, folder => TimeAllAsync(options, folder));

    private static async Task<int> TimeAllAsync(Options options, string folder)
    {
        var database = await Towns.MakeAsync(Towns.Full, folder);
        await SayTownAsync(database);
        var facts = await TownFacts.ReadAsync(database);
        await using var browser = await Chromium.LaunchAsync();
        var signedIn = new Dictionary<string, string>();
        await using (var server = await TownServer.StartAsync(database))
        {
            foreach (var user in Act.All.Select(a => a.User).Distinct())
            {
                signedIn[user] = await Chromium.SignInAsync(browser, server.Address, DemoAccounts.Prefix + user);
            }

            Console.WriteLine("| page | act | n | median | p95 | layout shift | after it was drawn | with what the act moves |");
            Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
            foreach (var act in Act.All.Where(a => options.Includes($"{a.Page} {a.Name}")))
            {
                await TimeAsync(browser, server.Address, signedIn[act.User], act, act.In is { } find ? find(facts) : act.From, options.Times);
            }
        }

        await RestartAsync(browser, database, signedIn["dispatcher"]);
        return 0;
    }

    private static async Task SayTownAsync(string database)
    {
        await using var db = Towns.Open(database);
        Console.WriteLine($"{db.Enterprises.Count()} enterprises, {db.Tickets.Count()} demands, {db.TicketClocks.Count(c => c.BreachedAt != null && c.EndedAt == null)} breached clocks open, on {Environment.ProcessorCount} cores");
        Console.WriteLine();
    }

    /// <summary>Does one act again and again, each time on the page opened anew; the first, which warms everything up, is not counted.</summary>
    private static async Task TimeAsync(IBrowser browser, Uri address, string state, Act act, string? from, int times)
    {
        await using var context = await Chromium.ContextAsync(browser, address, state);
        var page = await context.NewPageAsync();
        var measured = new List<double[]>();
        for (var time = 0; time <= times; time++)
        {
            if (from is not null)
            {
                await page.GotoAsync(from);
                await ReadyAsync(page);
                await (act.Before?.Invoke(page) ?? Task.CompletedTask);
            }

            if (from is null || await page.Locator(act.Click).CountAsync() == 0)
            {
                Console.WriteLine($"| `{act.Page}` | {act.Name} | 0 | not there | | | | |");
                return;
            }

            await page.EvaluateAsync(Looking.Script("measure.js"), new { click = act.Click, choose = act.Choose, shown = act.Shown, there = act.There });
            await page.Keyboard.PressAsync("F8");
            var found = await page.EvaluateAsync<double[]>("() => window.measured");
            await page.EvaluateAsync("() => sessionStorage.clear()"); // what was typed and not saved is offered again
            if (time > 0)
            {
                measured.Add(found);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| `{act.Page}` | {act.Name} | {times} | {Of(0, 0.5):0} ms | {Of(0, 0.95):0} ms | {Of(1, 0.5):0.000} | {Of(2, 0.5):0.000} | {Of(3, 0.5):0.000} |"));

        double Of(int what, double part) => At([.. measured.Select(m => m[what])], part);
    }

    /// <summary>The program ends and is started anew at once; the page that was open is of use when a click on it shows another one.</summary>
    private static async Task RestartAsync(IBrowser browser, string database, string state)
    {
        var server = await TownServer.StartAsync(database);
        var (started, seconds) = (new List<double>(), new List<double>());
        try
        {
            await using var context = await Chromium.ContextAsync(browser, server.Address, state);
            var page = await context.NewPageAsync();
            await page.GotoAsync(Addresses.Overdue);
            await ReadyAsync(page);
            for (var time = 0; time < Restarts; time++)
            {
                await page.EvaluateAsync("() => { delete document.documentElement.dataset.ready; }");
                var begun = Stopwatch.StartNew();
                await server.DisposeAsync();
                server = await TownServer.StartAsync(database, address: server.Address);
                started.Add(begun.Elapsed.TotalSeconds);
                await ReadyAsync(page);
                var (link, here) = time % 2 == 0 ? (Addresses.Tickets, "tickets") : (Addresses.Overdue, "overdue");
                await page.ClickAsync($".rail a[href='{link}']");
                await page.WaitForURLAsync($"**/{here}");
                await page.Locator("tbody tr").First.WaitForAsync();
                seconds.Add(begun.Elapsed.TotalSeconds);
            }
        }
        finally
        {
            await server.DisposeAsync();
        }

        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"After a restart an open page was of use again after {At(seconds, 0.5):0.0} s (median of {Restarts}; {seconds.Max():0.0} s at most); {At(started, 0.5):0.0} s of it is the start of the program."));
    }

    private static Task ReadyAsync(IPage page) => page.Locator("html[data-ready]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached, Timeout = 60_000 });

    private static double At(List<double> values, double part) => values.Order().ElementAt((int)Math.Ceiling(part * values.Count) - 1);
}
