using System.Net;
using System.Text.RegularExpressions;
using ServicePackage.Tests.Support;
using ServicePackage.Web;

namespace ServicePackage.Tests.Web.Hosting;

public sealed partial class StylesheetTests(WebTown web) : IClassFixture<WebTown>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stylesheets_OfAPage_AreServed()
    {
        using var client = web.Client();
        var addresses = Link().Matches(await client.GetStringAsync(Addresses.SignIn, Cancellation)).Select(m => m.Groups[1].Value).ToList();

        Assert.Contains(addresses, a => Scoped().IsMatch(a));
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(address, Cancellation);
            Assert.Equal((HttpStatusCode.OK, "text/css"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    [GeneratedRegex("""<link rel="stylesheet" href="([^"]+)""")]
    private static partial Regex Link();

    /// <summary>The components' own styles, with the fingerprint that a change of them changes.</summary>
    [GeneratedRegex(@"^ServicePackage\.Web(\.\w+)?\.styles(\.\w+)?\.css$")]
    private static partial Regex Scoped();
}
