using System.Text.RegularExpressions;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Architecture;

/// <summary>The floors of Core's house (docs/rooms.md): a room never names one above it, nor another of its own floor; read from its usings.
/// A room's own Demo folder, its part of the demo town, may name the demo's cast.</summary>
public sealed partial class FloorTests
{
    /// <summary>From the ground up. The ground floor's rooms stand on each other.</summary>
    private static readonly string[][] Floors =
    [
        ["Words", "WorkingTime", "Data", "Operations", "History", "Live", "Rooms"],
        ["Notices", "Mail", "Attachments", "Search", "Jobs"],
        ["Documents"],
        ["Organisations", "Accounts"],
        ["Enterprises", "Butlers"],
        ["Conditions", "FollowUps"],
        ["Policies", "Catalogue", "Tickets"],
        ["Events", "Roster"],
        ["Packages"],
        ["Boards", "Setup"],
        ["Demo"],
    ];

    /// <summary>The one model names every row there is.</summary>
    private const string Model = "AppDbContext.cs";

    /// <summary>What is named all the same, with its reason. An entry whose file is empty is for the whole room.</summary>
    private static readonly Dictionary<(string Room, string File, string Named), string> Allowed = new()
    {
        [("Operations", "", "Accounts")] = "Every act is somebody's: the actor's rights are read inside the operation.",
        [("Operations", "", "Notices")] = "What an act tells people is written in its transaction.",
        [("Operations", "", "Mail")] = "So are the mails of its notices.",
        [("Mail", "", "Notices")] = "Mail is how notices leave the program.",
        [("Mail", "", "Accounts")] = "A mail has a reader: an address and the rights of the moment.",
        [("Organisations", "", "Accounts")] = "Posts join the two: an organisation's posts are held by accounts.",
        [("Accounts", "", "Organisations")] = "Posts join the two: an account's posts are in organisations.",
        [("Accounts", "Account.cs", "Enterprises")] = "An account may speak for one enterprise; its row refers to it.",
        [("Butlers", "", "Enterprises")] = "A butler is one of an enterprise, a contact one with an enterprise; never the other way.",
        [("Butlers", "Contact.cs", "Tickets")] = "A contact may be the call that asked for a demand's answer; its row refers to it.",
        [("Butlers", "ContactService.cs", "Tickets")] = "So does what is typed: the number of that demand, among those the actor sees.",
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
        where parts.Length > 2 && !file.Contains("/Migrations/", StringComparison.Ordinal) && parts[^1] != Model
        from match in Using().Matches(Repository.Read(file))
        let room = parts[1]
        let named = match.Groups[1].Value
        where room != named && FloorOf(named) >= Math.Max(FloorOf(room), 1) && !(named == "Demo" && parts[^2] is "Demo" or "Stories")
        select (room, parts[^1], named);

    private static int FloorOf(string room) => Array.FindIndex(Floors, f => f.Contains(room));

    [GeneratedRegex(@"^(?:global )?using (?:static )?ServicePackage\.Core\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
