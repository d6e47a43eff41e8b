using ServicePackage.Core.Conditions;

namespace ServicePackage.Web.Features.Policies.Conditions;

/// <summary>
/// A condition while it is built: rows that can be added, changed, moved and taken away, with a group around the whole. Unlike a condition it may be incomplete.
/// </summary>
public sealed class Outline
{
    private int _last;

    public Outline(Condition? condition)
    {
        Root = Of(condition ?? new AllOf([]));
        if (!Root.IsPlainGroup)
        {
            var only = Root;
            Root = New(new GroupSettings(GroupKind.All));
            Insert(only, Root, 0);
        }
    }

    /// <summary>The group around the whole.</summary>
    public OutlineNode Root { get; private set; }

    public bool IsEmpty => Root.Children.Count == 0;

    /// <summary>The rows, from the top down.</summary>
    public IEnumerable<OutlineNode> Rows => Root.Whole;

    /// <summary>The condition as far as it is built; null where there is nothing.</summary>
    public Condition? Condition => IsEmpty ? null : Root.Group!.Kind == GroupKind.AtLeast ? Composed(Root) : Content(Root);

    /// <summary>The condition as it is kept; empty where there is nothing.</summary>
    public string Json => Condition is { } condition ? ConditionJson.Write(condition) : "";

    /// <summary>The condition as it would be kept once it has been in an outline, so that two can be compared.</summary>
    public static string JsonOf(Condition? condition) => new Outline(condition).Json;

    /// <summary>Puts a leaf into a group.</summary>
    public OutlineNode Add(Condition leaf, OutlineNode into, int at)
    {
        var node = Of(leaf);
        Insert(node, into, at);
        return node;
    }

    /// <summary>Puts a group or a part of one into a group. Bands begin with two, for there are never fewer.</summary>
    public OutlineNode Add(GroupSettings group, OutlineNode into, int at)
    {
        ArgumentNullException.ThrowIfNull(group);
        var node = New(group);
        Insert(node, into, at);
        if (group.Kind == GroupKind.Bands)
        {
            Insert(New(new GroupSettings(GroupKind.Band)), node, 0);
            Insert(New(new GroupSettings(GroupKind.Band)), node, 1);
        }

        return node;
    }

    /// <summary>Takes a row away with all under it. Gives what brings it back, where the group it stood in is still there; otherwise to the end of the whole.</summary>
    public Func<OutlineNode> Remove(OutlineNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var (parent, at) = (node.Parent!, node.Parent!.Children.IndexOf(node));
        parent.Children.RemoveAt(at);
        return () =>
        {
            var into = Rows.Contains(parent) ? parent : Root;
            Insert(node, into, Math.Min(at, into.Children.Count));
            return node;
        };
    }

    /// <summary>Begins anew from another condition. Gives what brings the former back.</summary>
    public Func<OutlineNode> Replace(Condition? condition)
    {
        var former = Root;
        Root = Copied(new Outline(condition).Root);
        return () => Root = former;
    }

    /// <summary>Puts a group around a condition: of another kind than the one it stands in.</summary>
    public OutlineNode Wrap(OutlineNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var (parent, at) = (node.Parent!, node.Parent!.Children.IndexOf(node));
        var group = New(new GroupSettings(parent.Group!.Kind == GroupKind.Any ? GroupKind.All : GroupKind.Any));
        parent.Children.RemoveAt(at);
        Insert(group, parent, at);
        Insert(node, group, 0);
        return group;
    }

    /// <summary>Dissolves a group: what stood in it stands in its place.</summary>
    public OutlineNode Unwrap(OutlineNode group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var (parent, at, children) = (group.Parent!, group.Parent!.Children.IndexOf(group), group.Children.ToList());
        parent.Children.RemoveAt(at);
        for (var i = 0; i < children.Count; i++)
        {
            Insert(children[i], parent, at + i);
        }

        return children.Count > 0 ? children[0] : parent;
    }

    /// <summary>Whether a row can change places with the one before or after it in its group.</summary>
    public static bool CanMove(OutlineNode node, bool up)
    {
        ArgumentNullException.ThrowIfNull(node);
        var (siblings, at) = (node.Parent?.Children, node.Parent?.Children.IndexOf(node) ?? 0);
        return siblings is not null && (up ? at > 0 : at < siblings.Count - 1);
    }

    /// <summary>Lets a row change places with the one before or after it.</summary>
    public static void Move(OutlineNode node, bool up)
    {
        ArgumentNullException.ThrowIfNull(node);
        var (siblings, at) = (node.Parent!.Children, node.Parent.Children.IndexOf(node));
        siblings.RemoveAt(at);
        siblings.Insert(at + (up ? -1 : 1), node);
    }

    /// <summary>Whether a condition can leave its group to stand after it.</summary>
    public static bool CanLeave(OutlineNode node) => node is { IsCondition: true, Parent.Parent.TakesConditions: true };

    /// <summary>Lets a condition leave its group, to stand after it.</summary>
    public static void Leave(OutlineNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var group = node.Parent!;
        group.Children.Remove(node);
        Insert(node, group.Parent!, group.Parent!.Children.IndexOf(group) + 1);
    }

    /// <summary>The group just before a condition, into which it can go; null where there is none.</summary>
    public static OutlineNode? GroupBefore(OutlineNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node is { IsCondition: true, Parent: { } parent } && parent.Children.IndexOf(node) is > 0 and var at && parent.Children[at - 1].IsPlainGroup ? parent.Children[at - 1] : null;
    }

    /// <summary>Lets a condition go to the end of the group before it.</summary>
    public static void Enter(OutlineNode node, OutlineNode group)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(group);
        node.Parent!.Children.Remove(node);
        Insert(node, group, group.Children.Count);
    }

    /// <summary>The bands of a figure, as a condition names them.</summary>
    public static Bands BandsOf(OutlineNode bands) => (Bands)Composed(bands);

    private static void Insert(OutlineNode node, OutlineNode into, int at)
    {
        into.Children.Insert(at, node);
        node.Parent = into;
    }

    private static Condition Content(OutlineNode node) =>
        node.Children is [var only] ? Composed(only)
            : node.Group!.Kind == GroupKind.Any ? new AnyOf([.. node.Children.Select(Composed)])
            : new AllOf([.. node.Children.Select(Composed)]);

    private static Condition Composed(OutlineNode node) => node.Leaf ?? node.Group!.Kind switch
    {
        GroupKind.All => new AllOf([.. node.Children.Select(Composed)]),
        GroupKind.Any => new AnyOf([.. node.Children.Select(Composed)]),
        GroupKind.AtLeast => new AtLeast(node.Group.Count, [.. node.Children.Select(Composed)]),
        GroupKind.Bands => new Bands(node.Group.By!, [.. node.Children.Select(b => new Band(Content(b), b.Group!.UpTo, b.Group.Below))]),
        GroupKind.Score => new Score(node.Group.Points, [.. node.Children.Select(PartOf)]),
        _ => throw new InvalidOperationException($"{node.Group.Kind} is a part of a group."),
    };

    private static ScorePart PartOf(OutlineNode part) => new(part.Group!.Chinese, part.Group.English, [.. part.Children.Select(ItemOf)], part.Group.Points);

    private static ScoreItem ItemOf(OutlineNode item) =>
        new(item.Group!.Chinese, item.Group.English, [.. item.Children.Select(s => new ScoreStep(s.Group!.Points, Content(s)))], item.Group.Points);

    private OutlineNode New(GroupSettings group) => new(++_last) { Group = group };

    private OutlineNode Of(Condition condition) => condition switch
    {
        AllOf all => With(new GroupSettings(GroupKind.All), all.Of.Select(Of)),
        AnyOf any => With(new GroupSettings(GroupKind.Any), any.Of.Select(Of)),
        AtLeast some => With(new GroupSettings(GroupKind.AtLeast) { Count = some.Count }, some.Of.Select(Of)),
        Bands bands => With(new GroupSettings(GroupKind.Bands) { By = bands.By }, bands.Of.Select(b =>
            With(new GroupSettings(GroupKind.Band) { UpTo = b.UpTo, Below = b.Below }, Within(b.Then)))),
        Score score => With(new GroupSettings(GroupKind.Score) { Points = score.Minimum }, score.Of.Select(p =>
            With(new GroupSettings(GroupKind.Part) { Chinese = p.Chinese, English = p.English, Points = p.Minimum }, p.Items.Select(i =>
                With(new GroupSettings(GroupKind.Item) { Chinese = i.Chinese, English = i.English, Points = i.Otherwise }, i.Steps.Select(s =>
                    With(new GroupSettings(GroupKind.Step) { Points = s.Points }, Within(s.When)))))))),
        _ => new OutlineNode(++_last) { Leaf = condition },
    };

    private IEnumerable<OutlineNode> Within(Condition condition) => condition is AllOf all ? all.Of.Select(Of) : [Of(condition)];

    private OutlineNode With(GroupSettings group, IEnumerable<OutlineNode> children)
    {
        var node = New(group);
        foreach (var child in children.ToList())
        {
            Insert(child, node, node.Children.Count);
        }

        return node;
    }

    /// <summary>The rows of another outline, known here by keys of their own.</summary>
    private OutlineNode Copied(OutlineNode other)
    {
        var node = new OutlineNode(++_last) { Group = other.Group, Leaf = other.Leaf };
        foreach (var child in other.Children)
        {
            Insert(Copied(child), node, node.Children.Count);
        }

        return node;
    }
}
