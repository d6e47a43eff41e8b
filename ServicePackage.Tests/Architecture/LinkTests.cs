using System.Text.RegularExpressions;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Architecture;

/// <summary>The documentation leads to what exists.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_LeadToFilesThatExist(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        var lost = Link().Matches(Repository.Read(page)).Select(m => m.Groups[1].Value)
            .Where(l => !l.Contains("://", StringComparison.Ordinal) && !l.StartsWith('#'))
            .Where(l => !Path.Exists(Path.Combine(folder, l.Split('#')[0])));

        Assert.Empty(lost);
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
