using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Demo;

/// <summary>An invented enterprise of the demo town.</summary>
/// <param name="Key">What the stories call it; its first account is named by it, the next with "-2".</param>
/// <param name="Name">Its name without the mark 「演示」.</param>
/// <param name="City">The economic city that serves it.</param>
/// <param name="Butler">The key of its butler; null where the post of its tier stands in.</param>
/// <param name="Contact">The contact person.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Titles">The kinds of title it holds.</param>
/// <param name="People">Those of its people who have accounts.</param>
internal sealed record Firm(
    string Key, string Name, string City, string? Butler, string Contact, string Address, string[] Titles, params string[] People)
{
    public EnterpriseTier Tier { get; init; } = EnterpriseTier.Town;

    public string FullName => $"{Name}（演示）";
}

/// <summary>The enterprises of the demo town: 13 of the district tier, 200 of the town's, as many as the plan serves. No such firm exists; the credit codes name no region.</summary>
internal static class Firms
{
    /// <summary>A code that can never be a real firm's: region 000000.</summary>
    public static string CreditCodeOf(int number)
    {
        var first17 = $"91000000MA0DEM{number:000}";
        return first17 + CreditCode.CheckCharacterOf(first17);
    }

    /// <summary>Those that the stories tell of; no story names another.</summary>
    public static readonly IReadOnlyList<Firm> Told =
    [
        new("chengguang", "上海澄光传感技术有限公司", "经济城A", "general", "林晓东", "演示路1号", ["little_giant", "srdi", "hnte"], "林晓东", "何佳") { Tier = EnterpriseTier.District },
        new("hengyue", "上海恒岳新能源汽车部件股份有限公司", "经济城B", "leader", "高雅琴", "演示路8号", ["industry_leader", "key_taxpayer"], "高雅琴") { Tier = EnterpriseTier.District },
        new("lanyu", "上海岚屿生物医药有限公司", "经济城A", "leader-2", "葛天宇", "演示路16号", ["unicorn_potential", "hnte"], "葛天宇") { Tier = EnterpriseTier.District },
        new("jinghe", "上海菁禾精密机械有限公司", "经济城A", "city-a-manager", "丁慧敏", "演示路22号", ["srdi", "hnte"], "丁慧敏"),
        new("taizhuo", "上海泰琢轴承制造有限公司", "经济城A", "city-a-manager", "马德胜", "演示路30号", ["champion_city", "key_taxpayer"], "马德胜"),
        new("yunqi", "上海云栖禾智能装备有限公司", "经济城B", "city-b-manager", "方楠", "演示路35号", ["srdi", "innovative"], "方楠"),
        new("mingduo", "上海铭铎包装材料有限公司", "经济城B", "city-b", "袁丽萍", "演示路41号", ["key_taxpayer"], "袁丽萍"),
        new("qingran", "上海清苒食品有限公司", "经济城A", "city-a", "冯志刚", "演示路47号", ["innovative"], "冯志刚"),
        new("bochi", "上海铂驰物流科技有限公司", "经济城B", "city-b", "苏红", "演示路52号", ["hnte", "key_taxpayer"], "苏红"),
        new("ruixi", "上海睿汐软件有限公司", "经济城A", "city-a-2", "程亦凡", "演示路60号", ["hnte", "innovative"], "程亦凡"),
        new("shengpu", "上海晟朴电气有限公司", "经济城B", "city-b-2", "邱建国", "演示路66号", ["srdi"], "邱建国"),
        new("huayi", "上海桦艺文化创意有限公司", "经济城A", "city-a", "孟书瑶", "演示路71号", ["innovative"]),
        new("zhenlu", "上海圳麓模具有限公司", "经济城A", "city-a-manager", "盛建华", "演示路75号", ["srdi"]),
        new("anke", "上海桉珂医疗器械有限公司", "经济城B", "city-b-manager", "廖敏", "演示路80号", ["hnte"]),
        new("fengtian", "上海沣田农业科技有限公司", "经济城B", "city-b-2", "田永明", "演示路88号", ["innovative"]),
        new("xuguang", "上海煦珖照明有限公司", "经济城A", "city-a-2", "康丽", "演示路92号", ["hnte"]),
        new("jiahong", "上海嘉泓环保工程有限公司", "经济城B", "city-b-manager", "常伟民", "演示路96号", ["srdi", "hnte"]),
        new("yipin", "上海羿聘人力资源有限公司", "经济城A", "city-a-manager", "鲁文静", "演示路101号", ["key_taxpayer"]),
        new("luoqi", "上海珞琪服饰有限公司", "经济城B", null, "柳青", "演示路108号", ["key_taxpayer"]),
        new("donghui", "上海东珲五金有限公司", "经济城A", "city-a", "贾金龙", "演示路113号", ["key_taxpayer"]),
    ];

    /// <summary>All of them, those that are told of first.</summary>
    public static readonly IReadOnlyList<Firm> All = [.. Told, .. MoreFirms.After(Told)];

    private static readonly Dictionary<string, Firm> ByKey = All.ToDictionary(f => f.Key);

    public static Firm Of(string key) => ByKey[key];
}
