using System.Reflection;
using Microsoft.AspNetCore.Components;
using ServicePackage.Screens;
using ServicePackage.Web;

namespace ServicePackage.Tests.Web;

public sealed class AddressesTests
{
    private static readonly HashSet<string> Constants =
        [.. typeof(Addresses).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)];

    [Fact]
    public void Pages_StandInTheListOfAddresses()
    {
        var routes = typeof(Addresses).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template);

        Assert.DoesNotContain(routes, r => !r.Contains('{', StringComparison.Ordinal) && !Constants.Contains(r));
    }

    [Fact]
    public void Pages_AreLookedAtByTheScriptOfScreens()
    {
        var routes = typeof(Addresses).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template);

        Assert.Equal(routes.Order(StringComparer.Ordinal), Visits.All.Select(v => v.Route).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Visits.All.Count, Visits.All.DistinctBy(v => v.Name).Count());
    }

    [Theory]
    [InlineData("/tickets?page=2", "/tickets?page=2")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("~/tickets", "/")]
    [InlineData("tickets", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Local_IsTheAddressOnlyWithinTheProgram(string? address, string expected) =>
        Assert.Equal(expected, Addresses.Local(address));
}
