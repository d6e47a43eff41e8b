using ServicePackage.Core.Enterprises;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Conditions;

/// <summary>What is asked of the items of a list, in words.</summary>
internal static class ItemsWording
{
    /// <summary>持有专精特新称号; 近3年内无事故与失信记录; 有1项投资与技改项目（…）.</summary>
    public static string Leaf(ItemsLeaf leaf)
    {
        var (time, what, verb) = (Time(leaf.Where), What(leaf), Wording.Text($"Items.Verb.{leaf.List}"));
        return leaf switch
        {
            { Sum: true } => Wording.Sentence("Items.Sum", time, what, Wording.Sentence($"Condition.{leaf.Must}", FactWording.Number(FactKind.Money, leaf.To, leaf.To))),
            { Must: Must.AtMost, To: 0 } => Wording.Sentence("Items.None", time, what),
            { Must: Must.AtLeast, To: 1, List: ListCatalogue.Title, Where.First: true } => Wording.Sentence("Items.First", time, what),
            { Must: Must.AtLeast, To: 1, List: ListCatalogue.Title } => Wording.Sentence(leaf.Where.Held ? "Items.Held" : "Items.EverHeld", time, what),
            { Must: Must.AtLeast, To: 1 } => Wording.Sentence("Items.Has", time, what, verb),
            { Must: Must.AtLeast } => Wording.Sentence("Items.Count", time, what, verb, Wording.Sentence("Condition.NoFewer", FactWording.Number(FactKind.Count, leaf.To, leaf.To))),
            _ => Wording.Sentence("Items.Count", time, what, verb, Wording.Sentence($"Condition.{leaf.Must}", FactWording.Number(FactKind.Count, leaf.To, leaf.To))),
        };
    }

    private static string Time(ItemFilter where) =>
        where.YearsAgo is { } ago ? ago switch { 0 => Wording.Text("Items.ThisYear"), 1 => Wording.Text("Items.LastYear"), _ => Wording.Sentence("Items.YearsAgo", ago) }
            : where.WithinYears is { } within ? within == 1 ? Wording.Text("Items.WithinYear") : Wording.Sentence("Items.WithinYears", within)
            : where.Since is { } since ? Wording.Sentence("Items.Since", since)
            : "";

    private static string What(ItemsLeaf leaf)
    {
        var where = leaf.Where;
        var kinds = where.Kinds is null ? "" : ConditionWording.Listed(where.Kinds.Select(k => MeasureWording.Inner(KindName(leaf.List, k))));
        var levels = where.Levels is null ? "" : ConditionWording.Listed(where.Levels.Select(l => LevelName(leaf.List, l)));
        var more = new[]
        {
            where.RankAtMost is { } rank ? Wording.Sentence("Items.RankAtMost", rank) : null,
            where.AmountAtLeast is { } amount ? Wording.Sentence("Items.AmountAtLeast", FactWording.Number(FactKind.Money, amount, amount)) : null,
            where.ShareAtLeast is { } share ? Wording.Sentence("Items.ShareAtLeast", FactWording.Number(FactKind.Share, share, share)) : null,
            where.StillListed ? Wording.Text("Items.StillListed") : null,
            where.Held && leaf.List != ListCatalogue.Title ? Wording.Text("Items.HeldOn") : null,
            where.First && leaf is not { Must: Must.AtLeast, To: 1, List: ListCatalogue.Title } ? Wording.Text("Items.ForTheFirstTime") : null,
            where.Flag is { } flag ? Wording.Text(flag ? $"Items.Flag.{leaf.List}" : $"Items.FlagNot.{leaf.List}") : null,
        }.OfType<string>().ToList();
        var (before, name) = (levels.Length == 0 ? "" : Wording.Sentence("Items.Level", levels), kinds.Length > 0 ? kinds : levels.Length > 0 && Wording.Find($"Items.Things.{leaf.List}") is { } things ? things : MeasureWording.Inner(ListName(leaf.List)));
        return (leaf.List == ListCatalogue.Title && kinds.Length > 0 ? Wording.Sentence("Items.Title", before, name) : before + name)
            + (more.Count == 0 ? "" : Wording.Sentence("Items.Where", string.Join(Wording.Text("Condition.Comma"), more)));
    }

    /// <summary>What a list is called.</summary>
    public static string ListName(string list) => ListCatalogue.Find(list)?.Name ?? list;

    /// <summary>What a kind of item is called.</summary>
    public static string KindName(string list, string kind) => ListCatalogue.Find(list)?.Kind(kind)?.Name ?? kind;

    /// <summary>What a level is called.</summary>
    public static string LevelName(string list, string level) => ListCatalogue.Find(list)?.LevelName(level) ?? level;
}
