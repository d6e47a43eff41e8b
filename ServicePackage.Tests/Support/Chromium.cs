using Microsoft.Playwright;

namespace ServicePackage.Tests.Support;

/// <summary>The one real browser of a test run; each test opens a context of its own in it.</summary>
public static class Chromium
{
    private const string Path = "/usr/bin/chromium";

    private static readonly Lazy<Task<IBrowser>> Shared = new(LaunchAsync);

    /// <summary>The browser. Skips the test where there is none; on the continuous integration that is a failure.</summary>
    public static Task<IBrowser> RequireAsync()
    {
        const string Missing = "Chromium is not at " + Path + "; on Debian: apt-get install chromium fonts-noto-cjk.";
        if (!File.Exists(Path) && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(Missing);
        }

        Assert.SkipUnless(File.Exists(Path), Missing);
        return Shared.Value;
    }

    private static async Task<IBrowser> LaunchAsync()
    {
        Assertions.SetDefaultExpectTimeout(30_000); // generous: outcomes are asserted, not speed
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            Headless = true,
            Args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }
}
