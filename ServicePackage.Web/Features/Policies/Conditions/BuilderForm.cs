using ServicePackage.Core.Conditions;

namespace ServicePackage.Web.Features.Policies.Conditions;

/// <summary>The one form that is open in an outline: it changes a row, or adds one at a place.</summary>
/// <param name="At">The row it changes; or the row it was opened at, beside or in which it adds one.</param>
/// <param name="IsNew">Whether it adds a row.</param>
/// <param name="Into">The group that a new row goes into.</param>
/// <param name="Place">Its place there.</param>
/// <param name="Leaf">The leaf that is typed; null where it is a group.</param>
/// <param name="Group">The group or part of one that is typed; null where it is a leaf.</param>
public sealed record BuilderForm(OutlineNode At, bool IsNew, OutlineNode Into, int Place, LeafInput? Leaf, GroupInput? Group)
{
    /// <summary>A form that changes a row.</summary>
    public static BuilderForm Changing(OutlineNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return new BuilderForm(node, IsNew: false, node.Parent ?? node, 0,
            node.Leaf is { } leaf ? LeafReading.Of(leaf) : null,
            node.Group is { } group ? GroupReading.Of(group, group.Kind == GroupKind.Band ? node.Parent!.Group!.By : null) : null);
    }

    /// <summary>A form that adds a condition: into a group, or after a condition.</summary>
    public static BuilderForm NewLeaf(OutlineNode node) => Adding(node, new LeafInput(), null);

    /// <summary>A form that adds a group: into a group, or after a condition.</summary>
    public static BuilderForm NewGroup(OutlineNode node) => Adding(node, null, new GroupInput { Kind = GroupKind.Any });

    /// <summary>A form that adds a part to a group that has such.</summary>
    public static BuilderForm NewPart(OutlineNode group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return new BuilderForm(group, IsNew: true, group, group.Children.Count, null,
            new GroupInput { Kind = group.PartKind!.Value, Of = group.Group!.By });
    }

    private static BuilderForm Adding(OutlineNode node, LeafInput? leaf, GroupInput? group)
    {
        var (into, place) = node.TakesConditions ? (node, node.Children.Count) : (node.Parent!, node.Parent!.Children.IndexOf(node) + 1);
        return new BuilderForm(node, IsNew: true, into, place, leaf, group);
    }
}
