using System.Text.RegularExpressions;

namespace ServicePackage.Core.Policies;

/// <summary>A clause found in a pasted text.</summary>
/// <param name="Number">Its number as in the text, such as 第三条（一）.</param>
/// <param name="Title">What it is called there; empty where that is not said.</param>
/// <param name="Text">What it says, without its number and title.</param>
public sealed record FoundClause(string Number, string Title, string Text);

/// <summary>
/// Splits the text of a policy where lines begin with 第…条 and （一）, in digits of any width. An article with items gives a clause for each of them, with
/// the words that introduce them before each. Where items of several parts 一、 have the same number, each is called with its part: 二、（一）. What stands before
/// the first is no clause; headings of chapters and parts belong to none.
/// </summary>
public static partial class ClauseSplitter
{
    /// <summary>The longest heading that is taken as a title (characters).</summary>
    private const int LongestHeading = 40;

    private const string Digits = "0-9０-９一二三四五六七八九十百零〇○两";

    /// <summary>The clauses of a text in its order; none where it has no such marks.</summary>
    public static IReadOnlyList<FoundClause> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var blocks = Blocks(text.ReplaceLineEndings("\n").Split('\n'));
        var byPart = blocks.Where(b => b is { IsItem: true, Article: "" }).GroupBy(b => b.Number).Any(g => g.Select(b => b.Part).Distinct().Count() > 1);
        var found = new List<FoundClause>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.IsItem)
            {
                found.Add(ClauseOf(byPart ? block.Part + block.Number : block.Number, block.Text, before: ""));
                continue;
            }

            var items = blocks.Skip(i + 1).TakeWhile(b => b.IsItem && b.Article == block.Number).ToList();
            if (items.Count == 0)
            {
                found.Add(ClauseOf(block.Number, block.Text, before: ""));
                continue;
            }

            found.AddRange(items.Select(item => ClauseOf(block.Number + item.Number, item.Text, before: block.Text)));
            i += items.Count;
        }

        return found;
    }

    private static List<Block> Blocks(IEnumerable<string> lines)
    {
        var (blocks, article, part, isBetween) = (new List<Block>(), "", "", true);
        foreach (var line in lines.Select(l => l.Trim()))
        {
            if (Heading().IsMatch(line))
            {
                isBetween = true; // what follows belongs to no clause until the next begins
            }
            else if (article.Length == 0 && Part().Match(line) is { Success: true } heading)
            {
                part = heading.Value;
                isBetween = true;
            }
            else if (Article().Match(line) is { Success: true } begin)
            {
                article = Number(begin.Groups["number"].Value);
                blocks.Add(new Block(article, false, article, "", [begin.Groups["rest"].Value.Trim()]));
                isBetween = false;
            }
            else if (Item().Match(line) is { Success: true } item)
            {
                blocks.Add(new Block(Number(item.Groups["number"].Value), true, article, article.Length == 0 ? part : "", [item.Groups["rest"].Value.Trim()]));
                isBetween = false;
            }
            else if (!isBetween && line.Length > 0)
            {
                blocks[^1].Lines.Add(line);
            }
        }

        return blocks;
    }

    /// <summary>A short first line of an item or article, or what stands in brackets or before the first stop of one that goes on, is its title.</summary>
    private static FoundClause ClauseOf(string number, string text, string before)
    {
        var title = "";
        if (Bracketed().Match(text) is { Success: true } bracketed)
        {
            (title, text) = (bracketed.Groups["title"].Value.Trim(), bracketed.Groups["rest"].Value.Trim());
        }
        else if (text.IndexOf('\n', StringComparison.Ordinal) is > 0 and <= LongestHeading and var end && !Stops().IsMatch(text[..end]))
        {
            (title, text) = (text[..end].Trim(), text[(end + 1)..].Trim());
        }
        else if (Sentence().Match(text) is { Success: true } sentence)
        {
            (title, text) = (sentence.Groups["title"].Value.Trim(), sentence.Groups["rest"].Value.Trim());
        }

        return new FoundClause(number, title, before.Length > 0 ? $"{before}\n{text}" : text);
    }

    private static string Number(string typed) => Spaces().Replace(typed, "");

    /// <summary>The lines of an article or of one of its items.</summary>
    private sealed record Block(string Number, bool IsItem, string Article, string Part, List<string> Lines)
    {
        public string Text => string.Join('\n', Lines.Where(l => l.Length > 0));
    }

    [GeneratedRegex(@"^(?<number>第\s*[" + Digits + @"]{1,8}\s*条)(?!之|规定|所|第)(?<rest>.*)$")]
    private static partial Regex Article();

    [GeneratedRegex(@"^(?<number>[（(]\s*[" + Digits + @"]{1,5}\s*[)）])(?<rest>.*)$")]
    private static partial Regex Item();

    [GeneratedRegex(@"^第\s*[" + Digits + @"]{1,5}\s*[章节编]")]
    private static partial Regex Heading();

    /// <summary>A part 一、 of a text without articles.</summary>
    [GeneratedRegex("^[一二三四五六七八九十]{1,3}、")]
    private static partial Regex Part();

    [GeneratedRegex(@"^[（(【\[](?<title>[^）)】\]\n]{2,40})[）)】\]](?<rest>.*)$", RegexOptions.Singleline)]
    private static partial Regex Bracketed();

    /// <summary>A heading that ends with a stop, and then goes on on the same line.</summary>
    [GeneratedRegex(@"^(?<title>[^。；：，、,;:\n]{2,24})。(?<rest>[^\n].*)$", RegexOptions.Singleline)]
    private static partial Regex Sentence();

    [GeneratedRegex("[。；：，]")]
    private static partial Regex Stops();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
