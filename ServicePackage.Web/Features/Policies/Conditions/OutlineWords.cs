using Microsoft.Extensions.Localization;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Words;

namespace ServicePackage.Web.Features.Policies.Conditions;

/// <summary>What the rows of an outline say.</summary>
public static class OutlineWords
{
    /// <summary>A row in the reader's language.</summary>
    public static string Row(OutlineNode node, IStringLocalizer<BuilderTexts> texts)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(texts);
        if (node.Leaf is { } leaf)
        {
            return Opening(ConditionWording.Leaf(leaf));
        }

        var group = node.Group!;
        return group.Kind switch
        {
            GroupKind.AtLeast => texts["Row.AtLeast", group.Count],
            GroupKind.Bands => texts["Row.Bands", MeasureWording.Timed(group.By!)],
            GroupKind.Band => Opening(BandName(node)) is { Length: > 0 } name ? name : texts["Row.BandOpen"],
            GroupKind.Score => texts["Row.Score", Points(group.Points)],
            GroupKind.Part => group.Points > 0 ? texts["Row.Part", Name(group), Points(group.Points)] : Name(group),
            GroupKind.Item => group.Points > 0 ? texts["Row.Item", Name(group), Points(group.Points)] : Name(group),
            GroupKind.Step => texts["Row.Step", Points(group.Points)],
            _ => Wording.Name(group.Kind),
        };
    }

    private static string BandName(OutlineNode band) => ConditionWording.BandName(Outline.BandsOf(band.Parent!), band.Parent!.Children.IndexOf(band));

    private static string Name(GroupSettings group) => Wording.Either(group.Chinese, group.English);

    private static string Points(decimal points) => FactWording.Number(FactKind.Points, points, points);

    private static string Opening(string words) => words.Length > 0 && char.IsAsciiLetterLower(words[0]) ? char.ToUpperInvariant(words[0]) + words[1..] : words;
}
