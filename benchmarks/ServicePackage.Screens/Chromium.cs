using Microsoft.Playwright;
using ServicePackage.Core.Accounts;
using ServicePackage.Web;

namespace ServicePackage.Screens;

/// <summary>The browser, and people signed in to it.</summary>
public static class Chromium
{
    /// <summary>The same engine twice: without the windows of its own that a page needs in the other, the first opens one in half the time.</summary>
    private static readonly string[] Programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    /// <summary>Where the browser is; null where there is none.</summary>
    public static string? Program { get; } = Array.Find(Programs, File.Exists);

    public static async Task<IBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    internal static async Task<IBrowserContext> ContextAsync(IBrowser browser, Uri address, string? state)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            StorageState = state,
        });
        context.SetDefaultTimeout(20_000);
        return context;
    }

    /// <summary>Signs somebody in by the form, and gives what the browser then holds.</summary>
    internal static async Task<string> SignInAsync(IBrowser browser, Uri address, string user)
    {
        await using var context = await ContextAsync(browser, address, null);
        var page = await context.NewPageAsync();
        await page.GotoAsync(Addresses.SignIn);
        await page.FillAsync("[name='Form.UserName']", user);
        await page.FillAsync("[name='Form.Password']", DemoAccounts.Password);
        await page.ClickAsync(".button.main");
        await page.WaitForURLAsync(new Uri(address, Addresses.Home).ToString());
        return await context.StorageStateAsync();
    }
}
