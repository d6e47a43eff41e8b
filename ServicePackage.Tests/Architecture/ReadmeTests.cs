using Microsoft.Extensions.Configuration;
using ServicePackage.Tests.Support;
using ServicePackage.Web.Verbs;

namespace ServicePackage.Tests.Architecture;

/// <summary>What the README says is so.</summary>
public sealed class ReadmeTests
{
    public static TheoryData<string> Readmes => ["README.md", "README.zh-CN.md"];

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Verbs_AreAllDescribed(string readme) =>
        Assert.All(VerbTable.All, v => Assert.Contains($"| `{v.Words}", Repository.Read(readme), StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Settings_AreAllDescribedWithTheirDefaults(string readme)
    {
        var rows = Repository.Read(readme).Split('\n');
        var settings = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(Repository.Root, "ServicePackage.Web", "appsettings.json"))
            .Build().AsEnumerable()
            .Where(s => s.Value is not null && !s.Key.StartsWith("Logging:", StringComparison.Ordinal));

        Assert.All(settings, s => Assert.Contains(rows, r => r.StartsWith($"| `{s.Key}` |", StringComparison.Ordinal) && r.Contains(s.Value!, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Paths_Exist(string readme)
    {
        string[] named = ["STYLE.md", "CHANGELOG.md", "docs/decisions", "docs/procedure.md", "docs/clocks.md", ".ci/run", "ServicePackage.Core/Tickets/Procedure/ProcedureSettings.cs"];

        Assert.All(named, n => Assert.Contains(n, Repository.Read(readme), StringComparison.Ordinal));
        Assert.All(named, n => Assert.True(Path.Exists(Path.Combine(Repository.Root, n)), n));
    }
}
