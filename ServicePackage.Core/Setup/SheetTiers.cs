using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Setup;

/// <summary>Reads the tier of an enterprise as people write it in a table, in either language, short or in full.</summary>
internal static class SheetTiers
{
    /// <summary>How the tiers are written.</summary>
    public static IReadOnlyList<string> Names => [.. Enum.GetValues<EnterpriseTier>().Select(t => Wording.Text($"Import.Tier.{t}"))];

    /// <summary>The tier that a text says; null where it says none.</summary>
    public static EnterpriseTier? Of(string text) => Enum.GetValues<EnterpriseTier>()
        .Where(t => Wording.InEveryLanguage($"Import.Tier.{t}").Concat(Wording.InEveryLanguage(Wording.KeyOf(t))).Any(n => Same(n, text)))
        .Select(t => (EnterpriseTier?)t).FirstOrDefault();

    private static bool Same(string one, string other) => one.Length > 0 && TextRules.Kept(one).Equals(TextRules.Kept(other), StringComparison.OrdinalIgnoreCase);
}
