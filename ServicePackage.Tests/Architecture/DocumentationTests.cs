using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using ServicePackage.Core.Data;

namespace ServicePackage.Tests.Architecture;

/// <summary>What Core offers says what it is.</summary>
public sealed class DocumentationTests
{
    private static readonly IReadOnlyList<Type> Types =
        [.. typeof(AppDbContext).Assembly.GetExportedTypes().Where(t => t.Namespace?.Contains(".Migrations", StringComparison.Ordinal) != true)];

    private static readonly HashSet<string> Documented =
        [.. XDocument.Load(Path.ChangeExtension(typeof(AppDbContext).Assembly.Location, ".xml"))
            .Descendants("member").Where(m => m.HasElements).Select(m => (string)m.Attribute("name")!)];

    [Fact]
    public void Types_OfCore_AreDocumented() =>
        Assert.Empty(Types.Select(t => $"T:{NameOf(t)}").Except(Documented));

    [Fact]
    public void Methods_OfCore_AreDocumented()
    {
        var found =
            from type in Types
            where !type.IsEnum && type.GetMethod("<Clone>$") is null // records bring methods of their own
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where !method.IsSpecialName && method.GetCustomAttribute<CompilerGeneratedAttribute>() is null
                && (!type.IsValueType || method.Name is not ("Equals" or "GetHashCode" or "ToString"))
            let name = $"M:{NameOf(type)}.{method.Name}"
            where !Documented.Any(d => d == name || d.StartsWith($"{name}(", StringComparison.Ordinal) || d.StartsWith($"{name}`", StringComparison.Ordinal))
            select name;

        Assert.Empty(found);
    }

    private static string NameOf(Type type) => (type.FullName ?? type.Name).Replace('+', '.');
}
