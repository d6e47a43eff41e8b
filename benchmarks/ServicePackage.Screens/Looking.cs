using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using Microsoft.Playwright;
using ServicePackage.Core.Accounts;
using ServicePackage.Web;
using ServicePackage.Web.Layout;

namespace ServicePackage.Screens;

/// <summary>Looks at every visit in every look in three towns, keeps the pictures, and says what is wrong.</summary>
internal sealed partial class Looking(IBrowser browser, TownServer server, TownFacts facts, string town, string folder)
{
    /// <summary>What stands in Latin letters on Chinese screens too: numbers, codes, user names, forms of files.</summary>
    private const string Allowed = @"demo-[a-z0-9-]+|a-town-for-show|[0-9]{6,}[A-Z0-9]+|\b(https?|XLSX|DOCX|PPTX|PDF|pdf|JPG|JPEG|PNG|OFD|JSON|TXT|XLS|DOC|MB|KB|LED|PLC|ERP|VOC|VOCs|AGV|EPC|ISO|holidays|workdays|source|CNAS|GMP|RCEP|HMI|COD|App|APP|Mail)\b";

    private const int AtOnce = 3;

    private static readonly string Check = Script("findings.js");

    private readonly ConcurrentBag<Finding> _found = [];
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _signedIn = new();
    private readonly ConcurrentDictionary<(string? User, string Language, string Own), Lazy<Task<IBrowserContext>>> _contexts = new();

    /// <summary>Text of a script that this program carries with it.</summary>
    public static string Script(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    public static async Task<int> RunAsync(Options options)
    {
        var begun = Stopwatch.StartNew();
        var missing = typeof(Addresses).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<Microsoft.AspNetCore.Components.RouteAttribute>())
            .Select(r => r.Template).Except(Visits.All.Select(v => v.Route)).ToList();
        var found = missing.Select(route => new Finding("", route, "", "the page is in no visit")).ToList();
        await using (var browser = await Chromium.LaunchAsync())
        {
            found.AddRange(await Towns.InAsync(options.Kept, async folder =>
            {
                List<Finding> all = [];
                foreach (var town in new[] { Towns.Empty, Towns.Full, Towns.Long }.Where(t => options.Town is null || options.Town == t || (t == Towns.Full && options.Town == Towns.Long)))
                {
                    all.AddRange(await LookAtAsync(browser, town, folder, options));
                }

                return all;
            }));
        }

        await Sheet.IndexAsync(options.Folder, found);
        foreach (var finding in found.GroupBy(f => (f.Town, f.Visit, Kind: Numbers().Replace(f.What.Split('"')[0], "N"))).OrderBy(g => g.Key.Town).ThenBy(g => g.Key.Visit))
        {
            var first = finding.First();
            var others = finding.Select(f => f.What).Distinct().Count() - 1;
            Console.WriteLine($"{first.Town}/{first.Visit}: {first.What}{(others > 0 ? $" and {others} like it" : "")} [{string.Join(' ', finding.Select(f => f.Look).Distinct().Order())}]");
        }

        Console.WriteLine($"{found.Count} found in {begun.Elapsed.TotalMinutes:0.0} minutes; the sheets: {Path.Combine(options.Folder, "index.html")}");
        return found.Count == 0 ? 0 : 1;
    }

    private static async Task<IEnumerable<Finding>> LookAtAsync(IBrowser browser, string town, string towns, Options options)
    {
        var database = await Towns.MakeAsync(town, towns);
        if (options.Town is { } asked && asked != town)
        {
            return []; // made for the sake of another
        }

        var facts = await TownFacts.ReadAsync(database);
        await using var server = await TownServer.StartAsync(database);
        var looking = new Looking(browser, server, facts, town, Path.Combine(options.Folder, town));
        var visits = Visits.All.Where(v => options.Includes(v.Name) && (v.Town ?? town) == town
            && (v.User is null || facts.Has(v.User)) && v.Address(facts) is not null).ToList();
        Console.WriteLine($"{town}: {visits.Count} visits");
        var rounds = from visit in visits from language in new[] { Languages.Chinese, Languages.English } select (visit, language);
        await Parallel.ForEachAsync(rounds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (round, _) => await looking.VisitAsync(round.visit, round.language));
        await Task.WhenAll(looking._contexts.Values.Select(async c => await (await c.Value).CloseAsync()));
        await Sheet.MakeAsync(browser, looking.Folder, visits.Select(v => v.Name), looking._found);
        return looking._found;
    }

    private string Folder => folder;

    /// <summary>One visit in one language: the page is opened once, then turned dark and narrow.</summary>
    private async Task VisitAsync(Visit visit, string language)
    {
        var looks = Look.In(language).Where(l => !l.IsBetween || town != Towns.Empty).ToList(); // an empty list is as wide as it likes
        IPage? page = null;
        try
        {
            var context = await ContextAsync(visit, language);
            page = await context.NewPageAsync();
            var look = looks[0];
            page.PageError += (_, error) => Tell(visit, look, error);
            page.Console += (_, message) =>
            {
                // A page that refuses says so by its status, which the browser reports as well.
                if (message.Type == "error" && !(message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(page.Url, StringComparison.Ordinal)))
                {
                    Tell(visit, look, message.Text);
                }
            };
            foreach (var next in looks)
            {
                look = next;
                await ShowAsync(page, visit, look, first: look == looks[0]);
                foreach (var what in await page.EvaluateAsync<string[]>(Check, new { chinese = look.Language == Languages.Chinese && town != Towns.Long, longNames = town == Towns.Long, allowed = Allowed }))
                {
                    Tell(visit, look, what);
                }

                Directory.CreateDirectory(Path.Combine(folder, visit.Name));
                await page.ScreenshotAsync(new PageScreenshotOptions
                {
                    Path = Path.Combine(folder, visit.Name, look.Name + ".jpg"),
                    Type = ScreenshotType.Jpeg,
                    Quality = 80,
                    FullPage = !look.IsBetween, // of these the sheet shows the top
                });
                if (town == Towns.Full && !look.IsBetween)
                {
                    await AskAxeAsync(page, visit, look);
                }
            }
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            Tell(visit, looks[0], exception.Message.Split('\n')[0]);
        }
        finally
        {
            await (page?.CloseAsync() ?? Task.CompletedTask);
        }
    }

    private static async Task ShowAsync(IPage page, Visit visit, Look look, bool first, TownFacts facts)
    {
        await page.SetViewportSizeAsync(look.Width, look.Height);
        if (first || visit.Plain)
        {
            await page.GotoAsync(visit.Address(facts)!);
            if (await page.Locator("script[src*='blazor.web']").CountAsync() > 0)
            {
                await page.Locator("html[data-ready]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
            }

            await page.AddStyleTagAsync(new PageAddStyleTagOptions { Content = "*, *::before, *::after { transition: none !important; animation: none !important; caret-color: transparent !important; }" });
            if (visit.Open is { } open)
            {
                await open(page);
            }
        }
    }

    private async Task ShowAsync(IPage page, Visit visit, Look look, bool first)
    {
        if (visit.Plain)
        {
            await page.Context.AddCookiesAsync([Cookie(Appearance.ThemeCookie, look.Dark ? Appearance.DarkTheme : Appearance.LightTheme)]);
        }

        await ShowAsync(page, visit, look, first, facts);
        var theme = look.Dark ? Appearance.DarkTheme : Appearance.LightTheme;
        if (await page.Locator($"html[data-theme={theme}]").CountAsync() == 0 && await page.Locator(".bar-end > .when-light").CountAsync() > 0)
        {
            await page.EvaluateAsync("""
                toTheme => {
                  const open = [...document.querySelectorAll('details[open]')];
                  document.querySelector(`.bar-end > ${toTheme}`).click();
                  for (const details of open) details.open = true; // a click elsewhere closes them
                }
                """, look.Dark ? ".when-light" : ".when-dark");
            await page.Locator($"html[data-theme={theme}]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        }
    }

    private async Task AskAxeAsync(IPage page, Visit visit, Look look)
    {
        foreach (var violation in (await Axe.ViolationsAsync(page)).Where(v => v.Impact is "serious" or "critical"))
        {
            Tell(visit, look, $"axe {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Elements.Take(3).Select(e => e.Length > 120 ? e[..120] : e))}");
        }
    }

    /// <summary>Keeps what was found, and says it at once on the error stream: a run takes half an hour.</summary>
    private void Tell(Visit visit, Look look, string what)
    {
        _found.Add(new Finding(town, visit.Name, look.Name, what));
        Console.Error.WriteLine($"{town}/{visit.Name} [{look.Name}]: {what}");
    }

    private Cookie Cookie(string name, string value) => new() { Name = name, Value = value, Url = server.Address.ToString() };

    /// <summary>
    /// The browser context of a person and a language, with the person signed in; each signs in once. Pages without a circuit take their theme
    /// from a cookie, and so have contexts of their own.
    /// </summary>
    private Task<IBrowserContext> ContextAsync(Visit visit, string language) =>
        _contexts.GetOrAdd((visit.User, language, visit.Plain ? visit.Name : ""), key => new Lazy<Task<IBrowserContext>>(async () =>
        {
            var state = visit.User is null ? null : await _signedIn.GetOrAdd(visit.User, user => new Lazy<Task<string>>(() => Chromium.SignInAsync(browser, server.Address, DemoAccounts.Prefix + user))).Value;
            var context = await Chromium.ContextAsync(browser, server.Address, state);
            await context.AddCookiesAsync([Cookie(Languages.CookieName, Uri.EscapeDataString($"c={language}|uic={language}"))]);
            return context;
        })).Value;

    [System.Text.RegularExpressions.GeneratedRegex("[0-9]+")]
    private static partial System.Text.RegularExpressions.Regex Numbers();
}
