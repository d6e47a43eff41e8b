using System.Text.RegularExpressions;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Architecture;

/// <summary>The floors of Core's house (docs/rooms.md): a room never names one above it, nor another of its own floor; read from its usings.</summary>
public sealed partial class FloorTests
{
    /// <summary>From the ground up. The ground floor's rooms stand on each other.</summary>
    private static readonly string[][] Floors =
    [
        ["Words", "WorkingTime", "Data", "Operations", "History", "Live", "Rooms"],
        ["Notices", "Mail", "Attachments", "Search", "Jobs"],
        ["Organisations", "Accounts"],
        ["Enterprises", "Butlers"],
        ["Tickets"],
        ["Boards"],
        ["Demo"],
    ];

    /// <summary>What is named all the same, with its reason. An entry whose file is empty is for the whole room.</summary>
    private static readonly Dictionary<(string Room, string File, string Named), string> Allowed = new()
    {
    };

    [Fact]
    public void Rooms_AllHaveTheirFloor() =>
        Assert.Equal(Directory.GetDirectories(Path.Combine(Repository.Root, "ServicePackage.Core")).Select(Path.GetFileName).Except(["bin", "obj"]).Order(), Floors.SelectMany(f => f).Order());

    [Fact]
    public void Rooms_NameOnlyThoseBelow()
    {
        var found = Named().Where(n => !Allowed.ContainsKey(n) && !Allowed.ContainsKey((n.Room, "", n.Named))).Select(n => $"{n.Room}/{n.File} names {n.Named}");

        Assert.Empty(found.Order());
    }

    [Fact]
    public void Exceptions_AreStillNeeded()
    {
        var named = Named().ToList();

        Assert.DoesNotContain(Allowed.Keys, k => !named.Exists(n => n.Room == k.Room && n.Named == k.Named && (k.File.Length == 0 || n.File == k.File)));
    }

    private static IEnumerable<(string Room, string File, string Named)> Named() =>
        from file in Repository.Files("ServicePackage.Core", ".cs")
        let parts = file.Split('/')
        where parts.Length > 2 && !file.Contains("/Migrations/", StringComparison.Ordinal)
        from match in Using().Matches(Repository.Read(file))
        let room = parts[1]
        let named = match.Groups[1].Value
        where room != named && FloorOf(named) >= Math.Max(FloorOf(room), 1)
        select (room, parts[^1], named);

    private static int FloorOf(string room) => Array.FindIndex(Floors, f => f.Contains(room));

    [GeneratedRegex(@"^(?:global )?using (?:static )?ServicePackage\.Core\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
