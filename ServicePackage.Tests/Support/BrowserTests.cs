using Microsoft.Playwright;
using ServicePackage.Core.Operations;
using ServicePackage.Screens;
using ServicePackage.Web.Layout;

namespace ServicePackage.Tests.Support;

/// <summary>
/// The base of a test in a real browser: opens pages as somebody, in a language, a theme and a width. A script error, an
/// error on the console or a breach of the content security policy on any page of a test fails it.
/// </summary>
[Collection(OneRow)]
public abstract class BrowserTests(WebTown web) : IAsyncLifetime
{
    /// <summary>The collection of all of them: they share one browser.</summary>
    public const string OneRow = "Browser";

    private readonly List<IBrowserContext> _contexts = [];
    private readonly List<string> _errors = [];
    private readonly List<string> _expected = [];

    protected WebTown Web { get; } = web;

    protected Town Town => Web.Town;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => new(Chromium.RequireAsync());

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            await TellAsync(context);
            await context.CloseAsync();
        }

        if (HasFailed)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', Web.Errors.Lines.Select(l => $"{l.Text}\n{l.Exception}")));
        }

        GC.SuppressFinalize(this);
        Assert.True(_errors.Count == 0, string.Join('\n', _errors));
    }

    /// <summary>Opens a page for this person (nobody when null) in a browser context of its own.</summary>
    protected async Task<IPage> OpenAsync(string address, Caller? person = null, string language = Languages.Chinese, bool dark = false, int width = 1440, int height = 900)
    {
        var browser = await Chromium.RequireAsync();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Web.Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
        });
        _contexts.Add(context);
        context.SetDefaultTimeout(30_000);
        await context.AddCookiesAsync(
        [
            new Cookie { Name = Languages.CookieName, Value = Uri.EscapeDataString($"c={language}|uic={language}"), Url = Web.Address.ToString() },
            new Cookie { Name = Appearance.ThemeCookie, Value = dark ? Appearance.DarkTheme : Appearance.LightTheme, Url = Web.Address.ToString() },
        ]);
        if (person is { } somebody)
        {
            await context.AddCookiesAsync([Web.CookieOf(somebody.SessionId is null ? await Web.BeginSessionAsync(somebody) : somebody)]);
        }

        return await OpenAsync(context, address);
    }

    /// <summary>Opens a further page in the context of another.</summary>
    protected async Task<IPage> OpenAsync(IBrowserContext context, string address)
    {
        ArgumentNullException.ThrowIfNull(context);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) =>
        {
            if (!IsExpected(error))
            {
                _errors.Add($"{page.Url}: {error}");
            }
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsExpected(message.Text))
            {
                _errors.Add($"{page.Url}: {message.Text}");
            }
        };
        await ShowAsync(page, address);
        return page;
    }

    /// <summary>Goes to another address in the same page, as typing it does.</summary>
    protected static async Task ShowAsync(IPage page, string address)
    {
        ArgumentNullException.ThrowIfNull(page);
        await page.GotoAsync(address);
        if (await page.Locator("script[src*='blazor.web']").CountAsync() > 0)
        {
            await ReadyAsync(page);
        }
    }

    /// <summary>Goes to each address as its person, in a page a person, and looks at it there.</summary>
    protected async Task ForEachAsync(IEnumerable<(string Address, Caller Person)> visits, Func<IPage, string, Task> look, string language, bool dark = false, int width = 1440)
    {
        ArgumentNullException.ThrowIfNull(visits);
        ArgumentNullException.ThrowIfNull(look);
        foreach (var person in visits.GroupBy(v => v.Person, v => v.Address))
        {
            IPage? page = null;
            foreach (var address in person)
            {
                if (page is null)
                {
                    page = await OpenAsync(address, person.Key, language, dark, width);
                }
                else
                {
                    await ShowAsync(page, address);
                }

                await look(page, address);
            }

            await page!.CloseAsync();
        }
    }

    /// <summary>Waits until the page answers to clicks.</summary>
    protected static Task ReadyAsync(IPage page) =>
        Assertions.Expect(page.Locator("html[data-ready]")).ToBeAttachedAsync(new LocatorAssertionsToBeAttachedOptions { Timeout = 20_000 });

    /// <summary>What axe finds wrong with the page, by WCAG 2.2 AA, as one line a finding. Waits until no message is fading: half gone it has no contrast.</summary>
    protected static async Task<IReadOnlyList<string>> AxeAsync(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        await Assertions.Expect(page.Locator(".mud-snackbar")).ToHaveCountAsync(0);
        return [.. (await Axe.ViolationsAsync(page)).SelectMany(v => v.Elements.Select(e => $"{v.Id}: {v.Help}: {e}"))];
    }

    /// <summary>Axe finds nothing wrong with the page; what it finds stands in the report in full.</summary>
    protected static async Task AccessibleAsync(IPage page)
    {
        var findings = await AxeAsync(page);
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    /// <summary>Keeps a picture of the page where SCREENSHOTS names a folder, to be looked at.</summary>
    protected static async Task ScreenshotAsync(IPage page, string name)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
        }
    }

    /// <summary>How many pixels the page is wider than its window.</summary>
    protected static Task<int> SidewaysOverflowAsync(IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    private static bool HasFailed => TestContext.Current.TestState?.Result == TestResult.Failed;

    /// <summary>Names an error on the console that the test brings about on purpose.</summary>
    protected void Allow(string partOfText) => _expected.Add(partOfText);

    /// <summary>What stands on the pages of a test that failed, so that its report says what a person would have seen.</summary>
    private static async Task TellAsync(IBrowserContext context)
    {
        if (!HasFailed)
        {
            return;
        }

        foreach (var page in context.Pages)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{page.Url}\n{await page.InnerTextAsync("main")}");
        }
    }

    private bool IsExpected(string text) => _expected.Any(e => text.Contains(e, StringComparison.Ordinal));
}
