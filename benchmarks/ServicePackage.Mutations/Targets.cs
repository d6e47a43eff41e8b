using System.Text.RegularExpressions;

namespace ServicePackage.Mutations;

/// <summary>What is changed, and the tests that are to notice.</summary>
internal static class Targets
{
    /// <summary>The rules: who sees and may do what, what is due when, who is told. A pattern that begins with "!" takes files out again.</summary>
    private static readonly string[] Patterns =
    [
        "**/*Access.cs",
        "**/*Visibility.cs",
        "**/*Scopes.cs",
        "**/*Doors.cs",
        "**/*Rights.cs",
        "**/*Duties.cs",
        "Accounts/Actor.cs",
        "Accounts/PostKind.cs",
        "Accounts/PostRules.cs",
        "Butlers/ButlerQueries.cs",
        "Butlers/ButlerRules.cs",
        "Butlers/ContactRules.cs",
        "Enterprises/EnterpriseQueries.cs",
        "Enterprises/*Rules.cs",
        "Organisations/OrganisationMerge.cs",
        "Organisations/OrganisationRoom.cs",
        "Organisations/Successors.cs",
        "Tickets/*Subject.cs",
        "Tickets/Amending/*.cs",
        "Tickets/Clocks/*.cs",
        "Tickets/Procedure/*.cs",
        "Tickets/Telling/*.cs",
        "WorkingTime/*.cs",
        "!**/*Texts.cs",
        "!**/*Configuration.cs",
        "!**/*Registration.cs",
        "!**/*Seeder.cs",
    ];

    /// <summary>The namespaces whose tests are run, on SQLite alone; those after "!" are left out.</summary>
    public static readonly string[] Tests =
    [
        "ServicePackage.Tests.Core",
        "ServicePackage.Tests.Architecture",
        "!ServicePackage.Tests.Core.Data",
        "!ServicePackage.Tests.Core.Demo",
        "!ServicePackage.Tests.Core.Mail",
    ];

    /// <summary>The files of Core to be changed, from the root of the checkout.</summary>
    public static IReadOnlyList<string> In(string root, string only)
    {
        var core = Path.Combine(root, "ServicePackage.Core");
        return [.. Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(core, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("bin/", StringComparison.Ordinal) && !f.StartsWith("obj/", StringComparison.Ordinal))
            .Where(f => f.Contains(only, StringComparison.Ordinal))
            .Where(f => Patterns.Any(p => p[0] != '!' && Fits(p, f)) && !Patterns.Any(p => p[0] == '!' && Fits(p[1..], f)))
            .Select(f => "ServicePackage.Core/" + f)
            .Order(StringComparer.Ordinal)];
    }

    private static bool Fits(string pattern, string file) =>
        Regex.IsMatch(file, "^" + Regex.Escape(pattern).Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal) + "$");
}
