using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Architecture;

/// <summary>What may know what.</summary>
public sealed partial class LayerTests
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Core = typeof(AppDbContext).Assembly;
    private static readonly Assembly Web = typeof(Program).Assembly;

    private static readonly Type[] Components = [.. Web.GetTypes().Where(t => t.IsAssignableTo(typeof(IComponent)) && !t.IsAbstract)];

    [Fact]
    public void Core_KnowsNoScreenNoSchedulerNoHttp()
    {
        string[] forbidden = ["ServicePackage.Web", "MudBlazor", "Quartz", "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Http"];

        Assert.DoesNotContain(Core.GetReferencedAssemblies(), a => forbidden.Any(f => a.Name!.StartsWith(f, StringComparison.Ordinal)));
    }

    [Fact]
    public void WorkingTime_KnowsNoOtherFeature()
    {
        string[] below = ["Data", "History", "Operations", "Words", "WorkingTime"];
        var found =
            from file in Repository.Files("ServicePackage.Core/WorkingTime", ".cs")
            from match in FeatureOfCore().Matches(Repository.Read(file))
            where !below.Contains(match.Groups[1].Value)
            select $"{Path.GetFileName(file)}: {match.Value}";

        Assert.Empty(found);
    }

    [Fact]
    public void Methods_AreNeverAsyncVoid()
    {
        var found = new[] { Core, Web, typeof(LayerTests).Assembly }
            .SelectMany(a => a.GetTypes())
            .SelectMany(t => t.GetMethods(Own))
            .Where(m => m.ReturnType == typeof(void) && m.GetCustomAttribute<AsyncStateMachineAttribute>() is not null)
            .Select(m => $"{m.DeclaringType}.{m.Name}");

        Assert.Empty(found);
    }

    [Fact]
    public void Components_HoldNoDatabaseContext()
    {
        var found =
            from component in Components
            from type in component.GetProperties(Own).Select(p => p.PropertyType)
                .Concat(component.GetFields(Own).Select(f => f.FieldType))
                .Concat(component.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => p.ParameterType))
            where type.IsAssignableTo(typeof(DbContext)) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDbContextFactory<>))
            select $"{component}: {type}";

        Assert.Empty(found);
    }

    [Fact]
    public void Pages_SayWhoMayOpenThem()
    {
        var found = Components
            .Where(c => c.GetCustomAttributes<RouteAttribute>().Any())
            .Where(c => c.GetCustomAttribute<AuthorizeAttribute>() is null && c.GetCustomAttribute<AllowAnonymousAttribute>() is null);

        Assert.Empty(found);
    }

    [GeneratedRegex(@"\bServicePackage\.Core\.(\w+)")]
    private static partial Regex FeatureOfCore();
}
