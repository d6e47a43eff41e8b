using ServicePackage.Core.Enterprises;

namespace ServicePackage.Core.Demo;

/// <summary>The enterprises of which no single story tells: put together from invented names and common trades, the same every time.</summary>
internal static class MoreFirms
{
    private const int DistrictTier = 13;
    private const int TownTier = 200;

    private static readonly string[] Cities = ["经济城A", "经济城B", "经济城C", "经济城D"];
    private static readonly string[] Leaders = ["general", "leader", "leader-2"];
    private static readonly string[] First = ["翌", "昱", "砚", "槿", "澜", "珩", "璟", "琅", "芷", "霁", "旸", "骁", "筠", "沄"];
    private static readonly string[] Second = ["朗", "屿", "川", "辰", "弘", "岑", "棠", "桐", "钧", "砺", "沐", "舟", "皓", "衡"];
    private static readonly string[] FamilyNames = ["周", "吴", "郑", "冯", "褚", "卫", "沈", "韩", "尤", "许", "吕", "施", "孔", "严", "金", "魏", "姜", "戚", "邹", "窦", "章", "苏", "潘", "葛", "范", "彭", "鲁", "韦", "俞", "任", "袁", "柳"];
    private static readonly string[] GivenNames = ["志明", "海燕", "文博", "晓琳", "国栋", "雅静", "俊峰", "慧敏", "立群", "佳怡", "振华", "秋萍", "宇轩", "丽娜", "永强", "思远", "素芬", "天佑", "梦洁", "少华", "春梅", "景行", "婉清", "克俭", "若兰"];

    private static readonly (string Trade, string[] Titles)[] Trades =
    [
        ("汽车零部件", ["key_taxpayer"]), ("精密机械", ["srdi"]), ("智能装备", ["srdi", "hnte"]), ("生物科技", ["hnte"]), ("新材料", ["hnte", "innovative"]),
        ("电子科技", ["innovative"]), ("信息技术", ["hnte", "innovative"]), ("国际物流", ["key_taxpayer"]), ("环保科技", ["srdi"]), ("食品", ["key_taxpayer"]),
        ("包装制品", ["innovative"]), ("医疗器械", ["hnte"]), ("新能源科技", ["hnte", "srdi"]), ("自动化设备", ["srdi", "innovative"]), ("模具", ["srdi"]),
        ("电气", ["hnte"]), ("光电科技", ["hnte", "little_giant", "srdi"]), ("检测技术", ["innovative"]), ("建筑科技", ["key_taxpayer"]), ("纺织科技", ["innovative"]),
        ("数字文化", ["innovative"]), ("供应链管理", ["key_taxpayer"]), ("五金制品", ["srdi"]), ("传感技术", ["hnte", "little_giant", "srdi"]), ("机器人", ["hnte", "unicorn_potential"]),
    ];

    /// <summary>As many as are missing in each tier after those already there.</summary>
    public static IEnumerable<Firm> After(IReadOnlyList<Firm> there)
    {
        var district = DistrictTier - there.Count(f => f.Tier == EnterpriseTier.District);
        return Enumerable.Range(0, DistrictTier + TownTier - there.Count).Select(i => Make(i, i < district));
    }

    private static Firm Make(int i, bool district)
    {
        var (trade, titles) = Trades[i * 7 % Trades.Length];
        var form = i % 9 == 4 ? "股份有限公司" : "有限公司";
        var city = Cities[i % Cities.Length];
        var butlers = district ? Leaders : Cast.ButlersOf(city);
        var contact = FamilyNames[i * 11 % FamilyNames.Length] + GivenNames[i * 3 % GivenNames.Length];
        return new Firm(
            $"firm-{i + 1}",
            $"上海{First[i % First.Length]}{Second[((i / First.Length) + i) % Second.Length]}{trade}{form}",
            city,
            i % 40 == 33 ? null : butlers[i / Cities.Length % butlers.Count],
            contact,
            $"演示路{120 + (i * 4)}号",
            district ? [.. titles, "industry_leader"] : titles,
            contact)
        {
            Tier = district ? EnterpriseTier.District : EnterpriseTier.Town,
        };
    }
}
