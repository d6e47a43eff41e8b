using System.Collections.Frozen;
using System.Text;

namespace ServicePackage.Core.Words;

/// <summary>
/// Texts copied from a PDF bring radicals (⼯, ⻓) in place of the characters they look like (工, 长): nobody sees it, and no search finds them.
/// </summary>
public static class Ideographs
{
    private const char FirstRadical = '\u2E80';
    private const char LastRadical = '\u2FDF';
    private const char FirstCompatible = '\uF900';
    private const char LastCompatible = '\uFAFF';

    // Unicode, EquivalentUnifiedIdeograph.txt: what normalisation leaves as it is.
    private const string Supplement = "⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺳⺴⺶⺹⺺⺻⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳";
    private const string Unified = "厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒㓁冗羊耂肀聿肉艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

    private static readonly FrozenDictionary<char, char> OfSupplement = Supplement.Zip(Unified).ToFrozenDictionary(p => p.First, p => p.Second);

    /// <summary>The text with each such character as the one that is typed. Everything else, signs and widths included, stays as it is.</summary>
    public static string Unify(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Any(IsDouble) ? string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                span[i] = IsDouble(source[i]) ? UnifiedOf(source[i]) : source[i];
            }
        }) : text;
    }

    private static bool IsDouble(char character) => character is (>= FirstRadical and <= LastRadical) or (>= FirstCompatible and <= LastCompatible);

    private static char UnifiedOf(char character) =>
        OfSupplement.TryGetValue(character, out var unified) ? unified
        : character.ToString().Normalize(NormalizationForm.FormKC) is [var one] ? one
        : character;
}
