using ServicePackage.Core.Conditions;

namespace ServicePackage.Web.Features.Policies.Conditions;

/// <summary>One row of the outline: a leaf of the condition, a group, or a part of a group.</summary>
public sealed class OutlineNode(int id)
{
    /// <summary>By which the row is known while the page is open.</summary>
    public int Id { get; } = id;

    /// <summary>What a group or a part says of itself; null of a leaf.</summary>
    public GroupSettings? Group { get; set; }

    /// <summary>What a leaf asks; null of a group.</summary>
    public Condition? Leaf { get; set; }

    /// <summary>The group it stands in; null of the whole.</summary>
    public OutlineNode? Parent { get; set; }

    public List<OutlineNode> Children { get; } = [];

    /// <summary>Whether conditions can stand directly in it.</summary>
    public bool TakesConditions => Group?.Kind is GroupKind.All or GroupKind.Any or GroupKind.AtLeast or GroupKind.Band or GroupKind.Step;

    /// <summary>Of which kind its parts are, where it takes no conditions; null otherwise.</summary>
    public GroupKind? PartKind => Group?.Kind switch
    {
        GroupKind.Bands => GroupKind.Band,
        GroupKind.Score => GroupKind.Part,
        GroupKind.Part => GroupKind.Item,
        GroupKind.Item => GroupKind.Step,
        _ => null,
    };

    /// <summary>Whether it is a condition by itself, and no part of a group.</summary>
    public bool IsCondition => Leaf is not null || Group!.Kind <= GroupKind.Score;

    /// <summary>Whether it is a group that can change its kind or be dissolved.</summary>
    public bool IsPlainGroup => Group?.Kind is GroupKind.All or GroupKind.Any or GroupKind.AtLeast;

    /// <summary>It and all under it, in the order of the rows.</summary>
    public IEnumerable<OutlineNode> Whole => Children.SelectMany(c => c.Whole).Prepend(this);
}
