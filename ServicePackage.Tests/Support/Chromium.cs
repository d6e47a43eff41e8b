using Microsoft.Playwright;

namespace ServicePackage.Tests.Support;

/// <summary>The one real browser of a test run; each test opens a context of its own in it.</summary>
public static class Chromium
{
    private static readonly Lazy<Task<IBrowser>> Shared = new(LaunchAsync);

    /// <summary>The browser. Skips the test where there is none; on the continuous integration that is a failure.</summary>
    public static Task<IBrowser> RequireAsync()
    {
        const string Missing = "Chromium was not found; on Debian: apt-get install chromium-headless-shell fonts-noto-cjk.";
        if (Screens.Chromium.Program is null && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(Missing);
        }

        Assert.SkipUnless(Screens.Chromium.Program is not null, Missing);
        return Shared.Value;
    }

    private static Task<IBrowser> LaunchAsync()
    {
        Assertions.SetDefaultExpectTimeout(30_000); // generous: outcomes are asserted, not speed
        return Screens.Chromium.LaunchAsync();
    }
}
