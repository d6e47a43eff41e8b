using Bunit;
using Microsoft.AspNetCore.Components;
using ServicePackage.Web.Layout;

namespace ServicePackage.Tests.Web.Shared;

public sealed class PageErrorBoundaryTests
{
    [Fact]
    public async Task Page_WhenItFails_GivesANumberInsteadOfTheException()
    {
        await using var context = new BunitContext();
        var boundary = context.Render<PageErrorBoundary>(p => p
            .AddChildContent<Failing>()
            .Add(b => b.ErrorContent, _ => builder => builder.AddContent(0, "sorry")));

        Assert.Equal(8, boundary.Instance.Reference.Length);
        Assert.Contains("sorry", boundary.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", boundary.Markup, StringComparison.Ordinal);
    }

    private sealed class Failing : ComponentBase
    {
        protected override void OnInitialized() => throw new InvalidOperationException("secret");
    }
}
