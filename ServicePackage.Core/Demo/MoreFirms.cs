using ServicePackage.Core.Enterprises;
using static ServicePackage.Core.Enterprises.EnterpriseCategories;

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

    private static readonly (string Trade, EnterpriseCategories Categories)[] Trades =
    [
        ("汽车零部件", KeyTaxpayer), ("精密机械", Specialised), ("智能装备", Specialised | HighTech), ("生物科技", HighTech), ("新材料", HighTech | Innovative),
        ("电子科技", Innovative), ("信息技术", HighTech | Innovative), ("国际物流", KeyTaxpayer), ("环保科技", Specialised), ("食品", KeyTaxpayer),
        ("包装制品", Innovative), ("医疗器械", HighTech), ("新能源科技", HighTech | Specialised), ("自动化设备", Specialised | Innovative), ("模具", Specialised),
        ("电气", HighTech), ("光电科技", HighTech | LittleGiant | Specialised), ("检测技术", Innovative), ("建筑科技", KeyTaxpayer), ("纺织科技", Innovative),
        ("数字文化", Innovative), ("供应链管理", KeyTaxpayer), ("五金制品", Specialised), ("传感技术", HighTech | LittleGiant | Specialised), ("机器人", HighTech | Unicorn),
    ];

    /// <summary>As many as are missing in each tier after those already there.</summary>
    public static IEnumerable<Firm> After(IReadOnlyList<Firm> there)
    {
        var district = DistrictTier - there.Count(f => f.Tier == EnterpriseTier.District);
        return Enumerable.Range(0, DistrictTier + TownTier - there.Count).Select(i => Make(i, i < district));
    }

    private static Firm Make(int i, bool district)
    {
        var (trade, categories) = Trades[i * 7 % Trades.Length];
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
            district ? categories | IndustryLeader : categories,
            contact)
        {
            Tier = district ? EnterpriseTier.District : EnterpriseTier.Town,
        };
    }
}
