using ServicePackage.Tests.Support;
using ServicePackage.Web;

namespace ServicePackage.Tests.Browser;

/// <summary>What axe finds is told, with the element: a check that breaks on its first finding hides it.</summary>
public sealed class AxeTests(WebTown web) : BrowserTests(web), IClassFixture<WebTown>
{
    [Fact]
    public async Task Finding_IsToldWithItsElement()
    {
        var page = await OpenAsync(Addresses.Home, Town.Administrator());
        await page.EvaluateAsync("() => document.querySelector('main').insertAdjacentHTML('beforeend', '<img id=\"unnamed\" src=\"data:,\">')");

        var found = await AxeAsync(page);

        Assert.Contains(found, f => f.StartsWith("image-alt:", StringComparison.Ordinal) && f.Contains("id=\"unnamed\"", StringComparison.Ordinal));
    }
}
