using System.Text.RegularExpressions;
using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Architecture;

/// <summary>
/// A class of the stylesheets has one home. A rule belongs to the first class its selector names: <c>.board-panel ::deep .form</c> to the board's
/// panel, <c>.form .hint</c> to forms. The home is the one file that holds the rules of a class: the component's own <c>X.razor.css</c>, or one of the
/// few shared files in <c>wwwroot</c> where several components draw it.
/// </summary>
public sealed partial class StyleTests
{
    /// <summary>Classes of markup that no rule is of and no script or test looks for; they say what an element is.</summary>
    private static readonly HashSet<string> WithoutRules = [];

    /// <summary>Classes that stand in no markup: <c>NavLink</c> marks the link of the open page; the parts that days play in a clock are an enum's names.</summary>
    private static readonly HashSet<string> MadeAtRunTime = ["active", "paused", "rest"];

    private static readonly IReadOnlyList<Rule> Rules =
        [.. Repository.Files("ServicePackage.Web", ".css").SelectMany(f => Selectors(Repository.Read(f)).Select(s => new Rule(f, s)))];

    private static readonly IReadOnlyDictionary<string, string> Markup =
        Repository.Files("ServicePackage.Web", ".razor").ToDictionary(f => f, f => Plain(Repository.Read(f) + CodeBehind(f)));

    [Fact]
    public void Classes_HaveOneHome()
    {
        var homes = from rule in Rules where rule.Of is not null group rule.File by rule.Of into files where files.Distinct().Count() > 1 select files;

        Assert.True(!homes.Any(), "A class has its rules in one file; a rule is of the first class of its selector. Move the rules together, or begin " +
            $"with a class of the component's own:\n{Lines(homes.Select(h => $".{h.Key}: {string.Join(", ", h.Distinct())}"))}");
    }

    [Fact]
    public void Classes_OfAComponentsStyles_StandInItsMarkup()
    {
        var strangers =
            from rule in Rules
            where rule.File.EndsWith(".razor.css", StringComparison.Ordinal)
            let of = rule.Of ?? ""
            let own = Markup.GetValueOrDefault(rule.File[..^".css".Length], "")
            where !Names(own, of) && !Composed(own, of) && !rule.Selector.StartsWith('[') && !rule.Selector.StartsWith('#')
            select $"{rule.File}: {rule.Selector}";

        Assert.True(!strangers.Any(), "X.razor.css reaches what X.razor itself draws, and what others draw inside it by `.own-class ::deep …`. " +
            $"Styles of several components stand in wwwroot:\n{Lines(strangers)}");
    }

    [Fact]
    public void Classes_WithRules_AreUsed()
    {
        var users = string.Join('\n', Markup.Values.Concat(Repository.Files("ServicePackage.Web", ".js").Concat(Repository.Files("ServicePackage.Web", ".cs")).Select(f => Plain(Repository.Read(f)))));
        var dead = Rules.SelectMany(r => Classes(r.Selector)).Distinct()
            .Where(c => !c.StartsWith("mud-", StringComparison.Ordinal) && !MadeAtRunTime.Contains(c) && !Names(users, c) && !Composed(users, c));

        Assert.True(!dead.Any(), $"No markup and no script has these classes; their rules can go:\n{Lines(dead)}");
    }

    [Fact]
    public void Classes_InMarkup_AreStyledOrLookedFor()
    {
        var known = Rules.SelectMany(r => Classes(r.Selector)).ToHashSet();
        var seekers = string.Join('\n', Repository.Files("ServicePackage.Web", ".js").Concat(Repository.Files("ServicePackage.Tests", ".cs"))
            .Concat(Repository.Files("benchmarks", ".cs")).Select(Repository.Read));
        var idle =
            from file in Markup
            from Match attribute in ClassAttribute().Matches(file.Value)
            from name in Words(attribute.Groups[1].Value)
            where !known.Contains(name) && !name.StartsWith("mud-", StringComparison.Ordinal) && !WithoutRules.Contains(name) && !Names(seekers, name)
            select $"{file.Key}: {name}";

        Assert.True(!idle.Any(), $"No rule, script or test knows these classes; style them, take them away, or list them here:\n{Lines(idle.Distinct())}");
    }

    [Fact]
    public void Stylesheets_AreAllLinked()
    {
        var links = Repository.Read("ServicePackage.Web/Layout/App.razor");
        var shared = Repository.Files("ServicePackage.Web/wwwroot", ".css").Select(Path.GetFileName).Append("ServicePackage.Web.styles.css");

        Assert.DoesNotContain(shared, f => !links.Contains($"@Assets[\"{f}\"]", StringComparison.Ordinal));
        Assert.DoesNotContain(Rules, r => !r.File.EndsWith(".razor.css", StringComparison.Ordinal) && !r.File.StartsWith("ServicePackage.Web/wwwroot/", StringComparison.Ordinal));
    }

    /// <summary>Every selector of a stylesheet, one of a list at a time; at-rules are none.</summary>
    private static IEnumerable<string> Selectors(string css) =>
        from Match head in Head().Matches(Comment().Replace(css, ""))
        let list = head.Groups[1].Value.Trim()
        where list.Length > 0 && !list.StartsWith('@') && !Frame().IsMatch(list)
        from selector in Comma().Split(list)
        select selector.Trim();

    private static IEnumerable<string> Classes(string selector) => Class().Matches(Quoted().Replace(selector, "")).Select(m => m.Groups[1].Value);

    /// <summary>Whether a text has this name as a whole word.</summary>
    private static bool Names(string text, string name) => Regex.IsMatch(text, $@"(?<![\w-]){Regex.Escape(name)}(?![\w-])");

    /// <summary>Whether the name is put together at run time: <c>agenda-@kind</c>, <c>$"agenda-{kind}"</c>.</summary>
    private static bool Composed(string text, string name) => name.LastIndexOf('-') is > 0 and var dash && Regex.IsMatch(text, $@"(?<![\w-]){Regex.Escape(name[..(dash + 1)])}(@|\{{)");

    /// <summary>The words of an attribute, with those in the strings of its expressions; nothing else of its code.</summary>
    private static IEnumerable<string> Words(string attribute) =>
        Expression().Replace(attribute, code => string.Concat(Literal().Matches(code.Value).Select(m => $" {m.Groups[1].Value} ")))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => Word().IsMatch(w));

    private static string CodeBehind(string razor) => File.Exists(Path.Combine(Repository.Root, razor + ".cs")) ? Repository.Read(razor + ".cs") : "";

    private static string Plain(string code) => CodeComment().Replace(code, "");

    private static string Lines(IEnumerable<string> found) => string.Join('\n', found);

    private sealed record Rule(string File, string Selector)
    {
        /// <summary>The class it is of: the first it names; none where it is of a tag.</summary>
        public string? Of { get; } = Classes(Selector).FirstOrDefault();
    }

    [GeneratedRegex(@"(?<=^|[{};])([^{};]*)(?=\{)")]
    private static partial Regex Head();

    [GeneratedRegex(@"^(from|to|[\d.]+%)(\s*,.*)?$")]
    private static partial Regex Frame();

    [GeneratedRegex(@",(?![^(\[]*[)\]])")]
    private static partial Regex Comma();

    [GeneratedRegex(@"\.(-?[A-Za-z_][\w-]*)")]
    private static partial Regex Class();

    [GeneratedRegex(@"""[^""]*""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"@\*.*?\*@|(?m:^\s*///?[^\n]*$)", RegexOptions.Singleline)]
    private static partial Regex CodeComment();

    /// <summary>An attribute for classes, whatever the component calls it, with expressions whose strings have the same quotation marks.</summary>
    [GeneratedRegex(@"\b[cC]lass=""((?:@\((?:[^()""]|""[^""]*""|\((?:[^()""]|""[^""]*"")*\))*\)|[^""])*)""")]
    private static partial Regex ClassAttribute();

    [GeneratedRegex(@"@\((?:[^()""]|""[^""]*""|\((?:[^()""]|""[^""]*"")*\))*\)|@[\w.]+(\([^)]*\))?")]
    private static partial Regex Expression();

    [GeneratedRegex(@"""([\w\s-]*)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^[a-z][\w-]*$")]
    private static partial Regex Word();
}
